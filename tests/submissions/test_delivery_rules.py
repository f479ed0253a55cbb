"""Rules of delivery that no other test covers."""

from typing import Any

import pytest
from sqlalchemy import update

from app.ledger.lists import list_by_contractor
from app.store.tables import submissions
from app.submissions import delivery_worker
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import (
    KEY,
    WRITES,
    count_in_agentos,
    count_writes_sent,
    fail_writes,
    leave_unconfirmed,
    prove_recognition,
)
from tests.submissions.worker_runs import (
    SETTLED_S,
    on_next_wait,
    pretend_tried_for,
    run_worker_later,
    run_worker_until_settled,
    submission_states,
)

DAY = 86_400.0


@pytest.mark.parametrize("kind", WRITES)
def test_submission_of_killed_sender_waits_settle_s_after_discovery(
    sender: Sender, portal_server: PortalServer, kind: str
) -> None:
    """The lease ended long ago, but the write may have left the machine a moment ago."""
    prove_recognition(sender, kind)
    leave_unconfirmed(sender, kind)
    WRITES[kind](sender)
    portal_server.simulator.control("DELETE", "faults")
    with portal_server.services.database.write() as connection:  # as if its process had been killed while sending
        killed = {
            "state": "sending",
            "lease_owner": "x",
            "lease_until": portal_server.clock.boot() + 80,
            "next_at": 0.0,
            "doubts": 0,
        }
        connection.execute(update(submissions).where(submissions.c.state == "unconfirmed").values(**killed))
    run_worker_later(portal_server, turns=1, seconds=1_000)
    assert submission_states(portal_server)[-1] == "unconfirmed"
    run_worker_later(portal_server, turns=int(SETTLED_S / 10), seconds=10)
    assert count_writes_sent(sender) == 1
    run_worker_until_settled(portal_server)
    assert (submission_states(portal_server)[-1], count_in_agentos(sender, kind), count_writes_sent(sender)) == (
        "confirmed",
        1,
        2,
    )


def test_error_for_duplicate_of_several_invoices_names_the_first(sender: Sender, portal_server: PortalServer) -> None:
    allowed = {"X-Allow-Duplicate": "true"}
    for number in range(3):
        assert sender.invoice(allowed, invoiceNumber=f"A-{number}").status_code == 201
        portal_server.advance_clock(DAY)
        sender.client = client_for(portal_server, "acme/CON-1001")
    answer = sender.invoice(invoiceNumber="A-9")
    assert (answer.status_code, "on 25 November at 09:00" in answer.json["error"]) == (409, True)


def test_job_is_fetched_again_after_waiting_for_earlier_submission(sender: Sender, portal_server: PortalServer) -> None:
    """Meanwhile the job was given to another contractor."""
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503, times=2)
    assert sender.note("Step 1", Prefer="respond-async").status_code == 202

    def end_the_first() -> None:
        with portal_server.services.database.write() as connection:
            first = submissions.c.promised.is_(True)
            connection.execute(update(submissions).where(first).values(state="confirmed", lease_owner=None))
        portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002")

    on_next_wait(portal_server, end_the_first)
    answer = sender.note("Step 2")
    assert answer.status_code in (404, 500)
    assert portal_server.simulator.writes() == []


def test_submission_waits_until_the_earlier_submission_is_in_review(
    sender: Sender, portal_server: PortalServer
) -> None:
    leave_unconfirmed(sender, "note")
    assert sender.note("Step 1").headers["Submission-State"] == "unconfirmed"
    portal_server.simulator.control("DELETE", "faults")
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", notes="missing")
    assert sender.note("Step 2", Prefer="respond-async").status_code == 202
    run_worker_later(portal_server, turns=3, seconds=100)
    assert (submission_states(portal_server), count_writes_sent(sender)) == (["unconfirmed", "waiting"], 1)
    run_worker_later(portal_server, turns=10)
    assert (submission_states(portal_server)[0], count_writes_sent(sender)) == ("review", 2), (
        "what people look into is in nobody's way"
    )


@pytest.mark.parametrize(("kind", "stores"), [("note", {"NoteContents": 3}), ("invoice", {"Amount": "missing"})])
def test_unrecognised_record_ends_recognition_proof(
    sender: Sender, portal_server: PortalServer, kind: str, stores: dict[str, Any]
) -> None:
    """AgentOS has changed how it stores records. From now on, only people can check unconfirmed submissions."""
    prove_recognition(sender, kind)
    portal_server.advance_clock(DAY)
    sender.client = client_for(portal_server, "acme/CON-1001")
    portal_server.simulator.fault(method="POST", path="notes|invoice", stores=stores)
    prove_recognition(sender, kind, job="JOB-6")
    fail_writes(sender, kind, times=1, status=502, effect=False)
    answer = WRITES[kind](sender)
    run_worker_until_settled(portal_server)
    assert (sender.submission(answer)["state"], count_writes_sent(sender)) == ("review", 1)


