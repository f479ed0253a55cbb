"""The e-mail after a sign-in on a new device."""

from datetime import timedelta

import pytest

from app.auth import sessions
from app.auth.cleanup import delete_expired
from tests.portal_server import PortalServer
from tests.security.clients import cookie_value
from tests.sessions.browsers import PHONE, sign_in_again

HARPER, SAM = "office@harper.example", "sam@obrien.example"
DEVICES = "/api/session/devices"
DEVICE = "portal_device"
SUBJECT = "New sign-in to the Contractor Portal"


def news(portal_server: PortalServer) -> list[tuple[str, str]]:
    """Let the worker mail. Return the recipient and the text of each e-mail about a new device."""
    portal_server.mail_security_news()
    return [(to, text) for to, subject, text in portal_server.postbox.mails if subject == SUBJECT]


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
    assert "Remove each passkey that is not yours." in text
    assert f"{portal_server.config.public_url}/account\n" in text
    assert len(news(portal_server)) == 1


def test_known_device_and_first_device_of_another_person_cause_no_email(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    client.delete("/api/session")
    sign_in_again(portal_server, client)
    portal_server.sign_in(SAM)
    assert news(portal_server) == []


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
@pytest.mark.parametrize("path", ["", "/{deviceId}"])
def test_device_that_was_signed_out_elsewhere_is_new_again(portal_server: PortalServer, path: str) -> None:
    stolen, here, other = portal_server.sign_in(), portal_server.sign_in(), portal_server.sign_in(SAM)
    [device] = [each for each in here.get(DEVICES).json["devices"] if not each["current"]]  # type: ignore[index]
    before = len(news(portal_server))
    assert here.delete(DEVICES + path.format_map(device)).status_code == 204
    for client, email in ((here, HARPER), (other, SAM)):
        client.delete("/api/session")
        sign_in_again(portal_server, client, email)
    assert len(news(portal_server)) == before
    sign_in_again(portal_server, stolen)
    assert len(news(portal_server)) == before + 1


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_end_of_an_old_session_in_this_browser_keeps_the_device(portal_server: PortalServer) -> None:
    """Two tabs have just signed in together, so this browser has two sessions for the moment."""
    client = portal_server.sign_in()
    client.delete_cookie("portal_session")
    sign_in_again(portal_server, client)
    [old] = [each for each in client.get(DEVICES).json["devices"] if not each["current"]]  # type: ignore[index]
    assert client.delete(f"{DEVICES}/{old['deviceId']}").status_code == 204
    device = cookie_value(client, DEVICE)
    client.delete("/api/session")
    sign_in_again(portal_server, client)
    assert news(portal_server) == []
    assert cookie_value(client, DEVICE) == device


def test_sign_out_elsewhere_forgets_devices_of_expired_sessions(portal_server: PortalServer) -> None:
    stolen = portal_server.sign_in()
    portal_server.advance_clock(timedelta(hours=73).total_seconds())
    here = portal_server.sign_in()
    before = len(news(portal_server))
    assert here.delete(DEVICES).status_code == 204
    sign_in_again(portal_server, stolen)
    assert len(news(portal_server)) == before + 1


def test_shared_browser_keeps_its_device_while_another_person_is_known_there(portal_server: PortalServer) -> None:
    """The e-mail to the person who ended the sessions comes all the same (docs/security.md, Sessions)."""
    client = portal_server.sign_in()
    sign_in_again(portal_server, client, SAM)
    device = cookie_value(client, DEVICE)
    sessions.end_sessions(portal_server.services, HARPER, None)
    sign_in_again(portal_server, client)
    sign_in_again(portal_server, client, SAM)
    assert [to for to, _ in news(portal_server)] == [HARPER]
    assert cookie_value(client, DEVICE) == device


@pytest.mark.parametrize(("days", "mails"), [(29, 1), (31, 0)])
def test_ended_session_makes_every_device_new_for_30_days(portal_server: PortalServer, days: int, mails: int) -> None:
    client = portal_server.sign_in()
    sessions.end_sessions(portal_server.services, HARPER, None)
    portal_server.advance_clock(timedelta(days=days).total_seconds())
    delete_expired(portal_server.services)
    sign_in_again(portal_server, client)
    assert len(news(portal_server)) == mails
