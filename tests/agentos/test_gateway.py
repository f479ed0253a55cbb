"""Calls as AgentOS sees them, and its answers as the portal does."""

import base64
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import requests
import responses
from responses import matchers

from app.agentos import gateway as gateway_module
from app.agentos.errors import Failed, Malformed, NotFound, Rejected
from app.agentos.gateway import Gateway, WriteAnswer
from app.domain.invoice import Document, InvoiceDraft
from tests.agentos.conftest import PREFIX
from tests.payloads import (
    branch_row,
    contractor_row,
    invoice_row,
    job_row,
    note_row,
    property_row,
    staff_row,
    statement_row,
    status_type_row,
)

Http = responses.RequestsMock
Rows = list[dict[str, Any]]


def rows(first: int, count: int) -> Rows:
    return [{"OID": f"JOB-{number}"} for number in range(first, first + count)]


def serve(http: Http, pages: dict[int, Any]) -> None:
    """Pages of BR-1's jobs, by offset."""
    for offset, page in pages.items():
        http.get(f"{PREFIX}/jobs/BR-1/{offset}/1000", json=page)


def sent(http: Http) -> Any:
    return json.loads(http.calls[-1].request.body or "null")


@pytest.mark.parametrize(
    ("path", "row", "ask"),
    [
        ("company/branches", branch_row, lambda gateway: gateway.branches()),
        ("contacts/contractors/BR-1", contractor_row, lambda gateway: gateway.contractors("BR-1")),
        ("jobs/statusTypes", status_type_row, lambda gateway: gateway.status_types()),
        ("jobs/BR-1", job_row, lambda gateway: gateway.jobs("BR-1")),
        ("contacts/contractors/CON-1/statements/historical", statement_row, lambda gateway: gateway.historical("CON-1")),
        ("contacts/contractors/CON-1/statements/pending", statement_row, lambda gateway: gateway.pending("CON-1")),
        ("contacts/contractors/CON-1/invoices", invoice_row, lambda gateway: gateway.invoices("CON-1")),
    ],
)
def test_lists(http: Http, gateway: Gateway, path: str, row: Callable[[], Any], ask: Callable[[Gateway], Any]) -> None:
    http.get(f"{PREFIX}/{path}/0/1000", json={"Count": 1, "Data": [row()]})
    listing = ask(gateway)
    assert len(listing.rows) == 1
    assert listing.complete


@pytest.mark.parametrize(
    ("path", "row", "ask"),
    [
        ("contacts/contractors/X-1", contractor_row, lambda gateway: gateway.contractor("X-1")),
        ("contacts/staff/X-1", staff_row, lambda gateway: gateway.staff("X-1")),
        ("properties/X-1", property_row, lambda gateway: gateway.property("X-1")),
        ("jobs/X-1", job_row, lambda gateway: gateway.job("X-1")),
    ],
)
def test_single_records(
    http: Http, gateway: Gateway, path: str, row: Callable[..., Any], ask: Callable[[Gateway], Any]
) -> None:
    http.get(f"{PREFIX}/{path}", json=row(OID="X-1"))
    assert "X-1" in repr(ask(gateway))
    http.replace("GET", f"{PREFIX}/{path}", json=[row()])
    with pytest.raises(Malformed):
        ask(gateway)
    http.replace("GET", f"{PREFIX}/{path}", status=404)
    with pytest.raises(NotFound):
        ask(gateway)


def test_pages_are_read_to_the_end_and_told_one_by_one(http: Http, gateway: Gateway) -> None:
    serve(
        http,
        {
            0: {"Count": 2001, "Data": rows(0, 1000)},
            1000: {"Count": 2001, "Data": rows(1000, 1000)},
            2000: {"Count": 2001, "Data": rows(2000, 1)},
        },
    )
    told: list[int] = []
    listing = gateway.jobs("BR-1", on_page=lambda: told.append(len(http.calls)))
    assert listing.complete
    assert [job.job_id for job in listing.rows] == [f"JOB-{number}" for number in range(2001)]
    assert told == [1, 2, 3]