def test_field_that_agentos_keeps_no_longer_counts_no_longer(sender: Sender, portal_server: PortalServer) -> None:
    """AgentOS now stores all notes under one name. The next proof shows that, and a note is recognised by its text."""
    prove_recognition(sender, "note")
    portal_server.advance_clock(DAY)
    sender.client = client_for(portal_server, "acme/CON-1001")
    portal_server.simulator.fault(method="POST", path="/notes", stores={"CreatedBy": "=Portal"})
    prove_recognition(sender, "note", job="JOB-6")
    fail_writes(sender, "note", times=1, status=502, effect=True)
    answer = WRITES["note"](sender)
    assert (answer.status_code, count_writes_sent(sender)) == (201, 1)
    [note] = sender.notes("Part ordered")
    assert (note["CreatedBy"], note["OID"]) == ("Portal", answer.json["noteId"])


def test_key_of_expired_submission_is_freed(sender: Sender, portal_server: PortalServer) -> None:
    portal_server.simulator.fault(path="/", status=503)
    first = sender.note(Idempotency_Key=KEY, Prefer="respond-async")
    pretend_tried_for(portal_server, hours=72)
    run_worker_later(portal_server, turns=1)
    assert sender.submission(first)["state"] == "expired"
    portal_server.simulator.control("DELETE", "faults")
    again = sender.note(Idempotency_Key=KEY)
    assert (again.status_code, again.headers.get("Idempotency-Replayed")) == (201, None)
    assert count_in_agentos(sender, "note") == 1


def test_note_and_invoice_may_share_an_agentos_id(sender: Sender, portal_server: PortalServer) -> None:
    """AgentOS numbers notes and invoices separately."""
    note = sender.note().json["noteId"]
    portal_server.simulator.fault(
        method="POST", path="invoice/submit", times=1, body=f'{{"OID": "{note}"}}', content_type="application/json"
    )
    answer = sender.invoice()
    assert answer.status_code == 201
    assert [
        row.agentos_id for row in list_by_contractor(portal_server.services.database, "acme", "CON-1001").items
    ] == [
        note,
        note,
    ]


def test_retry_command_resets_the_wait(sender: Sender, portal_server: PortalServer) -> None:
    portal_server.simulator.fault(path="/", status=503)
    answer = sender.note(Prefer="respond-async")
    run_worker_later(portal_server, turns=8)
    asked = len(portal_server.simulator.calls())
    portal_server.work()
    assert len(portal_server.simulator.calls()) == asked, "it pauses for minutes by now"
    number = answer.headers["Location"].rpartition("/")[2]
    assert portal_server.app.test_cli_runner().invoke(args=["submissions", "retry", number]).exit_code == 0
    portal_server.work()
    assert len(portal_server.simulator.calls()) > asked
    portal_server.simulator.control("DELETE", "faults")
    run_worker_later(portal_server, turns=1, seconds=5)
    assert submission_states(portal_server) == ["confirmed"]


def test_submissions_of_contractors_are_delivered_in_turn(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker takes two at a time. A contractor with many submissions delays another's only one by one."""
    monkeypatch.setattr(delivery_worker, "MOST_AT_ONCE", 2)
    other = Sender(portal_server, client_for(portal_server, "acme/CON-1002"))
    jobs = [job["jobId"] for job in sender.client.get("/api/contractor/jobs").json["jobs"]][:4]
    [others_job, *_] = [job["jobId"] for job in other.client.get("/api/contractor/jobs").json["jobs"]]
    portal_server.simulator.fault(path="/", status=503)
    answers = [sender.note(job=job, Prefer="respond-async") for job in jobs]
    portal_server.advance_clock(1)
    others = other.note(job=others_job, Prefer="respond-async")
    portal_server.simulator.control("DELETE", "faults")
    portal_server.advance_clock(310)  # longer than any wait: all of them are due
    portal_server.work(rounds=1)
    assert other.submission(others)["state"] == "confirmed"
    assert [sender.submission(answer)["state"] for answer in answers] == ["confirmed"] + ["waiting"] * 3


def test_longest_waiting_submissions_are_delivered_first(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker takes two at a time. Failing submissions do not take the places of others."""
    monkeypatch.setattr(delivery_worker, "MOST_AT_ONCE", 2)
    jobs = [job["jobId"] for job in sender.client.get("/api/contractor/jobs").json["jobs"]][:4]
    portal_server.simulator.fault(path="/", status=503)
    answers: list[Any] = []
    for job in jobs:
        answers.append(sender.note(job=job, Prefer="respond-async"))
        portal_server.advance_clock(1)
    portal_server.simulator.control("DELETE", "faults")
    for job in jobs[:3]:
        portal_server.simulator.fault(method="GET", path=f"/jobs/{job}$", status=500)
    for _ in range(3):
        portal_server.advance_clock(310)  # longer than any wait: all of them are due again
        portal_server.work(rounds=1)
    assert sender.submission(answers[-1])["state"] == "confirmed"
