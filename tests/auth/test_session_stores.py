"""Sessions in Redis: they work as in files, are valid on every host, and contain no code."""

import json
import pickle
from pathlib import Path

import pytest
from flask import Flask
from redis import Redis

from app.auth.cleanup import delete_expired
from tests.auth.conftest import MakeApp, SignInSteps
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
