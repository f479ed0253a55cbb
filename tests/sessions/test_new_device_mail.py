"""The e-mail after a sign-in on a new device."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.auth import security_mail
from app.store.tables import security_mails
from tests.portal_server import PortalServer
from tests.sessions.browsers import PHONE

HARPER = "office@harper.example"
SUBJECT = "New sign-in to the Contractor Portal"


def news(portal_server: PortalServer) -> list[tuple[str, str]]:
    """Let the worker mail. Return the recipient and the text of each e-mail about a new device."""
    portal_server.mail_security_news()
    return [(to, text) for to, subject, text in portal_server.postbox.mails if subject == SUBJECT]


def sign_in_again(portal_server: PortalServer, client: FlaskClient) -> None:
    client.post("/api/session/code", json={"email": HARPER})
    portal_server.mail_codes()
    answer = client.post("/api/session", json={"email": HARPER, "code": portal_server.postbox.code()})
    assert answer.status_code == 201


def test_second_device_causes_an_email_with_its_details(portal_server: PortalServer) -> None:
    portal_server.sign_in()
    assert news(portal_server) == []
    portal_server.sign_in(user_agent=PHONE)
    [(to, text)] = news(portal_server)
    assert to == HARPER
    assert "Chrome Mobile on Android" in text
    assert "127.0.0.0/24" in text
    assert "25 November 2026 at 09:00" in text
    assert "Sign out everywhere else" in text
    assert f"{portal_server.config.public_url}/account/devices" in text
    assert len(news(portal_server)) == 1


def test_known_device_and_first_device_of_another_person_cause_no_email(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    client.delete("/api/session")
    sign_in_again(portal_server, client)
    portal_server.sign_in("sam@obrien.example")
    assert news(portal_server) == []


def test_email_is_tried_again_for_a_day_and_delays_no_sign_in(portal_server: PortalServer) -> None:
    portal_server.sign_in()
    portal_server.sign_in()
    portal_server.postbox.refused.add("*")
    assert news(portal_server) == []
    portal_server.advance_clock(security_mail.RETRY.total_seconds())
    portal_server.postbox.refused.clear()
    assert security_mail.next_due_s(portal_server.services) == 0.0
    assert len(news(portal_server)) == 1
    assert security_mail.next_due_s(portal_server.services) is None


def test_email_that_failed_for_a_day_is_given_up(
    portal_server: PortalServer, capsys: pytest.CaptureFixture[str]
) -> None:
    portal_server.sign_in()
    portal_server.sign_in()
    portal_server.postbox.refused.add("*")
    for _ in range(3):
        portal_server.mail_security_news()
        portal_server.advance_clock(timedelta(hours=12).total_seconds())
    portal_server.postbox.refused.clear()
    assert news(portal_server) == []
    with portal_server.services.database.read() as connection:
        assert connection.execute(security_mails.select()).all() == []
