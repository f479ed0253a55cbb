"""What becomes of a submission when AgentOS, the way there or the portal fails halfway."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update

from app.store.tables import submissions
from tests.house import House
from tests.jobs.expected import client_for
from tests.submissions.conftest import Sender

KEY = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
HOUR = 3_600.0
UNCERTAIN = [
    {"status": 500, "effect": True},
    {"status": 500},
    {"status": 502, "effect": True},
    {"reset": "after"},
    {"cut": True},
    {"body": "<html>"},
    {"body": "[]", "content_type": "application/json"},
]
WRITES: dict[str, Callable[[Sender], Any]] = {
    "note": lambda sender: sender.note(Idempotency_Key=KEY),
    "completion": lambda sender: sender.complete(True, Idempotency_Key=KEY),
    "invoice": lambda sender: sender.invoice({"Idempotency_Key": KEY}),
}
PATHS = {"note": "/notes", "completion": "/jobs/JOB-1$", "invoice": "invoice/submit"}


def standing(sender: Sender, kind: str) -> int:
    """How many records there are of it in AgentOS; of a completion, whether the job is done."""
    if kind == "note":
        return len(sender.notes("Part ordered"))
    if kind == "invoice":
        return len(sender.invoices())
    return int(sender.client.get("/api/contractor/jobs/JOB-1").json["completed"])


def fault(sender: Sender, kind: str, **fault: Any) -> None:
    """Let writes of that kind fail."""
    method = "PATCH" if kind == "completion" else "POST"
    sender.house.simulator.fault(method=method, path=PATHS[kind], **fault)


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("how", UNCERTAIN, ids=str)
def test_what_nobody_knows_is_looked_up_and_stands_once(sender: Sender, kind: str, how: dict[str, Any]) -> None:
    fault(sender, kind, times=1, **how)
    answer = WRITES[kind](sender)
    assert answer.status_code in (200, 201), answer.text
    assert standing(sender, kind) == 1
    again = WRITES[kind](sender)
    assert (again.data, again.headers["Idempotency-Replayed"]) == (answer.data, "true")


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("effect", [True, False])
def test_what_a_request_leaves_in_doubt_the_worker_settles(sender: Sender, kind: str, effect: bool) -> None:
    leave_in_doubt(sender, kind, effect=effect)
    answer = WRITES[kind](sender)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")
    assert sender.submission(answer)["state"] == "unconfirmed"
    assert len(sender.house.simulator.writes()) == 1
    sender.house.simulator.control("DELETE", "faults")
    for _ in range(3):
        sender.house.tomorrow(300)
        sender.house.work()
    assert sender.submission(answer)["state"] == "confirmed"
    assert standing(sender, kind) == 1


def leave_in_doubt(sender: Sender, kind: str, *, effect: bool = False) -> None:
    """Let a write fail, and every look after it."""
    fault(sender, kind, status=503, effect=effect)
    looks = "/invoices/" if kind == "invoice" else "/jobs/JOB-1$"
    sender.house.simulator.fault(method="GET", path=looks, status=500, skip=1)


@pytest.mark.parametrize("kind", WRITES)
def test_what_is_certainly_not_there_after_two_tries_was_not_sent(sender: Sender, kind: str) -> None:
    fault(sender, kind, status=503)
    answer = WRITES[kind](sender)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert len(sender.house.simulator.writes()) == 2
    sender.house.simulator.control("DELETE", "faults")
    for _ in range(3):
        sender.house.tomorrow(300)
        sender.house.work()
    assert standing(sender, kind) == 0
    assert WRITES[kind](sender).status_code in (200, 201), "its key is free"


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("late_s", [None, 0.05])
def test_after_a_time_out_nothing_is_done_for_as_long_as_it_may_yet_take_effect(
    build: Callable[..., House], kind: str, late_s: float | None
) -> None:
    house = build(AGENTOS_READ_TIMEOUT_S="0.3", AGENTOS_UPLOAD_TIMEOUT_S="0.3")
    house.refresh()
    sender = Sender(house, client_for(house, "acme/CON-1001"))
    fault(sender, kind, times=1, delay_s=1.0, **({"effect": False} if late_s is None else {"late_effect_s": late_s}))
    answer = WRITES[kind](sender)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")
    house.tomorrow(59)
    house.work()
    assert sender.submission(answer)["state"] == "unconfirmed"
    assert len(house.simulator.writes()) == 1
    for _ in range(2):
        house.tomorrow(1 if sender.submission(answer)["state"] == "unconfirmed" else 5)
        house.work()
    assert sender.submission(answer)["state"] == "confirmed"
    assert standing(sender, kind) == 1
    assert len(house.simulator.writes()) == (2 if late_s is None else 1)


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("status", [408, 504])
def test_a_time_out_that_somebody_else_had_is_one(sender: Sender, kind: str, status: int) -> None:
    """A gateway's: AgentOS may yet take what it was given."""
    fault(sender, kind, times=1, status=status)
    answer = WRITES[kind](sender)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")
    sender.house.tomorrow(59)
    sender.house.work()
    assert sender.submission(answer)["state"] == "unconfirmed"
    assert len(sender.house.simulator.writes()) == 1
    for _ in range(2):
        sender.house.tomorrow(5)
        sender.house.work()
    assert sender.submission(answer)["state"] == "confirmed"
    assert standing(sender, kind) == 1


