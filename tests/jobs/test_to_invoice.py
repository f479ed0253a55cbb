"""GET /api/contractor/jobs?toInvoice=true: the jobs that need an invoice, and the marks of those that do not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from app.auth import limits
from app.store.tables import submissions
from tests.contract.api_calls import assert_no_upstream_calls, error_sentence
from tests.financial.expected import INVOICE
from tests.jobs.expected import PEOPLE, client_for, jobs_of
from tests.payloads import invoice_row, statement_row
from tests.portal_server import PortalServer

HARPER, URL = "acme/CON-1001", "/api/contractor/jobs"
MARK = f"{URL}/JOB-5/invoicing"


def at_agentos(portal_server: PortalServer, **lists: Any) -> None:
    """Replace Harper's statements and invoices in AgentOS."""
    invoices = lists.pop("invoices", [])
    portal_server.simulator.control("PUT", "state/acme/invoices/CON-1001", invoices)
    portal_server.simulator.control("PUT", "state/acme/statements/CON-1001", {"historical": [], "pending": [], **lists})


def to_invoice(client: Any, **query: Any) -> list[str]:
    """Return the ids of the jobs to invoice, in their order."""
    answer = client.get(URL, query_string={"toInvoice": "true", **query})
    assert answer.status_code == 200, answer.text
    return [job["jobId"] for job in answer.json["jobs"]]


def test_completed_jobs_are_listed_by_completion_and_cancelled_ones_are_not(portal_server: PortalServer) -> None:
    at_agentos(portal_server)
    portal_server.simulator.change("acme/jobs/JOB-8", CompletedDate=None)
    portal_server.advance_clock(61)
    portal_server.refresh()
    client = client_for(portal_server, HARPER)
    completed = [job for job in jobs_of(portal_server, HARPER, read_alone=True) if job["completed"]]
    completed.sort(key=lambda job: job["completedAt"] or "", reverse=True)
    expected = [job["jobId"] for job in completed]
    assert (len(expected) > 4, expected[-1]) == (True, "JOB-8")
    assert to_invoice(client) == to_invoice(client, status="completed") == expected
    assert [job["jobId"] for job in client.get(f"{URL}?status=completed").json["jobs"]] == expected
    assert to_invoice(client, status="open") == to_invoice(client, status="cancelled") == []
    assert [job["jobId"] for job in client.get(f"{URL}?status=cancelled").json["jobs"]].count("JOB-7") == 1
    first = client.get(f"{URL}?toInvoice=true&limit=2").json
    assert [job["jobId"] for job in first["jobs"]] + to_invoice(client, after=first["next"]) == expected


@pytest.mark.parametrize(
    ("lists", "is_due"),
    [
        ({}, True),
        ({"invoices": [invoice_row(JobOID="JOB-5")]}, False),
        ({"invoices": [invoice_row(JobOID="JOB-5", Status="Rejected")]}, True),
        ({"invoices": [invoice_row(JobOID="JOB-5", Status=word, OID=word) for word in ("Paid", "Rejected")]}, False),
        ({"historical": [statement_row(JobOID="JOB-5")]}, False),
        ({"pending": [statement_row(JobOID="JOB-5")]}, False),
        ({"pending": [statement_row(JobOID=None)]}, True),
    ],
    ids=str,
)
def test_job_with_invoice_or_statement_in_agentos_is_not_listed(
    portal_server: PortalServer, lists: Any, is_due: bool
) -> None:
    at_agentos(portal_server, **lists)
    assert ("JOB-5" in to_invoice(client_for(portal_server, HARPER))) is is_due


@pytest.mark.parametrize(
    ("state", "is_due"),
    [
        *dict.fromkeys(("waiting", "sending", "confirmed", "unconfirmed", "review"), False).items(),
        *dict.fromkeys(("rejected", "expired", "abandoned"), True).items(),
    ],
)
def test_job_with_invoice_of_the_portal_is_listed_only_if_that_failed(
    portal_server: PortalServer, state: str, is_due: bool
) -> None:
    at_agentos(portal_server)
    client = client_for(portal_server, HARPER)
    assert "JOB-5" in to_invoice(client)
    assert client.post("/api/contractor/invoices", json={**INVOICE, "jobId": "JOB-5"}).status_code == 201
    with portal_server.services.database.write() as connection:
        connection.execute(update(submissions).values(state=state))
    assert ("JOB-5" in to_invoice(client)) is is_due


