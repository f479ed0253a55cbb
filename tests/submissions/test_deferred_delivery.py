"""Submissions that are accepted now and delivered later, or given up in time."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from sqlalchemy import update
from structlog.testing import capture_logs

from app.mirror.kinds import Kind
from app.store.tables import submissions
from app.submissions.delivery_worker import DeliveryWorker
from tests.jobs.expected import client_for
from tests.mirror.virtual_worker import VirtualWorker
from tests.pdfs import PDF, in_json
from tests.portal_server import PortalServer
from tests.statements import recorded
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import (
    HOUR,
    KEY,
    WRITES,
    count_in_agentos,
    count_writes_sent,
    fail_writes,
    prove_recognition,
)
from tests.submissions.worker_runs import (
    notice_kinds,
    pretend_tried_for,
    run_worker_later,
    run_worker_until_settled,
    submission_states,
)

OUTAGES: dict[str, tuple[set[str], Callable[[Sender, str], None]]] = {
    "failing": ({"waiting"}, lambda sender, _: sender.portal_server.simulator.fault(path="/", status=503)),
    "unreachable": ({"waiting"}, lambda sender, _: sender.portal_server.simulator.fault(path="/", reset="before")),
    "turning writes away": ({"waiting"}, lambda sender, kind: fail_writes(sender, kind, status=429)),
}
"""Kinds of outages of AgentOS, each with the states that a submission may have meanwhile."""


@pytest.mark.parametrize("how", OUTAGES)
@pytest.mark.parametrize("kind", WRITES)
def test_submission_during_agentos_outage_is_delivered_once_afterwards(sender: Sender, kind: str, how: str) -> None:
    """The outage lasts ten minutes, and the submission's state is visible in each of them."""
    prove_recognition(sender, kind)
    on_its_way, go_away = OUTAGES[how]
    go_away(sender, kind)
    wishes = {
        "note": lambda: sender.note(Prefer="respond-async, wait=10"),
        "completion": lambda: sender.complete(Prefer="respond-async"),
        "invoice": lambda: sender.invoice({"Prefer": "respond-async"}),
    }
    answer = wishes[kind]()
    assert answer.status_code == 202
    assert answer.headers["Preference-Applied"] == "respond-async"
    assert answer.json == sender.submission(answer)
    assert (answer.json["state"], answer.json["kind"], answer.json["result"]) == ("waiting", kind, None)
    for _ in range(10):
        sender.portal_server.advance_clock(60)
        sender.portal_server.work()
        stands = sender.submission(answer)
        assert stands["state"] in on_its_way
        assert (stands["createdAt"], stands["result"]) == (answer.json["createdAt"], None)
    sender.portal_server.simulator.control("DELETE", "faults")
    run_worker_later(sender.portal_server)  # to check twice, and to send
    ended = sender.submission(answer)
    assert (ended["state"], ended["message"]) == ("confirmed", "Your agency has it.")
    assert ended["result"]["jobId" if kind != "note" else "note"] in ("JOB-1", "Part ordered")
    assert count_in_agentos(sender, kind) == 1


def test_waiting_submission_is_sent_after_first_successful_refresh(sender: Sender) -> None:
    """The waits between attempts are up to four minutes long at that point."""
    portal_server = sender.portal_server
    worker = DeliveryWorker(portal_server.services, portal_server.config.agencies["acme"])
    portal_server.simulator.fault(path="/", status=503)
    answers = [sender.note(job=job, Prefer="respond-async") for job in ("JOB-1", "JOB-1")]
    for _ in range(10):
        portal_server.advance_clock(300)
        list(worker.batch())
    assert not list(worker.batch())
    assert [sender.submission(answer)["state"] for answer in answers] == ["waiting", "waiting"]
    portal_server.simulator.control("DELETE", "faults")
    assert not list(worker.batch())
    portal_server.advance_clock(30)
    portal_server.refresh()
    while list(worker.batch()):
        pass
    assert [sender.submission(answer)["state"] for answer in answers] == ["confirmed", "confirmed"]


@pytest.mark.parametrize("state", ["waiting", "sending"])
def test_row_that_cannot_be_decoded_delays_no_other(portal_server: PortalServer, state: str) -> None:
    faulty, sound = (Sender(portal_server, client_for(portal_server, f"acme/CON-100{n}")) for n in (1, 2))
    portal_server.simulator.fault(path="/", status=503)
    job = portal_server.services.mirror.list_records("acme", Kind.JOB, contractor_id="CON-1002")[0].job_id
    first = faulty.note(Prefer="respond-async")
    second = sound.note(job=job, Prefer="respond-async")
    assert (first.status_code, second.status_code) == (202, 202)
    portal_server.simulator.control("DELETE", "faults")
    with portal_server.services.database.write() as connection:
        faulty_row = update(submissions).where(submissions.c.contractor_id == "CON-1001")
        connection.execute(faulty_row.values(content=b"{", state=state))
    virtual = VirtualWorker(portal_server)
    with capture_logs() as lines:
        virtual.run(900)
    assert sound.submission(second)["state"] == "confirmed"
    assert 1 < [line["event"] for line in lines].count("not_delivered") <= 900, "one a second at most"


