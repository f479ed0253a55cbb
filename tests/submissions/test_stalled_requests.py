"""Two requests for one submission, one of which stalls for longer than the other waits."""

from typing import Any

import pytest

from app.domain.submission import Changes, State, Submission
from app.ledger.lease import Lease
from app.ledger.ledger import Ledger
from app.submissions.handler import Handler
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import KEY, count_in_agentos, prove_recognition
from tests.submissions.worker_runs import locked_database, run_worker_until_settled, submission_states


def test_stalled_request_whose_repeat_was_sent_is_409(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The request stalls before it sends. Meanwhile its repeat sends the note."""
    real = Handler.read_job

    def read_job(*args: Any, **options: Any) -> Any:
        monkeypatch.undo()
        portal_server.advance_clock(310)
        again = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
        assert again.note(Idempotency_Key=KEY).status_code == 201
        portal_server.simulator.fault(path="/", status=503)
        return real(*args, **options)

    monkeypatch.setattr(Handler, "read_job", read_job)
    answer = sender.note(Idempotency_Key=KEY)
    assert (answer.status_code, answer.headers.get("Submission-State")) == (409, None)
    portal_server.simulator.control("DELETE", "faults")
    assert count_in_agentos(sender, "note") == 1


def test_stalled_request_whose_repeat_is_just_beginning_is_409(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The repeat, in another process, has taken the row over, and will send it."""
    real, ledger = Handler.read_job, portal_server.services.ledger

    def read_job(handler: Handler, **options: Any) -> Any:
        monkeypatch.undo()
        portal_server.advance_clock(310)
        assert ledger.take(handler.submission.submission_id, lease_s=60.0) is not None
        portal_server.simulator.fault(path="/", status=503)
        return real(handler, **options)

    monkeypatch.setattr(Handler, "read_job", read_job)
    answer = sender.note(Idempotency_Key=KEY)
    assert (answer.status_code, answer.headers.get("Submission-State")) == (409, None)


@pytest.mark.parametrize("worker_came", [True, False])
def test_stalled_request_during_outage_is_reported_as_not_sent(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch, worker_came: bool
) -> None:
    """The stalled request meets the outage. Meanwhile the worker has abandoned the row, or has not run."""
    real = Handler.read_job

    def read_job(*args: Any, **options: Any) -> Any:
        monkeypatch.undo()
        portal_server.advance_clock(310)
        if worker_came:
            portal_server.work()
        portal_server.simulator.fault(path="/", status=503)
        return real(*args, **options)

    monkeypatch.setattr(Handler, "read_job", read_job)
    answer = sender.note(Idempotency_Key=KEY)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert "Location" not in answer.headers


def test_request_does_not_abandon_submission_accepted_meanwhile(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A repeat had it accepted just before the request abandoned it."""
    prove_recognition(sender, "note")
    portal_server.simulator.fault(path="JOB-1/notes", status=429)
    real = Ledger.change

    def change(ledger: Ledger, lease: Lease, changes: Changes, **rest: Any) -> Submission:
        if changes.get("state") is State.ABANDONED:
            monkeypatch.undo()
            ledger.promise(lease.submission_id)
        return real(ledger, lease, changes, **rest)

    monkeypatch.setattr(Ledger, "change", change)
    answer = sender.note(Idempotency_Key=KEY)
    assert "was accepted, and will be sent" in answer.json["error"]
    portal_server.simulator.control("DELETE", "faults")
    portal_server.advance_clock(70)
    run_worker_until_settled(portal_server)
    assert submission_states(portal_server)[-1] == "confirmed"


def test_equal_request_while_database_is_locked_is_409_and_not_sent(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The request has no key. After "not sent", its sender might try again too late to count as a repeat."""
    real, second, responses = Handler.read_job, Sender(portal_server, client_for(portal_server, "acme/CON-1001")), []

    def read_job(*args: Any, **options: Any) -> Any:
        job = real(*args, **options)
        if not responses:
            responses.append(None)
            with locked_database(portal_server):
                responses.append(second.note())
        return job

    monkeypatch.setattr(Handler, "read_job", read_job)
    assert sender.note().status_code == 201
    assert (responses[1].status_code, responses[1].headers["Retry-After"]) == (409, "2")
    assert second.submission(responses[1])["result"]["note"] == "Part ordered"
    assert second.note().headers["Idempotency-Replayed"] == "true"
    assert count_in_agentos(sender, "note") == 1
