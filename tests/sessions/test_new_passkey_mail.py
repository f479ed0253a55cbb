"""The e-mail after a passkey was added."""

from tests.auth.software_authenticator import SoftwareAuthenticator
from tests.portal_server import PortalServer


def test_new_passkey_causes_an_email_that_says_how_to_remove_it(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    options = client.post("/api/session/passkeys/registration/options").json
    answer = client.post("/api/session/passkeys", json=SoftwareAuthenticator().create(options or {}))
    assert answer.status_code == 201
    portal_server.mail_security_news()
    [to, subject, text] = portal_server.postbox.mails[-1]
    assert (to, subject) == ("office@harper.example", "New passkey for the Contractor Portal")
    assert f"{portal_server.config.public_url}/account\n" in text
    assert "Remove the passkey." in text
    assert "25 November 2026 at 09:00" in text
