"""The whole portal as real processes: sign-in, every route once, and logs without personal data."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.end_to_end.processes import KEYS, Processes, running, wait_until
from tests.secret_search import find_secrets

pytestmark = pytest.mark.processes

EMAIL = "office@harper.example"
PERSONAL = (
    "EMail",
    "SecondEMail",
    "MobilePhone",
    "LandPhone",
    "Address",
    "Bank",
    "IBAN",
    "NINumber",
    "Surname",
    "VATNumber",
)
NOTE = "Tell-tale note: the key is under the blue pot 🔑\n<b>second line</b>"
SMALL = ("--branches", "2", "--contractors", "12", "--jobs", "60", "--today", "2026-11-25")
READS = (
    "/api/session",
    "/api/contractor/account",
    "/api/contractor/contacts",
    "/api/contractor/jobs",
    "/api/contractor/statements/historical",
    "/api/contractor/statements/pending",
    "/api/contractor/insights",
    "/api/contractor/invoices",
    "/api/contractor/agency",
    "/health/live",
    "/health/ready",
)
MAIL = re.compile(r"^-{60}\nMail to .*?^-{60}\n", re.MULTILINE | re.DOTALL)
WAITS = re.compile(rf"^No code for {re.escape(EMAIL)} yet: .*\n", re.MULTILINE)
"""The line on the console for a person whose code is not sent yet."""


def test_complete_journey_through_portal_succeeds(tmp_path: Path, stores: dict[str, str]) -> None:
    """The steps run in order, because each needs the results of the step before."""
    with running(tmp_path, simulator=SMALL, LOG_LEVEL="DEBUG", **stores) as everything:
        browser = Browser()
        code = mailed_code(everything, browser)
        sign_in(everything, browser, code)
        check_every_read(everything, browser)
        check_note_arrives_once(everything, browser)
        check_invoice_arrives_once(everything, browser)
        assert ask(everything, browser, "DELETE", "/api/session").status_code == 204
        assert ask(everything, browser, "GET", "/api/session").status_code == 401
        check_logs_contain_no_personal_data(everything, browser, code)


class Browser(requests.Session):
    """A browser that records its session ids."""

    def __init__(self) -> None:
        super().__init__()
        self.session_ids: set[str] = set()
        self.hooks["response"].append(self._keep)

    def _keep(self, answer: requests.Response, **_: Any) -> None:
        self.session_ids |= set(answer.cookies.get_dict().values()) - {""}


def mailed_code(everything: Processes, browser: Browser) -> str:
    answer = browser.post(f"{everything.portal}/api/session/code", json={"email": EMAIL}, timeout=30)
    assert answer.status_code == 204
    return everything.code(EMAIL)


def sign_in(everything: Processes, browser: Browser, code: str) -> None:
    """Sign in to acme, after a try with a wrong code. Acme's contractors may be fetched after the other agency's."""
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    answer = ask(everything, browser, "POST", "/api/session", json={"email": EMAIL, "code": wrong})
    assert answer.status_code == 401
    answer = ask(everything, browser, "POST", "/api/session", json={"email": EMAIL, "code": code})
    assert answer.status_code == 201, answer.text
    acme = {"agency": "acme", "contractorId": "CON-1001"}
    wait_until("acme", lambda: ask(everything, browser, "PATCH", "/api/session", json=acme).status_code == 200)


def ask(everything: Processes, browser: requests.Session, method: str, path: str, **options: Any) -> requests.Response:
    return browser.request(method, everything.portal + path, timeout=30, **options)


def state(everything: Processes, what: str) -> Any:
    answer = requests.get(f"{everything.simulator}/_control/state/acme/{what}", timeout=10)
    assert answer.ok, answer.text
    return answer.json()


def check_every_read(everything: Processes, browser: requests.Session) -> None:
    for path in READS:
        answer = ask(everything, browser, "GET", path)
        assert answer.status_code == 200, (path, answer.text)
        if path.startswith("/api/contractor"):
            again = ask(everything, browser, "GET", path, headers={"If-None-Match": answer.headers["ETag"]})
            assert again.status_code == 304, path


def open_job(everything: Processes, browser: requests.Session) -> dict[str, Any]:
    job: dict[str, Any] = ask(everything, browser, "GET", "/api/contractor/jobs?status=open").json()["jobs"][0]
    return job


def check_note_arrives_once(everything: Processes, browser: requests.Session) -> None:
    job = open_job(everything, browser)
    path = f"/api/contractor/jobs/{job['jobId']}"
    added = ask(everything, browser, "POST", f"{path}/notes", json={"note": NOTE})
    assert added.status_code == 201, added.text
    contents = [note["NoteContents"] for note in state(everything, f"jobs/{job['jobId']}")["MaintenanceNotes"]]
    assert contents.count(NOTE) == 1
    shown = ask(everything, browser, "GET", path).json()["notes"]
    assert [note["noteId"] for note in shown if note["note"] == NOTE] == [added.json()["noteId"]]


def check_invoice_arrives_once(everything: Processes, browser: requests.Session) -> None:
    invoice = {
        "jobId": open_job(everything, browser)["jobId"],
        "amount": 120.5,
        "description": "Tell-tale description",
        "invoiceDate": "2026-11-24",
        "invoiceNumber": "JOURNEY-1",
    }
    sent = ask(everything, browser, "POST", "/api/contractor/invoices", json=invoice)
    assert sent.status_code == 201, sent.text
    records = state(everything, "invoices")["CON-1001"]
    stored = [record for record in records if record["InvoiceNumber"] == "JOURNEY-1"]
    assert [(record["OID"], record["Amount"]) for record in stored] == [(sent.json()["invoiceId"], 120.5)]
    listed = ask(everything, browser, "GET", "/api/contractor/invoices").json()["invoices"]
    ids = [entry["invoiceId"] for entry in listed if entry["invoiceNumber"] == "JOURNEY-1"]
    assert ids == [sent.json()["invoiceId"]]


def check_logs_contain_no_personal_data(everything: Processes, browser: Browser, code: str) -> None:
    """Check that no log, without the console's mails, has a key, code, cookie, address, number, text or bank detail."""
    logs = {path.name: path.read_text("utf-8", "replace") for path in everything.log_files}
    assert len(MAIL.findall(logs["worker.log"])) == 1
    assert len(WAITS.findall(logs["worker.log"])) <= 1
    logs["worker.log"] = WAITS.sub("", logs["worker.log"])
    assert code in logs["worker.log"]
    for name in ("worker.log", "portal.log"):
        assert "agentos_call" in logs[name], "the search would find nothing in an empty log"
    assert "rule=/api/contractor/jobs/<id:job_id>/notes" in logs["portal.log"]
    secrets = {"SECRET-", "Tell-tale", NOTE, EMAIL, "harper.example", code, *KEYS.values(), *browser.session_ids}
    secrets |= set(texts(state(everything, "contractors"), PERSONAL))
    secrets |= set(
        texts(state(everything, "jobs"), ("ReportedBy", "NoteContents", "AccessArrangements", "Description"))
    )
    assert len(secrets) > 50
    for name, text in logs.items():
        assert not find_secrets(MAIL.sub("", text), secrets), name


def texts(value: Any, names: tuple[str, ...]) -> Iterator[str]:
    """Yield every text whose name begins with one of `names`, at any depth."""
    if isinstance(value, list):
        for inner in value:
            yield from texts(inner, names)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, str) and name.startswith(names) and len(inner.strip()) >= 6:
                yield inner.strip()
            else:
                yield from texts(inner, names)
