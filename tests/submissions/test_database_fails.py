"""Database failures at any step: the portal's messages stay true."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from app.domain.submission import Changes, State, Submission
from app.ledger.lease import Lease
from app.ledger.ledger import Ledger
from app.store.engine import Database
from app.store.tables import submissions
from app.submissions.delivery_worker import WAKE_EVERY_S, DeliveryWorker
from app.submissions.note import NoteHandler
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
    after_next_write,
    locked_database,
    on_next_wait,
    run_worker_later,
    run_worker_until_settled,
    stand_still,
    submission_states,
)


def test_database_failure_after_sending_leaves_submission_unconfirmed(
    sender: Sender, portal_server: PortalServer
) -> None:
    portal_server.simulator.fault(method="POST", path="/notes", times=1, status=500, effect=True)
    lock = locked_database(portal_server)
    on_next_wait(portal_server, lock.__enter__)
    answer = sender.note()
    lock.__exit__(None, None, None)
    assert answer.headers["Submission-State"] == "unconfirmed"
    run_worker_later(portal_server)
    assert submission_states(portal_server) == ["confirmed"]
    assert len(sender.notes("Part ordered")) == 1


@pytest.mark.parametrize("kind", ["invoice"])  # each kind waits for the database as long as a process does
def test_database_failure_before_acceptance_sends_nothing(
    sender: Sender, portal_server: PortalServer, kind: str
) -> None:
    with locked_database(portal_server):
        answer = WRITES[kind](sender)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert submission_states(portal_server) == []
    assert "again in a minute" in answer.json["error"]
    assert portal_server.simulator.writes() == []


@pytest.mark.parametrize("kind", ["invoice"])
def test_database_failure_before_sending_sends_nothing(sender: Sender, portal_server: PortalServer, kind: str) -> None:
    """The job is fetched slowly, and the disk is full afterwards."""
    lock = locked_database(portal_server)
    real = portal_server.services.mirror.current_sequence

    def current_sequence() -> int:
        sequence = real()
        lock.__enter__()
        return sequence

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(portal_server.services.mirror, "current_sequence", current_sequence)
        answer = WRITES[kind](sender)
    lock.__exit__(None, None, None)
    assert (answer.status_code, answer.headers.get("Submission-State")) == (500, "not-sent")
    run_worker_later(portal_server)
    assert count_in_agentos(sender, kind) == 0


def test_database_failure_at_the_attempt_is_reported_as_unconfirmed(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database crashes before the attempt is stored, and the portal cannot see whether it was."""
    real = Ledger.change

    def crash(*_: Any, **__: Any) -> Any:
        raise OperationalError("COMMIT", {}, Exception("server closed the connection unexpectedly"))

    def change(ledger: Ledger, lease: Lease, changes: Changes, **rest: Any) -> Submission:
        if changes.get("state") is State.SENDING:
            for method in ("find", "change"):
                monkeypatch.setattr(Ledger, method, crash)
        return ledger.change(lease, changes, **rest) if Ledger.change is crash else real(ledger, lease, changes, **rest)

    monkeypatch.setattr(Ledger, "change", change)
    answer = sender.note(Prefer="respond-async")
    monkeypatch.undo()
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")
    assert answer.headers["Retry-After"] == "60"
    assert count_writes_sent(sender) == 0


