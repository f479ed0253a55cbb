"""POST /api/contractor/invoices: each error is named, and nothing is sent to AgentOS."""

import io
import json

import pytest
from flask.testing import FlaskClient

from tests.financial.expected import INVOICE
from tests.jobs.expected import client_for
from tests.pdfs import PDF, in_json, pdf
from tests.portal_server import PortalServer

URL = "/api/contractor/invoices"
MIB = 1024 * 1024
LARGE = pdf(size=100_000)


def assert_refused(portal_server: PortalServer, answer, name: str, status: int = 400) -> None:
    """Assert the status, one error that starts with the field's JSON name, and no write in AgentOS's call log."""
    assert (answer.status_code, set(answer.json)) == (status, {"error"}), answer.json
    assert answer.json["error"].startswith(name), answer.json
    assert portal_server.simulator.calls("POST", "PATCH", "PUT", "DELETE") == []


@pytest.mark.parametrize("name", ["jobId", "amount", "description", "invoiceDate", "invoiceNumber"])
@pytest.mark.parametrize("null", [False, True])
def test_missing_required_field_is_named(
    portal_server: PortalServer, client: FlaskClient, name: str, null: bool
) -> None:
    """Only this agency requires invoiceNumber."""
    body = {**INVOICE, name: None}
    if not null:
        del body[name]
    assert_refused(portal_server, client.post(URL, json=body), f"{name}: ")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("amount", value) for value in (1.005, "1", "", True, False, 0, 0.0, -1, -0.01, [], {})],
        *[("amount", value) for value in (1_000_000.01, 1_000_001, 1e300)],
        *[("vat", value) for value in (-0.01, 480.01, 1.005, "1", True, [])],
        *[("description", value) for value in ("", " \n", "x" * 2_001, "a\x00b", "a\tb", 5, None, [])],
        *[("invoiceNumber", value) for value in ("", "x" * 51, "a\x1bb", 7)],
        *[("jobId", value) for value in ("", "a b", "x" * 65, "JOB.1", "../x", "JOB-1\n", 5, [], "ŵ")],
        *[("statementId", value) for value in ("", "a/b", "x" * 65, 5)],
        *[
            ("invoiceDate", value)
            for value in (
                "", "2026-11-27", "2020-11-24", "25/11/2026", "2026-02-30", "today", 20261125, "2026-11-25T",
                "2026-11-26T23:59:59-05:00", "0001-01-01", "9999-12-31T23:59:59-01:00", "２０２６-11-25",
                "20261125", "2026-W48-3", "2026-11-25 10:00", "2026-11-25T10", "2026-11-25\n",
            )
        ],
        *[("document", value) for value in ("x", [], 5)],
        *[("document", in_json(content)) for content in (b"MZ not a PDF", b" %PDF-1.7", b"")],
        ("document.content", {"name": "a.pdf"}),
        ("document.name", {"content": "JVBERi0="}),
        ("document.content", {"name": "a.pdf", "content": "not base64!"}),
        ("document.content", {"name": "a.pdf", "content": "JVBERi0"}),
        ("document.content", {"name": "a.pdf", "content": "Ŵ"}),
        ("document.content", {"name": "a.pdf", "content": 5}),
        ("document.name", in_json(PDF, "x" * 256)),
        ("document.name", in_json(PDF, 5)),
        ("document.size", {**in_json(PDF), "size": 5}),
        ("contractorId", "CON-1002"),
        ("status", "paid"),
    ],
    ids=lambda value: str(value)[:40],
)  # fmt: skip
def test_invalid_or_unknown_field_is_named(
    portal_server: PortalServer, client: FlaskClient, name: str, value: object
) -> None:
    body = {**INVOICE, name.split(".")[0]: value}
    answer = client.post(URL, json=body)
    assert_refused(portal_server, answer, name)
    if "document" not in name:
        assert client.post(URL, json={**body, "document": in_json(LARGE)}).json == answer.json


