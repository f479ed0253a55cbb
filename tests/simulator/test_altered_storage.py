"""Faults that store a field in altered form."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.conftest import SimulatorClient
from tests.simulator.test_writes import INVOICE

ABSENT = "absent"
NOTE = {"NoteContents": "Café & “bar”\nback Friday", "CreatedBy": "Harper Plumbing Ltd"}


@pytest.mark.parametrize(
    ("stores", "field", "stored"),
    [
        ({"NoteContents": "crlf"}, "NoteContents", "Café & “bar”\r\nback Friday"),
        ({"NoteContents": "entities"}, "NoteContents", "Café &amp; “bar”\nback Friday"),
        ({"NoteContents": "nfd"}, "NoteContents", "Cafe\u0301 & “bar”\nback Friday"),
        ({"NoteContents": "blanks"}, "NoteContents", " Café & “bar”\nback Friday "),
        ({"NoteContents": 4}, "NoteContents", "Café"),
        ({"NoteContents": [4, "nfd", "blanks"]}, "NoteContents", " Cafe\u0301 "),
        ({"CreatedBy": "=API user"}, "CreatedBy", "API user"),
        ({"CreatedBy": "null"}, "CreatedBy", None),
        ({"CreatedBy": "missing"}, "CreatedBy", ABSENT),
    ],
)
def test_altered_note_is_stored_and_returned_altered(
    client: SimulatorClient, stores: dict[str, Any], field: str, stored: Any
) -> None:
    client.fault(method="POST", path="/notes$", stores=stores)
    answer = client.call("POST", "jobs/JOB-1/notes", json=NOTE)
    note = client.get("jobs/JOB-1").json()["MaintenanceNotes"][-1]
    assert note.get(field, ABSENT) == stored
    assert (answer.status_code, answer.json()) == (201, note)
    other_fields = {name: note[name] for name in NOTE if name != field}
    assert other_fields.items() <= NOTE.items()


@pytest.mark.parametrize(
    ("stores", "field", "stored"),
    [
        ({"InvoiceNumber": "upper"}, "InvoiceNumber", "H-1042A"),
        ({"InvoiceNumber": "spaced"}, "InvoiceNumber", "h-1 042 a"),
        ({"InvoiceNumber": "blanks"}, "InvoiceNumber", " h-1042a "),
        ({"InvoiceNumber": "missing"}, "InvoiceNumber", ABSENT),
        ({"Amount": "net"}, "Amount", 400.0),
        ({"Amount": "missing"}, "Amount", ABSENT),
        ({"InvoiceDate": "utc"}, "InvoiceDate", "2026-06-19T23:00:00Z"),
        ({"InvoiceDate": "day-before"}, "InvoiceDate", "2026-06-19T23:00:00"),
        ({"InvoiceDate": "missing"}, "InvoiceDate", ABSENT),
        ({"Description": 3}, "Description", "New"),
        ({"DocumentName": "missing"}, "DocumentName", ABSENT),
        ({"DocumentName": "=document.pdf"}, "DocumentName", "document.pdf"),
        ({"Documents": "dropped"}, "DocumentName", None),
    ],
)
def test_altered_invoice_is_stored_altered(
    client: SimulatorClient, stores: dict[str, Any], field: str, stored: Any
) -> None:
    client.fault(method="POST", path="invoice/submit", stores=stores)
    sent = {**INVOICE, "VAT": 80.0, "InvoiceNumber": "h-1042a", "InvoiceDate": "2026-06-20"}
    oid = client.call("POST", "invoice/submit", json=sent).json()["OID"]
    invoice = client.get("contacts/contractors/CON-1001/invoices/0/100").json()["Data"][-1]
    assert (invoice["OID"], invoice.get(field, ABSENT)) == (oid, stored)
    documents = [each for each in client.control("GET", "state/acme/documents") if each["InvoiceOID"] == oid]
    assert len(documents) == ("Documents" not in stores)


def test_winter_date_is_same_day_in_utc(client: SimulatorClient) -> None:
    client.fault(method="POST", path="invoice/submit", stores={"InvoiceDate": "utc"})
    client.call("POST", "invoice/submit", json=INVOICE)
    assert client.control("GET", "state/acme/invoices/CON-1001")[-1]["InvoiceDate"] == "2026-11-20T00:00:00Z"
