"""A stranger who knows a contractor's address cannot prevent the contractor from signing in."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.portal_server import PortalServer

HARPER = "office@harper.example"
STRANGER, HOME, CAFE = "203.0.113.66", "198.51.100.7", "192.0.2.9"


class Visitor:
    """A browser in a network."""

    def __init__(self, portal_server: PortalServer, address: str) -> None:
        self.portal_server = portal_server
        self.client: FlaskClient = portal_server.app.test_client()
        self.address = {"REMOTE_ADDR": address}

    def ask(self) -> int:
        body = {"email": HARPER}
        return self.client.post("/api/session/code", json=body, environ_base=self.address).status_code

    def enter(self, code: str) -> int:
        body = {"email": HARPER, "code": code}
        return self.client.post("/api/session", json=body, environ_base=self.address).status_code

    def sign_in(self) -> int:
        """Ask for a code, and enter it if it is mailed."""
        mails = len(self.portal_server.postbox.mails)
        assert self.ask() == 204
        self.portal_server.mail_codes()
        return self.enter(self.portal_server.postbox.code()) if len(self.portal_server.postbox.mails) > mails else 0


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


@pytest.fixture
def visit(build: Callable[..., PortalServer], portal_server: PortalServer) -> Callable[[str], Visitor]:
    """Return a function that opens a new browser in a network."""
    return lambda address: Visitor(portal_server, address)


def test_stranger_with_1000_requests_and_tries_locks_nobody_out(
    portal_server: PortalServer, visit: Callable[[str], Visitor]
) -> None:
    known = visit(HOME)
    assert known.sign_in() == 201
    for number in range(1_000):
        stranger = visit(f"203.0.113.{number % 4}")
        stranger.ask()
        if number % 50 == 0:
            portal_server.mail_codes()
        stranger.enter(f"{number:06}")
    portal_server.mail_codes()
    assert known.sign_in() == 201, "on a known device"
    assert visit(CAFE).sign_in() == 201, "on a new device, in another network"


def test_known_device_has_its_own_number_of_codes(portal_server: PortalServer, visit: Callable[[str], Visitor]) -> None:
    known = visit(HOME)
    assert known.sign_in() == 201
    others = [visit(HOME) for _ in range(9)]
    assert [other.sign_in() for other in others] == [201] * 4 + [0] * 5, "others in the same network share five"
    assert [known.sign_in() for _ in range(6)] == [201] * 5 + [0]
    portal_server.advance_clock(3_601)
    assert known.sign_in() == 201


def test_code_works_only_in_the_browser_that_asked(
    portal_server: PortalServer, visit: Callable[[str], Visitor]
) -> None:
    asking, other, asked_too = (visit(HOME) for _ in range(3))
    assert asked_too.ask() == 204
    portal_server.mail_codes()
    assert asking.ask() == 204
    portal_server.mail_codes()
    code = portal_server.postbox.code()
    assert [each.enter(code) for each in (other, asked_too, asking)] == [401, 401, 201]


def test_wrong_tries_elsewhere_leave_all_tries(portal_server: PortalServer, visit: Callable[[str], Visitor]) -> None:
    asking = visit(HOME)
    assert asking.ask() == 204
    portal_server.mail_codes()
    code = portal_server.postbox.code()
    assert {visit(STRANGER).enter(wrong(code)) for _ in range(10)} == {401}
    assert [asking.enter(wrong(code)) for _ in range(4)] == [401] * 4
    assert asking.enter(code) == 201


def test_stranger_in_60_networks_leaves_known_devices_their_codes(
    portal_server: PortalServer, visit: Callable[[str], Visitor]
) -> None:
    known = visit(HOME)
    assert known.sign_in() == 201
    for network in range(70):
        visit(f"203.0.113.{network}").ask()
    portal_server.mail_codes()
    assert len(portal_server.postbox.mails) == 60, "in all networks"
    assert visit(CAFE).sign_in() == 0
    assert known.sign_in() == 201


@pytest.mark.parametrize("cookie", ["", "x", "x" * 43 + "=", "é" * 43, "../../x"])
def test_malformed_attempt_is_no_attempt(portal_server: PortalServer, cookie: str) -> None:
    visitor = Visitor(portal_server, HOME)
    visitor.client.set_cookie("portal_attempt", cookie)
    visitor.client.set_cookie("portal_device", cookie)
    assert visitor.enter("000000") == 401
    assert visitor.sign_in() == 201


def test_one_ipv6_line_cannot_use_up_the_codes_of_an_address(
    portal_server: PortalServer, visit: Callable[[str], Visitor]
) -> None:
    """A line has a /56 or a /48, which is hundreds of networks with 64 bits."""
    for network in range(13):
        for _ in range(5):
            visit(f"2001:db8:0:1{network:02x}::1").ask()
    portal_server.mail_codes()
    assert len(portal_server.postbox.mails) == 5
    person = visit(CAFE)
    assert person.ask() == 204
    portal_server.mail_codes()
    code = portal_server.postbox.code()
    assert [person.enter(each) for each in (*[wrong(code)] * 4, code)] == [401] * 4 + [201], "all five tries"