def test_without_a_list_to_look_at_an_invoice_is_never_sent_again(house: House) -> None:
    """harbour's AgentOS has no list of invoices in this test."""
    sender = Sender(house, client_for(house, "acme/CON-1001"))
    house.simulator.fault(method="GET", path="/invoices/", status=404)
    fault(sender, "invoice", status=503)
    answer = sender.invoice()
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")
    for _ in range(5):
        house.tomorrow(HOUR)
        house.work()
    assert sender.submission(answer)["state"] == "unconfirmed"
    assert len(house.simulator.writes()) == 1


def test_an_invoice_that_could_not_be_looked_for_afterwards_is_not_sent_yet(sender: Sender) -> None:
    """AgentOS has the list, and just now it cannot be had."""
    sender.house.simulator.fault(method="GET", path="/invoices/", status=500, times=1)
    answer = sender.invoice({"Idempotency_Key": KEY})
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert sender.house.simulator.writes() == []
    assert sender.invoice({"Idempotency_Key": KEY}).status_code == 201
    assert standing(sender, "invoice") == 1


def test_what_was_there_before_is_not_taken_for_it(sender: Sender) -> None:
    first = sender.note(Idempotency_Key="one").json
    fault(sender, "note", times=1, status=503)
    second = sender.note(Idempotency_Key="two").json
    assert {first["noteId"], second["noteId"]} == {note["OID"] for note in sender.notes("Part ordered")}
    assert first["noteId"] != second["noteId"]


def test_one_record_in_agentos_is_never_two_submissions(sender: Sender) -> None:
    """Both were sent, one of them arrived, and it is the first that claims it."""
    leave_in_doubt(sender, "note")
    first = sender.note(Idempotency_Key="one")
    assert first.headers["Submission-State"] == "unconfirmed"
    sender.house.simulator.control("DELETE", "faults")
    second = sender.note(Idempotency_Key="two", Prefer="respond-async")
    assert second.status_code == 202, "the first one's turn comes first"
    for _ in range(4):
        sender.house.tomorrow(600)
        sender.house.work()
    told = [sender.submission(answer) for answer in (first, second)]
    assert [one["state"] for one in told] == ["confirmed"] * 2
    assert len({one["result"]["noteId"] for one in told}) == 2
    assert len(sender.notes("Part ordered")) == 2


def test_the_submissions_of_a_job_go_in_the_order_of_acceptance(sender: Sender) -> None:
    sender.house.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503)
    answers = [sender.note(f"Step {number}", Prefer="respond-async") for number in range(4)]
    answers.append(sender.complete(True, Prefer="respond-async"))
    assert {answer.status_code for answer in answers} == {202}
    sender.house.simulator.control("DELETE", "faults")
    for _ in range(6):
        sender.house.tomorrow(600)
        sender.house.work()
    sent = [
        call["body"].get("NoteContents", "done") if isinstance(call.get("body"), dict) else call["path"]
        for call in sender.house.simulator.writes()
    ]
    texts = [note["NoteContents"] for note in sender.house.simulator.state()["jobs"]["JOB-1"]["MaintenanceNotes"]]
    assert [text for text in texts if text.startswith("Step")] == [f"Step {number}" for number in range(4)]
    assert sender.house.simulator.writes()[-1]["method"] == "PATCH", sent


def test_who_waits_for_their_turn_is_not_given_up_meanwhile(sender: Sender) -> None:
    sender.house.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503, times=2)
    assert sender.note("Step 1", Prefer="respond-async").status_code == 202
    sender.house.clock.work = sender.house.work
    answer = sender.note("Step 2")
    assert answer.status_code == 201
    texts = [note["NoteContents"] for note in sender.house.simulator.state()["jobs"]["JOB-1"]["MaintenanceNotes"]]
    assert [text for text in texts if text.startswith("Step")] == ["Step 1", "Step 2"]


@pytest.mark.parametrize("respond_async", [False, True])
def test_what_was_given_up_is_told_as_not_sent(sender: Sender, respond_async: bool) -> None:
    """By the worker, say, between the request's last look and its answer."""
    portal = sender.house.portal
    sender.house.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503, times=2)
    assert sender.note("Step 1", Prefer="respond-async").status_code == 202

    def give_up() -> None:
        last = portal.ledger.of("acme", "CON-1001")[0][0]
        with portal.database.write() as connection:
            mine = update(submissions).where(submissions.c.id == last.submission_id)
            connection.execute(mine.values(state="abandoned", key=None, lease_owner=None))

    sender.house.clock.work = give_up
    answer = sender.note("Step 2", **({"Prefer": "respond-async"} if respond_async else {}))
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
