"""The `User-Agent` headers of two browsers, and a sign-in in a browser that has been used before."""

from flask.testing import FlaskClient

from tests.portal_server import PortalServer

PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36"
)
DESKTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0"


def sign_in_again(portal_server: PortalServer, client: FlaskClient, email: str = "office@harper.example") -> None:
    """Sign in with a mailed code in this browser."""
    assert client.post("/api/session/code", json={"email": email}).status_code == 204
    portal_server.mail_codes()
    body = {"email": email, "code": portal_server.postbox.code()}
    assert client.post("/api/session", json=body).status_code == 201
