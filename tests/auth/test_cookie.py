"""The session cookie, and the session files on the server."""

import json
import re
import stat
from datetime import UTC, datetime, timedelta
from http.cookies import SimpleCookie

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder

from app.services import Services
from app.store.tables import sign_ins
from tests.auth.conftest import HARPER, PRODUCTION, MakeApp, MirrorRecords, SignInSteps


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


def test_sign_in_replaces_the_session_id(app: Flask, client: FlaskClient, sign_in_steps: SignInSteps) -> None:
    sign_in_steps.sign_in(client)
    old = client.get_cookie("portal_session")
    sign_in_steps.sign_in(client)
    new = client.get_cookie("portal_session")
    assert old
    assert new
    assert old.value != new.value
    other = app.test_client()
    other.set_cookie("portal_session", old.value)
    assert other.get("/api/session").status_code == 401


def test_sign_in_ignores_a_planted_session_id(client: FlaskClient, sign_in_steps: SignInSteps) -> None:
    client.set_cookie("portal_session", "planted")
    sign_in_steps.sign_in(client)
    cookie = client.get_cookie("portal_session")
    assert cookie
    assert cookie.value != "planted"


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


def test_session_file_is_private_json_with_only_the_id(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services
) -> None:
    sign_in_steps.sign_in(client)
    folder = services.config.session_file_dir
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    [file] = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    session_data = json.loads(file.read_bytes()[4:])
    assert session_data.keys() == {"_permanent", "sign_in"}


@pytest.mark.parametrize("content", [b"", b"\x80\x04K\x01.", b"[1]", b"7", b"{", b'{"sign_in": 7}', b"\xff"])
def test_session_file_with_invalid_content_is_replaced(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, content: bytes
) -> None:
    """One of the contents is a pickle, which must not be loaded. The database has the session too."""
    sign_in_steps.sign_in(client)
    [file] = services.config.session_file_dir.iterdir()
    before = file.read_bytes()
    file.write_bytes(before[:4] + content)
    assert client.get("/api/session").status_code == 200
    assert file.read_bytes()[4:] == before[4:]


def test_session_file_that_cannot_be_read_signs_nobody_out(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services
) -> None:
    """A client would take a 401 for the end of the session, and delete its data."""
    sign_in_steps.sign_in(client)
    [file] = services.config.session_file_dir.iterdir()
    file.unlink()
    file.mkdir()
    assert client.get("/api/session").status_code == 200
    assert client.delete("/api/session").status_code == 204
    assert client.get("/api/session").status_code == 401


def test_sign_in_needs_no_folder_of_session_files(
    app: Flask, client: FlaskClient, sign_in_steps: SignInSteps, services: Services, records: MirrorRecords
) -> None:
    """The disk of the folder may be full."""
    sign_in_steps.sign_in(client)
    folder = services.config.session_file_dir
    folder.rename(folder.with_name("elsewhere"))
    sign_in_steps.sign_in(client)
    assert client.get("/api/session").status_code == 200
    first, second = records.rows(sign_ins)
    assert (first.revoked_at is None, second.revoked_at) == (False, None)


def test_many_sign_ins_do_not_end_existing_sessions(app: Flask, services: Services, client: FlaskClient) -> None:
    cache = app.session_interface.cache  # type: ignore[attr-defined]
    for number in range(600):
        cache.set(f"session:{number}", {"sign_in": "x"}, timeout=60)
    assert len(list(services.config.session_file_dir.iterdir())) == 600
