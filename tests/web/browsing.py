"""A real browser at a real portal: who is signed in, on which screen, and that it never complains."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page

from tests.end_to_end.processes import Processes

HARPER, OBRIEN = "office@harper.example", "sam@obrien.example"
HOSTILE, LEAVER = "hello@bold.example", "llyr.gwyn@gwyn.example"
"""Two agencies; two accounts in one; names full of markup; and one who signs out, which ends a sign-in."""
ACME, HARBOUR = "agency=acme&contractor=CON-1001", "agency=harbour&contractor=CON-5001"
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
DISABLED = (
    # Hidden pages of the address bar, one for each profile: they took an eighth of what these tests compute.
    "WebUIOmniboxPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxAimPopup",
    # What Playwright disables. The last such flag counts, so ours takes the place of its own.
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--no-first-run",
    f"--disable-features={','.join(DISABLED)}",
)
MISSING = "Chromium is not installed: `apt-get install chromium` brings the browser tests with it."
WAIT_MS = 30_000
"""How long what a test looks for may take: long, since a busy machine is no fault of the app's."""


def chromium() -> str:
    """The program; without it the test is skipped, under continuous integration it fails."""
    path = shutil.which("chromium")
    if path is None:
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)
    return str(path)


def headless_shell() -> str:
    """Return Chromium's headless shell, whose pages take two thirds of the processor time, or else Chromium."""
    return shutil.which("chromium-headless-shell") or chromium()


@dataclass
class Web:
    """The portal, a browser, and who has signed in: once each, for only five codes an hour go to an address."""

    processes: Processes
    browser: Browser | None = None
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The portal's address, without a slash at its end."""
        return self.processes.portal

    def cookie(self, email: str) -> str:
        """That of a sign-in of this person's."""
        if email not in self.cookies:
            self.cookies[email] = self.sign_in(email)
        return self.cookies[email]

    @contextmanager
    def code(self, email: str) -> Iterator[Callable[[], str]]:
        """The code that comes to this address for what is done meanwhile; it is waited for when it is called for."""
        after = len(self.processes.worker_output())
        yield lambda: self.processes.code(email, after)

    def sign_in(self, email: str) -> str:
        """The cookie of a new sign-in."""
        session = requests.Session()
        with self.code(email) as code:
            session.post(f"{self.url}/api/session/code", json={"email": email}, timeout=10)
            body = {"email": email, "code": code()}
        answer = session.post(f"{self.url}/api/session", json=body, timeout=10)
        assert answer.status_code == 201, answer.text
        return str(session.cookies["portal_session"])

    @contextmanager
    def context(self, email: str | None = None, **options: Any) -> Iterator[BrowserContext]:
        """A device of its own, on which this person is signed in; it must not complain of anything."""
        options = {"base_url": self.url, "locale": "en-GB", "timezone_id": "Europe/London", **options}
        assert self.browser
        context = self.browser.new_context(**options)
        context.set_default_timeout(WAIT_MS)
        if email:
            context.add_cookies([{"name": "portal_session", "value": self.cookie(email), "url": self.url}])
        complaints: list[str] = []
        context.on("console", lambda message: complaints.extend(complaint(message)))
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        try:
            yield context
        except Exception:
            for page in context.pages:
                print(shown(page))
            raise
        finally:
            context.close()
        assert not complaints, complaints

    @contextmanager
    def page(self, email: str | None = None, path: str = "/", **options: Any) -> Iterator[Page]:
        """A tab there, at that address."""
        with self.context(email, **(options or PHONE)) as context:
            page = context.new_page()
            page.goto(path)
            yield page

    def control(self, method: str, what: str, body: Any = None) -> Any:
        """Tell the simulated AgentOS what to do, or ask it."""
        answer = requests.request(method, f"{self.processes.simulator}/_control/{what}", json=body, timeout=10)
        assert answer.ok, answer.text
        return answer.json()

    def calls(self, since: int = 0) -> Any:
        """What AgentOS was asked since then, and `next`: since when to ask for more."""
        return self.control("GET", f"calls?since={since}")

    def open_job(self, email: str) -> str:
        """An open job of this person's that the portal has read."""
        cookies = {"portal_session": self.cookie(email)}
        answer = requests.get(f"{self.url}/api/contractor/jobs?status=open", cookies=cookies, timeout=30)
        return str(answer.json()["jobs"][0]["jobId"])

    def api(self, email: str, path: str, account: str = "acme/CON-1001") -> Any:
        """What the portal answers this person to GET, for one of their accounts."""
        headers, cookies = {"Portal-Account": account}, {"portal_session": self.cookie(email)}
        answer = requests.get(f"{self.url}/api/contractor/{path}", headers=headers, cookies=cookies, timeout=30)
        assert answer.ok, answer.text
        return answer.json()

    def agentos(self, what: str, agency: str = "acme") -> Any:
        """What the simulated AgentOS holds."""
        return self.control("GET", f"state/{agency}/{what}")


EXPECTED = (
    "the server responded with a status of",
    "Failed to load resource: net::ERR_",
    "An unknown error occurred when fetching the script",  # the service worker's, without a network
)
"""What browsers say of answers that a test has asked for: a wrong code, an account that is not theirs, no network."""


def complaint(message: ConsoleMessage) -> Iterator[str]:
    """What a browser complains of: errors, and all that a policy has refused."""
    if message.type in ("error", "warning") and not any(each in message.text for each in EXPECTED):
        yield f"{message.type}: {message.text} ({message.location})"


def shown(page: Page) -> str:
    """The text on a page, to be printed with a test that failed."""
    try:
        return f"{page.url} shows:\n{page.locator('body').inner_text(timeout=2_000)}"
    except Error as error:
        return f"{page.url} does not answer: {error}"


def wait_until_cached(page: Page) -> None:
    """Wait until the service worker has what it takes to open the app without a network."""
    page.evaluate(
        """() => new Promise((resolve) => {
            if (navigator.serviceWorker.controller) resolve();
            else navigator.serviceWorker.addEventListener("controllerchange", () => resolve());
        })"""
    )
