"""A note that the portal has taken over, whose submission stands wherever a test says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.web.browsing import ACME, HARPER, PHONE, Web
from tests.web.completing import let_go, mark_complete
from tests.web.outboxing import ACCOUNT, Tab, read_job_for

OF_THE_PORTAL = {"X-Request-ID": "a-request"}
"""A header that every answer of the portal has."""
ID = "S-1"
"""Of the submission."""
NO_BACKGROUND = "delete ServiceWorkerRegistration.prototype.sync"
"""As in most browsers: then the page alone sends, whose requests a test can answer."""
REFUSED_FIRST = "Acme's system refused this; we try again until 14:30."
ON_ITS_WAY = "It will be sent as soon as possible."


def answers(page: Page, state: str, message: str | None = None, result: Any = None, submission: str = ID) -> None:
    """Let the portal answer this to whoever asks what became of it."""
    body = {"submissionId": submission, "state": state, "message": message, "result": result}
    page.unroute(f"**/submissions/{submission}")
    page.route(f"**/submissions/{submission}", lambda route: route.fulfill(headers=OF_THE_PORTAL, json=body))


def forgets(page: Page, submission: str = ID) -> None:
    """Let the portal know nothing of it any more."""
    forgotten = {"error": "There is no such submission."}
    page.unroute(f"**/submissions/{submission}")
    page.route(
        f"**/submissions/{submission}",
        lambda route: route.fulfill(status=404, headers=OF_THE_PORTAL, json=forgotten),
    )


def accepts(page: Page, path: str, submission: str = ID) -> None:
    """Let the portal take over what is sent there."""

    def accept(route: Route) -> None:
        body = {"submissionId": submission, "state": "waiting", "message": ON_ITS_WAY}
        route.fulfill(
            status=202, headers=OF_THE_PORTAL, json=body
        ) if route.request.method != "GET" else route.fallback()

    page.route(path, accept)


def asked_again(page: Page) -> None:
    """Let the app ask now what became of what it has sent."""
    writing(page).wake()


@contextmanager
def job_in_review(web: Web) -> Iterator[Page]:
    """A job whose completion is in review; AgentOS has refused its note once."""
    with web.context(HARPER, **PHONE) as context:
        page = context.new_page()
        page.add_init_script(NO_BACKGROUND)
        accepts(page, "**/complete")
        answers(page, "review", "We asked Acme Lettings to check whether it arrived.")
        accepts(page, "**/notes", "S-2")
        answers(page, "waiting", REFUSED_FIRST, submission="S-2")
        page.goto(f"/jobs/{read_job_for(web)}?{ACME}")
        page.get_by_label("Add a note").fill("Valve fitted")
        page.get_by_role("button", name="Add note").tap()
        expect(page.get_by_role("listitem").filter(has_text="Valve fitted")).to_contain_text("With the portal")
        mark_complete(page)
        let_go(page)
        expect(page.locator(".pending")).to_contain_text("With the portal")
        asked_again(page)
        page.get_by_text(REFUSED_FIRST).wait_for()
        page.get_by_role("link", name="All contacts").wait_for()
        yield page


def writing(page: Page) -> Tab:
    """The outbox of this page's account, to put in what has no screen yet."""
    tab = Tab(page)
    tab.load()
    tab.run("await outbox.open(given)", ACCOUNT)
    return tab
