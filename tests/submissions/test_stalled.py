"""Two requests for one thing, one of which stands still for longer than the other waits."""

from typing import Any

import pytest

from app.domain.submission import State, Submission
from app.ledger.lease import Lease
from app.ledger.ledger import Ledger
from app.submissions.handler import Handler
from tests.house import House
from tests.jobs.expected import client_for
from tests.pdfs import PDF
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import KEY, prove, standing
from tests.submissions.test_killed import in_json
from tests.submissions.turns import locked, settle, states, whenever_waiting


def test_who_was_stopped_for_too_long_does_not_speak_for_who_took_over(sender: Sender, house: House) -> None:
    """A machine may sleep amid a request: its repeat has sent the note by then."""
    again: list[Any] = []

    def sleep_long() -> None:
        house.simulator.control("DELETE", "faults")
        house.tomorrow(300)
        again.append(Sender(house, client_for(house, "acme/CON-1001")).note(Idempotency_Key=KEY))
        house.simulator.fault(path="/", status=503)

    house.simulator.fault(path="/", status=503)
    whenever_waiting(house, sleep_long)
    answer = sender.note(Idempotency_Key=KEY)
    assert again[0].status_code == 201
    assert (answer.status_code, answer.headers.get("Submission-State")) == (409, None)
    assert standing(sender, "note") == 1


@pytest.mark.parametrize("before", ["it keeps the document", "it sends"])
def test_who_was_stopped_while_its_repeat_was_refused_is_told_not_sent(
    sender: Sender, house: House, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    """The row is gone, so nobody looks into anything; and no document outlives it."""
    real_change, real_keep = Ledger.change, house.portal.ledger.documents.keep

    def is_refused() -> None:
        monkeypatch.undo()
        house.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002")
        house.tomorrow(4_000)
        house.refresh()
        again = Sender(house, client_for(house, "acme/CON-1001"))
        assert again.invoice({"Idempotency-Key": KEY}, document=in_json(PDF)).status_code == 404

    def change(ledger: Ledger, lease: Lease, **values: Any) -> Submission:
        if values.get("state") is State.SENDING:
            is_refused()
        return real_change(ledger, lease, **values)

    def keep(*given: Any) -> None:
        is_refused()
        real_keep(*given)

    if before == "it sends":
        monkeypatch.setattr(Ledger, "change", change)
    else:
        monkeypatch.setattr(house.portal.ledger.documents, "keep", keep)
    answer = sender.invoice({"Idempotency-Key": KEY}, document=in_json(PDF))
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert "Location" not in answer.headers
    assert states(house) == []
    assert house.portal.ledger.documents.ids() == set()


def test_a_toggle_that_was_stopped_while_its_repeat_was_refused_is_told_not_sent(
    sender: Sender, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it is to become was not noted yet."""
    real = Handler.read_job

    def read_job(*given: Any) -> Any:
        job = real(*given)
        monkeypatch.undo()
        house.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002")
        house.tomorrow(4_000)
        house.refresh()
        again = Sender(house, client_for(house, "acme/CON-1001"))
        assert again.complete(Idempotency_Key=KEY).status_code == 404
        return job

    monkeypatch.setattr(Handler, "read_job", read_job)
    answer = sender.complete(Idempotency_Key=KEY)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert states(house) == []


@pytest.mark.parametrize("worker_came", [True, False])
def test_what_came_to_nothing_meanwhile_is_told_as_that(
    sender: Sender, house: House, monkeypatch: pytest.MonkeyPatch, worker_came: bool
) -> None:
    """Who was stopped finds AgentOS away; the worker has given the row up by then, or nobody has come."""
    real = Handler.read_job

    def read_job(*given: Any) -> Any:
        monkeypatch.undo()
        house.tomorrow(310)
        if worker_came:
            house.work()
        house.simulator.fault(path="/", status=503)
        return real(*given)

    monkeypatch.setattr(Handler, "read_job", read_job)
    answer = sender.note(Idempotency_Key=KEY)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert "Location" not in answer.headers


def test_who_finds_their_row_promised_leaves_it_to_the_worker_at_once(
    sender: Sender, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its repeat did that just as it was to be given up."""
    prove(sender, "note")
    house.simulator.fault(path="JOB-1/notes", status=429)
    real = Ledger.change

    def change(ledger: Ledger, lease: Lease, **values: Any) -> Submission:
        if values.get("state") is State.ABANDONED:
            monkeypatch.undo()
            ledger.promise(lease.submission_id)
        return real(ledger, lease, **values)

    monkeypatch.setattr(Ledger, "change", change)
    answer = sender.note(Idempotency_Key=KEY)
    assert "was accepted, and will be sent" in answer.json["error"]
    assert not house.portal.ledger.is_held(answer.headers["Location"].rpartition("/")[2])
    house.simulator.control("DELETE", "faults")
    house.tomorrow(70)
    settle(house)
    assert states(house)[-1] == "confirmed"


def test_second_tap_while_the_database_is_locked_is_told_of_the_first(
    sender: Sender, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no key; told "not sent", its sender would come again when nobody takes it for a repeat any more."""
    real, second, told = Handler.read_job, Sender(house, client_for(house, "acme/CON-1001")), []

    def read_job(*given: Any) -> Any:
        job = real(*given)
        if not told:
            told.append(None)
            with locked(house):
                told.append(second.note())
        return job

    monkeypatch.setattr(Handler, "read_job", read_job)
    assert sender.note().status_code == 201
    assert (told[1].status_code, told[1].headers["Retry-After"]) == (409, "2")
    assert second.submission(told[1])["result"]["note"] == "Part ordered"
    assert second.note().headers["Idempotency-Replayed"] == "true"
    assert standing(sender, "note") == 1
