"""The devices of a person: the list, the end of one session, and the end of all others."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import insert, select

from app import create_app
from app.auth import sessions
from app.auth.sessions import MOST_SESSIONS
from app.domain.clock import to_text
from app.store.tables import sessions as table
from tests.contract.api_calls import API, error_sentence
from tests.portal_server import PortalServer
from tests.security.clients import COOKIE, cookie_value
from tests.sessions.browsers import DESKTOP, PHONE, sign_in_again

DEVICES = "/api/session/devices"
DEVICE = "portal_device"
HARPER, SAM = "office@harper.example", "sam@obrien.example"


def devices(client: FlaskClient) -> list[dict[str, Any]]:
    answer = client.get(DEVICES)
    assert answer.status_code == 200, answer.text
    listed: list[dict[str, Any]] = answer.json["devices"]  # type: ignore[index]
    return listed


def status(client: FlaskClient) -> int:
    return client.get("/api/session").status_code


def test_list_shows_each_device_of_the_person_alone(portal_server: PortalServer) -> None:
    phone = portal_server.sign_in(user_agent=PHONE)
    portal_server.advance_clock(600)
    desktop = portal_server.sign_in(user_agent=DESKTOP)
    portal_server.sign_in(SAM)
    portal_server.advance_clock(600)
    status(phone)
    portal_server.advance_clock(600)
    second, first = devices(desktop)
    assert {name: first[name] for name in ("software", "network", "method", "current")} == {
        "software": "Chrome Mobile on Android",
        "network": "127.0.0.0/24",
        "method": "code",
        "current": False,
    }
    assert (second["software"], second["current"]) == ("Firefox on Windows", True)
    assert first["signedInAt"] < second["signedInAt"] < first["lastSeenAt"] < second["lastSeenAt"]
    assert first["deviceId"] != second["deviceId"]
    portal_server.advance_clock(600)
    assert [(each["software"], each["current"]) for each in devices(phone)] == [
        ("Chrome Mobile on Android", True),
        ("Firefox on Windows", False),
    ]


@pytest.mark.parametrize("hours", [72.1, 336.1])
def test_list_has_no_expired_session(portal_server: PortalServer, hours: float) -> None:
    old = portal_server.sign_in()
    while hours > 0:
        portal_server.advance_clock(min(hours, 71) * 3_600)
        hours -= 71
    portal_server.advance_clock(71 * 3_600)
    assert status(old) == 401
    assert len(devices(portal_server.sign_in())) == 1


def test_ended_device_is_refused_at_its_next_request_on_every_host(portal_server: PortalServer) -> None:
    """The other host has the session and the response in memory already."""
    phone, desktop = portal_server.sign_in(), portal_server.sign_in()
    other_host = create_app(portal_server.config, portal_server.clock).test_client()
    other_host.set_cookie(COOKIE, cookie_value(phone))
    for client in (phone, other_host):
        for _ in range(2):
            assert client.get(f"{API}/jobs").status_code == 200
    (device,) = [each for each in devices(desktop) if not each["current"]]
    assert desktop.delete(f"{DEVICES}/{device['deviceId']}").status_code == 204
    for client in (phone, other_host):
        assert client.get(f"{API}/jobs").status_code == 401
        assert status(client) == 401
    assert status(desktop) == 200
    assert [each["current"] for each in devices(desktop)] == [True]
    error_sentence(desktop.delete(f"{DEVICES}/{device['deviceId']}"), 404)


def test_device_of_another_person_is_404_like_an_unknown_one(portal_server: PortalServer) -> None:
    client, other = portal_server.sign_in(), portal_server.sign_in(SAM)
    (theirs,) = devices(other)
    answers = [client.delete(f"{DEVICES}/{each}") for each in (theirs["deviceId"], "0" * 32)]
    assert error_sentence(answers[0], 404) == error_sentence(answers[1], 404)
    assert status(other) == 200


def test_sign_out_everywhere_else_keeps_this_device_and_other_people(portal_server: PortalServer) -> None:
    here, there, elsewhere = (portal_server.sign_in() for _ in range(3))
    other = portal_server.sign_in(SAM)
    assert here.delete(DEVICES).status_code == 204
    assert [status(client) for client in (here, there, elsewhere, other)] == [200, 401, 401, 200]


def test_sign_in_beyond_the_most_sessions_ends_the_oldest(portal_server: PortalServer) -> None:
    oldest, other = portal_server.sign_in(), portal_server.sign_in(SAM)
    portal_server.advance_clock(1)
    with portal_server.services.database.write() as connection:
        [row] = connection.execute(select(table).where(table.c.email == HARPER)).mappings()
        now = to_text(portal_server.clock.now())
        rows = [{**row, "id": f"session {n}", "created_at": now, "seen_at": now} for n in range(MOST_SESSIONS - 1)]
        connection.execute(insert(table), rows)
    assert status(oldest) == 200
    newest = portal_server.sign_in()
    assert len(devices(newest)) == MOST_SESSIONS
    assert [status(client) for client in (oldest, newest, other)] == [401, 200, 200]
    latest = newest.get("/api/session/activity?limit=2").json["activity"]  # type: ignore[index]
    assert [entry["event"] for entry in latest] == ["signed in", "session ended"]
    assert latest[1]["detail"] == "unknown device, too many sessions"


def test_end_of_the_current_device_signs_out(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    (device,) = devices(client)
    answer = client.delete(f"{DEVICES}/{device['deviceId']}")
    assert answer.status_code == 204
    assert answer.headers["Set-Cookie"].startswith(f"{COOKIE}=; Expires=Thu, 01 Jan 1970")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert status(client) == 401


def test_archived_contractor_is_signed_out_at_the_next_reading(portal_server: PortalServer) -> None:
    quay = portal_server.sign_in("quay@quayside.example")
    portal_server.refresh(everywhere=True)
    assert quay.get(f"{API}/jobs").status_code == 200
    portal_server.simulator.change("harbour/contractors/CON-5002", IsArchived=True)
    portal_server.advance_clock(4_000)
    portal_server.refresh(everywhere=True)
    assert quay.get(f"{API}/jobs").status_code == 401
    assert status(quay) == 401
    assert quay.get(DEVICES).status_code == 401


@pytest.mark.parametrize(
    "user_agent", ["Your account is locked. Sign in at http://evil.example now/1 CFNetwork", "\x9b2K/1 CFNetwork", "x"]
)
def test_only_known_names_of_browsers_are_shown(portal_server: PortalServer, user_agent: str) -> None:
    [device] = devices(portal_server.sign_in(user_agent=user_agent))
    assert device["software"] in (None, "iOS", "Mac OS X")


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
@pytest.mark.parametrize("is_mailed", [True, False])
@pytest.mark.parametrize("by_administrator", [True, False])
def test_end_of_all_sessions_ends_the_codes_of_other_browsers(
    portal_server: PortalServer, is_mailed: bool, by_administrator: bool
) -> None:
    """A thief may have read one in the mailbox."""
    here, thief, sam = portal_server.sign_in(), portal_server.app.test_client(), portal_server.app.test_client()
    asked: list[tuple[FlaskClient, str, str]] = []
    for client, email in ((here, HARPER), (thief, HARPER), (sam, SAM)):
        assert client.post("/api/session/code", json={"email": email}).status_code == 204
        if is_mailed:
            portal_server.mail_codes()
            asked.append((client, email, portal_server.postbox.code()))
    before = len(portal_server.postbox.mails)
    if by_administrator:
        sessions.end_sessions(portal_server.services, HARPER, None)
    else:
        assert here.delete(DEVICES).status_code == 204
    portal_server.mail_codes()
    recipients = [to for to, _, _ in portal_server.postbox.mails[before:]]
    of_here = [] if by_administrator else [HARPER]
    assert sorted(recipients) == ([] if is_mailed else [*of_here, SAM])
    statuses = [
        client.post("/api/session", json={"email": email, "code": code}).status_code for client, email, code in asked
    ]
    assert statuses == ([401 if by_administrator else 201, 401, 201] if is_mailed else [])


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_sign_in_replaces_a_sign_in_whose_session_was_lost(portal_server: PortalServer) -> None:
    """One browser is one device of the list. The session of another person in this browser was lost, too."""
    client, elsewhere = portal_server.sign_in(), portal_server.sign_in()
    client.delete_cookie(COOKIE)
    sign_in_again(portal_server, client, SAM)
    client.delete_cookie(COOKIE)
    portal_server.advance_clock(60)
    sign_in_again(portal_server, client)
    assert [each["current"] for each in devices(client)] == [True, False]
    assert [status(client), status(elsewhere)] == [200, 200]
    assert len(sessions.list_sessions(portal_server.services, SAM)) == 1
    _, before = client.get("/api/session/activity?limit=2").json["activity"]  # type: ignore[index]
    assert (before["event"], before["detail"]) == ("signed out", "replaced by a new sign-in")


def test_device_that_was_forgotten_gets_a_new_cookie(portal_server: PortalServer) -> None:
    """A thief may have a copy of the old one, and would otherwise be known again after the owner's next sign-in."""
    client = portal_server.sign_in()
    first = cookie_value(client, DEVICE)
    sign_in_again(portal_server, client)
    assert cookie_value(client, DEVICE) == first
    sessions.end_sessions(portal_server.services, HARPER, None)
    sign_in_again(portal_server, client)
    assert cookie_value(client, DEVICE) != first
