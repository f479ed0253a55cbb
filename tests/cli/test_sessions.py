"""`flask --app wsgi sessions list` and `end`, with which an agency's administrators sign a person out."""

import pytest
from click.testing import Result

from tests.auth.software_authenticator import SoftwareAuthenticator, add_passkey
from tests.portal_server import PortalServer
from tests.sessions.browsers import DESKTOP, PHONE

HARPER = "office@harper.example"


def run(portal_server: PortalServer, *args: str) -> Result:
    return portal_server.app.test_cli_runner().invoke(args=["sessions", *args])


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


def test_end_with_an_unknown_id_is_refused(portal_server: PortalServer) -> None:
    portal_server.sign_in()
    result = run(portal_server, "end", "--email", HARPER, "--id", "0" * 32)
    assert result.exit_code == 1
    assert "This person has no such session." in result.output


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


def test_end_of_one_session_refuses_to_remove_passkeys(portal_server: PortalServer) -> None:
    portal_server.sign_in()
    result = run(portal_server, "end", "--email", HARPER, "--id", "0" * 32, "--passkeys")
    assert result.exit_code == 2
    assert "--id ends one session, --passkeys ends all" in result.output
