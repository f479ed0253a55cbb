"""The whole portal as real processes: sign-in, every route once, and logs without personal data."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.contractor import PATHS, Contractor
from tests.end_to_end.processes import KEYS, running
from tests.mailed_codes import codes_in
from tests.portal_server import Simulator
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
    "ReportedBy",
    "NoteContents",
    "AccessArrangements",
    "Description",
)
"""The beginnings of the names of fields of AgentOS with personal data."""
NOTE = "Tell-tale note: the key is under the blue pot 🔑\n<b>second line</b>"
SMALL = ("--branches", "2", "--contractors", "12", "--jobs", "60", "--today", "2026-11-25")
READS = (*PATHS, "account", "insights", "agency", "submissions")
MAIL = re.compile(r"^-{60}\nMail to .*?^-{60}\n", re.MULTILINE | re.DOTALL)
WAITS = re.compile(rf"^No code for {re.escape(EMAIL)} yet: .*\n", re.MULTILINE)
"""The line on the console for a person whose code is not sent yet."""


def test_logs_of_a_journey_contain_no_personal_data(tmp_path: Path, stores: dict[str, str]) -> None:
    """No log, without the console's mails, has a key, code, cookie, address, number, text or bank detail."""
    with running(tmp_path, simulator=SMALL, LOG_LEVEL="DEBUG", **stores) as everything:
        contractor = Contractor(everything, EMAIL, "acme/CON-1001")
        contractor.wait_until_read()
        assert all(contractor.good(path) for path in READS)
        [job, *_] = contractor.ask("GET", "jobs?status=open").json()["jobs"]
        assert contractor.ask("POST", f"jobs/{job['jobId']}/notes", json={"note": NOTE}).status_code == 201
        invoice = {
            "jobId": job["jobId"],
            "amount": 120.5,
            "description": "Tell-tale description",
            "invoiceDate": "2026-11-24",
            "invoiceNumber": "JOURNEY-1",
        }
        assert contractor.ask("POST", "invoices", json=invoice).status_code == 201
        logs = {path.name: path.read_text("utf-8", "replace") for path in everything.log_files}
        state = Simulator(everything.simulator).state()
    logs["worker.log"] = WAITS.sub("", logs["worker.log"])
    [(_, code)] = codes_in(logs["worker.log"])
    for name in ("worker.log", "portal.log"):
        assert "agentos_call" in logs[name], "the search would find nothing in an empty log"
    assert "rule=/api/contractor/jobs/<id:job_id>/notes" in logs["portal.log"]
    secrets = {"SECRET-", "Tell-tale", NOTE, EMAIL, "harper.example", code, *KEYS.values()}
    secrets |= {*contractor.browser.cookies.values(), *texts([state["contractors"], state["jobs"]])}
    assert len(secrets) > 50
    for name, text in logs.items():
        assert not find_secrets(MAIL.sub("", text), secrets), name


def texts(value: Any) -> Iterator[str]:
    """Yield every text of a field with personal data, at any depth."""
    if isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, str) and name.startswith(PERSONAL) and len(inner.strip()) >= 6:
                yield inner.strip()
            else:
                yield from texts(inner)
