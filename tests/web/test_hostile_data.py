"""Whatever AgentOS holds is text: it runs no script, leads nowhere by itself, and breaks no layout."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import HOSTILE, PHONE, Web

pytestmark = pytest.mark.browser
ACCOUNT, JOB = "acme/CON-1008", "JOB-50"
TEXTS = {
    "markup": "<img src=x onerror=alert(1)><script>alert(2)</script></textarea><svg onload=alert(3)>",
    "an address that is code": "javascript:alert(1)",
    "right to left": "\u202eתיקון \u2067דלת\u2069 \u202ddefgh\u202c",
    "10,000 characters": "x" * 10_000,
    "emoji": "👩🏽‍🔧🏴󠁧󠁢󠁷󠁬󠁳󠁿" * 40,
    "a template": "${alert(1)} {{constructor.constructor('alert(1)')()}} %s &lt;b&gt;",
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
SCHEMES = ("http:", "https:", "tel:", "mailto:")


def set_everywhere(web: Web, text: str) -> None:
    """In every text of the job and of the contractor, and shown by the portal."""
    note = {"OID": "N-HOSTILE", "CreatedAt": "2026-11-20T10:00:00", "NoteContents": text, "CreatedBy": text}
    job = {**dict.fromkeys(FIELDS, text), "PropertyOID": None, "MaintenanceNotes": [note]}
    web.control("PATCH", f"state/acme/jobs/{JOB}", job)
    web.control("PATCH", "state/acme/contractors/CON-1008", dict.fromkeys(OF_CONTRACTOR, text))

    def shown() -> bool:
        account = web.api(HOSTILE, "account", ACCOUNT)
        return web.api(HOSTILE, f"jobs/{JOB}", ACCOUNT)["title"] == text.strip() == account["companyName"]

    wait_until("the portal to have read it", shown)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_it_is_shown_as_it_is(web: Web, text: str) -> None:
    """That nothing is complained of, by the page's policy least of all, is looked at when the device is put away."""
    set_everywhere(web, text)
    with web.context(HOSTILE, **PHONE) as context:
        page = context.new_page()
        page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
        for path, heading in (("/jobs", "Jobs"), (f"/jobs/{JOB}", None), ("/account", "Account")):
            page.goto(path)
            page.get_by_role("heading", level=1, **({"name": heading} if heading else {})).wait_for()
            page.wait_for_load_state("networkidle")
            fits(page)
        page.goto(f"/jobs/{JOB}")
        expect(page.get_by_role("heading", level=1)).to_have_text(text)
        expect(page.locator(".description")).to_have_text(text)
        expect(page.locator(".says")).to_have_text(text)


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"]
    schemes = page.evaluate("() => [...document.links].map(({protocol}) => protocol)")
    assert not [scheme for scheme in schemes if scheme not in SCHEMES]
    assert page.locator("#app :is(img:not(.logo), script, [onerror], [onload])").count() == 0
