"""Sessions are in the database alone: they are valid on every host, and its rows contain no cookie."""

import pytest
from flask import Flask

from app.store.tables import sign_ins
from tests.auth.conftest import MakeApp, MirrorRecords, SignInSteps

COOKIE = "portal_session"
pytestmark = pytest.mark.parametrize("engine", ["sqlite", "postgresql"])


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


def test_session_is_valid_on_every_host_until_sign_out(app: Flask, cookie: str, make_app: MakeApp) -> None:
    other = make_app()
    assert [status(each, cookie) for each in (app, other)] == [200, 200]
    client = other.test_client()
    client.set_cookie(COOKIE, cookie)
    assert client.delete("/api/session").status_code == 204
    assert [status(each, cookie) for each in (app, other)] == [401, 401]


def test_digest_in_the_database_is_no_cookie(app: Flask, cookie: str, records: MirrorRecords) -> None:
    [digest] = [row.session for row in records.rows(sign_ins)]
    assert status(app, digest) == 401
