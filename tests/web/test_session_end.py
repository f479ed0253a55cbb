"""The end of a session that nobody ended: the device deletes the person's data, also without a network."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import ACME, HARPER, PHONE, Web, wait_until_cached
from tests.web.outbox_tab import NAME, notes_in_agentos
from tests.web.stored_data import HOLD_STORE, IMPATIENT, stored
from tests.web.test_devices import await_signed_out, write_note
from tests.web.test_signing_in import NOTHING_LOST, UNDELETED

pytestmark = pytest.mark.browser
IDLE = timedelta(hours=72)
HOUR = timedelta(hours=1)
LATER = "a note for later"
VISIBLE = "document.dispatchEvent(new Event('visibilitychange'))"
SAVED = """(change) => new Promise((resolve) => {
    const opening = indexedDB.open("portal");
    opening.onsuccess = () => {
        const store = opening.result.transaction("session", "readwrite").objectStore("session");
        const reading = store.get("last");
        reading.onsuccess = () => {
            if (change) store.put(change(reading.result), "last");
            store.transaction.oncomplete = () => { opening.result.close(); resolve(reading.result ?? null); };
        };
    };
})"""

UNDELETABLE = """() => {
    const fail = () => { throw new DOMException("no", "UnknownError"); };
    IDBFactory.prototype.deleteDatabase = fail;
    IDBObjectStore.prototype.clear = fail;
}"""


class Phone:
    """A phone on which Harper has opened a job that names its tenant."""

    def __init__(self, web: Web, context: BrowserContext) -> None:
        self.context = context
        job = next(
            job for job in web.api(HARPER, "jobs")["jobs"] if job["title"] and (job["reportedBy"] or {}).get("name")
        )
        self.job, self.title = str(job["jobId"]), str(job["title"])
        self.tenant = (str(job["reportedBy"]["name"]), str(job["property"]["address"]))
        self.page = context.new_page()
        self.page.goto(f"/jobs/{self.job}?{ACME}")
        wait_until_cached(self.page)
        self.await_job()

    def open(self, *, after: timedelta = timedelta()) -> Page:
        """Open the app anew, at a later time by the phone's clock."""
        self.page.close()
        self.page = self.context.new_page()
        self.set_clock(after)
        self.page.goto(f"/jobs/{self.job}?{ACME}")
        return self.page

    def set_clock(self, after: timedelta) -> None:
        """Set the phone's clock, without running timers."""
        self.page.clock.set_system_time(datetime.now(UTC) + after)

    def await_job(self) -> None:
        """Wait until the screen shows the job."""
        self.page.get_by_role("heading", level=1, name=self.title).wait_for()
        for text in self.tenant:
            expect(self.page.get_by_role("main")).to_contain_text(text)

    def await_sign_in(self) -> None:
        """Wait until nothing of the person is left but what they have not sent."""
        await_signed_out(self.page)
        expect(self.page.get_by_role("dialog")).to_contain_text(f"Sign in as {HARPER}")
        text = self.page.inner_text("body")
        assert not [each for each in (self.title, *self.tenant) if each in text]
        assert self.kept()["answers"] == 0

    def kept(self) -> dict[str, int]:
        """Return the number of Harper's databases, and of the rows in them."""
        return stored(self.page, HARPER)

    def saved(self, change: str = "undefined") -> Any:
        """Return the saved session, before this change to it."""
        return self.page.evaluate(f"() => ({SAVED})({change})")


@pytest.fixture
def phone(web: Web) -> Iterator[Phone]:
    """Return a phone that has the portal's answers."""
    with web.context(HARPER, **PHONE) as context:
        yield Phone(web, context)


def test_ended_session_shows_nothing_without_a_network_and_keeps_unsent_items(web: Web, phone: Phone) -> None:
    phone.context.set_offline(True)
    write_note(phone.page, LATER)
    expect(phone.page.get_by_role("listitem").filter(has_text=LATER)).to_contain_text("On this phone")
    phone.open(after=IDLE - HOUR)
    phone.await_job()
    phone.open(after=IDLE + HOUR)
    phone.await_sign_in()
    assert phone.kept() == {"databases": 1, "answers": 0, "outbox": 1, "drafts": 0}
    phone.open(after=timedelta(days=30))
    phone.page.get_by_role("heading", name="Sign in").wait_for()
    phone.context.set_offline(False)  # the portal's own clock is not later, so the session goes on there
    phone.open()
    phone.await_job()
    wait_until("the note", lambda: LATER in notes_in_agentos(web, phone.job))


