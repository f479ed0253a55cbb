"""Restarts, reloads and crashes of hosts under load, behind each proxy as shipped."""

import os
import signal
import time

import pytest
import requests

from tests.end_to_end.processes import wait_until
from tests.production import traffic
from tests.production.caddy import Caddy
from tests.production.installation import HOSTS, Installation
from tests.production.nginx import Nginx
from tests.production.proxy import Proxy

pytestmark = pytest.mark.processes

PER_SECOND = 50.0
BEFORE_AND_AFTER_S = 1.0


@pytest.fixture(scope="module", params=[Nginx, Caddy])
def proxy(request: pytest.FixtureRequest) -> type[Proxy]:
    kind: type[Proxy] = request.param
    return kind


def test_rolling_restart_fails_no_request(
    installation: Installation, browsers: list[requests.Session], jobs: list[str]
) -> None:
    with traffic.running(installation.proxy.url, browsers, jobs, per_second=PER_SECOND) as seen:
        time.sleep(BEFORE_AND_AFTER_S)
        for host in HOSTS:
            installation.restart(host)
        time.sleep(BEFORE_AND_AFTER_S)
    traffic.assert_only_repeatable(seen)
    traffic.assert_each_note_is_there_once(installation.simulator, seen)


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
    traffic.assert_each_note_is_there_once(installation.simulator, seen)


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
    traffic.assert_each_note_is_there_once(installation.simulator, seen)
