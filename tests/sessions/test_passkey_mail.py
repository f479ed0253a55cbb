"""The e-mails after a passkey was added and after one was removed."""

from tests.auth.software_authenticator import SoftwareAuthenticator, add_passkey
from tests.portal_server import PortalServer


def test_new_passkey_causes_an_email_that_says_how_to_remove_it(portal_server: PortalServer) -> None:
    add_passkey(portal_server.sign_in(), SoftwareAuthenticator())
    portal_server.mail_security_news()
    [to, subject, text] = portal_server.postbox.mails[-1]
    assert (to, subject) == ("office@harper.example", "New passkey for the Contractor Portal")
    assert f"{portal_server.config.public_url}/account\n" in text
    assert "Remove each passkey that is not yours." in text
    assert "ask your agency to sign you out everywhere and to remove your passkeys" in text
    assert "25 November 2026 at 09:00" in text


def test_removed_passkey_causes_an_email(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    passkey_id = add_passkey(client, SoftwareAuthenticator())
    portal_server.mail_security_news()
    assert client.delete(f"/api/session/passkeys/{passkey_id}").status_code == 204
    portal_server.mail_security_news()
    [to, subject, text] = portal_server.postbox.mails[-1]
    assert (to, subject) == ("office@harper.example", "Passkey removed from the Contractor Portal")
    assert "Somebody has removed a passkey" in text