def test_database_failure_before_second_attempt_sends_nothing(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first attempt did not arrive, and the worker cannot store a second one."""
    prove_recognition(sender, "note")
    portal_server.simulator.fault(method="POST", path="/notes", status=500, effect=False, times=1)
    answer = sender.note()
    lock = locked_database(portal_server)
    # The last step before the attempt is stored.
    monkeypatch.setattr(NoteHandler, "prepare", lambda handler: lock.__enter__())
    run_worker_until_settled(portal_server)
    assert count_writes_sent(sender) == 1
    monkeypatch.undo()
    lock.__exit__(None, None, None)
    assert sender.submission(answer)["state"] == "waiting"
    run_worker_later(portal_server)
    assert sender.submission(answer)["state"] == "confirmed"
    assert (count_in_agentos(sender, "note"), count_writes_sent(sender)) == (1, 2)


def test_submission_is_delivered_if_commit_response_to_acceptance_is_lost(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commit succeeded, but the connection broke before the response."""
    portal_server.simulator.fault(path="/", status=503)
    real = Ledger.change

    def change(ledger: Ledger, lease: Lease, changes: Changes, **rest: Any) -> Submission:
        done = real(ledger, lease, changes, **rest)
        if changes.get("promised"):
            raise OperationalError("COMMIT", {}, Exception("server closed the connection unexpectedly"))
        return done

    monkeypatch.setattr(Ledger, "change", change)
    answer = sender.note(Prefer="respond-async")
    monkeypatch.undo()
    portal_server.simulator.control("DELETE", "faults")
    assert answer.status_code == 202
    run_worker_later(portal_server)
    assert sender.submission(answer)["state"] == "confirmed"


def test_not_sent_is_reported_if_commit_response_to_abandoning_is_lost(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_writes(sender, "note", status=429)
    real = Ledger.change

    def change(ledger: Ledger, lease: Lease, changes: Changes, **rest: Any) -> Submission:
        done = real(ledger, lease, changes, **rest)
        if changes.get("state") is State.ABANDONED:
            raise OperationalError("COMMIT", {}, Exception("server closed the connection unexpectedly"))
        return done

    monkeypatch.setattr(Ledger, "change", change)
    answer = sender.note()
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert submission_states(portal_server) == ["abandoned"]


def test_database_failure_during_repeat_reports_unconfirmed(sender: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_unconfirmed(sender, "note")
    assert sender.note(Idempotency_Key=KEY).headers["Submission-State"] == "unconfirmed"

    def promise(*_: Any) -> None:
        raise OperationalError("UPDATE", {}, Exception("gone"))

    monkeypatch.setattr(Ledger, "promise", promise)
    answer = sender.note(Idempotency_Key=KEY, Prefer="respond-async")
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")


def test_row_is_free_for_next_run_after_failure_in_worker(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The portal fails while it sends. The row is free even before its lease ends."""
    portal_server.simulator.fault(path="/", status=503)
    answer = sender.note(Prefer="respond-async")
    portal_server.simulator.control("DELETE", "faults")
    after_next_write(monkeypatch, lambda: 1 / 0)
    run_worker_later(portal_server, turns=1)
    assert submission_states(portal_server) == ["sending"]
    run_worker_later(portal_server, turns=2, seconds=30)
    assert sender.submission(answer)["state"] == "confirmed"


@pytest.fixture
def worker_after_outage(sender: Sender, portal_server: PortalServer) -> DeliveryWorker:
    """Return a worker that could not deliver two notes for 40 minutes. AgentOS responds again.

    The next turns of the notes are four minutes after the last ones.
    """
    worker = DeliveryWorker(portal_server.services, portal_server.config.agencies["acme"])
    portal_server.simulator.fault(path="/", status=503)
    for job in ("JOB-1", "JOB-5"):
        assert sender.note(job=job, Prefer="respond-async").status_code == 202
    for _ in range(10):
        portal_server.advance_clock(250)
        assert len(list(worker.batch())) == 2
    portal_server.simulator.control("DELETE", "faults")
    return worker


def test_database_failure_when_agentos_responds_again_delays_nothing(
    worker_after_outage: DeliveryWorker, portal_server: PortalServer
) -> None:
    portal_server.advance_clock(WAKE_EVERY_S)
    portal_server.refresh()
    with locked_database(portal_server), pytest.raises(OperationalError):
        list(worker_after_outage.batch())
    assert submission_states(portal_server) == ["waiting"] * 2
    list(worker_after_outage.batch())
    assert submission_states(portal_server) == ["confirmed"] * 2


def test_database_failure_after_delivery_releases_the_row(
    worker_after_outage: DeliveryWorker, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first delivery shows that AgentOS responds again, and the database fails when the other rows become due."""
    portal_server.advance_clock(250)

    def fail(*_: Any) -> None:
        raise OperationalError("UPDATE", {}, Exception("disk I/O error"))

    with monkeypatch.context() as away:
        away.setattr(Ledger, "make_paused_due", fail)
        with pytest.raises(OperationalError):
            list(worker_after_outage.batch())
    assert sorted(submission_states(portal_server)) == ["confirmed", "waiting"]
    with portal_server.services.database.read() as connection:
        assert set(connection.scalars(select(submissions.c.lease_until))) == {None}


def test_database_failure_during_late_confirmation_sends_nothing_twice(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next change stores AgentOS's acceptance, and the worker does not send its leased row again."""
    prove_recognition(sender, "invoice")
    before, worker = (
        len(sender.invoices()),
        PortalServer(portal_server.config, portal_server.simulator, portal_server.clock),
    )

    def fail(*_: Any, **__: Any) -> Any:
        raise OperationalError("BEGIN IMMEDIATE", {}, Exception("disk I/O error"))

    release_later = Ledger.release_later

    def release_and_fail(ledger: Ledger, lease: Lease, changes: Any = None) -> None:
        release_later(ledger, lease, changes)
        away.setattr(Database, "write", fail)

    with monkeypatch.context() as away:
        after_next_write(away, partial(stand_still, worker, turns=1))
        away.setattr(Ledger, "release_later", release_and_fail)
        answer = sender.invoice({"Idempotency_Key": KEY})
    assert answer.status_code == 201
    assert sender.note().status_code == 201
    assert submission_states(portal_server)[-2:] == ["confirmed", "confirmed"]
    run_worker_later(worker, turns=6, seconds=60)
    assert len(sender.invoices()) - before == 1


@pytest.mark.parametrize("kind", WRITES)
def test_acceptance_is_stored_after_the_database_was_away(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Each transaction fails from AgentOS's response to the end of the request."""

    def fail(*_: Any, **__: Any) -> Any:
        raise OperationalError("BEGIN", {}, Exception("connection refused"))

    def disconnect() -> None:
        away.setattr(Database, "read", fail)
        away.setattr(Database, "write", fail)

    with monkeypatch.context() as away:
        after_next_write(away, disconnect)
        answer = WRITES[kind](sender)
    assert answer.status_code in (200, 201), answer.text
    assert sender.note("Next").status_code == 201, "the ledger's next change stores the acceptance"
    assert submission_states(portal_server) == ["confirmed", "confirmed"]
    run_worker_later(portal_server)
    assert count_writes_sent(sender) == 2
    assert count_in_agentos(sender, kind) == 1
