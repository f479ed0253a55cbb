"""Clients with an invalid session, with a valid session, and with no session."""

from flask.testing import FlaskClient

from app.domain.clock import to_text
from tests.portal_server import PortalServer

COOKIE = "portal_session"


def nobody(portal_server: PortalServer) -> FlaskClient:
    """Return a client without a session."""
    return portal_server.app.test_client()


def forged(portal_server: PortalServer) -> FlaskClient:
    """Return a client with a cookie that the portal never issued."""
    return with_cookie(portal_server, "x" * 43)


def sign_in_id(portal_server: PortalServer) -> FlaskClient:
    """Return a client whose cookie is the id of a valid row of `sessions`, not a session id."""
    portal_server.sign_in()
    with portal_server.services.database.read() as connection:
        return with_cookie(portal_server, connection.exec_driver_sql("SELECT id FROM sessions").scalar_one())


def revoked(portal_server: PortalServer) -> FlaskClient:
    """Return a client with the cookie of a session that was signed out."""
    client = portal_server.sign_in()
    value = cookie_value(client)
    assert client.delete("/api/session").status_code == 204
    return with_cookie(portal_server, value)


def revoked_row(portal_server: PortalServer) -> FlaskClient:
    """Return a client whose row is revoked, although its session file still exists. The row decides."""
    client = portal_server.sign_in()
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql(f"UPDATE sessions SET ended_at = '{to_text(portal_server.clock.now())}'")
    return client


def expired(portal_server: PortalServer) -> FlaskClient:
    """Return a client whose session is 14 days old, although it was never idle."""
    client = portal_server.sign_in()
    for _ in range(6):
        portal_server.advance_clock(2.3 * 86_400)
        assert client.get("/api/session").status_code == 200
    portal_server.advance_clock(0.3 * 86_400)
    return client


def idle(portal_server: PortalServer) -> FlaskClient:
    """Return a client that has been idle for more than 72 hours."""
    client = portal_server.sign_in()
    portal_server.advance_clock(72.1 * 3_600)
    return client


def harper(portal_server: PortalServer) -> FlaskClient:
    """Return a client who is signed in to acme/CON-1001 and to harbour/CON-5001."""
    return portal_server.sign_in()


def cookie_value(client: FlaskClient, name: str = COOKIE) -> str:
    """Return the value of a browser's cookie: the session id, or that of another `name`."""
    cookie = client.get_cookie(name)
    assert cookie is not None
    return cookie.value


def with_cookie(portal_server: PortalServer, value: str) -> FlaskClient:
    """Return a client with this session cookie."""
    client = portal_server.app.test_client()
    client.set_cookie(COOKIE, value)
    return client
