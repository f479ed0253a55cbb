"""Passkeys in a browser with a virtual authenticator: the offer, the sign-in with one tap, the list, and failures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Locator, Page, expect

from app.domain.clock import to_text
from tests.web.accessibility import (
    assert_fits_small_phone,
    assert_no_axe_violations_in_both_schemes,
    check_screen,
    wait_until_loaded,
)
from tests.web.browsing import Web
from tests.web.outbox_tab import outbox_of

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
OFFER, ADDED = "Next time without a code", "Added. No code is needed here next time."
WITH_PASSKEY = "Use a passkey"
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
            self.page.get_by_label("Email the agency knows you by").fill(email)
            self.button("Email me a code").tap()
            self.page.get_by_label("6-digit code").fill(code())

    def offer(self) -> Locator:
        """Return the offer of a passkey."""
        return self.page.get_by_role("listitem").filter(has_text=OFFER)

    def accept_offer(self) -> None:
        """Accept the offer of a passkey, and leave the welcome."""
        self.button("Add").tap()
        expect(self.offer()).to_contain_text(ADDED)
        self.leave_welcome()

    def leave_welcome(self) -> None:
        """Leave the welcome, which a device shows once."""
        self.button("Carry on").tap()
        self.await_account()

    def sign_out(self) -> None:
        """Sign out."""
        self.page.goto("/account")
        self.page.get_by_role("link", name="Sign out").tap()
        self.page.get_by_role("heading", name="Sign in").wait_for()
        self.page.goto("/account")

    def await_account(self) -> None:
        """Wait until somebody is signed in: the account screen is there."""
        self.page.get_by_role("heading", name="Account", exact=True).wait_for()

    def open_passkeys(self) -> None:
        """Open the list of passkeys."""
        self.page.get_by_role("link", name="Passkeys").tap()
        self.page.get_by_role("heading", name="Passkeys").wait_for()


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
    device.offer().wait_for()
    check_screen(wait_until_loaded(device.page), "welcome")
    device.accept_offer()
    assert len(device.passkeys()) == 1
    device.sign_out()
    device.button(WITH_PASSKEY).tap()
    device.await_account()
    device.sign_out()
    device.sign_in_with_code(web, LLYR)
    device.await_account()


def test_offer_is_on_a_page_of_its_own_and_is_made_once(web: Web, device: Device) -> None:
    """It pushes no emergency down: the person sees it before the first screen, and then never again on this device."""
    device.sign_in_with_code(web, DAI)
    device.page.get_by_role("heading", level=1, name="knows you").wait_for()
    expect(device.offer()).to_be_in_viewport(ratio=1)
    expect(device.page.get_by_role("navigation")).to_have_count(0)
    device.leave_welcome()
    expect(device.offer()).to_have_count(0)
    for path in ("/", "/jobs"):
        device.page.goto(path)
        wait_until_loaded(device.page)
        expect(device.offer()).to_have_count(0)
    device.sign_out()
    device.sign_in_with_code(web, DAI)
    device.await_account()
    assert device.passkeys() == []


def test_second_device_and_removal(web: Web, device: Device) -> None:
    """Each device has its own passkey. A removed one signs nobody in, and the code is the way back."""
    device.sign_in_with_code(web, TWO)
    device.accept_offer()
    with new_device(web) as second:
        second.sign_in_with_code(web, TWO)
        second.leave_welcome()
        second.open_passkeys()
        second.button("Add a passkey").tap()
        expect(second.page.get_by_text("not used yet")).to_have_count(2)
        check_screen(wait_until_loaded(second.page), "passkeys")
        second.button("Remove").first.tap()  # the oldest is that of the first device
        expect(second.page.get_by_text("not used yet")).to_have_count(1)
        second.sign_out()
        second.button(WITH_PASSKEY).tap()
        second.await_account()
    device.sign_out()
    device.button(WITH_PASSKEY).tap()
    expect(device.page.get_by_role("alert").filter(has_text="does not know this passkey")).to_be_visible()
    device.sign_in_with_code(web, TWO)
    device.await_account()


def test_passkeys_after_an_old_sign_in_need_a_code_that_keeps_unsent_items(web: Web, device: Device) -> None:
    """A stranger with an open phone can neither add a passkey nor remove the owner's."""
    page, note = device.page, "Written before the second code"
    device.sign_in_with_code(web, DAI)
    device.leave_welcome()
    page.context.route("**/notes", lambda route: route.abort())
    outbox = outbox_of(page, owner_of(page))
    outbox.note("JOB-1", note)
    device.open_passkeys()
    field = page.get_by_label("6-digit code")
    for button, number in ("Add a passkey", 1), ("Remove", 0):
        make_sign_ins_old(web, DAI)
        with web.code(DAI) as code:
            device.button(button).tap()
            expect(page.get_by_role("alert").first).to_contain_text("please sign in again with a code")
            expect(field).to_be_focused()
            expect(page.get_by_role("button", name="Remove", disabled=True)).to_have_count(1 - number)
            assert_no_axe_violations_in_both_schemes(wait_until_loaded(page))
            field.fill(code())
        expect(page.get_by_text("not used yet")).to_have_count(number)
        expect(field).to_have_count(0)
    page.goto("/outbox")
    expect(page.get_by_text(note)).to_be_visible()


def owner_of(page: Page) -> dict[str, str]:
    """Return the owner of the first account of the person on this page."""
    session = page.request.get("/api/session").json()
    return {"email": session["email"], **{name: session["account"][name] for name in ("agency", "contractorId")}}


def test_failures_show_a_sentence_and_leave_the_code_open(web: Web, device: Device) -> None:
    page = device.page
    device.button(WITH_PASSKEY).tap()
    failed = page.get_by_role("alert").filter(has_text=f"{NOT_CONFIRMED} You can also ask for a code.")
    expect(failed).to_be_visible()  # the device has none
    device.sign_in_with_code(web, BOLD)
    device.verify(False)
    device.button("Add").tap()
    expect(page.get_by_role("alert").filter(has_text=NOT_CONFIRMED)).to_be_visible()
    assert device.passkeys() == []
    device.verify(True)
    device.accept_offer()
    device.open_passkeys()
    device.button("Add a passkey").tap()
    repeated = "This device has a passkey for the portal already."
    expect(page.get_by_role("alert").filter(has_text=repeated)).to_be_visible()
    device.sign_out()
    device.verify(False)
    device.button(WITH_PASSKEY).tap()
    expect(failed).to_be_visible()
    assert_fits_small_phone(page)
    page.context.set_offline(True)
    device.button(WITH_PASSKEY).tap()
    expect(page.get_by_role("alert").filter(has_text="The portal cannot be reached just now.")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_label("Email the agency knows you by")).to_be_editable()


def test_address_without_a_name_offers_no_passkeys(web: Web) -> None:
    with web.page() as page:
        page.get_by_role("button", name="Email me a code").wait_for()
        assert web.url.startswith("http://127.0.0.1:")
        expect(page.get_by_role("button", name=WITH_PASSKEY)).to_have_count(0)
