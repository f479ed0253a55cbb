"""Every screen of the app, with the answers of a sample day: the states of each place and page, and each sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, expect

from tests.web.browsing import HARPER, Web
from tests.web.invoice_form import attach, attached, fill, open_review
from tests.web.outbox_tab import Tab, new_tab, unique_pdf
from tests.web.sample_day import TALL, SampleDay, ago, done, sample_invoices, sample_jobs

OWN = "agency=acme&contractor=CON-1"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1"


def contact(identity: str, **fields: Any) -> dict[str, Any]:
    """Return a contact of an agency."""
    missing = dict.fromkeys(("role", "branchName", "email", "mobile", "phone"))
    return {**missing, "contactId": identity, "branchName": "Leeds", **fields}


def event(status: str, days: float, *, exact: bool = True) -> dict[str, Any]:
    """Return an event of an invoice so many days ago."""
    return {"status": status, "at": ago(days=days), "exact": exact}


def invoice(number: str, status: str, **fields: Any) -> dict[str, Any]:
    """Return an invoice of twenty days ago."""
    about = {"invoiceId": f"INV-{number}", "invoiceNumber": number, "submissionId": f"{number}cafe0123", "jobId": None}
    money = {"amount": 156.0, "vat": 26.0, "description": f"Work {number}", "document": None, "statementId": None}
    times = {"invoiceDate": ago(days=20)[:10], "submittedAt": ago(days=20), "rejectedBy": None}
    history = [event("sending", 20), event("submitted", 20)]
    return {**about, **money, **times, "history": history, "status": status, **fields}


def statement(identity: str, **fields: Any) -> dict[str, Any]:
    """Return a pending statement."""
    money = {"net": 400.0, "vat": 80.0, "gross": 480.0, "commission": 57.6, "amount": 422.4}
    about = {"reference": None, "description": f"Works {identity}", "jobId": None, "status": "Approved", "paidAt": None}
    return {"statementId": identity, "date": ago(days=9)[:10], **money, **about, **fields}


def full_day() -> SampleDay:
    """Return a day on which every page has all that it can show."""
    jobs = sample_jobs()
    notes = [
        {"noteId": "N-1", "note": "Isolator is behind the panel", "author": "Sian Rhys", "createdAt": ago(days=1)},
        {"noteId": "N-2", "note": "Part is ordered", "author": "Dan Harper", "createdAt": ago(days=1, hours=1)},
    ]
    where = {"address": "133 Albert Road, Wakefield", "postcode": "WF1 4PL", "access": "Key safe at the front door"}
    jobs["acme"][1] |= {"description": "Immersion trips the switch.", "notes": notes, "property": where}
    mark = {"state": "elsewhere", "invoiceNumber": "B-17", "at": ago(days=5)}
    jobs["acme"] += [done("JOB-8", "Door lock stiff", 9, invoicing=mark)]
    seen = [event("sending", 20), event("submitted", 20), event("authorised", 9, exact=False)]
    own = [
        *sample_invoices()["acme"],
        invoice("H-7", "authorised", jobId="JOB-8", amount=480.0, history=seen),
        invoice("H-19", "sending", history=[event("sending", 0)], submittedAt=ago(), invoiceDate=ago()[:10]),
    ]
    rejected = [event("sending", 20), event("submitted", 20), event("rejected", 9, exact=False)]
    own[0] |= {"history": rejected, "vat": 26.0, "submissionId": "H-9cafe0123"}
    pending = [statement("S-9", jobId="JOB-8"), statement("S-10", amount=90.0)]
    paid = [
        statement(f"S-{number}", paidAt=ago(days=60 * number)[:10], status="Paid", reference=f"R-{number}")
        for number in (1, 2, 3)
    ]
    branch = contact("BR-1", name="Leeds", phone="0113 496 0100", email="leeds@acme.example")
    sian = contact("C-1", name="Sian Rhys", role="Property manager", mobile="07700 900321", email="sian@acme.example")
    device = {"software": "Chrome on Android", "network": "81.2.69.x", "method": "code"}
    times = {"signedInAt": ago(days=20), "lastSeenAt": ago(days=1)}
    record = {"companyName": "Harper Plumbing Ltd", "address": "1 Mill Lane, Leeds", "phone": "01632 960001"}
    own_agency = {"agency": {"branchId": "BR-1", "branchName": "Leeds"}, "contractorId": "CON-1", **record}
    return SampleDay(
        jobs=jobs,
        invoices={"acme": own},
        more={
            "acme statements/pending": {"statements": pending},
            "acme statements/historical": {"statements": paid},
            "acme contacts": {"contacts": [branch, sian]},
            "acme account": own_agency,
            "session/devices": {
                "devices": [
                    {"deviceId": "D-1", **device, **times, "current": True},
                    {"deviceId": "D-2", **device, **times, "software": "Firefox on Windows", "current": False},
                ]
            },
            "session/passkeys": {
                "passkeys": [
                    {"passkeyId": "P-1", "name": "Chrome on Android", "createdAt": ago(days=20), "usedAt": ago(days=9)}
                ]
            },
        },
    )


def one_agency() -> SampleDay:
    """Return the day of a person with one agency."""
    day = full_day()
    day.agencies, day.accents = ("acme",), {"acme": "#0b5cad"}
    return day


def quiet_day() -> SampleDay:
    """Return a day without anything to do."""
    return SampleDay(jobs={}, invoices={}, to_invoice={})


def bad_day() -> SampleDay:
    """Return a day on which one agency's data is old, and another's is missing."""
    day = full_day()
    day.away = {"acme": ago(hours=5), "north": ""}
    return day


def signed_out() -> SampleDay:
    """Return the answers for a person who is not signed in."""
    return SampleDay(is_signed_in=False)


# ---- Steps from the address to the screen


def nothing(page: Page) -> None:
    """Stay on the page of the address."""


def lose_signal(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    page.route("**/api/**", lambda route: route.abort())
    page.reload()
    page.get_by_text("No signal").first.wait_for()


def end_session(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    answer: Any = {"status": 401, "headers": {"X-Request-ID": "a"}, "json": {"error": "Please sign in."}}
    page.route("**/api/**", lambda route: route.fulfill(**answer))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.get_by_role("dialog", name="You were signed out").wait_for()


def ask_for_code(page: Page) -> None:
    page.get_by_label("Email the agency knows you by").fill("sam@nowhere.example")
    page.get_by_role("button", name="Email me a code").tap()
    page.get_by_label("6-digit code").fill("12")
    page.get_by_role("button", name="Sign in").tap()


def type_half_an_email(page: Page) -> None:
    email = page.get_by_label("Email the agency knows you by")
    for typed in ("", "office", "office@"):
        email.fill(typed)
        page.get_by_role("button", name="Email me a code").tap()
        expect(page.get_by_role("alert")).to_contain_text("whole email address")
        expect(email).to_be_focused()


def mark_done(page: Page) -> None:
    page.get_by_role("button", name="Done", exact=True).tap()
    page.get_by_role("button", name="Undo").wait_for()


def attach_pdf(page: Page) -> None:
    fill(page)
    attach(page, unique_pdf("read aloud"), "H.pdf")
    attached(page).wait_for()


def review(page: Page) -> None:
    fill(page)
    open_review(page)
    page.get_by_role("heading", name="Review").wait_for()


def send(page: Page) -> None:
    review(page)
    page.get_by_role("button", name="Send invoice").tap()
    page.get_by_role("heading", name="Received by the portal").wait_for()


def lose_everything(page: Page) -> None:
    page.get_by_role("link", name="Sign out").tap()
    page.get_by_role("dialog").wait_for()


def item(text: str, sheet: str = "") -> Callable[[Page], None]:
    """Return a step that opens the page of the item with this text, and this sheet over it."""

    def open_item(page: Page) -> None:
        page.locator(".row", has_text=text).first.get_by_role("link").first.tap()
        page.locator(".bar").first.wait_for()
        if sheet:
            page.get_by_role("link", name=sheet).first.tap()
            page.get_by_role("dialog").wait_for()

    return open_item


def compare(page: Page) -> None:
    item("Leak in hall")(page)
    page.get_by_role("link", name="Compare the two").tap()
    page.get_by_role("heading", name="Looks like a duplicate").wait_for()


def delete_duplicate(page: Page) -> None:
    compare(page)
    page.get_by_role("link", name="Delete").tap()
    page.get_by_role("dialog").wait_for()


@dataclass(frozen=True)
class Screen:
    """A way to a screen.

    `has_items`: the outbox has an item in every state. `options`: of the browser. `read`: the part for its snapshot.
    """

    path: str
    then: Callable[[Page], None] = nothing
    day: Callable[[], SampleDay] = full_day
    has_items: bool = False
    options: dict[str, Any] = field(default_factory=dict)
    read: str = "body"


JOB, DONE, FORM = f"/jobs/JOB-2?{OWN}", f"/jobs/JOB-5?{OWN}", f"/jobs/JOB-5/invoice?{OWN}"
SCREENS = {
    "sign in": Screen("/", day=signed_out),
    "sign in with half an email": Screen("/", type_half_an_email, day=signed_out),
    "a code": Screen("/", ask_for_code, day=signed_out),
    "signed out": Screen("/", end_session),
    "today": Screen("/", has_items=True),
    "today with one agency": Screen("/", day=one_agency),
    "today without signal": Screen("/", lose_signal),
    "today with agencies away": Screen("/", day=bad_day),
    "today all quiet": Screen("/", day=quiet_day),
    "jobs": Screen("/jobs"),
    "jobs with one agency": Screen("/jobs", day=one_agency),
    "jobs of which agency": Screen("/jobs?sheet=agency", read="dialog"),
    "jobs to invoice": Screen("/jobs?show=to-invoice"),
    "jobs done": Screen("/jobs?show=done"),
    "jobs without any": Screen("/jobs", day=quiet_day),
    "search": Screen("/search"),
    "search with results": Screen("/search?q=grace"),
    "search without results": Screen("/search?q=grase"),
    "a job": Screen(JOB),
    "an emergency": Screen(f"/jobs/JOB-1?{OWN}"),
    "a job just done": Screen(JOB, mark_done),
    "a job with items": Screen(f"/jobs/JOB-3?{OWN}", has_items=True),
    "a done job": Screen(DONE),
    "a job invoiced elsewhere": Screen(f"/jobs/JOB-8?{OWN}"),
    "a cancelled job": Screen(f"/jobs/JOB-7?{OWN}"),
    "no such job": Screen(f"/jobs/JOB-59?{OWN}"),
    "a note": Screen(f"{JOB}&sheet=note", read="dialog"),
    "more about a job": Screen(f"{JOB}&sheet=more", read="dialog"),
    "more about a done job": Screen(f"{DONE}&sheet=more", read="dialog"),
    "reopen": Screen(f"{DONE}&sheet=reopen", read="dialog"),
    "invoiced elsewhere": Screen(f"{DONE}&sheet=elsewhere", read="dialog"),
    "back on the list": Screen(f"/jobs/JOB-8?{OWN}&sheet=elsewhere", read="dialog"),
    "a job sheet": Screen(f"/jobs/JOB-2/print?{OWN}"),
    "an invoice": Screen(FORM),
    "an invoice with faults": Screen(FORM, open_review),
    "an invoice with its PDF": Screen(FORM, attach_pdf),
    "an invoice in review": Screen(FORM, review),
    "an invoice sent": Screen(FORM, send),
    "an invoice for a statement": Screen(f"/invoice?statement=S-9&{OWN}"),
    "an invoice for which job": Screen("/invoice?shared=1"),
    "a duplicate": Screen("/outbox", compare, has_items=True),
    "a duplicate to delete": Screen("/outbox", delete_duplicate, has_items=True, read="dialog"),
    "money": Screen("/money", has_items=True),
    "money paid": Screen("/money?show=paid"),
    "money for the accountant": Screen("/money?show=paid&sheet=csv", read="dialog"),
    "money without any": Screen("/money", day=quiet_day),
    "an invoice in Money": Screen(f"/money/invoices/INV-H-7?{OWN}"),
    "a rejected invoice in Money": Screen(f"/money/invoices/INV-1?{OWN}"),
    "a statement": Screen(f"/money/statements/S-9?{OWN}"),
    "outbox": Screen("/outbox", day=quiet_day),
    "outbox in every state": Screen("/outbox", has_items=True),
    "an item on this phone": Screen("/outbox", item("behind it"), has_items=True),
    "an item to edit": Screen("/outbox", item("behind it", "Edit"), has_items=True, read="dialog"),
    "an item to delete": Screen("/outbox", item("behind it", "Delete"), has_items=True, read="dialog"),
    "an item to take back": Screen("/outbox", item("Done"), has_items=True),
    "an item with the portal": Screen("/outbox", item("is with the portal"), has_items=True),
    "an item being checked": Screen("/outbox", item("being checked"), has_items=True),
    "an item we asked about": Screen("/outbox", item("asked:"), has_items=True),
    "an item to ring about": Screen("/outbox", item("rung:"), has_items=True),
    "an item that arrived": Screen("/outbox", item("arrived"), has_items=True),
    "a refused item": Screen("/outbox", item("No heating"), has_items=True),
    "an expired item": Screen("/outbox", item("late:"), has_items=True),
    "contacts": Screen(f"/contacts?{OWN}"),
    "account": Screen("/account"),
    "devices": Screen("/account/devices"),
    "passkeys elsewhere": Screen("/account/passkeys"),
    "signing out": Screen("/account", lose_everything, has_items=True, read="dialog"),
    "not one of yours": Screen("/jobs/JOB-1?agency=acme&contractor=CON-9"),
    "home screen": Screen("/install"),
    "home screen of an iPhone": Screen("/install", options={"user_agent": IPHONE}, has_items=True),
    "accessibility": Screen("/accessibility"),
    "nowhere": Screen("/nowhere"),
}
"""The screens by their name, which is that of the snapshot for screen readers."""

ITEMS = [
    ("invoice", "JOB-refused", "No heating"),
    ("invoice", "JOB-double", "Leak in hall"),
    ("note", "JOB-3", "It is being checked"),
    ("note", "JOB-3", "It is with the portal"),
    ("note", "JOB-4", "asked: did it arrive"),
    ("note", "JOB-5", "rung: did it arrive"),
    ("note", "JOB-6", "late: it expired"),
    ("note", "JOB-8", "It arrived"),
    ("note", "JOB-1", "It is slow"),
    ("note", "JOB-1", "It waits behind it"),
]
"""The kind, the job and the text of each item of the outbox."""
STATES = ["refused", "refused", "checking", "checking", "review", "review", "refused", "done", "sending", "waiting"]


def add_item(tab: Tab, kind: str, job: str, text: str) -> None:
    """Add an item to the outbox."""
    money = {"amount": 86, "description": text, "invoiceDate": ago(days=1)[:10], "invoiceNumber": "H-4", "jobId": job}
    content = {"note": text} if kind == "note" else money
    about = text if kind == "invoice" else "No hot water"
    draft = {"kind": kind, "jobId": job, "about": about, "content": content, "document": None}
    tab.run("await outbox.add(...argument)", [tab.owner, draft])


@contextmanager
def shown_screen(web: Web, name: str, **options: Any) -> Iterator[Page]:
    """Yield a page that shows this screen. Another tab keeps the lock of the outbox, so states stay."""
    screen = SCREENS[name]
    with web.context(HARPER, **{**TALL, **screen.options, **options}) as context:
        context.route("**/api/**", screen.day().answer)
        if screen.has_items:
            tab = new_tab(context)
            tab.open({"email": HARPER, "agency": "acme", "contractorId": "CON-1"})
            for items, states in ((ITEMS[:-2], STATES[:-2]), (ITEMS[-2:], STATES)):
                for each in items:
                    add_item(tab, *each)
                tab.await_states(*states)
            tab.add("completion", "JOB-2", {"completed": True})
        page = context.new_page()
        page.goto(screen.path)
        page.get_by_role("heading", level=1).first.wait_for()
        screen.then(page)
        page.wait_for_load_state("networkidle")
        expect(page.locator(".loading")).to_have_count(0)
        yield page