@pytest.mark.parametrize(
    "raw", ["NaN", "Infinity", "-Infinity", "1.", "01", "1e999999999", "-1e" + "9" * 30, "1.0000000000000000000001"]
)
def test_invalid_number_is_400(portal_server: PortalServer, client: FlaskClient, raw: str) -> None:
    body = json.dumps(INVOICE).replace("480.0", raw)
    assert raw in body
    answer = client.post(URL, data=body, content_type="application/json")
    assert_refused(portal_server, answer, "amount: " if raw.startswith("1") and raw[-1].isdigit() else "")


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b"null", "application/json"),
        (b"\xff\xfe", "application/json"),
        (b"a=1", "application/x-www-form-urlencoded"),
        (b"%PDF-", "application/pdf"),
        (json.dumps(INVOICE).encode(), "text/plain"),
        (b"no boundary", "multipart/form-data"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
    ],
)
def test_malformed_body_or_media_type_is_400(
    portal_server: PortalServer, client: FlaskClient, raw: bytes, kind: str
) -> None:
    assert_refused(portal_server, client.post(URL, data=raw, content_type=kind), "")


def test_unsupported_media_type_error_lists_accepted_types(portal_server: PortalServer, client: FlaskClient) -> None:
    json_alone = "The body must be JSON, sent as application/json"
    assert_refused(
        portal_server, client.post(URL, data=INVOICE), f"{json_alone}, or a form, sent as multipart/form-data."
    )
    assert_refused(portal_server, client.post("/api/contractor/jobs/JOB-1/notes", data={"note": "x"}), f"{json_alone}.")


def form(**changes: object) -> dict:
    fields = {**{name: str(value) for name, value in INVOICE.items()}, **changes}
    return {name: streamed(value) for name, value in fields.items() if value is not None}


def streamed(value: object) -> object:
    """Return bytes as a file part of a form."""
    if isinstance(value, list):
        return [streamed(part) for part in value]
    return (io.BytesIO(value), "a.pdf") if isinstance(value, bytes) else value


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"amount": "1.005"}, "amount: "),
        ({"amount": "NaN"}, "amount: "),
        ({"amount": "a"}, "amount: "),
        ({"amount": ""}, "amount: "),
        ({"amount": "1_000"}, "amount: "),
        ({"amount": "٣"}, "amount: "),
        ({"amount": "Infinity"}, "amount: "),
        ({"amount": None}, "amount: "),
        ({"amount": ["1", "2"]}, "amount: "),
        ({"vat": "500"}, "vat: "),
        ({"jobId": "a b"}, "jobId: "),
        ({"jobId": None}, "jobId: "),
        ({"extra": "1"}, "extra: "),
        ({"document": "text"}, "document: "),
        ({"document": b"GIF89a"}, "document: "),
        ({"document": b""}, "document: "),
        ({"document": [PDF, PDF]}, "document: "),
        ({"other": PDF}, "other: "),
        ({"amount": PDF}, "amount: "),
    ],
    ids=lambda value: str(value)[:40],
)
def test_invalid_form_field_is_named(
    portal_server: PortalServer, client: FlaskClient, changes: dict, name: str
) -> None:
    answer = client.post(URL, data=form(**changes), content_type="multipart/form-data")
    assert_refused(portal_server, answer, name)


@pytest.mark.parametrize("kind", [b"", b"\r\nContent-Type: text/plain; charset=us-ascii"])
def test_form_with_invalid_utf8_is_400(portal_server: PortalServer, client: FlaskClient, kind: bytes) -> None:
    raw = b'--x\r\nContent-Disposition: form-data; name="description"%b\r\n\r\nW\xff\xfe\r\n--x--\r\n' % kind
    assert_refused(
        portal_server, client.post(URL, data=raw, content_type="multipart/form-data; boundary=x"), "description: "
    )


