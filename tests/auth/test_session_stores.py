"""Sessions in Redis: they work as in files, are valid on every host, and contain no code.

Redis may be away, silent, full or emptied: the row of the sign-in is enough for a session.
"""

import json
import os
import pickle
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from redis import ConnectionError as RedisConnectionError
from redis import Redis

from app.auth.cleanup import delete_expired
from app.store import redis_client
from app.store.redis_client import REST_S, connect
from app.store.tables import sign_ins
from tests.auth.conftest import HARPER, MakeApp, MirrorRecords, SignInSteps
from tests.clock import FakeClock

COOKIE = "portal_session"
NO_REDIS = {"SESSION_TYPE": "redis", "REDIS_URL": "redis://127.0.0.1:1/0"}
on_both_databases = pytest.mark.parametrize("engine", ["sqlite", "postgresql"])


@pytest.fixture
def app(make_app: MakeApp, redis_url: str) -> Flask:
    return make_app(SESSION_TYPE="redis", REDIS_URL=redis_url)


@pytest.fixture
def cookie(app: Flask, sign_in_steps: SignInSteps) -> str:
    """Return the cookie of a person who has signed in."""
    client = app.test_client()
    sign_in_steps.sign_in(client)
    session_data = client.get_cookie(COOKIE)
    assert session_data
    return session_data.value


def status(app: Flask, cookie: str) -> int:
    client = app.test_client()
    client.set_cookie(COOKIE, cookie)
    return client.get("/api/session").status_code


def test_redis_session_is_json_with_only_the_id_and_lasts_two_weeks(
    app: Flask, cookie: str, redis_url: str, tmp_path: Path
) -> None:
    with Redis.from_url(redis_url) as redis:
        (key,) = redis.keys("portal:session:*")
        assert cookie not in key.decode()
        assert status(app, key.decode().rpartition(":")[2]) == 401, "a reader of Redis has no cookie"
        session_data = json.loads(redis.get(key))
        assert set(session_data) == {"_permanent", "sign_in"}
        assert 0 <= 336 * 3600 - redis.ttl(key) < 60
    assert delete_expired(app.extensions["services"])["session_files"] == 0
    assert not (tmp_path / "sessions").exists(), "no file is made beside it"


def test_redis_session_is_valid_on_every_host_until_sign_out(
    app: Flask, cookie: str, make_app: MakeApp, redis_url: str
) -> None:
    other = make_app(SESSION_TYPE="redis", REDIS_URL=redis_url)
    assert [status(each, cookie) for each in (app, other)] == [200, 200]
    client = other.test_client()
    client.set_cookie(COOKIE, cookie)
    assert client.delete("/api/session").status_code == 204
    assert [status(each, cookie) for each in (app, other)] == [401, 401]
    with Redis.from_url(redis_url) as redis:
        assert redis.keys("portal:session:*") == []


def stored(redis: Redis) -> dict[bytes, bytes]:
    """Return the sessions in Redis."""
    return {key: redis.get(key) for key in redis.keys("portal:session:*")}


class PickleTrap:
    """An object whose pickle creates a file when it is loaded."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.file,)


def test_redis_session_with_invalid_content_is_not_loaded_but_replaced(
    make_app: MakeApp, cookie: str, redis_url: str, tmp_path: Path
) -> None:
    trap = tmp_path / "sprung"
    with Redis.from_url(redis_url) as redis:
        (key,) = redis.keys("portal:session:*")
        before = redis.get(key)
        for planted in (
            pickle.dumps(PickleTrap(trap)),
            b"!" + pickle.dumps(PickleTrap(trap)),
            b"\x80",
            b"[]",
            b"7",
            b"",
        ):
            redis.set(key, planted)
            assert status(make_app(SESSION_TYPE="redis", REDIS_URL=redis_url), cookie) == 200
            assert redis.get(key) == before
    assert not trap.exists()


@on_both_databases
def test_session_is_valid_without_redis(make_app: MakeApp, cookie: str) -> None:
    """The host has just started, so it has not seen the session before."""
    without = make_app(**NO_REDIS)
    client = without.test_client()
    client.set_cookie(COOKIE, cookie)
    for path in ("/api/contractor/agency", "/api/session"):
        assert client.get(path).status_code == 200
    assert status(without, "unknown" * 6) == 401
    assert client.delete("/api/session").status_code == 204
    assert [status(each, cookie) for each in (without, make_app(**NO_REDIS))] == [401, 401]


@on_both_databases
def test_emptied_redis_ends_no_session_and_is_filled_again(make_app: MakeApp, cookie: str, redis_url: str) -> None:
    with Redis.from_url(redis_url) as redis:
        before = stored(redis)
        redis.flushdb()
        host = make_app(SESSION_TYPE="redis", REDIS_URL=redis_url)
        assert [status(host, cookie) for _ in range(2)] == [200, 200]
        assert stored(redis) == before


@on_both_databases
def test_ended_session_stays_ended_although_redis_has_it(
    app: Flask, cookie: str, make_app: MakeApp, redis_url: str
) -> None:
    """Redis was away at the sign-out, or was restored from a snapshot."""
    with Redis.from_url(redis_url) as redis:
        before = stored(redis)
        client = app.test_client()
        client.set_cookie(COOKIE, cookie)
        assert client.delete("/api/session").status_code == 204
        redis.mset(before)
        hosts = (app, make_app(SESSION_TYPE="redis", REDIS_URL=redis_url))
        assert [status(host, cookie) for host in hosts] == [401, 401]
        redis.flushdb()
        assert status(make_app(SESSION_TYPE="redis", REDIS_URL=redis_url), cookie) == 401
        assert stored(redis) == {}, "only valid sessions are stored again"


@on_both_databases
def test_session_of_a_version_without_digests_gets_one_at_its_next_request(
    make_app: MakeApp, cookie: str, redis_url: str, records: MirrorRecords
) -> None:
    [before] = [row.session for row in records.rows(sign_ins)]
    assert cookie not in before
    records.set(sign_ins, session=None)
    assert status(make_app(**NO_REDIS), cookie) == 401, "only Redis has it"
    assert status(make_app(SESSION_TYPE="redis", REDIS_URL=redis_url), cookie) == 200
    assert [row.session for row in records.rows(sign_ins)] == [before]
    assert status(make_app(**NO_REDIS), cookie) == 200


@on_both_databases
def test_digest_in_the_database_is_no_cookie(
    app: Flask, cookie: str, records: MirrorRecords, make_app: MakeApp
) -> None:
    [digest] = [row.session for row in records.rows(sign_ins)]
    assert [status(each, digest) for each in (app, make_app(**NO_REDIS))] == [401, 401]


@on_both_databases
def test_sign_in_without_redis_starts_a_session_on_every_host(
    make_app: MakeApp, sign_in_steps: SignInSteps, redis_url: str, clock: FakeClock
) -> None:
    client = make_app(**NO_REDIS).test_client()
    sign_in_steps.sign_in(client)
    sign_in_steps.sign_in(client)
    session_cookie = client.get_cookie(COOKIE)
    assert session_cookie
    for settings in (NO_REDIS, {"SESSION_TYPE": "redis", "REDIS_URL": redis_url}):
        assert status(make_app(**settings), session_cookie.value) == 200


@contextmanager
def hanging(redis: Redis) -> Iterator[None]:
    """Suspend the server's process. It still gets connections, and answers when it goes on."""
    pid = redis.info("server")["process_id"]
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def connections(redis: Redis) -> int:
    """Return the number of connections that the server has ever had."""
    redis.ping()  # those that waited meanwhile are accepted with it
    return int(redis.info("stats")["total_connections_received"])