@pytest.mark.second_tier
def test_blocked_lane_is_not_looked_at_all_the_time(sender: Sender) -> None:
    portal_server = sender.portal_server
    virtual = VirtualWorker(portal_server)
    virtual.run(5)
    portal_server.simulator.fault(path="/", status=503)
    for number in range(3):
        assert sender.note(f"Note {number}", Prefer="respond-async").status_code == 202
    virtual.run(1_800)
    with recorded() as statements:
        virtual.run(600)
    ends = [
        statement
        for statement, parameters in statements
        if statement.startswith("UPDATE worker_tasks") and "delivery" in str(parameters) and "failures" in statement
    ]
    assert 10 < len(ends) <= 70


def test_repeat_with_respond_async_does_not_wait_for_next_check(sender: Sender) -> None:
    """AgentOS may act on a timed-out call until `SETTLE_S` has passed. A request does not wait that long."""
    portal_server = sender.portal_server
    prove_recognition(sender, "note")
    portal_server.simulator.fault(method="POST", path="/notes", times=1, status=504, effect=False)
    assert sender.note(Idempotency_Key=KEY).headers["Submission-State"] == "unconfirmed"
    portal_server.advance_clock(45)
    began = portal_server.clock.boot()
    answer = sender.note(Idempotency_Key=KEY, Prefer="respond-async")
    assert (answer.status_code, portal_server.clock.boot() - began) == (202, 0)
    run_worker_until_settled(portal_server)
    assert sender.submission(answer)["state"] == "confirmed"
    assert (count_in_agentos(sender, "note"), count_writes_sent(sender)) == (1, 2)


@pytest.fixture
def full_bulkhead(sender: Sender) -> Iterator[ExitStack]:
    """Fill all places for requests that wait for AgentOS, and free them when the stack is closed."""
    places = sender.portal_server.services.bulkhead._places
    with ExitStack() as stack:
        while places.acquire(blocking=False):
            stack.callback(places.release)
        yield stack


@pytest.mark.parametrize("kind", WRITES)
def test_respond_async_request_is_accepted_without_a_free_bulkhead_slot(
    sender: Sender, full_bulkhead: ExitStack, kind: str
) -> None:
    asked = len(sender.portal_server.simulator.calls())
    options = {"Idempotency-Key": KEY, "Prefer": "respond-async"}
    writes = {
        "note": lambda: sender.note(**options),
        "completion": lambda: sender.complete(**options),
        "invoice": lambda: sender.invoice(options),
    }
    answers = [writes[kind](), writes[kind]()]
    assert [answer.status_code for answer in answers] == [202, 202]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert len(sender.portal_server.simulator.calls()) == asked
    assert sender.note("Another").headers["Submission-State"] == "not-sent"
    full_bulkhead.close()
    sender.portal_server.advance_clock(60)
    sender.portal_server.work()
    assert sender.submission(answers[0])["state"] == "confirmed"
    assert count_in_agentos(sender, kind) == 1


