"""Any text from AgentOS is shown as text. It runs no script, opens no link by itself, and breaks no layout."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HOSTILE, PHONE, Web

pytestmark = pytest.mark.browser
ACCOUNT, JOB = "acme/CON-1008", "JOB-50"
TEXTS = {
    "markup and a template": "<img src=x onerror=alert(1)><script>alert(2)</script></textarea><svg onload=alert(3)>"
    "${alert(1)} {{constructor.constructor('alert(1)')()}} %s &lt;b&gt;",
    "an address that is code": "javascript:alert(1)",
    "right to left, and emoji": "\u202eתיקון \u2067דלת\u2069 \u202ddefgh\u202c👩🏽‍🔧🏴󠁧󠁢󠁷󠁬󠁳󠁿" * 40,
    "10,000 characters": "x" * 10_000,
}
FIELDS = (
    "JobNumber",
    "Title",
    "Description",
    "Priority",
    "Category",
    "Property",
    "Postcode",
    "AccessArrangements",
    "ReportedByName",
    "ReportedByPhone",
    "ReportedByEMail",
)
OF_CONTRACTOR = ("CompanyName", "MobilePhone", "LandPhone", "Address1", "Postcode", "VATNumber")
SCREENS = {
    "/jobs": "Jobs",
    f"/jobs/{JOB}": None,
    f"/jobs/{JOB}?sheet=note": None,
    f"/jobs/{JOB}?sheet=more": None,
    f"/jobs/{JOB}/print": None,
    "/contacts": None,
    f"/jobs/{JOB}/invoice": "Invoice",
    "/money": "Money",
    "/money?show=paid": "Money",
    "/money?show=paid&sheet=csv": "Money",
    "/account": "Account",
}
SCHEMES = ("http:", "https:", "tel:", "sms:", "geo:", "mailto:")


OF_STATEMENT = ("InvoiceNumber", "Description", "Status")
OF_INVOICE = ("InvoiceNumber", "Description", "DocumentName")
MONEY = {"Net": 100, "VAT": 20, "Gross": 120, "Commission": 10, "Amount": 110}


def set_everywhere(web: Web, text: str) -> None:
    """Put this text into every field of the job, the contractor and their payments. Wait until the portal shows it."""
    note = {"OID": "N-HOSTILE", "CreatedAt": "2026-11-20T10:00:00", "NoteContents": text, "CreatedBy": text}
    job = {**dict.fromkeys(FIELDS, text), "PropertyOID": None, "MaintenanceNotes": [note]}
    web.control("PATCH", f"state/acme/jobs/{JOB}", job)
    web.control("PATCH", "state/acme/contractors/CON-1008", dict.fromkeys(OF_CONTRACTOR, text))
    about = {"OID": "S-HOSTILE", "JobOID": JOB, "Date": "2026-11-20T00:00:00", "PaidDate": "2026-11-21T00:00:00"}
    statement = {**dict.fromkeys(OF_STATEMENT, text), **about, **MONEY}
    lists = {"historical": [statement], "pending": [{**statement, "OID": "S-HOSTILE-2", "PaidDate": None}]}
    web.control("PUT", "state/acme/statements/CON-1008", lists)
    sent = {"OID": "I-HOSTILE", "JobOID": JOB, "Amount": 120, "Status": "Submitted"}
    days = {"InvoiceDate": "2026-11-20T00:00:00", "SubmittedAt": "2026-11-20T10:00:00"}
    invoice = {**dict.fromkeys(OF_INVOICE, text), **sent, **days}
    web.control("PUT", "state/acme/invoices/CON-1008", [invoice])

    def shown() -> bool:
        account = web.api(HOSTILE, "account", ACCOUNT)
        return web.api(HOSTILE, f"jobs/{JOB}", ACCOUNT)["title"] == text.strip() == account["companyName"]

    wait_until("the portal to have read it", shown)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_data_is_shown_as_text(web: Web, text: str) -> None:
    """`web.context` also asserts that the browser reports no errors and no violation of the page's policy."""
    set_everywhere(web, text)
    with web.context(HOSTILE, **PHONE) as context:
        page = context.new_page()
        page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
        for path, heading in SCREENS.items():
            page.goto(path)
            page.get_by_role("heading", level=1, **({"name": heading} if heading else {})).wait_for()
            page.wait_for_load_state("networkidle")
            fits(page)
        page.goto(f"/jobs/{JOB}")
        expect(page.get_by_role("heading", level=1)).to_have_text(text)
        expect(page.get_by_role("region", name="What is wrong")).to_have_text(text)
        expect(page.locator(".say")).to_have_text(text)
        page.goto(f"/jobs/{JOB}/print")
        expect(page.get_by_role("heading", level=1)).to_have_text(text)


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"]
    schemes = page.evaluate("() => [...document.links].map(({protocol}) => protocol)")
    assert not [scheme for scheme in schemes if scheme not in SCHEMES]
    assert page.locator("#app :is(img:not(.logo img), script, [onerror], [onload])").count() == 0
