"""The office's page in a real browser: opened from an e-mail, on a phone, without a session or a script."""

import re

import pytest
import requests
from playwright.sync_api import expect

from tests.end_to_end.processes import wait_until
from tests.web.browsing import DESKTOP, HARPER, PHONE, Web

pytestmark = pytest.mark.browser

LINK = re.compile(r"https?://[^/\s]+(/review/\S+)")


def mailed_link(web: Web) -> str:
    """Return the path of an invoice whose delivery only a person can check.

    The office gets one e-mail an hour. Its link, also of an earlier test, leads to all reviews.
    """
    for fault in (
        {"method": "GET", "path": "/invoices/", "status": 404},
        {"method": "POST", "path": "invoice/submit", "status": 503, "times": 1},
    ):
        web.control("POST", "faults", fault)
    cookies = {"portal_session": web.cookie(HARPER)}
    invoice = {
        "jobId": web.open_job(HARPER),
        "amount": 1_234.5,
        "vat": 205.75,
        "description": "Replaced the <valve> & checked the boiler.\nTwo hours.",
        "invoiceDate": "2026-11-25",
        "invoiceNumber": f"R-{len(web.processes.worker_output())}",
    }
    headers = {"X-Allow-Duplicate": "true"}
    answer = requests.post(
        f"{web.url}/api/contractor/invoices", json=invoice, cookies=cookies, headers=headers, timeout=30
    )
    web.control("DELETE", "faults")
    assert answer.headers["Submission-State"] == "review", answer.text
    link = wait_until("a mail to the office", lambda: LINK.search(web.processes.worker_output()))[1]
    return f"{link}/{answer.headers['Location'].rpartition('/')[2]}"


def test_office_confirms_a_submission_on_a_phone(web: Web) -> None:
    path = mailed_link(web)
    with web.page(path=path, **PHONE) as page:
        expect(page.get_by_role("heading", level=1)).to_have_text("Did this invoice arrive?")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls down, and never aside"
        for name in ("It is there", "It is not there"):
            box = page.get_by_role("button", name=name, exact=True).bounding_box()
            assert box is not None
            assert box["height"] >= 44
        expect(page.get_by_text("£1,234.50")).to_be_visible()
        page.get_by_label("Remark (optional)").fill("Jo at the desk")
        page.get_by_role("button", name="It is there", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("It is there")
        expect(page.get_by_text("Remark: Jo at the desk")).to_be_visible()
        expect(page.get_by_role("button")).to_have_count(0)


def test_office_corrects_a_wrong_id_with_the_keyboard(web: Web) -> None:
    path = mailed_link(web)
    with web.page(path=path, java_script_enabled=False, **DESKTOP) as page:
        page.get_by_label("Remark (optional)").press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Did this invoice arrive?")
        page.get_by_label("Its id in AgentOS").fill("no id")
        page.get_by_role("button", name="It is there", exact=True).press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("An AgentOS id has letters")
        page.get_by_label("Its id in AgentOS").fill("")
        page.get_by_role("button", name="It is there", exact=True).press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("It is there")
