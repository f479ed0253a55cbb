"""PostgreSQL is away for ten seconds under load, behind nginx as shipped. All is well again afterwards."""

import json
import signal
import time

import pytest
import requests

from tests.end_to_end.processes import wait_until
from tests.postgres_server import PostgresServer
from tests.production import traffic
from tests.production.installation import HOSTS, Installation

pytestmark = pytest.mark.processes

PER_SECOND = 50.0
BEFORE_AND_AFTER_S = 1.0
AWAY_S = 10.0
READY = (200, [])


def wait_for_readiness(installation: Installation, expected: tuple[int, list[str]]) -> None:
    for host in HOSTS:
        wait_until(f"{expected} of host {host}", lambda host=host: installation.readiness(host) == expected)


def test_postgresql_that_crashes_for_ten_seconds_loses_nothing(
    installation: Installation, postgres: PostgresServer, browsers: list[requests.Session], jobs: list[str]
) -> None:
    """nginx keeps both hosts, so the site serves what needs no database: its pages, which wait and try again."""
    url = installation.proxy.url
    with traffic.running(url, browsers, jobs, per_second=PER_SECOND) as seen:
        time.sleep(BEFORE_AND_AFTER_S)
        stopped_at = time.monotonic()
        postgres.program.stop(signal.SIGQUIT)
        try:
            for host in HOSTS:
                wait_until(f"host {host}", lambda host=host: not installation.is_ready(host))
            for path, expected in (("/", 200), ("/health/live", 200), ("/health/ready", 503), ("/api/session", 500)):
                answer = browsers[0].get(f"{url}{path}", timeout=30)
                assert answer.status_code == expected, path
                assert answer.ok or answer.headers["Retry-After"], path
            time.sleep(max(stopped_at + AWAY_S - time.monotonic(), 0.0))
        finally:
            postgres.start_again()
        wait_for_readiness(installation, READY)
        ready_at = time.monotonic()
        time.sleep(3 * BEFORE_AND_AFTER_S)
    assert seen.failures, "some requests need the database"
    assert [failure for failure in seen.failures if failure.status != 500 or not failure.retry_after] == []
    assert [failure for failure in seen.failures if failure.began_at > ready_at] == []
    traffic.assert_each_note_is_there_once(installation.simulator, seen)
    for name in (f"{kind}-{host}" for kind in ("web", "worker") for host in HOSTS):
        installation.processes.assert_running(name)
        entries = [json.loads(line) for line in installation.processes.output(name).splitlines() if line[0] == "{"]
        assert not [entry for entry in entries if "trace" in entry], name
        away = [entry for entry in entries if entry["event"] == "database_away"]
        assert len(away) <= 3 * (ready_at - stopped_at), f"{name}: one line a second in each of its processes"
