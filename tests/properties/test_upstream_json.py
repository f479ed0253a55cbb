"""Any JSON from AgentOS: the contractor's response follows the contract, without bank details."""

import json
from decimal import Decimal

from flask.testing import FlaskClient
from hypothesis import example, given
from hypothesis import strategies as st

from app.ledger.lists import list_by_contractor
from tests.agentos.kinds import KINDS
from tests.payloads import job_row
from tests.portal_server import PortalServer
from tests.properties.examples import ANOTHER, over_refreshes
from tests.properties.json_texts import SECRET, VALUES, lists, rows
from tests.submissions.worker_runs import run_worker_until_settled

API = "/api/contractor"
INVOICE = {"jobId": "JOB-1", "amount": 1, "description": "Works", "invoiceDate": "2026-11-25", "invoiceNumber": "A-7"}
JOB, STATEMENT, SENT = (rows(KINDS[name][1]()) for name in ("job", "statement", "invoice"))
ONE_JOB = st.builds(
    # The contractor's own job, because no other is ever written to. The last of repeated names counts.
    lambda text: f'{text[:-1]}{"," if len(text) > 2 else ""}"OID":"JOB-1","ContractorOID":"CON-1001"}}',
    JOB.filter(lambda text: text.startswith("{") and text.endswith("}")),
)

THEIRS = json.dumps(job_row(OID="JOB-1"))


def is_success(body: str) -> bool:
    """Return True for an object, a string, `null` or an empty body, unless a number in it is too large for Decimal."""
    try:
        value = json.loads(body, parse_float=Decimal) if body.strip() else None
    except (ValueError, ArithmeticError, RecursionError):
        return False
    return value is None or isinstance(value, str | dict)


def set_upstream_bodies(portal_server: PortalServer, **bodies: str) -> None:
    """Let AgentOS respond with these bodies, each for paths with its ending."""
    portal_server.simulator.control("DELETE", "faults")
    for name, body in bodies.items():
        path = {"job": "/jobs/JOB-1$", "notes": "/notes$", "submit": "/invoice/submit$", "sent": "/invoices/",
                "statements": "/statements/", "jobs": "/jobs/BR-1/"}[name]  # fmt: skip
        portal_server.simulator.fault(path=path, body=body, content_type="application/json")


FAILURES = ("Your agency's system ", "Acme Lettings's system ", "An earlier submission ", "The ")
"""Beginnings of the one sentence about a failure."""


@over_refreshes
@given(jobs=lists(JOB), statements=lists(STATEMENT), sent=lists(SENT))
@example(
    jobs=f'[{{"OID":"A","ContractorOID":"CON-1001","BankSortCode":"{SECRET}","IBAN":"{SECRET}"}}]',
    statements='[{"OID":"S-1","Amount":1e999999999}]',
    sent='{"Count":"x"}',
)
def test_lists_survive_random_upstream_json(
    portal_server: PortalServer, client: FlaskClient, jobs: str, statements: str, sent: str
) -> None:
    """The worker continues. If new data is unreadable, the portal serves the last good data."""
    paths = ("jobs", "statements/historical", "statements/pending", "invoices", "insights", "contacts")
    for path in paths:
        assert client.get(f"{API}/{path}").status_code == 200
    set_upstream_bodies(portal_server, jobs=jobs, statements=statements, sent=sent)
    portal_server.advance_clock(601)
    for path in paths:
        client.get(f"{API}/{path}")
    portal_server.refresh()
    for path in paths:
        answer = client.get(f"{API}/{path}")
        assert answer.status_code == 200, answer.text
        assert SECRET not in answer.text


@over_refreshes
@given(job=st.just(THEIRS) | ONE_JOB | JOB, noted=VALUES | JOB, submitted=VALUES | rows({"OID": "A"}), sent=lists(SENT))
@example(job=THEIRS, noted='{"OID":1e400,"CreatedAt":7}', submitted='"A"', sent="[{}]")
def test_writes_survive_random_upstream_json(
    portal_server: PortalServer, client: FlaskClient, job: str, noted: str, submitted: str, sent: str
) -> None:
    """Any response before, to and after a write: success, 404, or one sentence about its failure.

    Once AgentOS works, nothing stays unconfirmed: people are asked about everything that the portal cannot prove.
    """
    set_upstream_bodies(portal_server, job=job, notes=noted, submit=submitted, sent=sent)
    portal_server.advance_clock(61)
    answers = [
        client.post(f"{API}/jobs/JOB-1/notes", json={"note": "x"}, headers=ANOTHER),
        client.patch(f"{API}/jobs/JOB-1/complete", json={"completed": True}),
        client.patch(f"{API}/jobs/JOB-1/complete"),
        client.post(f"{API}/invoices", json=INVOICE, headers=ANOTHER),
        client.get(f"{API}/jobs/JOB-1"),
    ]
    if job == THEIRS:
        assert answers[0].status_code == (201 if is_success(noted) else 500), (noted, answers[0].text)
    for answer in answers:
        assert answer.status_code in (200, 201, 404, 500) or "cancelled" in answer.text, answer.text
        assert SECRET not in answer.text
        if answer.status_code == 500:
            assert answer.json["error"].startswith(FAILURES), answer.text
    portal_server.simulator.control("DELETE", "faults")
    run_worker_until_settled(portal_server)
    in_doubt = [
        row
        for row in list_by_contractor(portal_server.services.database, "acme", "CON-1001").items
        if not row.state.is_final
    ]
    assert {row.state for row in in_doubt} <= {"review"}
    client.get(f"{API}/jobs")
    portal_server.refresh()
    assert client.get(f"{API}/jobs/JOB-1").status_code == 200
