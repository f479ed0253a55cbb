"""Passkeys in a browser with a virtual authenticator: the offer, the sign-in with one tap, the list, and failures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Page, expect

from app.domain.clock import to_text
from tests.web.accessibility import (
    assert_fits_small_phone,
    assert_no_axe_violations_in_both_schemes,
    check_screen,
    wait_until_loaded,
)
from tests.web.browsing import Web

pytestmark = pytest.mark.browser
LLYR, DAI, TWO, BOLD = (
    "llyr.gwyn@gwyn.example",
    "dai.evans@evans.example",
    "one@twoboxes.example",
    "hello@bold.example",
)
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
OFFER, ACCEPT = "Sign in faster next time", "Use my fingerprint, face or screen lock next time"
WITH_PASSKEY = "Sign in with a passkey"
NOT_CONFIRMED = "That was not confirmed on this device, or it took too long. Please try again."


class Device:
    """A phone at `localhost` with a fingerprint reader."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self._chromium: CDPSession = context.new_cdp_session(self.page)
        self._chromium.send("WebAuthn.enable")
        added = self._chromium.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
        self._id = added["authenticatorId"]
        self.page.goto("/account")

    def verify(self, succeeds: bool) -> None:
        """Have the next checks of the fingerprint succeed or fail."""
        self._chromium.send("WebAuthn.setUserVerified", {"authenticatorId": self._id, "isUserVerified": succeeds})

    def passkeys(self) -> list[Any]:
        """Return the passkeys on the device."""
        credentials = self._chromium.send("WebAuthn.getCredentials", {"authenticatorId": self._id})["credentials"]
        return list(credentials)

    def button(self, name: str) -> Any:
        """Return the button of this name."""
        return self.page.get_by_role("button", name=name)

    def sign_in_with_code(self, web: Web, email: str) -> None:
        """Sign in with a code from an e-mail."""
        with web.code(email) as code:
            self.page.get_by_label("E-mail address").fill(email)
            self.button("Send me a code").tap()
            self.page.get_by_label("Code of 6 digits").fill(code())
            self.open_account()

    def accept_offer(self) -> None:
        """Accept the offer of a passkey."""
        self.button(ACCEPT).tap()
        expect(self.page.get_by_role("heading", name=OFFER)).to_have_count(0)

    def sign_out(self) -> None:
        """Sign out."""
        self.button("Sign out").tap()
        self.page.get_by_role("heading", name="Sign in").wait_for()

    def open_account(self) -> None:
        """Wait until somebody is signed in, and open the account screen."""
        self.page.get_by_role("link", name="Account", exact=True).tap()
        self.page.get_by_role("heading", name="Account", exact=True).wait_for()


@contextmanager
def new_device(web: Web) -> Iterator[Device]:
    with web.context(base_url=web.url.replace("127.0.0.1", "localhost"), **PHONE) as context:
        yield Device(context)


@pytest.fixture
def device(web: Web) -> Iterator[Device]:
    with new_device(web) as device:
        yield device


def make_sign_ins_old(web: Web, email: str) -> None:
    """Have the person signed in 16 minutes ago everywhere, which is too long ago to change passkeys."""
    long_ago = to_text(datetime.now(UTC) - timedelta(minutes=16))
    with closing(sqlite3.connect(web.processes.folder / "portal.db", timeout=30)) as rows, rows:
        rows.execute("UPDATE sessions SET created_at = ? WHERE email = ?", (long_ago, email))


def test_accepted_offer_signs_in_with_one_tap_from_then_on(web: Web, device: Device) -> None:
    check_screen(wait_until_loaded(device.page), "sign in with passkeys")
    device.sign_in_with_code(web, LLYR)
    device.page.get_by_role("heading", name=OFFER).wait_for()
    check_screen(wait_until_loaded(device.page), "passkey offer", ".offer")
    device.accept_offer()
    assert len(device.passkeys()) == 1
    device.sign_out()
    device.button(WITH_PASSKEY).tap()
    device.open_account()
    expect(device.page.get_by_role("heading", name=OFFER)).to_have_count(0)
    device.sign_out()
    device.sign_in_with_code(web, LLYR)
    wait_until_loaded(device.page)
    expect(device.page.get_by_role("heading", name=OFFER)).to_have_count(0)


def test_declined_offer_is_not_made_again_on_this_device(web: Web, device: Device) -> None:
    device.sign_in_with_code(web, DAI)
    device.button("Not now").tap()
    expect(device.page.get_by_role("heading", name=OFFER)).to_have_count(0)
    device.sign_out()
    device.sign_in_with_code(web, DAI)
    wait_until_loaded(device.page)
    expect(device.page.get_by_role("heading", name=OFFER)).to_have_count(0)
    assert device.passkeys() == []


