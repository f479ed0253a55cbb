"""AgentOS decides at each write who owns a job. `tests/security` covers jobs that never were the contractor's."""

import pytest

from app.submissions.submit import CHEAP_FAILURES
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer

INVOICE = {"amount": 1, "description": "Works", "invoiceDate": "2026-11-25", "invoiceNumber": "1"}
MISSING = {"error": "There is no such job."}


def read(client, job):
    return client.get(f"/api/contractor/jobs/{job}")


def complete(client, job):
    return client.patch(f"/api/contractor/jobs/{job}/complete")


def add_note(client, job):
    return client.post(f"/api/contractor/jobs/{job}/notes", json={"note": "a"})


def send_invoice(client, job):
    return client.post("/api/contractor/invoices", json={**INVOICE, "jobId": job})


WRITES = (complete, add_note, send_invoice)


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize("owner", ["CON-1002", None, ""])
def test_write_to_job_reassigned_since_last_fetch_is_404_and_not_sent(
    portal_server: PortalServer, write, owner
) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    assert read(client, "JOB-1").status_code == 200
    portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID=owner)
    answer = write(client, "JOB-1")
    assert (answer.status_code, answer.json) == (404, MISSING)
    assert portal_server.simulator.writes() == []
    assert read(client, "JOB-1").json == MISSING, "and the mirror has learnt it"


def test_job_assigned_since_last_fetch_accepts_writes_and_is_shown(portal_server: PortalServer) -> None:
    portal_server.simulator.change("acme/jobs/JOB-24", ContractorOID="CON-1001")
    client = client_for(portal_server, "acme/CON-1001")
    assert add_note(client, "JOB-24").status_code == 201
    assert read(client, "JOB-24").status_code == 200
    assert read(client_for(portal_server, "acme/CON-1002"), "JOB-24").json == MISSING


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize("is_changed", [False, True])
def test_write_to_listed_job_of_another_that_agentos_does_not_have_is_404(
    portal_server: PortalServer, write, is_changed
) -> None:
    """AgentOS may list an archived job. The answer must not tell the job from one that does not exist."""
    client, owner = (client_for(portal_server, f"acme/CON-100{n}") for n in (1, 2))
    if is_changed:
        assert owner.post("/api/contractor/jobs/JOB-24/notes", json={"note": "Before"}).status_code == 201
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-24$", status=404)
    writes = portal_server.simulator.writes()
    portal_server.services.rate_limit.add("failed-write:acme:CON-1001", CHEAP_FAILURES)
    answer, unknown = write(client, "JOB-24"), write(client, "JOB-9999")
    assert (answer.status_code, answer.json) == (unknown.status_code, unknown.json) == (404, MISSING)
    assert [each.headers["RateLimit"].partition(";t")[0] for each in (answer, unknown)] == [
        '"submissions";r=995',
        '"submissions";r=990',
    ]
    assert write(owner, "JOB-24").status_code == 500, "the owner's job is listed, so AgentOS may be wrong"
    assert portal_server.simulator.writes() == writes


@pytest.mark.parametrize("write", WRITES)
def test_write_to_job_of_another_changes_nothing_in_the_mirror(portal_server: PortalServer, write) -> None:
    """Otherwise, the answer would take longer than for a job that does not exist."""
    client, owner = (client_for(portal_server, f"acme/CON-100{n}") for n in (1, 2))
    before = read(owner, "JOB-24").json
    portal_server.simulator.change("acme/jobs/JOB-24", Title="Changed in AgentOS")
    assert write(client, "JOB-24").status_code == 404
    assert read(owner, "JOB-24").json == before


@pytest.mark.parametrize("ask", [read, complete, add_note])
@pytest.mark.parametrize("job", ["JOB%201", "JOB.1", "J" * 65, "..", "JOB-1%2Fx", "%00", "JOB-1/", "%C5%B4"])
def test_malformed_job_id_is_404_without_upstream_calls(portal_server: PortalServer, ask, job) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    before = len(portal_server.simulator.calls())
    answer = ask(client, job)
    assert (answer.status_code, set(answer.json)) == (404, {"error"})
    assert len(portal_server.simulator.calls()) == before


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize(
    "fault",
    [
        {"status": 400},
        {"status": 401},
        {"status": 403},
        {"status": 405},
        {"status": 429},
        {"status": 500},
        {"status": 503},
        {"body": "<html>"},
        {"body": "null"},
        {"body": "[]"},
        {"cut": True},
        {"reset": "before"},
    ],
    ids=str,
)
def test_failed_upstream_read_before_write_is_500_and_sends_nothing(portal_server: PortalServer, write, fault) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", **fault)
    answer = write(client, "JOB-1")
    assert (answer.status_code, set(answer.json)) == (500, {"error"})
    assert "Nothing was sent" in answer.json["error"]
    assert portal_server.simulator.writes() == []
    assert read(client, "JOB-1").status_code == 200, "the mirror still answers"


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ({"status": 400}, "did not accept"),
        ({"status": 405}, "did not accept"),
        ({"status": 429}, "did not accept"),
        ({"status": 403}, "did not accept"),
    ],
    ids=str,
)
def test_failed_upstream_write_is_500_after_one_attempt(portal_server: PortalServer, write, fault, words) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    portal_server.simulator.fault(path="/jobs/JOB-1/notes|invoice/submit", **fault)
    portal_server.simulator.fault(method="PATCH", path="/jobs/JOB-1$", **fault)
    answer = write(client, "JOB-1")
    assert (answer.status_code, set(answer.json)) == (500, {"error"})
    assert words in answer.json["error"]
    assert len(portal_server.simulator.writes()) == 1
    assert (answer.headers.get("Retry-After") is not None) == (fault.get("status") in (403, 429))


def test_completion_refused_by_agentos_with_404_is_unconfirmed(portal_server: PortalServer) -> None:
    """The job has just been fetched, so AgentOS has probably refused the change."""
    portal_server.simulator.fault(method="PATCH", path="/jobs/JOB-1$", status=404)
    answer = complete(client_for(portal_server, "acme/CON-1001"), "JOB-1")
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")
    assert "did not accept" in answer.json["error"]
