"""Stubs for the portal's responses about submissions that it has accepted."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, Route

from tests.web.outbox_tab import outbox_of

OF_THE_PORTAL = {"X-Request-ID": "a-request"}
"""A header that every response of the portal has."""
ID = "S-1"
"""The id of the submission."""
NO_BACKGROUND = "delete ServiceWorkerRegistration.prototype.sync"
"""Remove Background Sync, so that only the page sends. Tests can respond to the requests of a page."""
REFUSED_FIRST = "Acme's system refused this. We will try again until 14:30."
ON_ITS_WAY = "It will be sent as soon as possible."
OFFICE_ASKED = "We asked Acme Lettings to check whether it arrived."
"""The portal's message once an e-mail to the office was sent."""


def stub_status(page: Page, state: str, message: str | None = None, result: Any = None, submission: str = ID) -> None:
    """Respond to requests for the status of a submission with this state.

    The newest stub applies. An earlier one stays, because without a stub a request would reach the portal.
    """
    body = {"submissionId": submission, "state": state, "message": message, "result": result}
    body["officeAsked"] = message == OFFICE_ASKED
    page.route(f"**/submissions/{submission}", lambda route: route.fulfill(headers=OF_THE_PORTAL, json=body))


def stub_forgotten(page: Page, submission: str = ID) -> None:
    """Respond to requests for the status of a submission with 404."""
    forgotten = {"error": "There is no such submission."}
    page.route(
        f"**/submissions/{submission}",
        lambda route: route.fulfill(status=404, headers=OF_THE_PORTAL, json=forgotten),
    )


def stub_acceptance(page: Page, path: str, submission: str = ID) -> None:
    """Accept every submission that is sent to this path."""

    def accept(route: Route) -> None:
        body = {"submissionId": submission, "state": "waiting", "message": ON_ITS_WAY}
        route.fulfill(
            status=202, headers=OF_THE_PORTAL, json=body
        ) if route.request.method != "GET" else route.fallback()

    page.route(path, accept)


def check_status_now(page: Page) -> None:
    """Let the app request the status of its items now."""
    outbox_of(page).wake()
