"""The session cookie."""

import re
from datetime import UTC, datetime, timedelta
from http.cookies import SimpleCookie

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder

from tests.auth.conftest import HARPER, PRODUCTION, MakeApp, SignInSteps


def test_cookie_has_the_right_attributes(client: FlaskClient, sign_in_steps: SignInSteps) -> None:
    code = sign_in_steps.code(client)
    answer = client.post("/api/session", json={"email": HARPER, "code": code})
    cookies = SimpleCookie()
    for header in answer.headers.getlist("Set-Cookie"):
        cookies.load(header)
    assert set(cookies) == {"portal_session", "portal_device", "portal_attempt"}
    for cookie in cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["path"] == "/"
        assert not cookie["domain"]
        assert not cookie["secure"]
    assert cookies["portal_attempt"]["max-age"] == "0", "it has ended"
    cookie = cookies["portal_session"]
    expires = datetime.strptime(cookie["expires"], "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=UTC)
    assert abs(expires - datetime.now(UTC) - timedelta(hours=336)) < timedelta(minutes=1)
    assert "Set-Cookie" not in client.get("/api/session").headers


def test_cookie_in_production_is_secure(make_app: MakeApp) -> None:
    app = make_app(**PRODUCTION)
    assert app.config["SESSION_COOKIE_SECURE"] is True
    assert app.config["SESSION_COOKIE_NAME"] == "__Host-portal_session"
    answer = app.test_client().post("/api/session/code", json={"email": HARPER})
    assert re.fullmatch(
        r"__Host-portal_attempt=[\w-]{43}; Expires=[^;]+; Max-Age=1800; Secure; HttpOnly; Path=/; SameSite=Lax",
        answer.headers["Set-Cookie"],
    )


def test_sign_out_in_production_deletes_the_cookie(make_app: MakeApp) -> None:
    """A browser ignores each cookie with a `__Host-` name that is not secure (rfc6265bis, 5.7)."""
    answer = make_app(**PRODUCTION).test_client().delete("/api/session")
    assert answer.status_code == 204
    assert answer.headers.getlist("Set-Cookie") == [
        "__Host-portal_session=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; "
        "Secure; HttpOnly; Path=/; SameSite=Lax"
    ]


@pytest.mark.parametrize(
    "cookie",
    [
        "x",
        "../../etc/passwd",
        "a" * 10_000,
        "\xff\xfe",
        '"\\377\\000"',
        "\x7f",
        "é",
        '"unclosed',
        "__wz_cache_count",
        "",
    ],
)
def test_malformed_cookie_is_not_a_session(client: FlaskClient, cookie: str) -> None:
    answer = client.get("/api/session", headers={"Cookie": f"portal_session={cookie}"})
    assert answer.status_code == 401
    signed_out = client.delete("/api/session", headers={"Cookie": f"portal_session={cookie}"})
    assert signed_out.status_code == 204
    assert signed_out.headers["Clear-Site-Data"] == '"cache"'


@pytest.mark.parametrize("cookie", ["\xff\xfe", "a\x80b", "\xc3\xa9", "\xf0" * 5_000])
def test_bytes_that_are_not_text_are_no_session_and_leave_no_trace(
    app: Flask, capsys: pytest.CaptureFixture[str], cookie: str
) -> None:
    """A WSGI server passes each byte of a header as one character. Flask's test client would encode them."""
    statuses: list[str] = []
    environ = EnvironBuilder("/api/contractor/jobs").get_environ()
    environ["HTTP_COOKIE"] = f"portal_session={cookie}"
    app.wsgi_app(environ, lambda status, *_: statuses.append(status))  # type: ignore[arg-type, return-value]
    assert statuses == ["401 UNAUTHORIZED"]
    assert "trace" not in (written := capsys.readouterr().err)
    assert "failed" not in written