@pytest.mark.parametrize(
    ("pages", "complete"),
    [
        ({0: {"Count": 0, "Data": []}}, True),
        ({0: {"Count": 3, "Data": rows(0, 2)}, 2: {"Count": 3, "Data": rows(2, 1)}}, True),  # pages smaller than asked
        ({0: {"Count": 3, "Data": rows(0, 2)}, 2: {"Count": 3, "Data": []}}, False),
        ({0: {"Count": 9, "Data": []}}, False),
        ({0: {"Count": 1, "Data": rows(0, 2)}}, False),
        ({0: {"Count": 2, "Data": [*rows(0, 1), *rows(0, 1)]}}, False),
        ({0: {"Count": 2, "Data": [*rows(0, 1), {"OID": None}]}}, False),
        ({0: {"Count": 3, "Data": rows(0, 2)}, 2: {"Count": 4, "Data": rows(2, 2)}}, False),  # it moved
        ({0: {"Count": 4, "Data": rows(0, 2)}, 2: {"Count": 3, "Data": rows(2, 1)}}, False),
        ({0: {"Count": 1001, "Data": rows(0, 1000)}, 1000: {"Data": rows(1000, 1)}}, False),
        ({0: {"Data": rows(0, 2)}}, True),
        ({0: rows(0, 2)}, True),
        ({0: []}, True),
        ({0: rows(0, 1000), 1000: []}, True),
        ({0: rows(0, 1000), 1000: rows(1000, 7)}, True),
        ({0: [*rows(0, 1), None]}, False),
    ],
)
def test_when_a_list_is_complete(http: Http, gateway: Gateway, pages: dict[int, Any], complete: bool) -> None:
    serve(http, pages)
    assert gateway.jobs("BR-1").complete is complete
    assert len(http.calls) == len(pages)


def test_the_last_of_two_rows_counts(http: Http, gateway: Gateway) -> None:
    serve(http, {0: rows(0, 1000), 1000: [{"OID": "JOB-3", "Title": "later"}]})
    listing = gateway.jobs("BR-1")
    assert len(listing.rows) == 1000
    assert next(job for job in listing.rows if job.job_id == "JOB-3").title == "later"


def test_an_unreadable_last_page_freezes_nothing(http: Http, gateway: Gateway) -> None:
    serve(http, {0: rows(0, 1000), 1000: [{"OID": "?"}]})
    listing = gateway.jobs("BR-1")
    assert len(listing.rows) == 1000
    assert not listing.complete


@pytest.mark.parametrize("page", [{"Count": 1, "Data": [{"OID": "?"}]}, [None, 7], {"Items": []}, "x", None])
def test_a_list_of_which_nothing_can_be_read(http: Http, gateway: Gateway, page: Any) -> None:
    serve(http, {0: page})
    with pytest.raises(Malformed):
        gateway.jobs("BR-1")


def test_a_list_that_ignores_paging_is_cut(http: Http, gateway: Gateway) -> None:
    serve(http, {0: rows(0, 1500), 1500: rows(0, 1500)})
    with pytest.raises(Malformed, match="repeats"):
        gateway.jobs("BR-1")
    assert len(http.calls) == 2


def test_a_list_without_an_end_is_cut(http: Http, gateway: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway_module, "MAX_PAGES", 3)
    serve(http, {number: {"Count": 10**9, "Data": rows(number, 1)} for number in range(9)})
    with pytest.raises(Malformed, match="end"):
        gateway.jobs("BR-1")
    assert len(http.calls) == 3


def test_a_failing_second_page_fails_the_list(http: Http, gateway: Gateway) -> None:
    serve(http, {0: rows(0, 1000)})
    http.get(f"{PREFIX}/jobs/BR-1/1000/1000", status=500)
    with pytest.raises(Failed):
        gateway.jobs("BR-1")


def test_set_status(http: Http, gateway: Gateway) -> None:
    http.patch(f"{PREFIX}/jobs/JOB-7", json=job_row(Status="Completed"))
    answer = gateway.set_status("JOB-7", "SX-4")
    assert sent(http) == {"StatusID": "SX-4"}
    assert answer.object_id == "JOB-7"
    assert answer.job
    assert answer.job.status == "Completed"


@pytest.mark.parametrize("said", [job_row(OID="JOB-8"), {"OID": "JOB-7"}, job_row(Reported="soon"), {}])
def test_an_object_that_does_not_tell_of_the_job_is_success_all_the_same(
    http: Http, gateway: Gateway, said: Any
) -> None:
    http.patch(f"{PREFIX}/jobs/JOB-7", json=said)
    assert gateway.set_status("JOB-7", "SX-4").job is None


def test_add_note(http: Http, gateway: Gateway) -> None:
    http.post(f"{PREFIX}/jobs/JOB-7/notes", json=note_row(), status=201)
    answer = gateway.add_note("JOB-7", "Part ordered 💧", "Harper Plumbing Ltd")
    assert sent(http) == {"NoteContents": "Part ordered 💧", "CreatedBy": "Harper Plumbing Ltd"}
    assert answer.object_id == "N-1"
    assert answer.note
    assert answer.note.note == "Part ordered"


DOCUMENT = Document(name="inv 1.pdf", content=b"%PDF-1.7 \xff")


def draft(**over: Any) -> InvoiceDraft:
    given: dict[str, Any] = {
        "job_id": "JOB-7",
        "statement_id": None,
        "amount": Decimal("480.00"),
        "vat": None,
        "description": "Boiler",
        "invoice_date": date(2026, 11, 20),
        "invoice_number": None,
        "document": None,
    }
    return InvoiceDraft(**given | over)