def test_respond_async_request_is_not_sent_if_slot_is_freed_meanwhile(
    sender: Sender, full_bulkhead: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A delivery may wait for its turn and for AgentOS, and takes a place for all that time."""
    real = sender.portal_server.services.mirror.current_sequence
    monkeypatch.setattr(
        sender.portal_server.services.mirror, "current_sequence", lambda: (full_bulkhead.close(), real())[1]
    )
    assert sender.note(Prefer="respond-async").status_code == 202
    assert sender.portal_server.simulator.writes() == []


@pytest.mark.usefixtures("full_bulkhead")
def test_document_is_checked_without_a_bulkhead_slot(sender: Sender) -> None:
    """The check may take seconds, and must not take the places of writes of other agencies."""
    answer = sender.invoice(document=in_json(PDF[:-30]))
    assert (answer.status_code, answer.json["error"].partition(" ")[0]) == (400, "document:")


def test_job_of_another_contractor_is_404_during_agentos_outage(sender: Sender) -> None:
    sender.portal_server.simulator.fault(path="/", status=503)
    jobs = sender.portal_server.simulator.state()["jobs"]
    theirs = next(job for job, fields in jobs.items() if fields.get("ContractorOID") == "CON-1002")
    assert sender.note(job=theirs, Prefer="respond-async").status_code == 404
    assert sender.note(job="JOB-999", Prefer="respond-async").status_code == 404


@pytest.mark.parametrize("change", [{"ContractorOID": "CON-1002"}, {"ContractorOID": None}], ids=str)
def test_submission_for_reassigned_job_is_rejected(sender: Sender, change: dict[str, Any]) -> None:
    sender.portal_server.simulator.fault(path="/", status=503)
    answer = sender.note(Prefer="respond-async")
    sender.portal_server.simulator.control("DELETE", "faults")
    sender.portal_server.simulator.change("acme/jobs/JOB-1", **change)
    run_worker_later(sender.portal_server, turns=1)
    assert sender.submission(answer)["state"] == "waiting", "the branch's list must say so as well"
    sender.portal_server.refresh()
    run_worker_later(sender.portal_server, turns=1)
    ended = sender.submission(answer)
    assert (ended["state"], ended["message"]) == ("rejected", "This job is no longer yours.")
    assert (sender.portal_server.simulator.writes(), notice_kinds(sender.portal_server)) == ([], ["rejected"])


def test_completion_of_cancelled_job_is_rejected(sender: Sender) -> None:
    sender.portal_server.simulator.fault(path="/", status=503)
    answer = sender.complete(True, Prefer="respond-async")
    sender.portal_server.simulator.control("DELETE", "faults")
    cancelled = next(
        oid
        for oid, status in sender.portal_server.simulator.state()["status_types"].items()
        if status["Name"] == "Cancelled"
    )
    sender.portal_server.simulator.change("acme/jobs/JOB-1", StatusOID=cancelled, Status="Cancelled")
    sender.portal_server.advance_clock(300)
    sender.portal_server.work()
    ended = sender.submission(answer)
    assert (ended["state"], ended["message"]) == ("rejected", "This job was cancelled, so it cannot be completed.")


def test_toggle_target_is_fixed_at_acceptance(sender: Sender) -> None:
    """The target does not depend on the number of attempts, or on later changes of the job."""
    sender.portal_server.simulator.fault(path="/", status=503)
    answer = sender.complete(Idempotency_Key=KEY, Prefer="respond-async")
    sender.portal_server.simulator.control("DELETE", "faults")
    assert sender.complete(True, Idempotency_Key="other", Prefer="respond-async").status_code == 202
    for _ in range(3):
        sender.portal_server.advance_clock(300)
        sender.portal_server.work()
    assert sender.submission(answer)["result"]["completed"] is True
    again = sender.complete(Idempotency_Key=KEY)
    assert again.json["completed"] is True
    assert again.headers["Idempotency-Replayed"] == "true"
    assert len(sender.portal_server.simulator.writes()) == 1


def test_submission_expires_with_notice_after_72_hours_of_attempts(sender: Sender) -> None:
    portal_server = sender.portal_server
    portal_server.simulator.fault(path="/", status=503)
    answer = sender.note(Prefer="respond-async")
    run_worker_later(portal_server, turns=4, seconds=HOUR)
    pretend_tried_for(portal_server, hours=71.9)
    run_worker_later(portal_server, turns=1)
    assert (sender.submission(answer)["state"], notice_kinds(portal_server)) == ("waiting", [])
    run_worker_later(portal_server, turns=2)
    assert (sender.submission(answer)["state"], notice_kinds(portal_server)) == ("expired", ["expired"])
    portal_server.simulator.control("DELETE", "faults")
    run_worker_later(portal_server)
    assert sender.notes("Part ordered") == []


@pytest.mark.parametrize("worker_came", [True, False])
def test_unsent_submission_of_killed_request_is_abandoned_or_begun_again(sender: Sender, worker_came: bool) -> None:
    """The request promised no delivery. Its repeat begins it again or, after the worker's turn, a new submission."""
    answer = sender.note(Idempotency_Key=KEY)
    database = sender.portal_server.services.database
    with database.write() as connection:
        unsent = {"attempts": 0, "ended_at": None, "last_result": None, "next_at": 0.0}
        connection.execute(
            update(submissions).values(state="waiting", baseline=None, agentos_id=None, result=None, **unsent)
        )
    if worker_came:
        sender.portal_server.work()
        assert submission_states(sender.portal_server) == ["abandoned"]
    assert sender.note(Idempotency_Key=KEY).status_code == answer.status_code == 201
    assert submission_states(sender.portal_server) == [*["abandoned"] * worker_came, "confirmed"]
    assert len(sender.notes("Part ordered")) == 2


def test_repeat_without_a_free_bulkhead_slot_reports_the_state(
    sender: Sender, portal_server: PortalServer, full_bulkhead: ExitStack
) -> None:
    assert sender.note(Idempotency_Key=KEY, Prefer="respond-async").status_code == 202
    portal_server.advance_clock(310)
    answer = sender.note(Idempotency_Key=KEY)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")
    assert "was accepted, and will be sent" in answer.json["error"]
