"""People at the door: those whose session is no good, and those whose session is somebody's."""

from flask.testing import FlaskClient

from app.domain.clock import to_text
from tests.portal_server import PortalServer

COOKIE = "portal_session"


def nobody(portal_server: PortalServer) -> FlaskClient:
    """Without a session."""
    return portal_server.app.test_client()


def forged(portal_server: PortalServer) -> FlaskClient:
    """With a cookie that nobody gave out."""
    return with_cookie(portal_server, "x" * 43)


def sign_in_id(portal_server: PortalServer) -> FlaskClient:
    """With the id of a good row of `sign_ins`, which is not what the cookie holds."""
    portal_server.sign_in()
    with portal_server.services.database.read() as connection:
        return with_cookie(portal_server, connection.exec_driver_sql("SELECT id FROM sign_ins").scalar_one())


def revoked(portal_server: PortalServer) -> FlaskClient:
    """With the cookie of a session that was signed out."""
    client = portal_server.sign_in()
    value = cookie_value(client)
    assert client.delete("/api/session").status_code == 204
    return with_cookie(portal_server, value)


def revoked_row(portal_server: PortalServer) -> FlaskClient:
    """With the cookie of one whose row was revoked while its file was left: the row is what counts."""
    client = portal_server.sign_in()
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql(f"UPDATE sign_ins SET revoked_at = '{to_text(portal_server.clock.now())}'")
    return client


def expired(portal_server: PortalServer) -> FlaskClient:
    """Never idle, yet 14 days old."""
    client = portal_server.sign_in()
    for _ in range(6):
        portal_server.advance_clock(2.3 * 86_400)
        assert client.get("/api/session").status_code == 200
    portal_server.advance_clock(0.3 * 86_400)
    return client


def idle(portal_server: PortalServer) -> FlaskClient:
    """Away for more than 72 hours."""
    client = portal_server.sign_in()
    portal_server.advance_clock(72.1 * 3_600)
    return client


def harper(portal_server: PortalServer) -> FlaskClient:
    """Signed in: acme/CON-1001, and harbour/CON-5001 as well."""
    return portal_server.sign_in()


def cookie_value(client: FlaskClient) -> str:
    """The session id the browser holds."""
    cookie = client.get_cookie(COOKIE)
    assert cookie is not None
    return cookie.value


def with_cookie(portal_server: PortalServer, value: str) -> FlaskClient:
    """Somebody who brings that cookie."""
    client = portal_server.app.test_client()
    client.set_cookie(COOKIE, value)
    return client
