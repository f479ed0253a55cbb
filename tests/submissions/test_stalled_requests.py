"""Two requests for one submission, one of which stalls for longer than the other waits."""

from typing import Any

import pytest

from app.domain.submission import Changes, State, Submission
from app.ledger.lease import Lease
from app.ledger.ledger import Ledger
from app.submissions.handler import Handler
from tests.jobs.expected import client_for
from tests.pdfs import PDF
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import KEY, count_in_agentos, prove_recognition
from tests.submissions.test_killed_process import in_json
from tests.submissions.worker_runs import locked_database, on_next_wait, run_worker_until_settled, submission_states


def test_stalled_request_whose_repeat_was_sent_is_409(sender: Sender, portal_server: PortalServer) -> None:
    """A machine may sleep during a request. Meanwhile the repeat has sent the note."""
    again: list[Any] = []

    def sleep_long() -> None:
        portal_server.simulator.control("DELETE", "faults")
        portal_server.advance_clock(300)
        again.append(Sender(portal_server, client_for(portal_server, "acme/CON-1001")).note(Idempotency_Key=KEY))
        portal_server.simulator.fault(path="/", status=503)

    portal_server.simulator.fault(path="/", status=503)
    on_next_wait(portal_server, sleep_long)
    answer = sender.note(Idempotency_Key=KEY)
    assert again[0].status_code == 201
    assert (answer.status_code, answer.headers.get("Submission-State")) == (409, None)
    assert count_in_agentos(sender, "note") == 1


@pytest.mark.parametrize("before", ["it keeps the document", "it sends"])
def test_stalled_request_after_refused_repeat_is_reported_as_not_sent(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    """The row is gone, so nobody checks anything, and its document is deleted too."""
    real_change, real_keep = Ledger.change, portal_server.services.ledger.documents.keep

    def is_refused() -> None:
        monkeypatch.undo()
        portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002")
        portal_server.advance_clock(4_000)
        portal_server.refresh()
        again = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
        assert again.invoice({"Idempotency-Key": KEY}, document=in_json(PDF)).status_code == 404

    def change(ledger: Ledger, lease: Lease, changes: Changes, **rest: Any) -> Submission:
        if changes.get("state") is State.SENDING:
            is_refused()
        return real_change(ledger, lease, changes, **rest)

    def keep(*args: Any) -> None:
        is_refused()
        real_keep(*args)

    if before == "it sends":
        monkeypatch.setattr(Ledger, "change", change)
    else:
        monkeypatch.setattr(portal_server.services.ledger.documents, "keep", keep)
    answer = sender.invoice({"Idempotency-Key": KEY}, document=in_json(PDF))
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert "Location" not in answer.headers
    assert submission_states(portal_server) == []
    assert portal_server.services.ledger.documents.files() == []


def test_stalled_toggle_after_refused_repeat_is_reported_as_not_sent(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The toggle's target had not been stored yet."""
    real = Handler.read_job

    def read_job(*args: Any, **options: Any) -> Any:
        job = real(*args, **options)
        monkeypatch.undo()
        portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002")
        portal_server.advance_clock(4_000)
        portal_server.refresh()
        again = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
        assert again.complete(Idempotency_Key=KEY).status_code == 404
        return job

    monkeypatch.setattr(Handler, "read_job", read_job)
    answer = sender.complete(Idempotency_Key=KEY)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert submission_states(portal_server) == []


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
    assert not portal_server.services.ledger.is_leased(answer.headers["Location"].rpartition("/")[2])
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
