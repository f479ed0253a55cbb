"""`flask --app wsgi sessions list` and `end`, with which an agency's administrators sign a person out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import webauthn
from click.testing import Result
from sqlalchemy import event, func, select
from sqlalchemy.pool import Pool

from app.store.tables import codes, passkeys
from tests.auth.software_authenticator import SoftwareAuthenticator, add_passkey
from tests.contract.api_calls import error_sentence
from tests.portal_server import PortalServer
from tests.sessions.browsers import DESKTOP, PHONE

HARPER = "office@harper.example"


def run(portal_server: PortalServer, *args: str) -> Result:
    return portal_server.run("sessions", *args)


def test_list_shows_devices_and_end_with_an_id_ends_one(portal_server: PortalServer) -> None:
    phone = portal_server.sign_in(user_agent=PHONE)
    portal_server.advance_clock(60)
    desktop = portal_server.sign_in(user_agent=DESKTOP)
    first, second, number = run(portal_server, "list", "--email", HARPER.upper()).stdout.splitlines()
    assert "Firefox on Windows  127.0.0.0/24" in first
    assert "code  Chrome Mobile on Android" in second
    assert number == "Sessions: 2. Passkeys: 0."
    result = run(portal_server, "end", "--email", HARPER, "--id", second.partition(" ")[0])
    assert (result.exit_code, result.stdout) == (0, "Ended sessions: 1.\n")
    assert [client.get("/api/session").status_code for client in (phone, desktop)] == [401, 200]
    latest = desktop.get("/api/session/activity?limit=1").json["activity"][0]  # type: ignore[index]
    assert (latest["event"], latest["detail"]) == ("session ended", "Chrome Mobile on Android, by an administrator")


def test_end_without_an_id_ends_all_sessions_of_this_person_alone(portal_server: PortalServer) -> None:
    clients = [portal_server.sign_in(), portal_server.sign_in(), portal_server.sign_in("sam@obrien.example")]
    assert run(portal_server, "end", "--email", HARPER).stdout == "Ended sessions: 2.\n"
    assert [client.get("/api/session").status_code for client in clients] == [401, 401, 200]
    assert run(portal_server, "list", "--email", HARPER).stdout == "Sessions: 0. Passkeys: 0.\n"


def test_end_says_that_no_contractor_has_the_address(portal_server: PortalServer) -> None:
    result = run(portal_server, "end", "--email", "ofice@harper.example")
    assert (result.exit_code, result.stdout) == (0, "Ended sessions: 0.\n")
    assert result.stderr == "No agency here has a contractor with this e-mail address.\n"
    assert "No agency" not in run(portal_server, "end", "--email", HARPER).stderr


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (("--id", "0" * 32), 1, "This person has no such session."),
        (("--id", ""), 1, "This person has no such session."),
        (("--id", "0" * 32, "--passkeys"), 2, "--id ends one session, --passkeys ends all"),
    ],
    ids=["unknown", "empty", "with passkeys"],
)
def test_end_with_a_wrong_id_is_refused(
    portal_server: PortalServer, options: tuple[str, ...], code: int, sentence: str
) -> None:
    portal_server.sign_in()
    assert sentence in portal_server.run("sessions", "end", "--email", HARPER, *options, code=code).output


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_end_with_passkeys_removes_those_of_this_person_alone(portal_server: PortalServer) -> None:
    """The passkey of a stolen phone would sign in again."""
    thief, stolen, other = portal_server.app.test_client(), SoftwareAuthenticator(), SoftwareAuthenticator()
    owner, sam = portal_server.sign_in(user_agent=PHONE), portal_server.sign_in("sam@obrien.example")
    for client, device in ((owner, stolen), (owner, SoftwareAuthenticator()), (sam, other)):
        add_passkey(client, device)

    def sign_in(device: SoftwareAuthenticator) -> int:
        options = thief.post("/api/session/passkey/options").json or {}
        return thief.post("/api/session/passkey", json=device.get(options)).status_code

    assert run(portal_server, "end", "--email", HARPER).stdout == "Ended sessions: 1.\n"
    assert sign_in(stolen) == 201
    assert run(portal_server, "list", "--email", HARPER).stdout.splitlines()[-1] == "Sessions: 1. Passkeys: 2."
    result = run(portal_server, "end", "--email", f" {HARPER.upper()}", "--passkeys")
    assert (result.exit_code, result.stdout) == (0, "Ended sessions: 1. Removed passkeys: 2.\n")
    assert thief.get("/api/session").status_code == 401
    assert [sign_in(stolen), sign_in(other)] == [401, 201]
    activity = portal_server.sign_in().get("/api/session/activity").json["activity"]  # type: ignore[index]
    removed = [entry["detail"] for entry in activity if entry["event"] == "passkey removed"]
    assert removed == ["Chrome Mobile on Android, by an administrator"] * 2


def before_the_check(monkeypatch: pytest.MonkeyPatch, name: str, action: Callable[[], object]) -> None:
    """Run `action` while a request checks a passkey with this function of the library: after its reads."""
    check = getattr(webauthn, name)

    def meanwhile(**options: Any) -> Any:
        action()
        return check(**options)

    monkeypatch.setattr(webauthn, name, meanwhile)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_session_that_ends_meanwhile_adds_no_passkey(
    portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    thief = portal_server.sign_in()
    options = thief.post("/api/session/passkeys/registration/options").json or {}
    end = ("end", "--email", HARPER, "--passkeys")
    before_the_check(monkeypatch, "verify_registration_response", lambda: run(portal_server, *end))
    answer = thief.post("/api/session/passkeys", json=SoftwareAuthenticator().create(options))
    assert error_sentence(answer, 401) == "Please sign in."
    assert run(portal_server, "list", "--email", HARPER).stdout == "Sessions: 0. Passkeys: 0.\n"


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_passkey_that_is_removed_meanwhile_signs_nobody_in(
    portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    stolen, thief = SoftwareAuthenticator(), portal_server.app.test_client()
    add_passkey(portal_server.sign_in(), stolen)
    options = thief.post("/api/session/passkey/options").json or {}
    end = ("end", "--email", HARPER, "--passkeys")
    before_the_check(monkeypatch, "verify_authentication_response", lambda: run(portal_server, *end))
    answer = thief.post("/api/session/passkey", json=stolen.get(options))
    assert error_sentence(answer, 401).startswith("Your passkey could not be verified.")
    assert run(portal_server, "list", "--email", HARPER).stdout == "Sessions: 0. Passkeys: 0.\n"


@contextmanager
def after_each_transaction(action: Callable[[], object]) -> Iterator[None]:
    """Run `action` after each transaction but its own."""
    is_busy = False

    def run_action(*_: object) -> None:
        nonlocal is_busy
        if not is_busy:
            is_busy = True
            action()
            is_busy = False

    event.listen(Pool, "checkin", run_action)
    try:
        yield
    finally:
        event.remove(Pool, "checkin", run_action)


def test_no_passkey_is_added_between_the_removal_and_the_end_of_the_sessions(portal_server: PortalServer) -> None:
    thief, answers = portal_server.sign_in(), list[int]()
    add_passkey(thief, SoftwareAuthenticator())
    body = SoftwareAuthenticator().create(thief.post("/api/session/passkeys/registration/options").json or {})

    def add_if_removed() -> None:
        with portal_server.services.database.read() as connection:
            is_removed = not connection.execute(passkeys.select()).all()
        if is_removed and not answers:
            answers.append(thief.post("/api/session/passkeys", json=body).status_code)

    with after_each_transaction(add_if_removed):
        run(portal_server, "end", "--email", HARPER, "--passkeys")
    assert answers == [401]
    assert run(portal_server, "list", "--email", HARPER).stdout == "Sessions: 0. Passkeys: 0.\n"


def test_session_that_ends_meanwhile_removes_no_passkey(portal_server: PortalServer) -> None:
    thief = portal_server.sign_in()
    add_passkey(thief, SoftwareAuthenticator())
    [passkey] = thief.get("/api/session/passkeys").json["passkeys"]  # type: ignore[index]
    with after_each_transaction(lambda: run(portal_server, "end", "--email", HARPER)):
        answer = thief.delete(f"/api/session/passkeys/{passkey['passkeyId']}")
    assert error_sentence(answer, 401) == "Please sign in."
    assert run(portal_server, "list", "--email", HARPER).stdout == "Sessions: 0. Passkeys: 1.\n"


def test_code_that_is_ended_while_it_is_tried_signs_nobody_in(portal_server: PortalServer) -> None:
    thief = portal_server.app.test_client()
    assert thief.post("/api/session/code", json={"email": HARPER}).status_code == 204
    portal_server.mail_codes()
    tried = select(func.count()).where(codes.c.email == HARPER, codes.c.tries == 1)

    def end_if_tried() -> None:
        with portal_server.services.database.read() as connection:
            is_tried = connection.scalar(tried)
        if is_tried:
            run(portal_server, "end", "--email", HARPER)

    with after_each_transaction(end_if_tried):
        answer = thief.post("/api/session", json={"email": HARPER, "code": portal_server.postbox.code()})
    assert error_sentence(answer, 401).startswith("The code is wrong or no longer valid.")
    assert run(portal_server, "list", "--email", HARPER).stdout == "Sessions: 0. Passkeys: 0.\n"


def test_archived_person_cannot_sign_in_after_the_end_of_all_sessions(portal_server: PortalServer) -> None:
    """The worker reads the contractors again at once, not after `AGE_ACCOUNT_S`."""
    quay = "quay@quayside.example"
    client = portal_server.sign_in(quay)
    portal_server.refresh(everywhere=True)
    portal_server.simulator.change("harbour/contractors/CON-5002", IsArchived=True)
    result = run(portal_server, "end", "--email", quay)
    assert result.stdout == "Ended sessions: 1.\n"
    assert "The worker reads the contractors of harbour now." in result.stderr
    portal_server.refresh(everywhere=True)
    mails = len(portal_server.postbox.mails)
    assert client.post("/api/session/code", json={"email": quay}).status_code == 204
    portal_server.mail_codes()
    assert len(portal_server.postbox.mails) == mails
