"""Signing in and out with a real identity provider (oidc-provider, from npm) in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Page, Playwright, expect

from tests.auth.fake_provider import CLIENT_ID, SECRET
from tests.contract.clients import npm_installed
from tests.end_to_end.processes import wait_until
from tests.production.proxy import free_port
from tests.web.browsing import HARPER, Web, wait_until_cached
from tests.web.servers import running_node, running_web

pytestmark = [pytest.mark.browser, pytest.mark.second_tier]
FOLDER = Path(__file__).parents[1] / "auth" / "oidc_provider"
BUTTON = "Sign in with Acme Group"


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory, playwright: Playwright) -> Iterator[Web]:
    """Start a portal and its provider, which is another site (`localhost`) than the portal (`127.0.0.1`)."""
    npm_installed(FOLDER)
    port = free_port()
    oidc = {
        "OIDC_ISSUER": f"http://localhost:{port}",
        "OIDC_CLIENT_ID": CLIENT_ID,
        "OIDC_CLIENT_SECRET": SECRET,
        "OIDC_NAME": "Acme Group",
    }
    with (
        running_web(tmp_path_factory.mktemp("oidc"), playwright, **oidc) as web,
        running_node(port, FOLDER, "node", "server.js", str(port), web.url),
    ):
        start = f"{web.url}/api/session/oidc?next=/"  # the portal asks again some seconds after a failure
        wait_until("the portal", lambda: requests.get(start, timeout=30).ok)
        yield web


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


def test_sign_in_leads_to_the_linked_screen_also_from_the_service_worker(web: Web) -> None:
    with web.page(path="/contacts?agency=acme&contractor=CON-1001") as page:
        wait_until_cached(page)
        page.reload()
        sign_in(page)
        expect(page.get_by_role("heading", level=1, name="Acme Lettings")).to_be_visible()
        assert page.url == f"{web.url}/contacts?agency=acme&contractor=CON-1001"


def test_sign_out_ends_both_sessions(web: Web) -> None:
    with web.page() as page:
        sign_in(page)
        page.get_by_role("heading", name="Today").wait_for()
        page.goto("/account")
        page.get_by_role("link", name="Sign out").click()
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


def test_person_without_account_gets_a_sentence(web: Web) -> None:
    with web.page() as page:
        sign_in(page, "stranger@x.example")
        expect(page.get_by_role("alert").first).to_contain_text("No agency here has a contractor")
        page.reload()
        page.get_by_role("heading", name="Sign in").wait_for()
        expect(page.get_by_text("No agency here has a contractor")).to_be_hidden()
