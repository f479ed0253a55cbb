"""POST /api/contractor/invoices: the invoice that arrives in AgentOS, once, and the response."""

import hashlib
import io
import json

import pytest
from flask.testing import FlaskClient

from tests.financial.expected import INVOICE, SENT
from tests.jobs.expected import client_for
from tests.pdfs import PDF, in_json
from tests.portal_server import PortalServer

NAME = "Rechnung ŵ 7.pdf"


def post(client: FlaskClient, body: dict, expected: int = 201) -> dict:
    answer = client.post("/api/contractor/invoices", json=body)
    assert answer.status_code == expected, answer.json
    return answer.json


def new_invoices(portal_server: PortalServer, agency: str, contractor: str) -> list[dict]:
    """Return the invoices that have been added in AgentOS."""
    return [
        invoice
        for invoice in portal_server.simulator.state(agency)["invoices"][contractor]
        if len(invoice["OID"]) > len("INV-9999")
    ]


@pytest.mark.parametrize("way", ["json", "multipart"])
@pytest.mark.parametrize("account", ["acme/CON-1001", "harbour/CON-5001"])
def test_invoice_with_pdf_is_stored_once_unchanged(portal_server: PortalServer, account: str, way: str) -> None:
    agency, contractor = account.split("/")
    client = client_for(portal_server, account)
    description = 'Boiler 🔥 <b>fixed</b>\r\nand "tested" — Tŷ Ŵyn \ufffd'
    body = {**INVOICE, "vat": 80.1, "description": description}
    if way == "json":
        created = post(client, {**body, "document": in_json(PDF, NAME)})
    else:
        form = {**{name: str(value) for name, value in body.items()}, "document": (io.BytesIO(PDF), NAME)}
        answer = client.post("/api/contractor/invoices", data=form)
        assert answer.status_code == 201, answer.json
        created = answer.json
    [theirs] = new_invoices(portal_server, agency, contractor)
    assert (theirs["JobOID"], theirs["Amount"], theirs["InvoiceNumber"]) == ("JOB-1", 480, "A-7")
    assert (theirs["Description"], theirs["InvoiceDate"][:10]) == (description, "2026-11-25")
    [document] = portal_server.simulator.state(agency)["documents"]
    assert (document["SHA256"], document["Size"]) == (hashlib.sha256(PDF).hexdigest(), len(PDF))
    assert (document["MimeType"], document["InvoiceOID"]) == ("application/pdf", theirs["OID"])
    assert created == {
        "invoiceId": theirs["OID"],
        "jobId": "JOB-1",
        "statementId": None,
        "amount": 480.0,
        "vat": 80.1,
        "description": description,
        "invoiceDate": "2026-11-25",
        "invoiceNumber": "A-7",
        "status": "submitted",
        "submittedAt": created["submittedAt"],
        "document": {"name": NAME, "size": len(PDF)},
    }
    assert created["submittedAt"].startswith("2026-11-25T09:00")
    [call] = portal_server.simulator.writes()
    assert call["path"].endswith("/invoice/submit")
    listed = client.get("/api/contractor/invoices").json["invoices"]
    history = {"history": SENT, "rejectedBy": None}
    assert listed[0] == {**created, "submissionId": listed[0]["submissionId"], **history}, "the next GET shows it"
    assert [invoice["invoiceId"] for invoice in listed].count(created["invoiceId"]) == 1


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data"])
def test_examples_in_api_description_are_accepted(portal_server: PortalServer, kind: str) -> None:
    """The API page fills in these examples. For a form it uses each field's example, not the example of the whole."""
    client = client_for(portal_server, "acme/CON-1001")
    described = client.get("/api/openapi.json").json
    content = described["paths"]["/api/contractor/invoices"]["post"]["requestBody"]["content"][kind]
    if kind == "application/json":
        post(client, content["example"])
        return
    fields = described["components"]["schemas"][content["schema"]["$ref"].rpartition("/")[2]]["properties"]
    form = {name: str(schema["examples"][0]) for name, schema in fields.items() if name != "document"}
    answer = client.post("/api/contractor/invoices", data=form, content_type=kind)
    assert answer.status_code == 201, answer.json


