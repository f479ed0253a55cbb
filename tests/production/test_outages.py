"""Redis and PostgreSQL are away for ten seconds under load, behind nginx as shipped. All is well again afterwards."""

import json
import signal
import time
from collections.abc import Iterator

import psycopg
import pytest
import requests
from redis import Redis

from tests import redis_server
from tests.end_to_end.processes import wait_until
from tests.jobs.expected import HARPER
from tests.postgres_server import PostgresServer
from tests.production import traffic
from tests.production.installation import HOSTS, Installation, installed
from tests.redis_server import RedisServer

pytestmark = pytest.mark.processes

PER_SECOND = 50.0
BEFORE_AND_AFTER_S = 1.0
AWAY_S = 10.0
DEGRADED, READY = (200, ["sessions"]), (200, [])


@pytest.fixture(scope="module")
def redis() -> Iterator[RedisServer]:
    with redis_server.running() as server:
        yield server


@pytest.fixture(scope="module")
def installation(
    tmp_path_factory: pytest.TempPathFactory, postgres: PostgresServer, redis: RedisServer
) -> Iterator[Installation]:
    with (
        postgres.database("template0") as url,
        installed(tmp_path_factory.mktemp("outages"), url, redis.url) as running,
    ):
        yield running


def wait_for_readiness(installation: Installation, expected: tuple[int, list[str]]) -> None:
    for host in HOSTS:
        wait_until(f"{expected} of host {host}", lambda host=host: installation.readiness(host) == expected)


def sessions_in(redis: RedisServer) -> int:
    with Redis.from_url(redis.url) as client:
        return len(client.keys("portal:session:*"))


def test_redis_that_returns_empty_fails_no_request_and_signs_nobody_out(
    installation: Installation, redis: RedisServer, browsers: list[requests.Session], jobs: list[str]
) -> None:
    """Host 2 starts while Redis is away, and host 1 once it is empty: neither remembers a session from before."""
    with traffic.running(installation.proxy.url, browsers, jobs, per_second=PER_SECOND) as seen:
        time.sleep(BEFORE_AND_AFTER_S)
        redis.kill()
        killed_at = time.monotonic()
        installation.restart(2)
        wait_for_readiness(installation, DEGRADED)
        newcomer = installation.sign_in(HARPER)
        time.sleep(max(killed_at + AWAY_S - time.monotonic(), 0.0))
        redis.start()
        assert sessions_in(redis) == 0
        wait_for_readiness(installation, READY)
        installation.restart(1)
        time.sleep(BEFORE_AND_AFTER_S)
    assert seen.failures == []
    traffic.assert_each_note_is_there_once(installation.simulator, seen)
    assert sessions_in(redis) > 0
    for _ in range(8):  # every process of each host answers some
        answer = newcomer.get(f"{installation.proxy.url}/api/session", headers={"Connection": "close"}, timeout=30)
        assert answer.status_code == 200


def test_silent_redis_fails_no_request(
    installation: Installation, redis: RedisServer, browsers: list[requests.Session], jobs: list[str]
) -> None:
    with traffic.running(installation.proxy.url, browsers, jobs, per_second=PER_SECOND) as seen:
        time.sleep(BEFORE_AND_AFTER_S)
        with redis.silent():
            began_at = time.monotonic()
            installation.restart(2)
            wait_for_readiness(installation, DEGRADED)
            installation.sign_in(HARPER)
            time.sleep(max(began_at + AWAY_S - time.monotonic(), 0.0))
        wait_for_readiness(installation, READY)
        time.sleep(BEFORE_AND_AFTER_S)
    assert seen.failures == []
    traffic.assert_each_note_is_there_once(installation.simulator, seen)


def has_started(postgres: PostgresServer) -> bool:
    try:
        postgres.reconnect()
    except psycopg.OperationalError:
        return False
    return True


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
            postgres.program.start()
            wait_until("PostgreSQL", lambda: has_started(postgres))
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
