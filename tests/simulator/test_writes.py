"""Writes over HTTP: effects, responses and refusals."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import pytest

from tests.simulator.conftest import SimulatorClient

PDF = b"%PDF-1.7 made up"
DOCUMENT = {
    "DocumentName": "bill.pdf",
    "MimeType": "application/pdf",
    "Content": base64.b64encode(PDF).decode(),
    "Size": len(PDF),
}
INVOICE: dict[str, Any] = {
    "ContractorID": "CON-1001",
    "JobID": "JOB-1",
    "Amount": 480.0,
    "Description": "New valve",
    "InvoiceDate": "2026-11-20",
    "Documents": [DOCUMENT],
}


def test_status_change_sets_status_and_completion_date(client: SimulatorClient) -> None:
    before = client.job()
    done = client.call("PATCH", "jobs/JOB-1", json={"StatusID": "SX-4"})
    assert done.status_code == 200
    assert done.json()["Status"] == "Completed"
    assert "T" in done.json()["CompletedDate"]
    assert done.json()["ETag"] != before["ETag"]
    again = client.call("PATCH", "jobs/JOB-1", json={"StatusID": "SX-3"}).json()
    assert (again["Status"], again["StatusOID"], again["CompletedDate"]) == ("In progress", "SX-3", None)


def test_unknown_status_is_refused_with_html_page(client: SimulatorClient) -> None:
    for body in ({"StatusID": "SX-77"}, {"StatusID": ["SX-4"]}, {}):
        answer = client.call("PATCH", "jobs/JOB-1", json=body)
        assert answer.status_code == 400
        assert answer.headers["Content-Type"].startswith("text/html")
    assert client.call("PATCH", "jobs/JOB-999", json={"StatusID": "SX-4"}).status_code == 404


def test_two_equal_notes_are_stored_separately(client: SimulatorClient) -> None:
    note = {"NoteContents": "Part ordered\n🔧", "CreatedBy": "Harper Plumbing Ltd"}
    made = [client.call("POST", "jobs/JOB-1/notes", json=note) for _ in range(2)]
    assert [each.status_code for each in made] == [201, 201]
    notes = client.job()["MaintenanceNotes"][-2:]
    assert notes == [each.json() for each in made]
    assert notes[0]["OID"] != notes[1]["OID"]


def test_invoice_is_stored_with_its_document(client: SimulatorClient) -> None:
    oid = client.call("POST", "invoice/submit", json=INVOICE).json()["OID"]
    listed = client.get("contacts/contractors/CON-1001/invoices/0/100").json()["Data"][-1]
    assert (listed["OID"], listed["Amount"], listed["Status"]) == (oid, 480.0, "Submitted")
    kept = client.control("GET", "state/acme/documents")[-1]
    assert (kept["InvoiceOID"], kept["SHA256"]) == (oid, hashlib.sha256(PDF).hexdigest())
    assert base64.b64decode(kept["Content"]) == PDF
    logged = client.control("GET", "calls")["calls"][0]["body"]
    assert logged["Documents"][0]["Content"] == len(DOCUMENT["Content"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"ContractorID": None},
        {"Amount": None},
        {"Amount": "480.00"},
        {"Description": ""},
        {"InvoiceDate": None},
        {"JobID": "JOB-999"},
        {"JobID": None},
        {"Documents": [{**DOCUMENT, "DocumentName": "bill.png"}]},
        {"Documents": [{**DOCUMENT, "Content": "%%%"}]},
        {"Documents": [{**DOCUMENT, "Size": 1}]},
    ],
)
def test_invalid_invoice_is_refused(client: SimulatorClient, change: dict[str, Any]) -> None:
    assert client.call("POST", "invoice/submit", json={**INVOICE, **change}).status_code == 400
    assert len(client.control("GET", "state/acme/invoices/CON-1001")) == 4


@pytest.mark.parametrize(
    ("kind", "status", "start"),
    [
        ("object", 201, '{"OID"'),
        ("string", 200, '"N-'),
        ("reference", 200, '"REF/'),
        ("null", 200, "null"),
        ("empty", 204, ""),
        ("array", 200, "[{"),
        ("html", 200, "<!DOCTYPE"),
    ],
)
def test_write_response_format_can_be_chosen(client: SimulatorClient, kind: str, status: int, start: str) -> None:
    client.control("PUT", "answers/acme", {"note": kind})
    answer = client.call("POST", "jobs/JOB-1/notes", json={"NoteContents": "x", "CreatedBy": "y"})
    assert answer.status_code == status
    assert answer.text.startswith(start)
    assert client.job()["MaintenanceNotes"][-1]["NoteContents"] == "x"