@pytest.mark.parametrize("way", ["stays open", "comes back"])
def test_session_that_ends_in_an_open_app_shows_nothing_more(web: Web, phone: Phone, way: str) -> None:
    if way == "stays open":
        phone.page.clock.install()
        phone.page.reload()
        phone.await_job()
    phone.context.set_offline(True)
    if way == "stays open":
        phone.page.clock.fast_forward(int((IDLE + HOUR).total_seconds() * 1_000))
    else:
        phone.set_clock(IDLE + HOUR)
        phone.page.evaluate(VISIBLE)
    phone.await_sign_in()


def test_answer_of_the_api_moves_the_end_of_the_session(phone: Phone) -> None:
    phone.open()
    phone.await_job()
    phone.set_clock(IDLE - HOUR)
    with phone.page.expect_response("**/api/session"):  # the session is used, without a new page
        phone.page.get_by_role("link", name=re.compile("contacts$")).tap()
    phone.page.get_by_role("heading", level=1, name="Acme Lettings").wait_for()
    wait_until("the renewal", lambda: phone.saved()["endsAt"] > at(IDLE))
    phone.context.set_offline(True)
    phone.open(after=2 * IDLE - 2 * HOUR)
    phone.await_job()


def at(after: timedelta) -> float:
    return (datetime.now(UTC) + after).timestamp() * 1_000


def test_tab_does_not_end_a_session_that_another_tab_has_renewed(phone: Phone) -> None:
    asleep = phone.page
    phone.page = phone.context.new_page()
    phone.set_clock(IDLE - HOUR)
    phone.page.goto(f"/jobs/{phone.job}?{ACME}")
    wait_until("the renewal", lambda: phone.saved()["endsAt"] > at(IDLE))
    phone.context.set_offline(True)
    phone.page = asleep
    phone.set_clock(IDLE + HOUR)
    phone.page.evaluate(VISIBLE)
    phone.await_job()
    assert phone.kept()["answers"] > 0


@pytest.mark.parametrize("wrong_by", [timedelta(days=-400), timedelta(days=400)])
def test_wrong_clock_does_not_end_the_session(web: Web, wrong_by: timedelta) -> None:
    with web.context(HARPER, **PHONE) as context:
        page = context.new_page()
        page.clock.set_system_time(datetime.now(UTC) + wrong_by)
        page.goto("/account")
        wait_until_cached(page)
        page.locator(".row").first.wait_for()
        page.evaluate(VISIBLE)
        context.set_offline(True)
        page.reload()
        page.locator(".row").first.wait_for()


def test_failed_deletion_is_repeated_at_the_next_visit(phone: Phone) -> None:
    frozen = phone.context.new_page()
    frozen.goto("/api/docs")
    frozen.evaluate(HOLD_STORE, [NAME, "answers"])
    phone.page.evaluate(IMPATIENT)
    phone.context.add_init_script(IMPATIENT)
    phone.context.clear_cookies()
    phone.page.get_by_role("link", name=re.compile("contacts$")).tap()
    warning = phone.page.get_by_role("alert").filter(has_text=UNDELETED)
    expect(warning).to_be_visible()
    phone.context.set_offline(True)
    phone.page.reload()
    expect(warning).to_be_visible()
    frozen.close()
    phone.page.reload()
    phone.await_sign_in()
    expect(warning).to_have_count(0)
    phone.page.reload()
    phone.page.get_by_role("heading", level=1).wait_for()
    wait_until("the deletion", lambda: phone.saved() is None)


def test_sign_out_whose_deletion_failed_is_finished_at_the_next_visit(phone: Phone) -> None:
    left = {"status": 204, "headers": {"X-Request-ID": "a"}}  # a real one would end the session of other tests
    phone.page.route("**/api/session", lambda route: route.fulfill(**left))
    phone.page.goto("/account")
    phone.page.get_by_role("link", name="Sign out").wait_for()
    phone.page.evaluate(UNDELETABLE)
    phone.page.get_by_role("link", name="Sign out").tap()
    expect(phone.page.get_by_role("alert").filter(has_text=UNDELETED)).to_be_visible()
    phone.context.clear_cookies()
    phone.open()
    phone.page.get_by_role("heading", name="Sign in").wait_for()
    wait_until("the deletion", lambda: phone.saved() is None)
    assert NAME not in phone.page.evaluate("async () => (await indexedDB.databases()).map(({name}) => name)")
    assert NOTHING_LOST not in phone.page.inner_text("body")
