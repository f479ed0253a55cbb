"""The audit of requests that the portal refuses before it stores a submission, and of those that it refuses later."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from app.audit.audit import Event
from app.audit.entries import Entry, list_entries
from app.domain.limits import ID_CHARACTERS
from app.store.tables import audit_entries, submissions
from app.submissions import http
from tests.jobs.expected import client_for
from tests.log_lines import Lines
from tests.pdfs import in_json, pdf
from tests.portal_server import PortalServer
from tests.security.invalid_requests import JSON
from tests.sessions.browsers import PHONE
from tests.submissions.conftest import API, INVOICE, Sender
from tests.submissions.test_delivery import KEY
from tests.submissions.test_full_disk import full_database
from tests.submissions.worker_runs import locked_database

HARPER, REQUEST_ID, WORDS = "office@harper.example", "harpers-invoice-1", "Tell-tale words"
LARGE = in_json(pdf(size=200_000))


def refused(portal_server: PortalServer) -> list[Entry]:
    """Return the entries of refusals, the oldest first."""
    return list_entries(portal_server.services.database, event=Event.NOT_ACCEPTED)[0][::-1]


def details(portal_server: PortalServer) -> list[str | None]:
    return [entry.detail for entry in refused(portal_server)]


def send_form(sender: Sender, **changes: Any) -> TestResponse:
    fields = {name: str(value) for name, value in {**INVOICE, **changes}.items()}
    return sender.client.post(f"{API}/invoices", data={**fields, "document": (io.BytesIO(pdf()), "a.pdf")})


def repeat_with_other_words(sender: Sender) -> Any:
    sender.note(Idempotency_Key=KEY)
    return sender.note(WORDS, Idempotency_Key=KEY)


def exceed_limit(sender: Sender) -> Any:
    services = sender.portal_server.services
    services.rate_limit.add("write:acme:CON-1001", services.config.writes_per_minute)
    return sender.note(WORDS)


REQUESTS: list[tuple[Callable[[Sender], Any], int, str]] = [
    (lambda sender: sender.invoice(amount=0, description=WORDS), 400, "invoice for job JOB-1, invalid-request, amount"),
    (lambda sender: sender.invoice(amount=0, document=LARGE), 400, "invoice for job JOB-1, invalid-request, amount"),
    (lambda sender: send_form(sender, amount=0), 400, "invoice for job JOB-1, invalid-request, amount"),
    (
        lambda sender: sender.invoice({"X-Allow-Duplicate": WORDS}),
        400,
        "invoice for job JOB-1, invalid-request, X-Allow-Duplicate",
    ),
    (
        lambda sender: sender.invoice(**{WORDS: 1, "vat": WORDS, "invoiceDate": "2020-01-01"}),
        400,
        "invoice for job JOB-1, invalid-request, vat, invoiceDate",
    ),
    (
        lambda sender: sender.invoice(document={"name": "a.pdf", "content": WORDS, WORDS: WORDS}),
        400,
        "invoice for job JOB-1, invalid-request, document",
    ),
    (
        lambda sender: sender.invoice(document=in_json(b"MZ")),
        400,
        "invoice for job JOB-1, invalid-request, document: no PDF",
    ),
    (lambda sender: send_form(sender, **{WORDS: 1}), 400, "invoice for job JOB-1, invalid-request"),
    (lambda sender: sender.invoice(jobId=f"{WORDS} \x1b"), 400, "invoice, invalid-request, jobId"),
    (lambda sender: sender.invoice(jobId=None), 400, "invoice, invalid-request, jobId"),
    (
        lambda sender: sender.client.post(f"{API}/invoices", data=WORDS, content_type=JSON),
        400,
        "invoice, invalid-request",
    ),
    (lambda sender: sender.note("", description=WORDS), 400, "note for job JOB-1, invalid-request, note"),
    (lambda sender: sender.note("x" * 70_000), 413, "note for job JOB-1, too-large"),
    (
        lambda sender: sender.complete(WORDS),  # type: ignore[arg-type]
        400,
        "completion for job JOB-1, invalid-request, completed",
    ),
    (
        lambda sender: sender.client.patch(f"{API}/jobs/JOB-1/complete?why={WORDS}"),
        400,
        "completion for job JOB-1, invalid-request",
    ),
    (repeat_with_other_words, 400, "note for job JOB-1, key-reused"),
    (exceed_limit, 429, "note for job JOB-1, too-many-requests"),
]


@pytest.mark.parametrize(("request_of", "status", "detail"), REQUESTS)
def test_refused_request_is_recorded_with_its_sender_and_the_problem(
    sender: Sender,
    portal_server: PortalServer,
    lines: Lines,
    request_of: Callable[[Sender], Any],
    status: int,
    detail: str,
) -> None:
    sender.client.environ_base.update(HTTP_USER_AGENT=PHONE, HTTP_X_REQUEST_ID=REQUEST_ID)
    assert request_of(sender).status_code == status
    [entry] = refused(portal_server)
    assert entry.detail == detail
    assert (entry.email, entry.agency, entry.contractor_id) == (HARPER, "acme", "CON-1001")
    assert (entry.software, entry.network) == ("Chrome Mobile on Android", "127.0.0.0/24")
    assert (entry.request_id, entry.submission_id) == (REQUEST_ID, None)
    with portal_server.services.database.read() as connection:
        assert WORDS not in str(connection.execute(select(audit_entries)).all())
    written = lines()
    assert detail in [line.get("detail") for line in written]
    assert WORDS not in str(written)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_refusal_of_an_invoice_with_all_faults_is_recorded(sender: Sender, portal_server: PortalServer) -> None:
    """PostgreSQL refuses a detail that is too long."""
    names = ("statementId", "amount", "vat", "description", "invoiceDate", "invoiceNumber", "document")
    job_id = "J" * ID_CHARACTERS
    assert sender.invoice(jobId=job_id, **dict.fromkeys(names, True)).status_code == 400
    [detail] = details(portal_server)
    assert detail == f"invoice for job {job_id}, invalid-request, {', '.join(names)}"


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_command_says_what_happened_to_a_duplicate_invoice(
    sender: Sender, portal_server: PortalServer, lines: Lines
) -> None:
    assert sender.invoice().status_code == 201
    lines()
    duplicate = sender.invoice({"X-Request-ID": REQUEST_ID}, invoiceNumber="A-8")
    assert duplicate.status_code == 409
    [request] = [line for line in lines() if line["event"] == "request"]
    assert (request["status"], request["problem"]) == (409, "duplicate-invoice")
    result = portal_server.app.test_cli_runner().invoke(args=["audit", "list", "--contractor", "CON-1001"])
    [line] = [line for line in result.stdout.splitlines() if "  not accepted  " in line]
    assert f"  {HARPER}  invoice for job JOB-1, duplicate-invoice  " in line
    assert line.endswith(f"request {REQUEST_ID}")


@pytest.mark.parametrize(
    ("request_of", "status", "detail"),
    [
        (lambda sender: sender.note(job="JOB-24"), 404, "note for job JOB-24, no-such-object"),
        (
            lambda sender: sender.invoice(document=in_json(b"%PDF-1.4 damaged")),
            400,
            "invoice for job JOB-1, invalid-request, document: damaged",
        ),
        (lambda sender: sender.note(), 500, "note for job JOB-1, agentos-unreachable"),
    ],
)
def test_refusal_of_a_stored_submission_is_recorded_once(
    sender: Sender, portal_server: PortalServer, request_of: Callable[[Sender], Any], status: int, detail: str
) -> None:
    if status == 500:
        portal_server.simulator.fault(path="/", status=503)
    assert request_of(sender).status_code == status
    [entry] = refused(portal_server)
    assert entry.detail == detail
    assert entry.submission_id is not None


def test_submission_that_is_being_sent_is_not_recorded_as_refused(sender: Sender, portal_server: PortalServer) -> None:
    portal_server.simulator.fault(method="POST", path="/notes$", status=503)
    sender.note(Idempotency_Key=KEY)
    with portal_server.services.database.write() as connection:
        until = portal_server.services.database.seconds(connection) + 80
        connection.execute(update(submissions).values(state="sending", lease_owner="x", lease_until=until))
    assert sender.note(Idempotency_Key=KEY).status_code == 409
    assert refused(portal_server) == []


def test_refused_request_without_the_account_is_not_recorded(sender: Sender, portal_server: PortalServer) -> None:
    """Strangers, other sites and people without the account cannot write about a contractor."""
    assert sender.note("", Origin="https://evil.example").status_code == 403
    assert sender.note("", Portal_Account="acme/CON-1002").status_code == 409
    sender.client.delete("/api/session")
    assert sender.note("").status_code == 401
    assert refused(portal_server) == []


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_each_contractor_has_a_limited_number_of_entries_an_hour(sender: Sender, portal_server: PortalServer) -> None:
    for _ in range(http.MOST_REFUSALS + 2):
        assert sender.note("").status_code == 400
    assert len(refused(portal_server)) == http.MOST_REFUSALS
    other = Sender(portal_server, client_for(portal_server, "acme/CON-1002"))
    assert other.note("").status_code == 400
    assert refused(portal_server)[-1].contractor_id == "CON-1002"
    portal_server.advance_clock(http.REFUSALS_PER_S + 1)
    assert sender.note("").status_code == 400
    assert len(refused(portal_server)) == http.MOST_REFUSALS + 2


@pytest.mark.parametrize("database", [full_database, locked_database])
def test_database_that_takes_no_entry_changes_no_refusal(
    sender: Sender, portal_server: PortalServer, lines: Lines, database: Callable[[PortalServer], Any]
) -> None:
    assert sender.invoice().status_code == 201
    lines()
    with database(portal_server):
        answer = sender.invoice(invoiceNumber="A-8")
    assert answer.status_code == 409
    assert "You already sent an invoice" in answer.json["error"]
    written = lines()
    assert [line["problem"] for line in written if line["event"] == "request"] == ["duplicate-invoice"]
    assert [line["level"] for line in written if line.get("during", line["event"]) == "refusal_not_recorded"] == [
        "warning"
    ]
    assert refused(portal_server) == []


@pytest.mark.parametrize("engine", ["postgresql"])
def test_refusal_is_recorded_beside_another_write(sender: Sender, portal_server: PortalServer) -> None:
    with portal_server.services.database.write():
        assert sender.invoice(amount=0).status_code == 400
        assert details(portal_server) == ["invoice for job JOB-1, invalid-request, amount"]