def test_omitted_optional_fields_are_null(portal_server: PortalServer) -> None:
    body = {name: INVOICE[name] for name in ("jobId", "amount", "description", "invoiceDate")}
    created = post(client_for(portal_server, "harbour/CON-5001"), body)
    assert [created[name] for name in ("statementId", "vat", "invoiceNumber", "document")] == [None] * 4


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("1.50", 1.5),
        ("1.500", 1.5),
        ("1e2", 100),
        ("0.30", 0.3),
        ("1000000", 1_000_000),
        ("1000000.00", 1_000_000),
        ("1E-2", 0.01),
    ],
)
def test_amounts_with_two_decimals_are_accepted_in_any_notation(
    portal_server: PortalServer, raw: str, stored: float
) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    body = json.dumps({**INVOICE, "amount": None}).replace('"amount": null', f'"amount": {raw}')
    answer = client.post("/api/contractor/invoices", data=body, content_type="application/json")
    assert (answer.status_code, answer.json["amount"]) == (201, stored)
    assert new_invoices(portal_server, "acme", "CON-1001")[0]["Amount"] == stored


@pytest.mark.parametrize(
    ("sent", "date"),
    [
        ("2026-11-26", "2026-11-26"),
        ("2020-11-25", "2020-11-25"),
        ("2026-11-25T23:30:00Z", "2026-11-25"),
        ("2026-06-30T23:30:00Z", "2026-07-01"),
        ("2026-06-30T23:30:00", "2026-06-30"),
        ("2026-11-25T01:00:00+05:00", "2026-11-24"),
        ("2026-11-25T10:00:00.123456Z", "2026-11-25"),
    ],
)
def test_invoice_dates_in_allowed_range_are_london_dates(portal_server: PortalServer, sent: str, date: str) -> None:
    created = post(client_for(portal_server, "acme/CON-1001"), {**INVOICE, "invoiceDate": sent})
    assert created["invoiceDate"] == date
    assert new_invoices(portal_server, "acme", "CON-1001")[0]["InvoiceDate"] == f"{date}T00:00:00"


def test_invoice_may_name_pending_statement_instead_of_job_if_allowed(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "harbour/CON-5002")
    [statement] = client.get("/api/contractor/statements/pending").json["statements"]
    body = {
        **{name: value for name, value in INVOICE.items() if name != "jobId"},
        "statementId": statement["statementId"],
    }
    created = post(client, body)
    assert (created["jobId"], created["statementId"]) == (None, statement["statementId"])
    assert len(portal_server.simulator.writes()) == len(new_invoices(portal_server, "harbour", "CON-5002")) == 1


@pytest.mark.parametrize("statement", ["S-1", "S-3", "S-999"])
def test_statement_not_pending_for_contractor_is_404_and_sends_nothing(
    portal_server: PortalServer, statement: str
) -> None:
    """A historical statement, one in both lists and an unknown one get the same error."""
    body = {**INVOICE, "jobId": "JOB-10", "statementId": statement}
    error = post(client_for(portal_server, "harbour/CON-5002"), body, 404)
    assert error == {"error": "There is no such pending statement."}
    assert portal_server.simulator.writes() == []


def test_pending_statement_is_accepted_together_with_job(portal_server: PortalServer) -> None:
    assert post(client_for(portal_server, "acme/CON-1001"), {**INVOICE, "statementId": "S-8"})["statementId"] == "S-8"


@pytest.mark.parametrize("answer", ["object", "string", "reference", "null", "empty"])
@pytest.mark.parametrize("account", ["acme/CON-1001", "harbour/CON-5001"])
def test_invoice_is_201_with_its_id_for_every_valid_upstream_response(
    portal_server: PortalServer, account: str, answer: str
) -> None:
    agency, contractor = account.split("/")
    portal_server.simulator.control("PUT", f"answers/{agency}", {"invoice": answer})
    client = client_for(portal_server, account)
    client.get("/api/contractor/invoices")
    created = post(client, INVOICE)
    assert [created["invoiceId"]] == [invoice["OID"] for invoice in new_invoices(portal_server, agency, contractor)]
    listed = client.get("/api/contractor/invoices").json
    assert [invoice["invoiceId"] for invoice in listed["invoices"]].count(created["invoiceId"]) == 1


