"""An outbox with items in every state. The states do not change during the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HARPER, PHONE, Web
from tests.web.outbox_tab import Tab, create_job, create_read_job, invoice, new_tab, unique_pdf
from tests.web.submission_stubs import OFFICE_ASKED, stub_acceptance, stub_forgotten, stub_status

NOT_SENT: dict[str, Any] = {
    "status": 500,
    "headers": {"X-Request-ID": "a", "Submission-State": "not-sent", "Retry-After": "3600"},
    "json": {"error": "Your agency's system cannot be reached just now. Nothing was sent."},
}
MAY_BE_THERE = "It may have arrived; we are checking."
EXPIRED = "It could not be sent within three days. Please send it again."
TAKEN_OVER = ["checking", "checking", "review", "refused", "unknown"]
STATES = ["done", "refused", "refused", *TAKEN_OVER, "waiting", "waiting", "sending", "waiting", "waiting"]
"""The states of the items, in the order in which they are written."""


@contextmanager
def outbox_in_every_state(web: Web, **options: Any) -> Iterator[Page]:
    """Open the outbox screen. Another tab has written the items and keeps the lock, so nothing is sent."""
    with web.context(HARPER, **(options or PHONE)) as context:
        tab = new_tab(context)
        tab.open()
        _write(web, tab)
        page = context.new_page()
        page.goto("/outbox")
        page.get_by_role("heading", name="Outbox").wait_for()
        try:
            yield page
        finally:
            web.control("DELETE", "faults")


def _write(web: Web, tab: Tab) -> None:
    sent, other, failed, lost, slow, doubted, reviewed, expired, forgotten = (create_job(web) for _ in range(9))
    checked = create_read_job(web)
    tab.add("invoice", sent, invoice(sent), unique_pdf(sent))
    tab.await_states("done")
    tab.add("invoice", sent, {**invoice(sent), "invoiceNumber": "H-2"})  # like the one before
    tab.add("invoice", other, {**invoice(other), "amount": 0})
    tab.await_states("done", "refused", "refused")
    web.control("POST", "faults", {"path": f"/jobs/{checked}", "status": 503})
    tab.note(checked, "Taken over by the portal")
    tracked = (doubted, "unconfirmed", MAY_BE_THERE), (reviewed, "review", OFFICE_ASKED), (expired, "expired", EXPIRED)
    for job, state, message in tracked:
        stub_acceptance(tab.page, f"**/{job}/notes", submission=job)
        stub_status(tab.page, state, message, submission=job)
        tab.note(job, f"Taken over, and {state}")
    stub_acceptance(tab.page, f"**/{forgotten}/notes", submission=forgotten)
    stub_forgotten(tab.page, submission=forgotten)
    tab.note(forgotten, "Taken over, and forgotten")
    tab.await_states("done", "refused", "refused", *TAKEN_OVER)
    tab.page.route(f"**/{failed}/notes", lambda route: route.fulfill(**NOT_SENT))
    tab.page.route(f"**/{lost}/notes", lambda route: route.abort())
    tab.page.route(f"**/{slow}/notes", lambda _: None)  # never gets a response
    tab.note(failed, "Not sent")
    tab.note(lost, "Perhaps there")
    wait_until("tries", lambda: all(item["tries"] for item in tab.items()[8:10]) or None)
    tab.note(slow, "On its way")
    tab.note(slow, "Behind it")
    tab.add("completion", slow, {"completed": True})
    tab.await_states(*STATES)