def about_to_sign_in_again(app: Flask, cookie: str, sign_in_steps: SignInSteps) -> tuple[FlaskClient, dict[str, str]]:
    """Return a signed-in client, and the body with which it can sign in again. Faults of the portal are answered."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    client = app.test_client()
    client.set_cookie(COOKIE, cookie)
    return client, {"email": HARPER, "code": sign_in_steps.code(client)}


def test_only_the_first_request_waits_for_a_hanging_redis(
    app: Flask, cookie: str, redis_url: str, sign_in_steps: SignInSteps, clock: FakeClock
) -> None:
    """It waits in the connection that it has. The next ones do without Redis at once."""
    client, body = about_to_sign_in_again(app, cookie, sign_in_steps)
    with Redis.from_url(redis_url) as redis:
        before = connections(redis)
        with hanging(redis):
            assert client.post("/api/session", json=body).status_code == 201
            assert [status(app, "unknown" * 6) for _ in range(3)] == [401] * 3
            assert client.get("/api/session").status_code == 200
        assert connections(redis) == before, "a second try needs a new connection"
        assert status(app, cookie) == 401
        clock.advance(REST_S)
        new = client.get_cookie(COOKIE)
        assert new
        assert status(app, new.value) == 200


def test_after_its_rest_one_request_at_a_time_tries_redis(
    redis_url: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A try that does not end delays the next one by the time-out of an answer."""
    monkeypatch.setattr(redis_client, "TIMEOUT_S", 60.0)  # no try ends while Redis hangs, however busy the machine is
    client = connect(redis_url, clock)
    with Redis.from_url(redis_url) as redis, ThreadPoolExecutor(8) as pool:
        most = redis.config_get("maxclients")["maxclients"]
        redis.config_set("maxclients", 1)
        try:
            with pytest.raises(RedisConnectionError):
                client.ping()
        finally:
            redis.config_set("maxclients", most)
        before = connections(redis)
        with hanging(redis):
            tries = []
            for pause_s in (REST_S, redis_client.TIMEOUT_S):
                clock.advance(pause_s)
                four = [pool.submit(client.ping) for _ in range(4)]
                finished = as_completed(four, timeout=30)
                refused = [next(finished) for _ in range(3)]
                assert [type(each.exception()) for each in refused] == [RedisConnectionError] * 3
                tries += [each for each in four if each not in refused]
                assert not any(each.done() for each in tries)
        assert [each.result() for each in tries] == [True, True]
        assert connections(redis) == before + 2
    assert client.ping()


def test_sign_in_works_while_redis_is_full(
    app: Flask, cookie: str, redis_url: str, sign_in_steps: SignInSteps, records: MirrorRecords
) -> None:
    """It answers PING, and refuses to store anything."""
    client, body = about_to_sign_in_again(app, cookie, sign_in_steps)
    with Redis.from_url(redis_url) as redis:
        redis.config_set("maxmemory", 1)
        try:
            assert client.post("/api/session", json=body).status_code == 201
        finally:
            redis.config_set("maxmemory", 0)
    assert client.get("/api/session").status_code == 200
    first, second = records.rows(sign_ins)
    assert (first.revoked_at is None, second.revoked_at) == (False, None)