@pytest.mark.parametrize("answer", ["string", "reference", "null", "empty"])
def test_invoice_that_cannot_be_read_back_has_null_id_and_is_listed_once(
    portal_server: PortalServer, answer: str
) -> None:
    """The portal matches its own row without an id to AgentOS's row by job, amount, number and date."""
    portal_server.simulator.control("PUT", "answers/acme", {"invoice": answer})
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.refresh()
    before = client.get("/api/contractor/invoices").json["total"]
    portal_server.simulator.fault(method="GET", path="/invoices/", status=500, skip=1)
    assert post(client, INVOICE)["invoiceId"] is None
    portal_server.simulator.control("DELETE", "faults")
    portal_server.advance_clock(60)
    portal_server.refresh()
    after = client.get("/api/contractor/invoices").json
    assert after["total"] == before + 1
    assert after["invoices"][0]["invoiceId"] == new_invoices(portal_server, "acme", "CON-1001")[0]["OID"]


@pytest.mark.parametrize(
    "fault", [{"body": "<html>"}, {"body": "[]"}, {"cut": True}, {"status": 500}, {"reset": "after"}], ids=str
)
def test_invoice_that_cannot_be_checked_is_500_and_listed_in_review(portal_server: PortalServer, fault: dict) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    client.get("/api/contractor/invoices")
    portal_server.simulator.fault(method="GET", path="/invoices/", status=404)
    portal_server.simulator.fault(method="POST", path="/invoice/submit", effect=False, **fault)
    assert "We are asking Acme Lettings to check" in post(client, INVOICE, 500)["error"]
    assert len(portal_server.simulator.writes()) == 1
    listed = client.get("/api/contractor/invoices").json["invoices"]
    assert (listed[0]["status"], listed[0]["invoiceId"], listed[0]["invoiceNumber"]) == ("review", None, "A-7")


@pytest.mark.parametrize(("fault", "shown"), [({"status": 400}, "rejected"), ({"status": 429}, None)], ids=str)
def test_refused_invoice_is_listed_as_rejected_and_unsent_is_not_listed(
    portal_server: PortalServer, fault: dict, shown: str | None
) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.refresh()
    before = client.get("/api/contractor/invoices").json["total"]
    portal_server.simulator.fault(method="POST", path="/invoice/submit", **fault)
    post(client, INVOICE, 500)
    after = client.get("/api/contractor/invoices").json
    assert after["total"] - before == (shown is not None)
    if shown:
        assert after["invoices"][0]["status"] == shown


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\x\\Invoice 7.PDF", "Invoice 7.pdf"),
        ("a\x00<b>\n.pdf", "a__b__.pdf"),
        ("", "invoice.pdf"),
    ],
)
def test_document_name_is_sanitised_and_ends_in_pdf(portal_server: PortalServer, sent: str, kept: str) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    created = post(client, {**INVOICE, "document": in_json(PDF, sent)})
    assert created["document"]["name"] == kept
    assert [document["DocumentName"] for document in portal_server.simulator.state()["documents"]] == [kept]


def test_deliberately_repeated_invoices_have_separate_ids(portal_server: PortalServer) -> None:
    """A job may have several invoices, because an agency may reject one and get another."""
    portal_server.simulator.control("PUT", "answers/acme", {"invoice": "null"})
    client = client_for(portal_server, "acme/CON-1001")
    client.environ_base["HTTP_X_ALLOW_DUPLICATE"] = "true"
    ids = {post(client, INVOICE)["invoiceId"] for _ in range(3)}
    assert ids == {invoice["OID"] for invoice in new_invoices(portal_server, "acme", "CON-1001")}
    assert len(ids) == 3
