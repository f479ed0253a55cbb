"""`SECRET_KEY` and an agency's key are replaced under load. Nobody is signed out, and nothing is sent twice."""

import os
import signal
import time
from pathlib import Path

import pytest
import requests

from tests.end_to_end.processes import wait_until
from tests.jobs.expected import HARPER
from tests.observability.metrics_page import MetricsPage
from tests.production import traffic
from tests.production.installation import HOSTS, Installation
from tests.production.proxy import free_port

pytestmark = pytest.mark.processes

PER_SECOND = 15.0
BEFORE_AND_AFTER_S = 1.0
NEW_SECRET = "8a21f6c09d3be74515c2a8e0b96d7f43"
NEW_KEY = "acme-simulated-key-of-next-year"
KEY = "AGENTOS_API_KEY_ACME"


def test_new_secret_signs_nobody_out(
    installation: Installation, browsers: list[requests.Session], jobs: list[str]
) -> None:
    """As docs/reference.md says: first, all hosts accept both secrets. A code from between works on each host."""
    environment = installation.processes.environment
    old = environment["SECRET_KEY"]
    with traffic.running(installation.proxy.url, browsers, jobs, per_second=PER_SECOND) as seen:
        for secrets in ({"SECRET_KEY_OLD": NEW_SECRET}, {"SECRET_KEY": NEW_SECRET, "SECRET_KEY_OLD": old}):
            environment |= secrets
            for host in HOSTS:
                installation.restart(host)
                assert installation.sign_in(HARPER).cookies
        time.sleep(BEFORE_AND_AFTER_S)
    traffic.assert_only_repeatable(seen)
    traffic.assert_each_note_is_there_once(installation.simulator, seen)


def other_threads_block(pid: int, number: signal.Signals) -> bool:
    """Return True if all threads of a process block a signal, except the first one, which waits for it."""
    masks = [
        int(line.split()[1], 16)
        for status in Path(f"/proc/{pid}/task").glob("*/status")
        if status.parent.name != str(pid)
        for line in status.read_text().splitlines()
        if line.startswith("SigBlk")
    ]
    return bool(masks) and all(mask >> (number - 1) & 1 for mask in masks)


def test_new_key_of_an_agency_loses_nothing(
    installation: Installation, browsers: list[requests.Session], jobs: list[str]
) -> None:
    """AgentOS refuses the old key at once. Until the hosts have the new one, people read, and submissions wait.

    The metrics show whether the present key is refused.
    """
    processes = installation.processes
    file = Path(processes.folder, "acme.key")
    file.write_text(processes.environment.pop(KEY), "utf-8")
    processes.environment[f"{KEY}_FILE"] = str(file)
    for host in HOSTS:
        installation.restart(host)
    bind = f"127.0.0.1:{free_port()}"
    processes.kill("worker-1", signal.SIGTERM)
    settings = {"METRICS_BIND": bind, "METRICS_DIR": str(Path(processes.folder, "metrics"))}
    processes.start("worker-1", "flask", "--app", "wsgi", "worker", **settings)

    def refused() -> float | None:
        """Return the number of operations for which AgentOS refuses the key; None while there are no metrics."""
        try:
            return MetricsPage(f"http://{bind}/metrics").sum("portal_installation_key_refused", agency="acme")
        except requests.ConnectionError:
            return None

    wait_until("the metrics", lambda: refused() == 0)
    assert other_threads_block(processes.pid("worker-1"), signal.SIGHUP), "it would end a thread, and so the worker"
    with traffic.running(installation.proxy.url, browsers, jobs, per_second=PER_SECOND) as seen:
        time.sleep(BEFORE_AND_AFTER_S)
        installation.simulator.control("PUT", "key/acme", {"key": NEW_KEY})
        wait_until("the metric of the old key", refused)
        file.write_text(NEW_KEY, "utf-8")
        for name in (f"{kind}-{host}" for host in HOSTS for kind in ("web", "worker")):
            os.kill(processes.pid(name), signal.SIGHUP)
        wait_until("the metric of the new key", lambda: refused() == 0)
        time.sleep(BEFORE_AND_AFTER_S)
    assert seen.failures == []
    traffic.assert_each_note_is_there_once(installation.simulator, seen)
    assert browsers[0].get(f"{installation.proxy.url}/api/session", timeout=30).status_code == 200
    statuses = [call["status"] for call in installation.simulator.calls() if call["agency"] in ("acme", None)]
    assert 401 in statuses, "the old key is of no use"
    assert 200 in statuses[statuses.index(401) :], "AgentOS takes the new key"
