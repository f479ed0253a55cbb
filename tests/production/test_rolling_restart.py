"""Restarts, reloads and crashes of hosts under load, behind nginx as shipped."""

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator

import pytest
import requests

from tests.end_to_end.processes import wait_until
from tests.jobs.expected import HARPER
from tests.postgres_server import PostgresServer
from tests.production import traffic
from tests.production.installation import HOSTS, Installation, installed
from tests.production.traffic import Traffic

pytestmark = pytest.mark.processes

PER_SECOND = 50.0
BEFORE_AND_AFTER_S = 1.0
BROWSERS = 24


@pytest.fixture(scope="module")
def installation(
    tmp_path_factory: pytest.TempPathFactory, postgres: PostgresServer, redis_server_url: str
) -> Iterator[Installation]:
    with (
        postgres.database("template0") as url,
        installed(tmp_path_factory.mktemp("production"), url, redis_server_url) as running,
    ):
        yield running


@pytest.fixture(scope="module")
def browsers(installation: Installation) -> list[requests.Session]:
    """Return Harper's browsers, one for each thread that sends."""
    harper = installation.sign_in(HARPER)
    url = f"{installation.proxy.url}/api/contractor"
    for path in traffic.READS:
        wait_until(path, lambda path=path: harper.get(f"{url}/{path}", timeout=30).ok)
    made = [installation.browser() for _ in range(BROWSERS)]
    for browser in made:
        browser.cookies.update(harper.cookies)
    return made


@pytest.fixture(scope="module")
def jobs(installation: Installation, browsers: list[requests.Session]) -> list[str]:
    answer = browsers[0].get(f"{installation.proxy.url}/api/contractor/jobs?status=open", timeout=30)
    return [job["jobId"] for job in answer.json()["jobs"]]


def assert_each_note_is_there_once(installation: Installation, seen: Traffic) -> None:
    """Wait until AgentOS has each acknowledged note. It must have none twice."""
    expected = set(seen.acknowledged)

    def notes() -> Counter[str]:
        jobs = installation.simulator.state()["jobs"].values()
        return Counter(note["NoteContents"] for job in jobs for note in job.get("MaintenanceNotes") or [])

    assert expected, "some requests must be notes"
    wait_until("all notes", lambda: expected <= notes().keys())
    counts = notes()
    assert {note: counts[note] for note in expected if counts[note] > 1} == {}


def test_rolling_restart_fails_no_request(
    installation: Installation, browsers: list[requests.Session], jobs: list[str]
) -> None:
    with traffic.running(installation.proxy.url, browsers, jobs, per_second=PER_SECOND) as seen:
        time.sleep(BEFORE_AND_AFTER_S)
        for host in HOSTS:
            installation.restart(host)
        time.sleep(BEFORE_AND_AFTER_S)
    assert seen.failures == []
    assert_each_note_is_there_once(installation, seen)


def test_reload_with_a_new_agency_fails_no_request(
    installation: Installation, browsers: list[requests.Session], jobs: list[str]
) -> None:
    def agencies() -> set[str]:
        answer = browsers[0].get(f"{installation.proxy.url}/api/session", timeout=30)
        return {account["agency"] for account in answer.json()["accounts"]}

    assert agencies() == {"acme"}
    with traffic.running(installation.proxy.url, browsers[1:], jobs, per_second=PER_SECOND) as seen:
        time.sleep(BEFORE_AND_AFTER_S)
        installation.add_agency()
        for host in HOSTS:
            for name in (f"web-{host}", f"worker-{host}"):
                os.kill(installation.processes.pid(name), signal.SIGHUP)
        wait_until("the new agency", lambda: agencies() == {"acme", "harbour"})
        time.sleep(BEFORE_AND_AFTER_S)
    assert seen.failures == []
    assert_each_note_is_there_once(installation, seen)


def test_killed_host_fails_only_its_requests_in_flight(
    installation: Installation, browsers: list[requests.Session], jobs: list[str]
) -> None:
    with traffic.running(installation.proxy.url, browsers, jobs, per_second=PER_SECOND) as seen:
        time.sleep(BEFORE_AND_AFTER_S)
        for name in ("web-1", "worker-1"):
            installation.processes.kill(name)
        killed_at = time.monotonic()
        time.sleep(5 * BEFORE_AND_AFTER_S)
        installation.start(1)
        time.sleep(BEFORE_AND_AFTER_S)
    assert [failure for failure in seen.failures if failure.began_at > killed_at] == []
    assert_each_note_is_there_once(installation, seen)