def test_second_device_and_removal(web: Web, device: Device) -> None:
    """Each device has its own passkey. A removed one signs nobody in, and the code is the way back."""
    device.sign_in_with_code(web, TWO)
    device.accept_offer()
    with new_device(web) as second:
        second.sign_in_with_code(web, TWO)
        second.button("Add a passkey on this device").tap()
        expect(second.page.get_by_text("not used yet")).to_have_count(2)
        check_screen(wait_until_loaded(second.page), "passkeys", "[aria-labelledby=passkeys]")
        second.button("Remove").first.tap()  # the oldest is that of the first device
        expect(second.page.get_by_text("not used yet")).to_have_count(1)
        second.sign_out()
        second.button(WITH_PASSKEY).tap()
        second.open_account()
    device.sign_out()
    device.button(WITH_PASSKEY).tap()
    expect(device.page.get_by_role("alert").filter(has_text="does not know this passkey")).to_be_visible()
    device.sign_in_with_code(web, TWO)


def test_passkeys_after_an_old_sign_in_need_a_code_that_keeps_unsent_items(web: Web, device: Device) -> None:
    """A stranger with an open phone can neither add a passkey nor remove the owner's."""
    page, note = device.page, "Written before the second code"
    device.sign_in_with_code(web, DAI)
    page.context.route("**/notes", lambda route: route.abort())
    page.get_by_role("link", name="Jobs", exact=True).tap()
    page.locator(".row a").first.tap()
    page.get_by_label("Add a note").fill(note)
    device.button("Add note").tap()
    page.get_by_label("Add a note").and_(page.locator(":enabled")).wait_for()
    device.open_account()
    passkeys, field = page.get_by_role("region", name="Passkeys"), page.get_by_label("Code of 6 digits")
    for button, number in ("Add a passkey on this device", 1), ("Remove", 0):
        make_sign_ins_old(web, DAI)
        with web.code(DAI) as code:
            device.button(button).tap()
            expect(passkeys.get_by_role("alert").first).to_contain_text("please sign in again with a code")
            expect(field).to_be_focused()
            expect(passkeys.get_by_role("button", name="Remove", disabled=True)).to_have_count(1 - number)
            assert_no_axe_violations_in_both_schemes(wait_until_loaded(page))
            field.fill(code())
        expect(passkeys.get_by_text("not used yet")).to_have_count(number)
        expect(field).to_have_count(0)
    page.goto("/outbox")
    expect(page.get_by_text(note)).to_be_visible()
    page.context.unroute("**/notes")
    page.reload()
    expect(page.get_by_text("Nothing waits")).to_be_visible()


def test_failures_show_a_sentence_and_leave_the_code_open(web: Web, device: Device) -> None:
    alert = device.page.get_by_role("region", name="Passkey").get_by_role("alert")
    device.button(WITH_PASSKEY).tap()
    expect(alert).to_have_text(f"{NOT_CONFIRMED} You can also ask for a code.")  # the device has none
    device.sign_in_with_code(web, BOLD)
    device.verify(False)
    device.button(ACCEPT).tap()
    expect(device.page.locator(".offer").get_by_role("alert")).to_have_text(NOT_CONFIRMED)
    assert device.passkeys() == []
    device.verify(True)
    device.accept_offer()
    device.button("Add a passkey on this device").tap()
    repeated = "This device has a passkey for the portal already."
    expect(device.page.get_by_role("region", name="Passkeys").get_by_role("alert")).to_have_text(repeated)
    device.sign_out()
    device.verify(False)
    device.button(WITH_PASSKEY).tap()
    expect(alert).to_have_text(f"{NOT_CONFIRMED} You can also ask for a code.")
    assert_fits_small_phone(device.page)
    device.page.context.set_offline(True)
    device.button(WITH_PASSKEY).tap()
    expect(alert).to_contain_text("The portal cannot be reached just now.")
    device.page.context.set_offline(False)
    expect(device.page.get_by_label("E-mail address")).to_be_editable()


def test_address_without_a_name_offers_no_passkeys(web: Web) -> None:
    with web.page() as page:
        page.get_by_role("button", name="Send me a code").wait_for()
        assert web.url.startswith("http://127.0.0.1:")
        expect(page.get_by_role("button", name=WITH_PASSKEY)).to_have_count(0)