def test_submit_invoice(http: Http, gateway: Gateway) -> None:
    http.post(f"{PREFIX}/invoice/submit", json={"OID": "INV-9"})
    assert gateway.submit_invoice("CON-1", draft()) == WriteAnswer(object_id="INV-9")
    assert sent(http) == {
        "ContractorID": "CON-1",
        "JobID": "JOB-7",
        "Amount": 480.0,
        "Description": "Boiler",
        "InvoiceDate": "2026-11-20T00:00:00",
    }
    gateway.submit_invoice(
        "CON-1",
        draft(job_id=None, statement_id="S-1", vat=Decimal("0.00"), invoice_number="A1", document=DOCUMENT),
    )
    assert sent(http)["StatementID"] == "S-1"
    assert sent(http)["VAT"] == 0
    assert sent(http)["InvoiceNumber"] == "A1"
    assert "JobID" not in sent(http)
    assert sent(http)["Documents"] == [
        {
            "DocumentName": "inv 1.pdf",
            "MimeType": "application/pdf",
            "Content": base64.b64encode(DOCUMENT.content).decode(),
            "Size": DOCUMENT.size,
        }
    ]


@pytest.mark.parametrize("amount", ["0.30", "0.01", "999999.99", "1000000.00", "19.99"])
def test_amounts_are_exact_to_the_penny(http: Http, gateway: Gateway, amount: str) -> None:
    http.post(f"{PREFIX}/invoice/submit", body="")
    gateway.submit_invoice("CON-1", draft(amount=Decimal(amount), vat=Decimal(amount)))
    body = json.loads(http.calls[-1].request.body or "", parse_float=Decimal)
    assert body["Amount"] == body["VAT"] == Decimal(amount)


def test_attach_document(http: Http, gateway: Gateway) -> None:
    http.post(f"{PREFIX}/jobs/JOB-7/attachdocument", body="null")
    assert gateway.attach_document("JOB-7", DOCUMENT) == WriteAnswer()
    assert sent(http)["Size"] == DOCUMENT.size


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        (b'{"OID": "N-9"}', WriteAnswer(object_id="N-9")),
        (b'{"OID": "not an id"}', WriteAnswer()),
        (b'{"OID": [7]}', WriteAnswer()),
        (b"{}", WriteAnswer()),
        (b'"N-9"', WriteAnswer(reference="N-9")),
        (b'"REF/N-9/accepted, thank you"', WriteAnswer(reference="REF/N-9/accepted, thank you")),
        (b'""', WriteAnswer()),
        (b"null", WriteAnswer()),
        (b"", WriteAnswer()),
        (b" \r\n", WriteAnswer()),
    ],
)
def test_answers_that_mean_success(http: Http, gateway: Gateway, body: bytes, answer: WriteAnswer) -> None:
    http.post(f"{PREFIX}/jobs/JOB-7/notes", body=body, status=200)
    assert gateway.add_note("JOB-7", "x", "y") == answer


@pytest.mark.parametrize("body", [b"<html>Saved</html>", b'{"OID": "N-', b'[{"OID": "N-9"}]', b"[]", b"7", b"true"])
def test_answers_that_leave_it_uncertain(http: Http, gateway: Gateway, body: bytes) -> None:
    http.post(f"{PREFIX}/jobs/JOB-7/notes", body=body, status=200)
    with pytest.raises(Malformed) as caught:
        gateway.add_note("JOB-7", "x", "y")
    assert caught.value.sent


@pytest.mark.parametrize(
    ("status", "error", "took_effect"),
    [(404, NotFound, False), (400, Rejected, False), (401, Rejected, False), (405, Rejected, False), (500, Failed, True)],
)
def test_writes_that_are_refused_or_fail_are_sent_once(
    http: Http, gateway: Gateway, status: int, error: type[Exception], took_effect: bool
) -> None:
    http.post(f"{PREFIX}/jobs/JOB-7/notes", body="<h1>no</h1>", status=status)
    with pytest.raises(error) as caught:
        gateway.add_note("JOB-7", "x", "y")
    assert getattr(caught.value, "sent") is took_effect  # noqa: B009 - it is an AgentOSError
    assert len(http.calls) == 1


def test_an_impossible_id_asks_nobody(http: Http, gateway: Gateway) -> None:
    with pytest.raises(NotFound):
        gateway.job("../branches")
    assert not http.calls


def test_no_connection_is_tried_twice_for_a_read_only(http: Http, gateway: Gateway) -> None:
    http.get(f"{PREFIX}/jobs/JOB-7", body=requests.ConnectionError())
    http.get(f"{PREFIX}/jobs/JOB-7", json=job_row(), match=[matchers.header_matcher({"Accept": "application/json"})])
    assert gateway.job("JOB-7").job_id == "JOB-7"
    assert len(http.calls) == 2
