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


def test_copy_of_the_cookie_of_a_device_locks_nobody_out_there(
    portal_server: PortalServer, visit: Callable[[str], Visitor]
) -> None:
    """Two people may use one browser, and each can copy its cookies."""
    known, copy = visit(HOME), visit(STRANGER)
    assert known.sign_in() == 201
    device = known.client.get_cookie("portal_device")
    assert device is not None
    copy.client.set_cookie("portal_device", device.value)
    for _ in range(12):
        assert copy.ask() == 204
        portal_server.mail_codes()
    assert len(portal_server.postbox.mails) == 1 + 5 + 5, "those of the device, and those of the stranger's network"
    assert [known.sign_in() for _ in range(4)] == [201] * 4


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


def test_too_many_failed_tries_slow_down_everybody(
    build: Callable[..., PortalServer], portal_server: PortalServer, capsys: pytest.CaptureFixture[str]
) -> None:
    portal_server = build(SIGNIN_FAILURES_PER_HOUR=20)
    for number in range(20):
        assert Visitor(portal_server, f"203.0.113.{number}").enter("000000") == 401
    capsys.readouterr()
    person, other = Visitor(portal_server, HOME), Visitor(portal_server, HOME)
    assert person.sign_in() == 201, "a network still has a try each ten seconds"
    assert other.enter("000000") == 429
    portal_server.advance_clock(10)
    assert other.enter("000000") == 401
    assert capsys.readouterr().err.count("too_many_failed_sign_ins") == 1
    portal_server.advance_clock(3_600)
    assert [other.enter("000000") for _ in range(2)] == [401, 401]


@pytest.mark.parametrize("cookie", ["", "x", "x" * 43 + "=", "é" * 43, "../../x"])
def test_malformed_attempt_is_no_attempt(portal_server: PortalServer, cookie: str) -> None:
    visitor = Visitor(portal_server, HOME)
    visitor.client.set_cookie("portal_attempt", cookie)
    visitor.client.set_cookie("portal_device", cookie)
    assert visitor.enter("000000") == 401
    assert visitor.sign_in() == 201


def test_codes_of_all_networks_are_limited_but_not_those_of_known_devices(
    portal_server: PortalServer, visit: Callable[[str], Visitor]
) -> None:
    """A stranger with many networks gets 360 codes an hour for an address, and 1,200 a day."""
    known = visit(HOME)
    assert known.sign_in() == 201
    for hour, most in enumerate((359, 360, 360, 120)):  # the known person's first sign-in was from a network
        before = len(portal_server.postbox.mails)
        for number in range(365):
            visit(f"203.{number // 250}.{hour}.{number % 250}").ask()
        portal_server.mail_codes()
        assert len(portal_server.postbox.mails) - before == most
        assert known.sign_in() == 201
        portal_server.advance_clock(3_600)


def use_up_codes_of_networks(portal_server: PortalServer, visit: Callable[[str], Visitor]) -> None:
    """Use up the 60 codes with five tries that all networks have in an hour."""
    for network in range(12):
        for _ in range(5):
            visit(f"203.0.113.{network}").ask()
    portal_server.mail_codes()
    assert len(portal_server.postbox.mails) == 60


def test_after_60_codes_each_further_network_gets_two_with_one_try(
    portal_server: PortalServer, visit: Callable[[str], Visitor]
) -> None:
    use_up_codes_of_networks(portal_server, visit)
    person = visit(CAFE)
    assert person.sign_in() == 201
    other, mistyping = visit(CAFE), visit(HOME)
    assert other.sign_in() == 201, "a code with which somebody signed in does not count"
    assert mistyping.ask() == 204
    portal_server.mail_codes()
    code = portal_server.postbox.code()
    assert [mistyping.enter(each) for each in (wrong(code), code)] == [401, 401], "one try"
    assert mistyping.ask() == 204
    portal_server.mail_codes()
    assert mistyping.enter(wrong(portal_server.postbox.code())) == 401
    assert mistyping.sign_in() == 0, "two codes a day"
    assert [person.sign_in() for _ in range(5)] == [201] * 5, "the device is known now"


def test_all_devices_of_a_person_share_a_number_of_codes(
    portal_server: PortalServer, visit: Callable[[str], Visitor]
) -> None:
    devices = [visit(f"192.0.2.{number}") for number in range(4)]
    assert [device.sign_in() for device in devices] == [201] * 4
    for number in range(4):  # beyond its own codes, a device counts with its network
        for _ in range(4):
            visit(f"192.0.2.{number}").ask()
    portal_server.mail_codes()
    assert [device.sign_in() for device in devices for _ in range(4)] == [201] * 15 + [0]


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


@pytest.mark.parametrize("network", ["2001:db8:0:1{:02x}::1", "203.0.113.{}"])
def test_new_device_signs_in_during_a_day_of_requests_from_30_networks(
    portal_server: PortalServer, visit: Callable[[str], Visitor], network: str
) -> None:
    for hour in range(24):
        for number in range(30) if hour < 5 else ():
            for _ in range(5):
                visit(network.format(number)).ask()
        portal_server.mail_codes()
        assert visit(f"192.0.2.{hour}").sign_in() == 201, hour
        portal_server.advance_clock(3_600)


def test_code_with_one_try_has_it_while_too_many_tries_fail(
    build: Callable[..., PortalServer], portal_server: PortalServer
) -> None:
    portal_server = build(SIGNIN_FAILURES_PER_HOUR=3)
    use_up_codes_of_networks(portal_server, lambda address: Visitor(portal_server, address))
    for number in range(3):
        assert Visitor(portal_server, f"203.0.113.{number}").enter("000000") == 401
    assert Visitor(portal_server, CAFE).sign_in() == 201


def test_code_has_one_try_while_too_many_tries_fail(
    build: Callable[..., PortalServer], visit: Callable[[str], Visitor]
) -> None:
    portal_server = build(SIGNIN_FAILURES_PER_HOUR=3)
    stranger, person = Visitor(portal_server, STRANGER), Visitor(portal_server, CAFE)
    stranger.ask()
    portal_server.mail_codes()
    for _ in range(3):
        stranger.enter("000000")
    person.ask()
    portal_server.mail_codes()
    code = portal_server.postbox.code()
    assert person.enter(wrong(code)) == 401
    portal_server.advance_clock(10)
    assert person.enter(code) == 401, "its only try is used up"
