"""A real browser with a real portal: sign-ins, pages, and checks that the browser reports no errors."""

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
"""Contractors with special cases.

HARPER works for two agencies, OBRIEN has two accounts at one, HOSTILE has names full of markup, and LEAVER signs out,
which ends a sign-in.
"""
ACME, HARBOUR = "agency=acme&contractor=CON-1001", "agency=harbour&contractor=CON-5001"
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
DISABLED = (
    # Hidden pages of the address bar, one for each profile. They took an eighth of the tests' processor time.
    "WebUIOmniboxPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxAimPopup",
    # Features that Playwright disables. Chromium uses only the last such flag, so ours must repeat them.
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
WAIT_MS = 30_000
"""The maximum wait for an element. It is long because a slow test machine is not the app's fault."""


def needed(program: str, remedy: str) -> str:
    """Return the path of this program. If it is missing, skip the test, or fail it under continuous integration."""
    path = shutil.which(program)
    if path is None:
        skip_test(f"{program} is not installed: `{remedy}`.")
    return str(path)


def skip_test(reason: str) -> None:
    """Skip the test, or fail it under continuous integration, where every engine must be installed."""
    pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)


def chromium() -> str:
    """Return the path of Chromium."""
    return needed("chromium", "apt-get install chromium")


def headless_shell() -> str:
    """Return the path of Chromium's headless shell, else of Chromium. The shell needs a third less processor time."""
    return shutil.which("chromium-headless-shell") or chromium()


@dataclass
class Web:
    """The portal, a browser, the cookie of each person, and the jobs that tests have taken to invoice them.

    Each person signs in once, because an address gets only five codes an hour.
    """

    processes: Processes
    browser: Browser | None = None
    cookies: dict[str, str] = field(default_factory=dict)
    taken_jobs: set[str] = field(default_factory=set)

    @property
    def url(self) -> str:
        """Return the portal's address, without a slash at its end."""
        return self.processes.portal

    def cookie(self, email: str) -> str:
        """Return the cookie of this person's sign-in."""
        if email not in self.cookies:
            self.cookies[email] = self.sign_in(email)
        return self.cookies[email]

    @contextmanager
    def code(self, email: str) -> Iterator[Callable[[], str]]:
        """Yield a function that waits for a code mailed to this address during the block, and returns it."""
        after = len(self.processes.worker_output())
        yield lambda: self.processes.code(email, after)

    def sign_in(self, email: str) -> str:
        """Sign in. Return the cookie."""
        return str(self.processes.sign_in(email).cookies["portal_session"])

    @contextmanager
    def context(self, email: str | None = None, cookie: str | None = None, **options: Any) -> Iterator[BrowserContext]:
        """Yield a new device. Assert that its browser reports no errors.

        It has the sign-in of this person that all tests share, or the sign-in of `cookie`, which a test may end.
        """
        options = {"base_url": self.url, "locale": "en-GB", "timezone_id": "Europe/London", **options}
        assert self.browser
        context = self.browser.new_context(**options)
        context.set_default_timeout(WAIT_MS)
        cookie = cookie or (email and self.cookie(email))
        if cookie:
            context.add_cookies([{"name": "portal_session", "value": cookie, "url": self.url}])
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
            context.unroute_all(behavior="ignoreErrors")  # the app may be asking for something
            for page in context.pages:
                page.unroute_all(behavior="ignoreErrors")
            context.close()
        assert not complaints, complaints

    @contextmanager
    def page(self, email: str | None = None, path: str = "/", **options: Any) -> Iterator[Page]:
        """Yield a tab of a new device at this path."""
        with self.context(email, **(options or PHONE)) as context:
            page = context.new_page()
            page.goto(path)
            yield page

    def control(self, method: str, what: str, body: Any = None) -> Any:
        """Make a control call to the simulated AgentOS. Return its response."""
        answer = requests.request(method, f"{self.processes.simulator}/_control/{what}", json=body, timeout=10)
        assert answer.ok, answer.text
        return answer.json()

    def calls(self, since: int = 0) -> Any:
        """Return AgentOS's calls since this number, and as `next` the number to continue from."""
        return self.control("GET", f"calls?since={since}")

    def open_job(self, email: str) -> str:
        """Return the id of an open job of this person that the portal has fetched."""
        cookies = {"portal_session": self.cookie(email)}
        answer = requests.get(f"{self.url}/api/contractor/jobs?status=open", cookies=cookies, timeout=30)
        return str(answer.json()["jobs"][0]["jobId"])

    def api(self, email: str, path: str, account: str = "acme/CON-1001") -> Any:
        """Return the portal's response to a GET by this person, for one of their accounts."""
        headers, cookies = {"Portal-Account": account}, {"portal_session": self.cookie(email)}
        answer = requests.get(f"{self.url}/api/contractor/{path}", headers=headers, cookies=cookies, timeout=30)
        assert answer.ok, answer.text
        return answer.json()

    def agentos(self, what: str, agency: str = "acme") -> Any:
        """Return data of the simulated AgentOS."""
        return self.control("GET", f"state/{agency}/{what}")


EXPECTED = (
    "the server responded with a status of",
    "Failed to load resource: net::ERR_",
    "An unknown error occurred when fetching the script",  # from the service worker without a network
)
"""Messages that browsers report for expected errors: a wrong code, another person's account, no network."""


def complaint(message: ConsoleMessage) -> Iterator[str]:
    """Yield a message if it is an unexpected error or a violation of a policy."""
    if message.type in ("error", "warning") and not any(each in message.text for each in EXPECTED):
        yield f"{message.type}: {message.text} ({message.location})"


def shown(page: Page) -> str:
    """Return the text on a page, for the output of a failed test."""
    try:
        return f"{page.url} shows:\n{page.locator('body').inner_text(timeout=2_000)}"
    except Error as error:
        return f"{page.url} does not answer: {error}"


def wait_until_cached(page: Page) -> None:
    """Wait until the service worker has cached everything that the app needs to open without a network."""
    page.evaluate(
        """() => new Promise((resolve) => {
            if (navigator.serviceWorker.controller) resolve();
            else navigator.serviceWorker.addEventListener("controllerchange", () => resolve());
        })"""
    )
