"""`flask --app wsgi sessions list` and `end`, with which an agency's administrators sign a person out."""

from click.testing import Result

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
    assert number == "Sessions: 2."
    result = run(portal_server, "end", "--email", HARPER, "--id", second.partition(" ")[0])
    assert (result.exit_code, result.stdout) == (0, "Ended sessions: 1.\n")
    assert [client.get("/api/session").status_code for client in (phone, desktop)] == [401, 200]
    latest = desktop.get("/api/session/activity?limit=1").json["activity"][0]  # type: ignore[index]
    assert (latest["event"], latest["detail"]) == ("session ended", "Chrome Mobile on Android, by the agency")


def test_end_without_an_id_ends_all_sessions_of_this_person_alone(portal_server: PortalServer) -> None:
    clients = [portal_server.sign_in(), portal_server.sign_in(), portal_server.sign_in("sam@obrien.example")]
    assert run(portal_server, "end", "--email", HARPER).stdout == "Ended sessions: 2.\n"
    assert [client.get("/api/session").status_code for client in clients] == [401, 401, 200]
    assert run(portal_server, "list", "--email", HARPER).stdout == "Sessions: 0.\n"


def test_end_with_an_unknown_id_is_refused(portal_server: PortalServer) -> None:
    portal_server.sign_in()
    result = run(portal_server, "end", "--email", HARPER, "--id", "0" * 32)
    assert result.exit_code == 1
    assert "This person has no such session." in result.output
