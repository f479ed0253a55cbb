"""An outbox that has something in every state there is, standing still to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page

from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, HARPER, PHONE, Web
from tests.web.following import accepts, answers, forgets
from tests.web.outboxing import Tab, a_pdf, invoice, job_for, read_job_for, tab_in

NOT_SENT: dict[str, Any] = {
    "status": 500,
    "headers": {"X-Request-ID": "a", "Submission-State": "not-sent", "Retry-After": "3600"},
    "json": {"error": "Your agency's system cannot be reached just now. Nothing was sent."},
}
ASKED = "We asked Acme Lettings to check whether it arrived."
MAY_BE_THERE = "It may have arrived; we are looking into it."
EXPIRED = "It could not be sent within three days. Please send it again."
TAKEN_OVER = ["checking", "checking", "review", "refused", "unknown"]
STATES = ["done", "refused", "refused", *TAKEN_OVER, "waiting", "waiting", "sending", "waiting", "waiting"]
"""Of what is written, in that order."""


@contextmanager
def outbox_in_every_state(web: Web, **options: Any) -> Iterator[Page]:
    """The outbox's screen, with what was written in another tab, which holds it as it is: only one sends at a time."""
    with web.context(HARPER, **(options or PHONE)) as context:
        tab = tab_in(context)
        tab.open()
        _write(web, tab)
        page = context.new_page()
        page.goto(f"/outbox?{ACME}")
        page.get_by_role("heading", name="Outbox").wait_for()
        try:
            yield page
        finally:
            web.control("DELETE", "faults")


def _write(web: Web, tab: Tab) -> None:
    sent, other, failed, lost, slow, doubted, reviewed, expired, forgotten = (job_for(web) for _ in range(9))
    checked = read_job_for(web)
    tab.add("invoice", sent, invoice(sent), a_pdf(sent))
    tab.await_states("done")
    tab.add("invoice", sent, {**invoice(sent), "invoiceNumber": "H-2"})  # as the one before
    tab.add("invoice", other, {**invoice(other), "amount": 0})
    tab.await_states("done", "refused", "refused")
    web.control("POST", "faults", {"path": f"/jobs/{checked}", "status": 503})
    tab.note(checked, "Taken over by the portal")
    told = (doubted, "unconfirmed", MAY_BE_THERE), (reviewed, "review", ASKED), (expired, "expired", EXPIRED)
    for job, state, message in told:
        accepts(tab.page, f"**/{job}/notes", submission=job)
        answers(tab.page, state, message, submission=job)
        tab.note(job, f"Taken over, and {state}")
    accepts(tab.page, f"**/{forgotten}/notes", submission=forgotten)
    forgets(tab.page, submission=forgotten)
    tab.note(forgotten, "Taken over, and forgotten")
    tab.await_states("done", "refused", "refused", *TAKEN_OVER)
    tab.page.route(f"**/{failed}/notes", lambda route: route.fulfill(**NOT_SENT))
    tab.page.route(f"**/{lost}/notes", lambda route: route.abort())
    tab.page.route(f"**/{slow}/notes", lambda _: None)  # never answered
    tab.note(failed, "Not sent")
    tab.note(lost, "Perhaps there")
    wait_until("tries", lambda: all(item["tries"] for item in tab.items()[8:10]) or None)
    tab.note(slow, "On its way")
    tab.note(slow, "Behind it")
    tab.add("completion", slow, {"completed": True})
    tab.await_states(*STATES)
