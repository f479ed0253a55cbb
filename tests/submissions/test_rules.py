"""Rules of delivery whose absence no other test would notice."""

from typing import Any

import pytest
from sqlalchemy import update

from app.store.tables import submissions
from app.submissions import delivery_worker
from tests.house import House
from tests.jobs.expected import client_for
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import KEY, WRITES, fault, leave_in_doubt, prove, sent, standing
from tests.submissions.turns import SETTLE_S, have_tried_for, later, settle, states, whenever_waiting

DAY = 86_400.0


@pytest.mark.parametrize("kind", WRITES)
def test_take_over_of_a_killed_sender_waits_settle_s_from_its_discovery(
    sender: Sender, house: House, kind: str
) -> None:
    """Its lease ran out long ago; what it sent may have left the machine a moment ago all the same."""
    prove(sender, kind)
    leave_in_doubt(sender, kind)
    WRITES[kind](sender)
    house.simulator.control("DELETE", "faults")
    with house.portal.database.write() as connection:  # as if its process had been killed while it sent
        killed = {
            "state": "sending",
            "lease_owner": "x",
            "lease_until": house.clock.boot() + 80,
            "next_at": 0.0,
            "doubts": 0,
        }
        connection.execute(update(submissions).where(submissions.c.state == "unconfirmed").values(**killed))
    later(house, turns=1, seconds=1_000)
    assert states(house)[-1] == "unconfirmed"
    later(house, turns=int(SETTLE_S / 10), seconds=10)
    assert sent(sender) == 1
    settle(house)
    assert (states(house)[-1], standing(sender, kind), sent(sender)) == ("confirmed", 1, 2)


def test_duplicate_of_several_invoices_names_the_first(sender: Sender, house: House) -> None:
    allowed = {"X-Allow-Duplicate": "true"}
    for number in range(3):
        assert sender.invoice(allowed, invoiceNumber=f"A-{number}").status_code == 201
        house.tomorrow(DAY)
        sender.client = client_for(house, "acme/CON-1001")
    answer = sender.invoice(invoiceNumber="A-9")
    assert (answer.status_code, "on 25 November at 09:00" in answer.json["error"]) == (409, True)


def test_job_is_read_again_after_waiting_for_what_came_before(sender: Sender, house: House) -> None:
    """It was given to somebody else meanwhile."""
    house.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503, times=2)
    assert sender.note("Step 1", Prefer="respond-async").status_code == 202

    def end_the_first() -> None:
        with house.portal.database.write() as connection:
            first = submissions.c.promised.is_(True)
            connection.execute(update(submissions).where(first).values(state="confirmed", lease_owner=None))
        house.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002")

    whenever_waiting(house, end_the_first)
    answer = sender.note("Step 2")
    assert answer.status_code in (404, 500)
    assert house.simulator.writes() == []


def test_submission_behind_one_that_cannot_be_read_back_waits_for_its_end(sender: Sender, house: House) -> None:
    leave_in_doubt(sender, "note")
    assert sender.note("Step 1").headers["Submission-State"] == "unconfirmed"
    house.simulator.control("DELETE", "faults")
    house.simulator.fault(method="GET", path="/jobs/JOB-1$", notes="missing")
    assert sender.note("Step 2", Prefer="respond-async").status_code == 202
    later(house, turns=3, seconds=100)
    assert (states(house), sent(sender)) == (["unconfirmed", "waiting"], 1)
    later(house, turns=10)
    assert (states(house)[0], sent(sender)) == ("review", 2), "what people look into is in nobody's way"


@pytest.mark.parametrize(("kind", "stores"), [("note", {"NoteContents": 3}), ("invoice", {"Amount": "missing"})])
def test_record_that_is_not_recognised_ends_the_proof(
    sender: Sender, house: House, kind: str, stores: dict[str, Any]
) -> None:
    """AgentOS stores them in another way since yesterday: what is in doubt is for people from now on."""
    prove(sender, kind)
    house.tomorrow(DAY)
    sender.client = client_for(house, "acme/CON-1001")
    house.simulator.fault(method="POST", path="notes|invoice", stores=stores)
    prove(sender, kind, job="JOB-6")
    fault(sender, kind, times=1, status=502, effect=False)
    answer = WRITES[kind](sender)
    settle(house)
    assert (sender.submission(answer)["state"], sent(sender)) == ("review", 1)


def test_key_of_an_expired_submission_is_free(sender: Sender, house: House) -> None:
    house.simulator.fault(path="/", status=503)
    first = sender.note(Idempotency_Key=KEY, Prefer="respond-async")
    have_tried_for(house, hours=72)
    later(house, turns=1)
    assert sender.submission(first)["state"] == "expired"
    house.simulator.control("DELETE", "faults")
    again = sender.note(Idempotency_Key=KEY)
    assert (again.status_code, again.headers.get("Idempotency-Replayed")) == (201, None)
    assert standing(sender, "note") == 1


def test_record_of_one_kind_may_have_the_id_of_another_kinds(sender: Sender, house: House) -> None:
    """AgentOS numbers notes and invoices apart."""
    note = sender.note().json["noteId"]
    house.simulator.fault(
        method="POST", path="invoice/submit", times=1, body=f'{{"OID": "{note}"}}', content_type="application/json"
    )
    answer = sender.invoice()
    assert answer.status_code == 201
    assert [one.agentos_id for one in house.portal.ledger.of("acme", "CON-1001")[0]] == [note, note]


def test_retry_tries_at_once_and_forgets_the_pauses_of_turns_in_vain(sender: Sender, house: House) -> None:
    house.simulator.fault(path="/", status=503)
    answer = sender.note(Prefer="respond-async")
    later(house, turns=8)
    asked = len(house.simulator.calls())
    house.work()
    assert len(house.simulator.calls()) == asked, "it pauses for minutes by now"
    number = answer.headers["Location"].rpartition("/")[2]
    assert house.app.test_cli_runner().invoke(args=["submissions", "retry", number]).exit_code == 0
    house.work()
    assert len(house.simulator.calls()) > asked
    house.simulator.control("DELETE", "faults")
    later(house, turns=1, seconds=5)
    assert states(house) == ["confirmed"]


def test_deliveries_that_wait_longest_go_first(sender: Sender, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two at a time: those that fail in each turn take nobody else's place."""
    monkeypatch.setattr(delivery_worker, "MOST_AT_ONCE", 2)
    jobs = [one["jobId"] for one in sender.client.get("/api/contractor/jobs").json["jobs"]][:4]
    house.simulator.fault(path="/", status=503)
    answers: list[Any] = []
    for job in jobs:
        answers.append(sender.note(job=job, Prefer="respond-async"))
        house.tomorrow(1)
    house.simulator.control("DELETE", "faults")
    for job in jobs[:3]:
        house.simulator.fault(method="GET", path=f"/jobs/{job}$", status=500)
    for _ in range(3):
        house.tomorrow(310)  # longer than any pause: all of them are due again
        house.work(rounds=1)
    assert sender.submission(answers[-1])["state"] == "confirmed"
