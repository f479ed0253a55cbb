"""Texts of strangers in the output of commands: they cannot move the cursor or reorder a line in a terminal."""

import json
from typing import Any

import pytest
from sqlalchemy import insert, update

from app.store.tables import audit_entries, sessions
from tests.contract.api_calls import API, INVOICE
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer

HARPER = "office@harper.example"
HOSTILE, ESCAPED = (
    "a\x1b[2K\r\n\x7f\x9b\u202e\u2066\u2028\U000e0041é",
    r"a\u001b[2K\r\n\u007f\u009b\u202e\u2066\u2028\udb40\udc41é",
)
NUMBER, NUMBER_ESCAPED = "INV-\u202e77\u2069é", r"INV-\u202e77\u2069é"


def printed(portal_server: PortalServer, *args: str) -> str:
    result = portal_server.run(*args)
    assert all(line.isprintable() for line in result.stdout.split("\n"))
    return result.stdout


@pytest.fixture
def hostile(portal_server: PortalServer) -> str:
    """Return the id of a submission with a hostile number. Harper's session and an audit entry have hostile texts."""
    client = client_for(portal_server, "acme/CON-1001")
    invoice: dict[str, Any] = {"jobId": "JOB-1", **INVOICE, "invoiceNumber": NUMBER}
    answer = client.post(f"{API}/invoices", json=invoice)
    assert answer.status_code == 201, answer.text
    with portal_server.services.database.write() as connection:
        at = "2026-11-25T09:00:00.000000+00:00"
        texts = {"email": HOSTILE, "detail": HOSTILE, "software": HOSTILE, "network": HOSTILE, "request_id": HOSTILE}
        connection.execute(insert(audit_entries).values(at=at, event="sign-in failed", **texts))
        connection.execute(update(sessions).values(software=HOSTILE, network=HOSTILE, method=HOSTILE))
    [submission] = client.get(f"{API}/submissions").json["submissions"]  # type: ignore[index]
    return str(submission["submissionId"])


def test_lines_of_the_audit_are_escaped(portal_server: PortalServer, hostile: str) -> None:
    lines = printed(portal_server, "audit", "list").splitlines()
    [failed] = [line for line in lines if "  sign-in failed  " in line]
    assert failed.count(ESCAPED) == 5
    assert any(f"number {NUMBER_ESCAPED}, " in line for line in lines)
    assert len(lines) == int(lines[-1].split()[1].rstrip(".")) + 1


def test_audit_as_json_is_escaped_and_keeps_its_values(portal_server: PortalServer, hostile: str) -> None:
    text = printed(portal_server, "audit", "list", "--json")
    assert ESCAPED in text
    assert HOSTILE in [entry["email"] for entry in json.loads(text)]


def test_lines_of_sessions_are_escaped(portal_server: PortalServer, hostile: str) -> None:
    first, _ = printed(portal_server, "sessions", "list", "--email", HARPER).splitlines()
    assert first.count(ESCAPED) == 3


def test_submissions_are_escaped(portal_server: PortalServer, hostile: str) -> None:
    lines = printed(portal_server, "submissions", "list", "--state", "confirmed").splitlines()
    assert f"number {NUMBER_ESCAPED}, " in lines[0]
    shown = printed(portal_server, "submissions", "show", hostile)
    assert NUMBER_ESCAPED in shown
    assert json.loads(shown)["number"] == NUMBER


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\u2028", "\u2029"])
def test_invoice_number_forges_no_line(portal_server: PortalServer, line_break: str) -> None:
    forged = "2026-11-28 09:14:02  signed in  acme/CON-10"
    client = client_for(portal_server, "acme/CON-1001")
    invoice: dict[str, Any] = {"jobId": "JOB-1", **INVOICE, "invoiceNumber": f"1{line_break}{forged}"}
    answer = client.post(f"{API}/invoices", json=invoice)
    assert answer.json["invoiceNumber"] == f"1 {forged}"  # type: ignore[index]
    assert [sent["body"]["InvoiceNumber"] for sent in portal_server.simulator.writes()] == [f"1 {forged}"]
    lines = printed(portal_server, "audit", "list").splitlines()
    [submitted] = [line for line in lines if forged in line]
    assert f"  submitted  acme/CON-1001  {HARPER}  " in submitted
