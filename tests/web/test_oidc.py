"""Signing in and out with a real identity provider (oidc-provider, from npm) in a real browser."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Page, Playwright, expect

from tests.auth.fake_provider import CLIENT_ID, SECRET
from tests.contract.clients import npm_installed
from tests.end_to_end.processes import END_S, running, wait_until
from tests.web import agencies
from tests.web.browsing import FLAGS, HARPER, OBRIEN, PHONE, Web, headless_shell, wait_until_cached
from tests.web.conftest import SETTINGS, SMALL
from tests.web.stored_data import NOTHING, stored

pytestmark = [pytest.mark.browser, pytest.mark.second_tier]
FOLDER = Path(__file__).parents[1] / "auth" / "oidc_provider"
BUTTON = "Sign in with Acme Group"


class RealProvider:
    """The provider in a process of its own. It is another site (`localhost`) than the portal (`127.0.0.1`)."""

    def __init__(self) -> None:
        with closing(socket.create_server(("localhost", 0))) as free:
            self._port = free.getsockname()[1]
        self.url = f"http://localhost:{self._port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, portal: str) -> None:
        """Start the provider for the portal at this address."""
        npm_installed(FOLDER)
        command = ["node", "server.js", str(self._port), portal]
        self._process = subprocess.Popen(command, cwd=FOLDER, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        wait_until("the provider", self._is_ready)

    def stop(self) -> None:
        """Stop the provider."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(END_S)
            self._process = None

    def _is_ready(self) -> bool:
        try:
            return requests.get(f"{self.url}/.well-known/openid-configuration", timeout=5).ok
        except requests.RequestException:
            return False


@pytest.fixture(scope="module")
def provider() -> Iterator[RealProvider]:
    provider = RealProvider()
    yield provider
    provider.stop()


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory, playwright: Playwright, provider: RealProvider) -> Iterator[Web]:
    """Start a portal with the provider, and Chromium."""
    with started(playwright, tmp_path_factory.mktemp("oidc"), provider) as web:
        provider.start(web.url)
        start = f"{web.url}/api/session/oidc?next=/"  # the portal asks again some seconds after a failure
        wait_until("the portal", lambda: requests.get(start, timeout=30).ok)
        yield web


@contextmanager
def started(playwright: Playwright, folder: Path, provider: RealProvider) -> Iterator[Web]:
    """Start a portal that is configured for the provider, and Chromium."""
    oidc = {
        "OIDC_ISSUER": provider.url,
        "OIDC_CLIENT_ID": CLIENT_ID,
        "OIDC_CLIENT_SECRET": SECRET,
        "OIDC_NAME": "Acme Group",
    }
    example = agencies.example(folder)
    with running(folder, simulator=SMALL, AGENCIES_FILE=example, **SETTINGS, **oidc) as processes:
        browser = playwright.chromium.launch(executable_path=headless_shell(), args=[*FLAGS])
        yield Web(processes, browser)
        browser.close()


def fill_in(page: Page, email: str) -> None:
    """Sign in on the provider's own page."""
    page.get_by_placeholder("Enter any login").fill(email)
    page.get_by_placeholder("and password").fill("anything")
    page.get_by_role("button", name="Sign-in").click()


def sign_in(page: Page, email: str = HARPER) -> None:
    """Sign in with the provider, and agree that it names the person to the portal."""
    page.get_by_role("link", name=BUTTON).click()
    fill_in(page, email)
    page.get_by_role("button", name="Continue").click()


def test_sign_in_leads_to_the_linked_screen(web: Web) -> None:
    with web.page(path="/contacts?agency=acme&contractor=CON-1001") as page:
        sign_in(page)
        expect(page.get_by_role("heading", name="Contacts")).to_be_visible()
        assert page.url == f"{web.url}/contacts?agency=acme&contractor=CON-1001"


def test_sign_in_works_from_the_page_of_the_service_worker(web: Web) -> None:
    with web.page() as page:
        wait_until_cached(page)
        page.reload()
        sign_in(page)
        expect(page.get_by_role("heading", name="Jobs")).to_be_visible()


def test_another_person_finds_nothing_of_the_one_who_was_signed_in(web: Web) -> None:
    with web.page(HARPER, "/jobs") as page:
        page.locator(".row").first.wait_for()
        page.wait_for_load_state("networkidle")
        assert stored(page, HARPER)["answers"] > 0
        page.goto("/api/session/oidc?next=/jobs")
        fill_in(page, OBRIEN)
        page.get_by_role("button", name="Continue").click()
        expect(page).to_have_url(f"{web.url}/jobs?agency=acme&contractor=CON-1003")
        page.locator(".row").first.wait_for()
        assert stored(page, HARPER) == NOTHING


def test_sign_out_ends_both_sessions(web: Web) -> None:
    with web.page() as page:
        sign_in(page)
        page.get_by_role("heading", name="Jobs").wait_for()
        page.goto("/account")
        page.get_by_role("button", name="Sign out").click()
        page.get_by_role("button", name="Yes, sign me out").click()  # on the provider's page
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
        assert page.url == f"{web.url}/"
        page.get_by_role("link", name=BUTTON).click()
        page.get_by_placeholder("Enter any login").wait_for()  # the provider does not know the person any more


def test_denied_consent_shows_a_sentence(web: Web) -> None:
    with web.page(path="/money") as page:
        page.get_by_role("link", name=BUTTON).click()
        fill_in(page, HARPER)
        page.get_by_role("link", name="[ Cancel ]").click()
        expect(page.get_by_role("alert").first).to_have_text(
            "You did not finish signing in. Please try again, or sign in with a code."
        )
        assert page.url == f"{web.url}/money"
        sign_in_again = page.get_by_role("link", name=BUTTON)
        expect(sign_in_again).to_have_attribute("href", "/api/session/oidc?next=%2Fmoney")


def test_unverified_email_shows_a_sentence(web: Web) -> None:
    with web.page() as page:
        sign_in(page, "unverified@harper.example")
        expect(page.get_by_role("alert").first).to_contain_text("Your e-mail address is not verified there.")
        assert page.url == f"{web.url}/"


def test_person_without_account_gets_a_sentence(web: Web) -> None:
    with web.page() as page:
        sign_in(page, "stranger@x.example")
        expect(page.get_by_role("alert").first).to_contain_text("No agency here has a contractor")
        page.reload()
        page.get_by_role("heading", name="Sign in").wait_for()
        expect(page.get_by_text("No agency here has a contractor")).to_be_hidden()


def test_sign_in_that_began_in_another_browser_shows_a_sentence(web: Web) -> None:
    with web.context(**PHONE) as context:
        page = context.new_page()
        page.goto("/")
        page.get_by_role("link", name=BUTTON).click()
        fill_in(page, HARPER)
        context.clear_cookies(name="portal_attempt")
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("alert").first).to_contain_text("or began in another browser")


def test_stopped_provider_shows_a_sentence_and_codes_still_work(playwright: Playwright, tmp_path: Path) -> None:
    """The portal is new, so it has no metadata of the provider."""
    provider = RealProvider()
    with started(playwright, tmp_path, provider) as web, web.page(path="/money") as page, web.code(HARPER) as code:
        page.get_by_role("link", name=BUTTON).click()
        expect(page.get_by_role("alert").first).to_have_text(
            "The sign-in service cannot be reached just now. Please try again in a minute, or sign in with a code."
        )
        assert page.url == f"{web.url}/money"
        page.get_by_label("E-mail address").fill(HARPER)
        page.get_by_role("button", name="Send me a code").click()
        page.get_by_label("Code of 6 digits").fill(code())
        page.get_by_role("heading", name="Money").wait_for()
