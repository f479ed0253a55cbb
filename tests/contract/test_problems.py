"""Failures in the form of RFC 9457: their negotiation, the closed list of their types, and the faults of values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from app.agentos.errors import AgentOSError
from app.api.error_responses import OF_STATE, OF_STATUS, TYPES
from app.api.problem_types import ProblemType
from app.domain.errors import PortalError, WriteFailed
from app.store.heartbeat import SILENCE_S
from tests.contract.api_calls import API, INVOICE, PROBLEM, SUBMIT, open_job, problem_of
from tests.portal_server import PortalServer

NOBODY = b'{"error":"Please sign in."}\n'


@pytest.fixture
def client(portal_server: PortalServer) -> FlaskClient:
    """Return a client of Harper, which asks for problems."""
    client = portal_server.sign_in()
    client.environ_base["HTTP_ACCEPT"] = PROBLEM
    return client


@pytest.mark.parametrize(
    "accept",
    [
        "application/problem+json",
        "application/problem+json, application/json",
        "application/json, application/problem+json",
        "application/problem+json, */*;q=0.1",
        "Application/Problem+JSON;q=0.5",
        "application/json;q=0.5, application/problem+json;q=0.5",
        "*/*, application/json;q=0.2, application/problem+json;q=0.3",
        "text/html, application/problem+json;q=0.1",
        "application/problem+json; charset=utf-8",
        "application/problem+json;version=2, application/json; charset=utf-8",
    ],
)
def test_accept_that_names_problem_json_gets_a_problem(portal_server: PortalServer, accept: str) -> None:
    answer = portal_server.app.test_client().get("/api/session", headers={"Accept": accept})
    assert problem_of(answer, 401)["type"] == "/api/problems#unauthenticated"


@pytest.mark.parametrize(
    "accept",
    [
        None,
        "",
        "*/*",
        "application/*",
        "application/json",
        "application/json, text/plain, */*",
        "text/html",
        "application/problem+json;q=0",
        "application/problem+json;q=0, */*",
        "application/problem+json;q=0.5, application/json",
        "application/problem+json;q=0.5, application/*",
        "application/problem+xml",
        "application/problem+json;q=0.5, application/json; charset=utf-8",
        "problem+json",
        "application/problem+json;q=x",
        ",;,=,/",
    ],
)
def test_any_other_accept_gets_exactly_the_sentence(portal_server: PortalServer, accept: str | None) -> None:
    headers = {} if accept is None else {"Accept": accept}
    answer = portal_server.app.test_client().get("/api/session", headers=headers)
    assert (answer.status_code, answer.content_type, answer.data) == (401, "application/json", NOBODY)
    assert {name.lower() for name in answer.vary} == {"accept", "cookie", "portal-account"}


def test_successful_response_does_not_vary_by_accept(portal_server: PortalServer, client: FlaskClient) -> None:
    for _ in range(2):  # from the view, and from the cache
        answer = client.get(f"{API}/jobs")
        assert (answer.status_code, answer.content_type) == (200, "application/json")
        assert "Accept" not in answer.vary
        assert client.get(f"{API}/jobs", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def subclasses(base: type) -> Iterator[type]:
    for each in base.__subclasses__():
        yield each
        yield from subclasses(each)


def test_every_failure_class_has_a_type() -> None:
    """A class without an entry of its own must have that of a class between it and `PortalError`."""
    for each in subclasses(PortalError):
        if not issubclass(each, WriteFailed):
            assert any(kind in TYPES for kind in each.__mro__ if kind is not PortalError), each
    assert AgentOSError in TYPES


def test_every_type_is_used() -> None:
    assert {*TYPES.values(), *OF_STATE.values(), *OF_STATUS.values()} == set(ProblemType)
    assert len({each.uri for each in ProblemType}) == len({each.title for each in ProblemType}) == len(ProblemType)


def test_description_lists_exactly_the_types(client: FlaskClient) -> None:
    schemas = client.get("/api/openapi.json").get_json()["components"]["schemas"]
    assert schemas["Problem"]["properties"]["type"]["enum"] == [each.uri for each in ProblemType]


@pytest.mark.parametrize("problem_type", ProblemType)
def test_type_leads_to_its_description(portal_server: PortalServer, problem_type: ProblemType) -> None:
    path, _, anchor = problem_type.uri.partition("#")
    page = portal_server.app.test_client().get(path)
    assert (page.status_code, page.mimetype) == (200, "text/html")
    [section] = re.findall(rf'<section id="{anchor}">(.*?)</section>', page.text, re.DOTALL)
    text = section.replace("&#39;", "'")
    assert problem_type.title in text
    assert problem_type.meaning in text
    assert f"status {problem_type.status}" in text


def test_all_wrong_fields_are_listed(client: FlaskClient) -> None:
    body = {
        **INVOICE,
        "jobId": "JOB-1",
        "amount": 0,
        "vat": "x",
        "description": "",
        "document": {"name": 1},
        "a/b~c d": 1,
    }
    problem = problem_of(client.post(f"{API}/invoices", json=body), 400)
    assert problem["type"] == "/api/problems#invalid-request"
    assert problem["errors"] == [
        {"pointer": "#/amount", "detail": "must be more than 0 pounds."},
        {"pointer": "#/vat", "detail": "must be a number of pounds."},
        {"pointer": "#/description", "detail": "must have 1 to 2,000 characters, without spaces at its ends."},
        {"pointer": "#/document/name", "detail": "must be text."},
        {"pointer": "#/document/content", "detail": "is required."},
        {"pointer": "#/a~1b~0c%20d", "detail": "unknown field."},
    ]
    assert problem["detail"] == "amount: must be more than 0 pounds."


def test_all_broken_rules_of_an_invoice_are_listed(client: FlaskClient) -> None:
    body = {"amount": 1, "vat": 2, "description": "Works", "invoiceDate": "1999-01-01"}
    problem = problem_of(client.post(f"{API}/invoices", json=body), 400)
    assert [fault["pointer"] for fault in problem["errors"]] == ["#/jobId", "#/invoiceNumber", "#/vat", "#/invoiceDate"]
    form: Any = {"data": {name: str(value) for name, value in body.items()}, "content_type": "multipart/form-data"}
    assert problem_of(client.post(f"{API}/invoices", **form), 400)["errors"] == problem["errors"]


def test_broken_rules_are_listed_beside_wrong_fields(client: FlaskClient) -> None:
    """A rule about a wrong field says nothing: that the field is wrong is its only fault."""
    body = {"amount": 10.123, "vat": 20, "description": "", "invoiceDate": "1999-01-01", "invoiceNumber": 7}
    problem = problem_of(client.post(f"{API}/invoices", json=body), 400)
    pointers = [fault["pointer"] for fault in problem["errors"]]
    assert pointers == ["#/amount", "#/description", "#/invoiceNumber", "#/jobId", "#/invoiceDate"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("limit=0&offset=x", {"offset", "limit"}),
        ("a=1&b=2", {"a", "b"}),
        ("limit=1&limit=2&q=a&q=b", {"limit", "q"}),
    ],
)
def test_all_wrong_parameters_are_listed(client: FlaskClient, query: str, names: set[str]) -> None:
    """The order of unknown names is random in marshmallow."""
    problem = problem_of(client.get(f"{API}/jobs?{query}"), 400)
    assert {fault["parameter"] for fault in problem["errors"]} == names
    assert len(problem["errors"]) == len(names)


def test_unknown_parameter_of_route_without_query_is_listed(client: FlaskClient) -> None:
    problem = problem_of(client.get(f"{API}/account?page=1"), 400)
    assert problem["errors"] == [{"parameter": "page", "detail": "unknown query parameter."}]


DOUBLED = "must appear only once."


def test_repeated_names_are_listed_with_all_other_faults(client: FlaskClient) -> None:
    body = '{"amount": 1, "amount": 2, "jobId": "JOB-1", "more": 1, "document": {"name": "a.pdf", "name": "b.pdf"}}'
    problem = problem_of(client.post(f"{API}/invoices", data=body, content_type="application/json"), 400)
    pointers = {fault["pointer"]: fault["detail"] for fault in problem["errors"]}
    assert (pointers["#/amount"], pointers["#/document/name"]) == (DOUBLED, DOUBLED)
    assert {"#/description", "#/invoiceDate", "#/more", "#/document/content", "#/invoiceNumber"} <= pointers.keys()


def test_repeated_names_of_a_form_are_listed_with_all_other_faults(client: FlaskClient) -> None:
    form: Any = {"data": {"amount": ["1", "2"], "more": "1"}, "content_type": "multipart/form-data"}
    problem = problem_of(client.post(f"{API}/invoices", **form), 400)
    assert {"pointer": "#/amount", "detail": DOUBLED} in problem["errors"]
    assert {"#/description", "#/more"} <= {fault["pointer"] for fault in problem["errors"]}


def test_repeated_names_of_a_small_body_or_query_are_listed_with_all_other_faults(client: FlaskClient) -> None:
    body = '{"note": "a", "note": 1, "list": [{}, {"a": 1, "a": 2}]}'
    problem = problem_of(client.post(f"{API}/jobs/JOB-1/notes", data=body, content_type="application/json"), 400)
    assert problem["errors"][:2] == [{"pointer": place, "detail": DOUBLED} for place in ("#/note", "#/list/1/a")]
    assert "#/list" in {fault["pointer"] for fault in problem["errors"]}
    problem = problem_of(client.get(f"{API}/jobs?limit=1&limit=2&status=x"), 400)
    assert problem["errors"][0] == {"parameter": "limit", "detail": DOUBLED}
    assert "status" in {fault["parameter"] for fault in problem["errors"]}


@pytest.mark.parametrize("levels", [8, 900, 965])
@pytest.mark.parametrize("inner", [b"", b'"\xff"', b'{"a": 1, "a": 2}'], ids=["empty", "not UTF-8", "repeated names"])
def test_deeply_nested_body_is_a_problem(client: FlaskClient, levels: int, inner: bytes) -> None:
    """At some depths, Python can read a body but not write it."""
    body = b'{"note": ' + b"[" * levels + inner + b"]" * levels + b"}"
    problem = problem_of(client.post(f"{API}/jobs/JOB-1/notes", data=body, content_type="application/json"), 400)
    assert problem["detail"] == "The body is nested too deeply."


def test_problem_about_a_body_is_not_much_longer_than_the_body(client: FlaskClient) -> None:
    """Each fault names the path to its value."""
    body = '{"a": 0, "a": 0}'
    body = f"[{','.join([body] * 2_000)}]"
    for level in range(6):
        body = f'{{"{str(level) * 64}": {body}}}'
    answer = client.post(f"{API}/jobs/JOB-1/notes", data=body, content_type="application/json")
    assert len(problem_of(answer, 400)["errors"]) == 100
    assert len(answer.data) < 2 * len(body)


@pytest.mark.parametrize("allows", ["yes", "TRUE"])
def test_all_wrong_headers_are_listed(client: FlaskClient, allows: str) -> None:
    headers = {"Idempotency-Key": "é", "X-Allow-Duplicate": allows}
    problem = problem_of(client.post(f"{API}/jobs/JOB-1/notes", json={"note": "a"}, headers=headers), 400)
    assert problem["errors"] == [
        {"header": "Idempotency-Key", "detail": "must have 1 to 128 printable ASCII characters."},
        {"header": "X-Allow-Duplicate", "detail": "must be true or false."},
    ]


def test_broken_text_is_listed_as_its_field(client: FlaskClient) -> None:
    body = b'{"jobId": "\xff", "amount": 1, "description": "\xfe"}'
    problem = problem_of(client.post(f"{API}/invoices", data=body, content_type="application/json"), 400)
    assert [fault["pointer"] for fault in problem["errors"]] == ["#/jobId", "#/description"]


@pytest.mark.parametrize("body", [b"{", b"[1]", b'{"a": 1, "a": 2}', b"\xff", b'{"\\ud800": 1}'])
def test_malformed_body_is_a_problem(client: FlaskClient, body: bytes) -> None:
    problem = problem_of(client.post(f"{API}/invoices", data=body, content_type="application/json"), 400)
    assert problem["type"] == "/api/problems#invalid-request"


def test_number_of_listed_faults_is_limited(client: FlaskClient) -> None:
    problem = problem_of(client.post(f"{API}/invoices", json={f"x{number}": 1 for number in range(5_000)}), 400)
    assert len(problem["errors"]) == 100
    assert problem["errors"][0]["pointer"] == "#/amount"


def test_refused_pdf_is_listed_as_document(client: FlaskClient) -> None:
    body = {**INVOICE, "jobId": open_job(client), "document": {"name": "a.pdf", "content": "aGVsbG8="}}
    problem = problem_of(client.post(f"{API}/invoices", json=body), 400)
    assert problem["errors"] == [{"pointer": "#/document", "detail": "must be a PDF."}]


def test_duplicate_invoice_and_foreign_account_have_different_types(client: FlaskClient) -> None:
    job_id = open_job(client)
    assert SUBMIT.send(client, job_id, headers={"Idempotency-Key": "a"}).status_code == 201
    duplicate = SUBMIT.send(client, job_id, headers={"Idempotency-Key": "b"})
    foreign = SUBMIT.send(client, job_id, headers={"Portal-Account": "acme/CON-1003"})
    reused = SUBMIT.send(client, job_id, headers={"Idempotency-Key": "a"}, json={**INVOICE, "jobId": job_id, "vat": 1})
    types = [problem_of(duplicate, 409)["type"], problem_of(foreign, 409)["type"], problem_of(reused, 400)["type"]]
    assert types == [f"/api/problems#{name}" for name in ("duplicate-invoice", "foreign-account", "key-reused")]


def test_unreachable_agentos_is_a_problem_with_submission_state(
    portal_server: PortalServer, client: FlaskClient
) -> None:
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503)
    problem = problem_of(client.post(f"{API}/jobs/JOB-1/notes", json={"note": "Part ordered"}), 500)
    assert (problem["type"], problem["submissionState"]) == ("/api/problems#agentos-unreachable", "not-sent")


@pytest.mark.parametrize("status", [401, 429])
def test_refused_key_and_busy_agentos_have_types(portal_server: PortalServer, client: FlaskClient, status: int) -> None:
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=status)
    problem = problem_of(client.post(f"{API}/jobs/JOB-1/notes", json={"note": "Part ordered"}), 500)
    assert problem["type"].partition("#")[2] == {401: "agentos-refuses-key", 429: "agentos-unreachable"}[status]
    assert ("retryAfter" in problem) is (status == 429)


def test_missing_worker_is_a_problem_with_wait(portal_server: PortalServer) -> None:
    portal_server.clock.worker = None  # type: ignore[attr-defined]
    portal_server.advance_clock(SILENCE_S)
    request: Any = {"json": {"email": "office@harper.example"}, "headers": {"Accept": PROBLEM}}
    problem = problem_of(portal_server.app.test_client().post("/api/session/code", **request), 500)
    assert (problem["type"], problem["retryAfter"]) == ("/api/problems#no-worker", 60)


def test_unread_records_are_a_problem_with_wait(portal_server: PortalServer, client: FlaskClient) -> None:
    portal_server.clock.work = None  # type: ignore[attr-defined]
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM collections WHERE kind = 'pending'")
    answer = client.get(f"{API}/statements/pending")
    problem = problem_of(answer, 500)
    assert problem["type"] == "/api/problems#not-ready"
    assert problem["retryAfter"] > 0


def test_unexpected_failure_is_a_problem_without_details(portal_server: PortalServer, client: FlaskClient) -> None:
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE records")
    portal_server.app.testing = False
    answer = client.get(f"{API}/jobs", headers={"X-Request-ID": "my-request"})
    problem = problem_of(answer, 500)
    assert (problem["type"], problem["requestId"]) == ("/api/problems#internal-error", "my-request")
    assert "records" not in answer.text


def test_unready_portal_is_a_problem(portal_server: PortalServer, client: FlaskClient) -> None:
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    assert problem_of(client.get("/health/ready"), 503)["type"] == "/api/problems#out-of-service"


@pytest.mark.parametrize("path", ["/nothing", "/api", "/api/nothing", f"{API}//jobs", f"{API}/jobs/a.b"])
def test_unknown_address_is_a_problem(client: FlaskClient, path: str) -> None:
    assert problem_of(client.get(path), 404)["type"] == "/api/problems#no-such-address"


def test_wrong_code_is_a_problem_that_does_not_reveal_the_address(portal_server: PortalServer) -> None:
    browser = portal_server.app.test_client()
    bodies = []
    for email in ("office@harper.example", "nobody@nowhere.example"):
        browser.post("/api/session/code", json={"email": email})
        portal_server.mail_codes()
        headers = {"Accept": PROBLEM, "X-Request-ID": "same-request"}
        answer = browser.post("/api/session", json={"email": email, "code": "000000"}, headers=headers)
        assert problem_of(answer, 401)["type"] == "/api/problems#wrong-code"
        bodies.append(answer.data)
    assert bodies[0] == bodies[1]