def test_jobs_to_invoice_need_the_lists_that_the_agency_offers(
    portal_server: PortalServer, build: Callable[..., PortalServer], tmp_path: Path
) -> None:
    client = client_for(portal_server, HARPER)
    portal_server.clock.work = None  # type: ignore[union-attr]
    assert error_sentence(client.get(f"{URL}?toInvoice=true"), 500).startswith("Your agency's records are still")
    assert client.get(f"{URL}?toInvoice=false").status_code == 200
    agencies = tmp_path / "agencies.toml"
    agencies.write_text(
        '[agencies.acme]\nname = "Acme"\napi_key_env = "AGENTOS_API_KEY_ACME"\n'
        'not_offered = ["invoices.list", "statements.historical", "statements.pending"]\n'
    )
    narrow = build(AGENCIES_FILE=agencies)
    assert "JOB-5" in to_invoice(client_for(narrow, HARPER))


def test_age_of_statements_counts_for_jobs_to_invoice(portal_server: PortalServer) -> None:
    client = client_for(portal_server, HARPER)
    to_invoice(client)
    portal_server.simulator.fault(path="statements/", status=500)
    portal_server.advance_clock(3_601)
    to_invoice(client)
    portal_server.refresh()
    narrow, whole = (client.get(f"{URL}?limit=1&toInvoice={value}").json for value in ("true", "false"))
    assert (narrow["stale"], narrow["asOf"]) == (True, "2026-11-25T09:00:00+00:00")
    assert (whole["stale"], whole["asOf"]) == (False, "2026-11-25T10:00:01+00:00")


def test_marked_job_is_not_listed_until_its_mark_is_deleted(portal_server: PortalServer) -> None:
    at_agentos(portal_server)
    client = client_for(portal_server, HARPER)
    assert "JOB-5" in to_invoice(client)
    at = "2026-11-25T09:00:00+00:00"

    def mark_and_unmark() -> None:
        for body in ({"state": "elsewhere", "invoiceNumber": " H-1042 "}, {"state": "no-charge"}):
            marked = client.put(MARK, json=body)
            number = "H-1042" if len(body) == 2 else None
            assert marked.json["invoicing"] == {"state": body["state"], "invoiceNumber": number, "at": at}
            assert marked.json == {name: client.get(f"{URL}/JOB-5").json[name] for name in marked.json}
            assert "JOB-5" not in to_invoice(client)
        for _ in range(2):
            assert (client.delete(MARK).status_code, client.get(f"{URL}/JOB-5").json["invoicing"]) == (204, None)

    assert_no_upstream_calls(portal_server, mark_and_unmark)
    assert "JOB-5" in to_invoice(client)


def test_mark_belongs_to_one_contractor_and_survives_a_completion(portal_server: PortalServer) -> None:
    client, other = (client_for(portal_server, f"acme/CON-100{n}") for n in (1, 2))
    path = f"{URL}/JOB-1/invoicing"
    assert client.put(path, json={"state": "no-charge"}).status_code == 200, "also before the completion"
    assert client.patch(f"{URL}/JOB-1/complete").json["invoicing"]["state"] == "no-charge"
    portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002")
    portal_server.advance_clock(61)
    portal_server.refresh()
    assert other.get(f"{URL}/JOB-1").json["invoicing"] is None
    assert error_sentence(client.put(path, json={"state": "no-charge"}), 404) == "There is no such job."


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
@pytest.mark.parametrize("job", ["JOB-24", "JOB-9999"])
def test_mark_of_unknown_job_or_that_of_another_is_404(portal_server: PortalServer, method: str, job: str) -> None:
    body = {"json": {"state": "no-charge"}} if method == "PUT" else {}
    answer = client_for(portal_server, HARPER).open(f"{URL}/{job}/invoicing", method=method, **body)
    assert error_sentence(answer, 404) == "There is no such job."


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({}, "state"),
        ({"state": "paid"}, "state"),
        ({"state": None}, "state"),
        ({"state": "no-charge", "invoiceNumber": "H-1"}, "invoiceNumber"),
        ({"state": "elsewhere", "invoiceNumber": "1" * 51}, "invoiceNumber"),
        ({"state": "elsewhere", "invoiceNumber": " "}, "invoiceNumber"),
        ({"state": "elsewhere", "number": "H-1"}, "number"),
    ],
    ids=str,
)
def test_invalid_mark_is_400_and_names_the_field(portal_server: PortalServer, body: Any, name: str) -> None:
    answer = client_for(portal_server, HARPER).put(MARK, json=body)
    assert error_sentence(answer, 400).startswith(f"{name}: ")


def test_marks_of_a_person_are_limited_by_the_hour(portal_server: PortalServer) -> None:
    client = client_for(portal_server, HARPER)
    quota = limits.quota_of_person(portal_server.services, limits.MARKS, PEOPLE[HARPER])
    portal_server.services.rate_limit.add(quota.key, quota.most - 1)
    assert client.delete(MARK).headers["RateLimit"].startswith('"invoicing marks";r=0')
    refused = client.put(MARK, json={"state": "no-charge"})
    assert error_sentence(refused, 429) == "Too many changes. Please try again later."
    assert 0 < int(refused.headers["Retry-After"]) <= 3_600
