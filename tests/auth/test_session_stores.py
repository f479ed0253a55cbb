"""Sessions in Redis: they work as in files, are valid on every host, and contain no code."""

import json
import os
import pickle
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from redis import ConnectionError as RedisConnectionError
from redis import Redis
from sqlalchemy import event
from sqlalchemy.pool import Pool

from app.auth.cleanup import delete_expired
from app.store import redis_client
from app.store.redis_client import REST_S, connect
from app.store.tables import sign_ins
from tests.auth.conftest import HARPER, MakeApp, MirrorRecords, SignInSteps
from tests.clock import FakeClock
from tests.contract.api_calls import error_sentence

COOKIE = "portal_session"


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


class PickleTrap:
    """An object whose pickle creates a file when it is loaded."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.file,)


def test_redis_session_with_invalid_content_is_not_loaded(
    app: Flask, cookie: str, redis_url: str, tmp_path: Path
) -> None:
    trap = tmp_path / "sprung"
    with Redis.from_url(redis_url) as redis:
        (key,) = redis.keys("portal:session:*")
        for planted in (
            pickle.dumps(PickleTrap(trap)),
            b"!" + pickle.dumps(PickleTrap(trap)),
            b"\x80",
            b"[]",
            b"7",
            b"",
        ):
            redis.set(key, planted)
            assert status(app, cookie) == 401
    assert not trap.exists()


def test_request_with_unreachable_redis_is_500_instead_of_401(make_app: MakeApp, cookie: str) -> None:
    app = make_app(SESSION_TYPE="redis", REDIS_URL="redis://127.0.0.1:1/0")
    client = app.test_client()
    client.set_cookie(COOKIE, cookie)
    for path in ("/api/session", "/api/contractor/jobs"):
        assert "wrong on our side" in error_sentence(client.get(path), 500)
    assert app.test_client().post("/api/session/code", json={"email": "a@b.example"}).status_code == 204


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


def test_hanging_redis_uses_up_no_code_and_ends_no_session(
    app: Flask, cookie: str, redis_url: str, sign_in_steps: SignInSteps, clock: FakeClock
) -> None:
    """Only the first request waits for Redis, in the connection that it has. The next ones fail at once."""
    client, body = about_to_sign_in_again(app, cookie, sign_in_steps)
    with Redis.from_url(redis_url) as redis:
        before = connections(redis)
        with hanging(redis):
            assert client.post("/api/session", json=body).status_code == 500
            assert [status(app, "unknown" * 6) for _ in range(3)] == [500] * 3
            assert client.get("/api/session").status_code == 200, "its session is known"
        assert connections(redis) == before, "a second try needs a new connection"
    clock.advance(REST_S)
    assert client.post("/api/session", json=body).status_code == 201
    assert client.get("/api/session").status_code == 200
    assert status(app, cookie) == 401


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


def test_sign_in_that_redis_cannot_store_leaves_the_earlier_session(
    app: Flask, cookie: str, redis_url: str, sign_in_steps: SignInSteps, records: MirrorRecords
) -> None:
    """Redis is full from the moment at which the new sign-in is in the database."""
    client, body = about_to_sign_in_again(app, cookie, sign_in_steps)
    with Redis.from_url(redis_url) as redis:

        def fill_when_signed_in(connection: Any, _: object) -> None:
            if connection.execute("SELECT count(*) FROM sign_ins").fetchone()[0] == 2:
                redis.config_set("maxmemory", 1)

        event.listen(Pool, "checkin", fill_when_signed_in)
        try:
            assert client.post("/api/session", json=body).status_code == 500
        finally:
            event.remove(Pool, "checkin", fill_when_signed_in)
            redis.config_set("maxmemory", 0)
    assert client.get("/api/session").status_code == 200
    first, second = records.rows(sign_ins)
    assert (first.revoked_at, second.revoked_at is None) == (None, False)


def test_full_redis_uses_up_no_code(app: Flask, cookie: str, redis_url: str, sign_in_steps: SignInSteps) -> None:
    """It answers PING, and refuses to store anything."""
    client, body = about_to_sign_in_again(app, cookie, sign_in_steps)
    with Redis.from_url(redis_url) as redis:
        redis.config_set("maxmemory", 1)
        try:
            assert client.post("/api/session", json=body).status_code == 500
        finally:
            redis.config_set("maxmemory", 0)
    assert client.post("/api/session", json=body).status_code == 201
