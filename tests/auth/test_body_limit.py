"""The limit of a body, as the web server asks for it before it receives the body."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.domain.limits import BODY_BYTES, INVOICE_BYTES
from app.services import Services
from app.store.tables import sign_ins
from tests.auth.conftest import HARPER, SignInSteps
from tests.clock import FakeClock

STRANGER = (BODY_BYTES, None)


@pytest.fixture
def cookies(client: FlaskClient, sign_in_steps: SignInSteps) -> str:
    """Return the header `Cookie` of a person who has signed in."""
    sign_in_steps.sign_in(client)
    cookie = client.get_cookie("portal_session")
    assert cookie
    return f"portal_session={cookie.value}"


def limit(app: Flask, cookies: str, path: str = "/api/contractor/invoices") -> tuple[int, str | None]:
    """Return the limit and the owner of a request's body."""
    result: tuple[int, str | None] = app.extensions["body_limit"]("POST", path, cookies)
    return result


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_only_an_invoice_with_a_valid_sign_in_may_be_long(app: Flask, cookies: str) -> None:
    """The owner is the person: all sign-ins of one person share the requests that a web process receives at a time."""
    assert limit(app, cookies) == (INVOICE_BYTES, HARPER)
    assert limit(app, "portal_session=unknown") == limit(app, "") == STRANGER
    assert limit(app, cookies, "/api/session") == limit(app, cookies, "/nowhere") == STRANGER


def test_ended_session_is_a_stranger(app: Flask, client: FlaskClient, cookies: str, sign_in_steps: SignInSteps) -> None:
    """Its session is still in the store of sessions."""
    other = app.test_client()
    sign_in_steps.sign_in(other)
    assert other.delete("/api/session/devices").status_code == 204
    assert client.get("/api/session").status_code == 401
    assert limit(app, cookies) == STRANGER


def test_idle_session_is_a_stranger(app: Flask, cookies: str, services: Services, clock: FakeClock) -> None:
    clock.advance(services.config.session_idle_hours * 3600)
    assert limit(app, cookies) == STRANGER


def test_sign_in_that_cannot_be_read_may_be_valid(app: Flask, cookies: str, services: Services) -> None:
    with services.database.write() as connection:
        sign_ins.drop(connection)
    assert limit(app, cookies) == (INVOICE_BYTES, None)
