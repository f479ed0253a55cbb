"""Writes as AgentOS receives them, and the meaning of its responses."""

import base64
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import requests
import responses
from responses import matchers

from app.agentos.errors import NotFound
from app.agentos.gateway import Gateway, WriteAnswer
from app.domain.invoice import InvoiceDraft
from tests.agentos.calls import LEASE, PREFIX
from tests.payloads import (
    job_row,
    note_row,
)
from tests.pdfs import as_document

Http = responses.RequestsMock


def sent(http: Http) -> Any:
    request = http.calls[-1].request
    body = request.body if isinstance(request.body, bytes) else b"".join(request.body or ())
    assert request.headers["Content-Length"] == str(len(body))
    assert "Transfer-Encoding" not in request.headers
    assert request.headers["Content-Type"] == "application/json"
    return json.loads(body)


def test_set_status_sends_status_id_and_returns_job(http: Http, gateway: Gateway) -> None:
    http.patch(f"{PREFIX}/jobs/JOB-7", json=job_row(Status="Completed"))
    answer = gateway.set_status("JOB-7", "SX-4", lease=LEASE)
    assert sent(http) == {"StatusID": "SX-4"}
    assert answer.object_id == "JOB-7"
    assert answer.job
    assert answer.job.status == "Completed"


@pytest.mark.parametrize("body", [job_row(OID="JOB-8"), {"OID": "JOB-7"}, job_row(Reported="soon"), {}])
def test_set_status_with_unrelated_response_body_succeeds(http: Http, gateway: Gateway, body: Any) -> None:
    http.patch(f"{PREFIX}/jobs/JOB-7", json=body)
    assert gateway.set_status("JOB-7", "SX-4", lease=LEASE).job is None


def test_add_note_sends_text_and_author_and_returns_note(http: Http, gateway: Gateway) -> None:
    http.post(f"{PREFIX}/jobs/JOB-7/notes", json=note_row(), status=201)
    answer = gateway.add_note("JOB-7", "Part ordered 💧", "Harper Plumbing Ltd", lease=LEASE)
    assert sent(http) == {"NoteContents": "Part ordered 💧", "CreatedBy": "Harper Plumbing Ltd"}
    assert answer.object_id == "N-1"
    assert answer.note
    assert answer.note.note == "Part ordered"


PDF = b"%PDF-1.7 \xff"


def draft(**over: Any) -> InvoiceDraft:
    fields: dict[str, Any] = {
        "job_id": "JOB-7",
        "statement_id": None,
        "amount": Decimal("480.00"),
        "vat": None,
        "description": "Boiler",
        "invoice_date": date(2026, 11, 20),
        "invoice_number": None,
    }
    return InvoiceDraft(**fields | over)


def test_submit_invoice_sends_all_fields(http: Http, gateway: Gateway) -> None:
    http.post(f"{PREFIX}/invoice/submit", json={"OID": "INV-9"})
    assert gateway.submit_invoice("CON-1", draft(), lease=LEASE) == WriteAnswer(object_id="INV-9")
    assert sent(http) == {
        "ContractorID": "CON-1",
        "JobID": "JOB-7",
        "Amount": 480.0,
        "Description": "Boiler",
        "InvoiceDate": "2026-11-20T00:00:00",
    }
    gateway.submit_invoice(
        "CON-1",
        draft(job_id=None, statement_id="S-1", vat=Decimal("0.00"), invoice_number="A1"),
        as_document(PDF, "inv 1.pdf"),
        lease=LEASE,
    )
    assert sent(http)["StatementID"] == "S-1"
    assert sent(http)["VAT"] == 0
    assert sent(http)["InvoiceNumber"] == "A1"
    assert "JobID" not in sent(http)
    assert sent(http)["Documents"] == [
        {
            "DocumentName": "inv 1.pdf",
            "MimeType": "application/pdf",
            "Content": base64.b64encode(PDF).decode(),
            "Size": len(PDF),
        }
    ]


@pytest.mark.parametrize("amount", ["0.30", "0.01", "999999.99", "1000000.00", "19.99"])
def test_amounts_are_sent_exact_to_the_penny(http: Http, gateway: Gateway, amount: str) -> None:
    http.post(f"{PREFIX}/invoice/submit", body="")
    gateway.submit_invoice("CON-1", draft(amount=Decimal(amount), vat=Decimal(amount)), lease=LEASE)
    body = json.loads(http.calls[-1].request.body or "", parse_float=Decimal)
    assert body["Amount"] == body["VAT"] == Decimal(amount)


@pytest.mark.parametrize("size", [5, 6, 7, 48 * 1024 - 1, 48 * 1024, 48 * 1024 + 1, 3 * 48 * 1024 + 2])
def test_document_of_any_size_is_sent_complete_with_length(http: Http, gateway: Gateway, size: int) -> None:
    http.post(f"{PREFIX}/invoice/submit", json={"OID": "INV-9"})
    content = b"%PDF-" + bytes(number % 251 for number in range(size - 5))
    gateway.submit_invoice("CON-1", draft(description='ends in "Content": ""}]}'), as_document(content), lease=LEASE)
    [document] = sent(http)["Documents"]
    assert (base64.b64decode(document["Content"]), document["Size"]) == (content, size)
    assert sent(http)["Description"] == 'ends in "Content": ""}]}'


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        (b'{"OID": "N-9"}', WriteAnswer(object_id="N-9")),
        (b'{"OID": "not an id"}', WriteAnswer(lacks_id=True)),
        (b'{"OID": [7]}', WriteAnswer(lacks_id=True)),
        (b"{}", WriteAnswer(lacks_id=True)),
        (b'"N-9"', WriteAnswer(reference="N-9")),
        (b'"REF/N-9/accepted, thank you"', WriteAnswer(reference="REF/N-9/accepted, thank you")),
        (b'""', WriteAnswer()),
        (b"null", WriteAnswer()),
        (b"", WriteAnswer()),
        (b" \r\n", WriteAnswer()),
    ],
)
def test_success_response_variants_are_accepted(http: Http, gateway: Gateway, body: bytes, answer: WriteAnswer) -> None:
    http.post(f"{PREFIX}/jobs/JOB-7/notes", body=body, status=200)
    assert gateway.add_note("JOB-7", "x", "y", lease=LEASE) == answer


def test_malformed_job_id_makes_no_call(http: Http, gateway: Gateway) -> None:
    with pytest.raises(NotFound):
        gateway.job("../branches")
    assert not http.calls


def test_read_without_connection_is_tried_twice(http: Http, gateway: Gateway) -> None:
    http.get(f"{PREFIX}/jobs/JOB-7", body=requests.ConnectionError())
    http.get(f"{PREFIX}/jobs/JOB-7", json=job_row(), match=[matchers.header_matcher({"Accept": "application/json"})])
    assert gateway.job("JOB-7").job_id == "JOB-7"
    assert len(http.calls) == 2