@pytest.mark.parametrize(
    "head",
    [
        b'form-data; name="document"; filename="a\xff.pdf"',
        b'form-data; name="x\xff"',
        b'form-data; name="document"\r\nX: \xff',
        b"form-data",
        b'form-data; filename="a.pdf"',
    ],
)
def test_form_with_unreadable_field_names_is_400(portal_server: PortalServer, client: FlaskClient, head: bytes) -> None:
    amount = b'--x\r\nContent-Disposition: form-data; name="amount"\r\n\r\n480\r\n'
    raw = b"%b--x\r\nContent-Disposition: %b\r\n\r\n1\r\n--x--\r\n" % (amount, head)
    answer = client.post(URL, data=raw, content_type="multipart/form-data; boundary=x")
    assert_refused(portal_server, answer, "The form is not valid.")


@pytest.mark.parametrize("boundary", ["", "; boundary=x", "; boundary=ŵ"])
def test_invalid_multipart_body_is_400(portal_server: PortalServer, client: FlaskClient, boundary: str) -> None:
    kind = f"multipart/form-data{boundary}"
    assert_refused(portal_server, client.post(URL, data=b"--x\r\nbroken", content_type=kind), "The form is not valid.")


def test_empty_form_fields_count_as_missing(client: FlaskClient) -> None:
    answer = client.post(URL, data=form(statementId="", vat="", document=""), content_type="multipart/form-data")
    assert answer.status_code == 201, answer.text
    assert (answer.json["statementId"], answer.json["vat"], answer.json["document"]) == (None, None, None)


def test_document_over_10_mib_is_413(portal_server: PortalServer, client: FlaskClient) -> None:
    large = b"%PDF-".ljust(10 * MIB + 1, b"x")
    assert_refused(portal_server, client.post(URL, json={**INVOICE, "document": in_json(large)}), "document: ", 413)
    assert_refused(portal_server, client.post(URL, data=form(document=large)), "document: ", 413)


def test_document_of_10_mib_is_accepted(portal_server: PortalServer, client: FlaskClient) -> None:
    whole = pdf(size=10 * MIB)
    assert client.post(URL, json={**INVOICE, "document": in_json(whole)}).status_code == 201
    assert client.post(URL, data=form(document=whole)).status_code == 201
    assert {document["Size"] for document in portal_server.simulator.state()["documents"]} == {10 * MIB}


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", "text/plain"])
def test_request_over_15_mib_is_413(portal_server: PortalServer, client: FlaskClient, kind: str) -> None:
    assert_refused(portal_server, client.post(URL, data=b" " * (15 * MIB + 1), content_type=kind), "", 413)


@pytest.mark.parametrize("text", ["x", "1" * 100])
def test_invoice_without_job_or_statement_names_job_id(portal_server: PortalServer, text: str) -> None:
    body = {"amount": 1, "description": text, "invoiceDate": "2026-11-25"}
    assert_refused(portal_server, client_for(portal_server, "harbour/CON-5001").post(URL, json=body), "jobId: ")


def test_invoice_with_statement_instead_of_required_job_is_refused(
    portal_server: PortalServer, client: FlaskClient
) -> None:
    body = {**{name: value for name, value in INVOICE.items() if name != "jobId"}, "statementId": "S-8"}
    assert_refused(portal_server, client.post(URL, json=body), "jobId: ")


@pytest.mark.parametrize("name", ["vat", "document", "invoiceNumber", "statementId"])
def test_every_field_required_by_agency_is_named(build, tmp_path, name: str) -> None:
    file = tmp_path / "agencies.toml"
    file.write_text(
        f'[agencies.acme]\nname = "Acme"\napi_key_env = "AGENTOS_API_KEY_ACME"\ninvoice_required = ["{name}"]\n'
    )
    portal_server = build(AGENCIES_FILE=file)
    portal_server.refresh()
    portal_server.clock.work = portal_server.refresh
    client = client_for(portal_server, "acme/CON-1001")
    assert client.get("/api/contractor/agency").json["invoice"]["required"] == [
        "jobId", "amount", "description", "invoiceDate", name,
    ]  # fmt: skip
    whole = {**INVOICE, "vat": 0, "document": in_json(PDF), "statementId": "S-8"}
    del whole[name]
    assert_refused(portal_server, client.post(URL, json=whole), f"{name}: ")
