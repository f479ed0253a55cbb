"""The database fails, at any step: what is told is true all the same."""

from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from app.domain.submission import State, Submission
from app.ledger.lease import Lease
from app.ledger.ledger import Ledger
from app.submissions.note import NoteHandler
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import KEY, WRITES, fault, leave_in_doubt, prove, sent, standing
from tests.submissions.turns import after_the_next_write, later, locked, settle, states, whenever_waiting


def test_after_something_was_sent(sender: Sender, portal_server: PortalServer) -> None:
    portal_server.simulator.fault(method="POST", path="/notes", times=1, status=500, effect=True)
    lock = locked(portal_server)
    whenever_waiting(portal_server, lock.__enter__)
    answer = sender.note()
    lock.__exit__(None, None, None)
    assert answer.headers["Submission-State"] == "unconfirmed"
    later(portal_server)
    assert states(portal_server) == ["confirmed"]
    assert len(sender.notes("Part ordered")) == 1


@pytest.mark.parametrize("kind", ["invoice"])  # each waits for the database as long as a process does
def test_before_anything_is_accepted(sender: Sender, portal_server: PortalServer, kind: str) -> None:
    with locked(portal_server):
        answer = WRITES[kind](sender)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert states(portal_server) == []
    assert "again in a minute" in answer.json["error"]
    assert portal_server.simulator.writes() == []


@pytest.mark.parametrize("kind", ["invoice"])
def test_between_the_reading_and_the_sending(sender: Sender, portal_server: PortalServer, kind: str) -> None:
    """The job is read slowly, and the disk is full when that is done."""
    lock = locked(portal_server)
    real = portal_server.services.mirror.current_sequence

    def current_sequence() -> int:
        found = real()
        lock.__enter__()
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(portal_server.services.mirror, "current_sequence", current_sequence)
        answer = WRITES[kind](sender)
    lock.__exit__(None, None, None)
    assert (answer.status_code, answer.headers.get("Submission-State")) == (500, "not-sent")
    later(portal_server)
    assert standing(sender, kind) == 0


def test_database_failure_before_a_second_attempt_sends_nothing_twice(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first did not arrive, and the worker can note no second one."""
    prove(sender, "note")
    portal_server.simulator.fault(method="POST", path="/notes", status=500, effect=False, times=1)
    answer = sender.note()
    lock = locked(portal_server)
    # The last step before the attempt is noted.
    monkeypatch.setattr(NoteHandler, "prepare", lambda handler: lock.__enter__())
    settle(portal_server)
    assert sent(sender) == 1
    monkeypatch.undo()
    lock.__exit__(None, None, None)
    assert sender.submission(answer)["state"] == "waiting"
    later(portal_server)
    assert sender.submission(answer)["state"] == "confirmed"
    assert (standing(sender, "note"), sent(sender)) == (1, 2)


def test_as_a_promise_is_committed(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands, though the connection broke before that was said."""
    portal_server.simulator.fault(path="/", status=503)
    real = Ledger.change

    def change(ledger: Ledger, lease: Lease, **values: Any) -> Submission:
        done = real(ledger, lease, **values)
        if values.get("promised"):
            raise OperationalError("COMMIT", {}, Exception("server closed the connection unexpectedly"))
        return done

    monkeypatch.setattr(Ledger, "change", change)
    answer = sender.note(Prefer="respond-async")
    monkeypatch.undo()
    portal_server.simulator.control("DELETE", "faults")
    assert answer.status_code == 202
    later(portal_server)
    assert sender.submission(answer)["state"] == "confirmed"


def test_as_it_is_committed_that_it_is_given_up(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault(sender, "note", status=429)
    real = Ledger.change

    def change(ledger: Ledger, lease: Lease, **values: Any) -> Submission:
        done = real(ledger, lease, **values)
        if values.get("state") is State.ABANDONED:
            raise OperationalError("COMMIT", {}, Exception("server closed the connection unexpectedly"))
        return done

    monkeypatch.setattr(Ledger, "change", change)
    answer = sender.note()
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert states(portal_server) == ["abandoned"]


def test_as_a_repeat_looks_at_what_is_in_doubt(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_in_doubt(sender, "note")
    assert sender.note(Idempotency_Key=KEY).headers["Submission-State"] == "unconfirmed"
    portal_server.tomorrow(310)
    sender.client = client_for(portal_server, "acme/CON-1001")

    def find(*_: Any) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    monkeypatch.setattr(Ledger, "find", find)
    assert sender.note(Idempotency_Key=KEY).headers["Submission-State"] == "unconfirmed"


def test_as_the_worker_reads_the_row_that_it_has_taken(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row is free again for the next turn, not only once its lease has run out."""
    portal_server.simulator.fault(path="/", status=503)
    answer = sender.note(Prefer="respond-async")
    portal_server.simulator.control("DELETE", "faults")
    portal_server.tomorrow(310)
    failures = [OperationalError("SELECT", {}, Exception("gone"))]
    real = Ledger.find

    def find(ledger: Ledger, submission_id: str) -> Submission | None:
        if failures:
            raise failures.pop()
        return real(ledger, submission_id)

    monkeypatch.setattr(Ledger, "find", find)
    with pytest.raises(OperationalError):
        portal_server.work()
    later(portal_server, turns=1, seconds=1)
    assert sender.submission(answer)["state"] == "confirmed"


def test_as_a_lost_row_is_confirmed(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """AgentOS's acceptance is noted with the next change, and the row that the worker holds is not sent again."""
    prove(sender, "invoice")
    before, worker = (
        len(sender.invoices()),
        PortalServer(portal_server.config, portal_server.simulator, portal_server.clock),
    )

    def stand_still() -> None:
        portal_server.simulator.fault(method="GET", path="/invoices/", lacks="last")
        portal_server.tomorrow(600)
        later(worker, turns=1, seconds=60)

    def confirm_late(*_: Any, **__: Any) -> Submission:
        raise OperationalError("BEGIN IMMEDIATE", {}, Exception("disk I/O error"))

    after_the_next_write(monkeypatch, stand_still)
    monkeypatch.setattr(Ledger, "confirm_late", confirm_late)
    answer = sender.invoice({"Idempotency_Key": KEY})
    assert answer.status_code == 201
    assert sender.note().status_code == 201
    assert states(portal_server)[-2:] == ["confirmed", "confirmed"]
    later(worker, turns=6, seconds=60)
    assert len(sender.invoices()) - before == 1
