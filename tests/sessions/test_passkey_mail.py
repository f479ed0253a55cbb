"""The e-mails after a passkey was added and after one was removed."""

import pytest

from app.auth import security_mail
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


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_many_emails_to_one_person_delay_those_to_others_by_one(portal_server: PortalServer) -> None:
    """A mail server may take a second for each."""
    busy, sam = portal_server.sign_in(), "sam@obrien.example"
    portal_server.sign_in(sam)
    for _ in range(5):
        passkey_id = add_passkey(busy, SoftwareAuthenticator())
        assert busy.delete(f"/api/session/passkeys/{passkey_id}").status_code == 204
        portal_server.advance_clock(1)
    before = len(portal_server.postbox.mails)

    def send_next() -> None:
        assert security_mail.send_next(portal_server.services, portal_server.postbox)
        portal_server.advance_clock(1)

    send_next()
    portal_server.sign_in(sam)
    portal_server.advance_clock(1)
    sent = len(portal_server.postbox.mails)
    send_next()
    send_next()
    assert sam in [to for to, _, _ in portal_server.postbox.mails[sent:]]
    portal_server.mail_security_news()
    kinds = [subject.partition(" ")[0] for to, subject, _ in portal_server.postbox.mails[before:] if to != sam]
    assert kinds == ["New", "Passkey"] * 5
