"""Results of a submission when AgentOS, the network or the portal fails halfway."""

from collections.abc import Callable
from typing import Any

import pytest
import requests
from sqlalchemy import update

from app.ledger.lists import list_by_contractor
from app.store.tables import submissions
from tests.conftest import KEYS
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.worker_runs import SETTLED_S, run_worker_later, run_worker_until_settled, submission_states

KEY = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
HOUR = 3_600.0
UNCERTAIN = [
    {"status": 500},
    {"status": 502},
    {"status": 504},
    {"status": 408},
    {"status": 409},
    {"status": 302},
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


def count_in_agentos(sender: Sender, kind: str) -> int:
    """Return the number of records in AgentOS, or for a completion 1 if the job is done."""
    if kind == "note":
        return len(sender.notes("Part ordered"))
    if kind == "invoice":
        return len([invoice for invoice in sender.invoices() if invoice["JobOID"] == "JOB-1"])
    return int(sender.portal_server.simulator.state()["jobs"]["JOB-1"].get("Status") == "Completed")


def fail_writes(sender: Sender, kind: str, **fail_writes: Any) -> None:
    """Let writes of a kind fail."""
    method = "PATCH" if kind == "completion" else "POST"
    sender.portal_server.simulator.fault(method=method, path=PATHS[kind], **fail_writes)


def prove_recognition(sender: Sender, *kinds: str, job: str = "JOB-5") -> None:
    """Let the portal recognise one record of each kind, because only then does it resend absent submissions."""
    writes = {
        "note": lambda: sender.note("Proof", job=job),
        "completion": lambda: sender.complete(job=job),
        "invoice": lambda: sender.invoice(jobId=job, amount=1.0, invoiceNumber="PROOF"),
    }
    for kind in kinds or writes:
        assert writes[kind]().status_code in (200, 201)
    run_worker_later(sender.portal_server, turns=1, seconds=3.0)


def count_writes_sent(sender: Sender) -> int:
    """Return the number of writes that AgentOS received for the test job."""
    return sum(
        call["path"].endswith(("JOB-1", "JOB-1/notes")) or (call.get("body") or {}).get("JobID") == "JOB-1"
        for call in sender.portal_server.simulator.writes()
    )


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("how", UNCERTAIN, ids=str)
def test_unconfirmed_attempt_with_effect_is_confirmed_within_three_seconds(
    sender: Sender, kind: str, how: dict[str, Any]
) -> None:
    fail_writes(sender, kind, times=1, effect=True, **how)
    began = sender.portal_server.clock.boot()
    answer = WRITES[kind](sender)
    assert answer.status_code in (200, 201), answer.text
    assert sender.portal_server.clock.boot() - began < 3
    assert count_in_agentos(sender, kind) == 1
    again = WRITES[kind](sender)
    assert (again.data, again.headers["Idempotency-Replayed"]) == (answer.data, "true")


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("how", UNCERTAIN, ids=str)
def test_unconfirmed_attempt_without_effect_is_resent_after_settle_s(
    sender: Sender, kind: str, how: dict[str, Any]
) -> None:
    prove_recognition(sender, kind)
    fail_writes(sender, kind, times=1, effect=False, **how)
    answer = WRITES[kind](sender)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")
    for _ in range(int(SETTLED_S / 10)):
        assert count_writes_sent(sender) == 1
        run_worker_later(sender.portal_server, turns=1, seconds=10)
    run_worker_until_settled(sender.portal_server)
    assert sender.submission(answer)["state"] == "confirmed"
    assert (count_in_agentos(sender, kind), count_writes_sent(sender)) == (1, 2)


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("late_s", [3, 40, 119])
def test_late_effect_within_settle_s_is_not_duplicated(sender: Sender, kind: str, late_s: float) -> None:
    prove_recognition(sender, kind)
    later_effect = delay_next_write(sender, kind)
    answer = WRITES[kind](sender)
    assert answer.headers["Submission-State"] == "unconfirmed"
    run_worker_later(sender.portal_server, turns=1, seconds=late_s - 2)
    later_effect()
    run_worker_until_settled(sender.portal_server)
    assert sender.submission(answer)["state"] == "confirmed"
    assert count_in_agentos(sender, kind) == 1
    assert count_writes_sent(sender) == 2, "the portal's own, and its late effect"


@pytest.mark.parametrize("kind", WRITES)
def test_late_effect_after_proven_absence_is_found_before_resending(sender: Sender, kind: str) -> None:
    """A submission may wait for hours, and an earlier attempt may take effect at any time."""
    prove_recognition(sender, kind)
    later_effect = delay_next_write(sender, kind)
    answer = WRITES[kind](sender)
    fail_writes(sender, kind, status=405, effect=False)
    run_worker_later(sender.portal_server, turns=15, seconds=60)
    assert count_writes_sent(sender) == 3, "the third refusal would be half an hour after the first"
    sender.portal_server.simulator.control("DELETE", "faults")
    later_effect()
    run_worker_later(sender.portal_server, turns=4, seconds=600)
    assert sender.submission(answer)["state"] == "confirmed"
    assert (count_in_agentos(sender, kind), count_writes_sent(sender)) == (1, 4), (
        "the portal's own three, and the late effect"
    )


def delay_next_write(sender: Sender, kind: str) -> Callable[[], Any]:
    """Answer the next write with 502, and return a function that performs it later. The two clocks differ."""
    fail_writes(sender, kind, times=1, status=502, effect=False)

    def perform() -> None:
        call = next(call for call in reversed(sender.portal_server.simulator.writes()) if call["status"] == 502)
        headers = {"api_key": KEYS["AGENTOS_API_KEY_ACME"]}
        url = sender.portal_server.simulator.url + call["path"]
        assert requests.request(call["method"], url, json=call["body"], headers=headers, timeout=10).ok

    return perform


@pytest.mark.parametrize("kind", WRITES)
def test_unconfirmed_attempt_without_recognition_proof_goes_to_review(sender: Sender, kind: str) -> None:
    fail_writes(sender, kind, times=1, status=502, effect=False)
    answer = WRITES[kind](sender)
    run_worker_until_settled(sender.portal_server)
    submission = sender.submission(answer)
    assert (submission["state"], submission["message"]) == (
        "review",
        "We are asking Acme Lettings to check whether it arrived.",
    )
    assert count_writes_sent(sender) == 1


@pytest.mark.parametrize(("kind", "most"), [("note", 4), ("completion", 4), ("invoice", 2)])
def test_repeated_unconfirmed_attempts_go_to_review(sender: Sender, kind: str, most: int) -> None:
    prove_recognition(sender, kind)
    fail_writes(sender, kind, status=502, effect=False)
    answer = WRITES[kind](sender)
    run_worker_later(sender.portal_server, turns=50, seconds=80)
    assert sender.submission(answer)["state"] == "review"
    assert count_writes_sent(sender) == most


@pytest.mark.parametrize("kind", WRITES)
def test_request_failed_during_agentos_outage_is_not_sent_later(sender: Sender, kind: str) -> None:
    sender.portal_server.simulator.fault(path="/", status=503)
    answer = WRITES[kind](sender)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    sender.portal_server.simulator.control("DELETE", "faults")
    run_worker_later(sender.portal_server)
    assert (count_in_agentos(sender, kind), count_writes_sent(sender)) == (0, 0)
    assert WRITES[kind](sender).status_code in (200, 201), "its key is free"


def leave_unconfirmed(sender: Sender, kind: str, *, effect: bool = False) -> None:
    """Let a write fail, and every check after it."""
    fail_writes(sender, kind, status=503, effect=effect)
    looks = "/invoices/" if kind == "invoice" else "/jobs/JOB-1$"
    sender.portal_server.simulator.fault(method="GET", path=looks, status=500, skip=1)


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("effect", [True, False])
def test_worker_finishes_submission_left_unconfirmed_by_request(sender: Sender, kind: str, effect: bool) -> None:
    prove_recognition(sender, kind)
    leave_unconfirmed(sender, kind, effect=effect)
    answer = WRITES[kind](sender)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")
    assert sender.submission(answer)["state"] == "unconfirmed"
    sender.portal_server.simulator.control("DELETE", "faults")
    run_worker_until_settled(sender.portal_server)
    assert sender.submission(answer)["state"] == "confirmed"
    assert (count_in_agentos(sender, kind), count_writes_sent(sender)) == (1, 1 if effect else 2)


def test_unconfirmed_invoice_without_readable_list_goes_to_review_at_once(sender: Sender) -> None:
    sender.portal_server.simulator.fault(method="GET", path="/invoices/", status=404)
    fail_writes(sender, "invoice", status=503)
    answer = sender.invoice()
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "review")
    assert "We are asking Acme Lettings to check" in answer.json["error"]
    run_worker_later(sender.portal_server, turns=5, seconds=HOUR)
    assert sender.submission(answer)["state"] == "review"
    assert len(sender.portal_server.simulator.writes()) == 1


def test_invoice_is_not_sent_if_list_cannot_be_read(sender: Sender) -> None:
    sender.portal_server.simulator.fault(method="GET", path="/invoices/", status=500, times=1)
    answer = sender.invoice({"Idempotency_Key": KEY})
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert sender.portal_server.simulator.writes() == []
    assert sender.invoice({"Idempotency_Key": KEY}).status_code == 201
    assert count_in_agentos(sender, "invoice") == 1


def test_record_in_agentos_confirms_only_one_submission(sender: Sender) -> None:
    """Both notes were sent and one arrived: the first submission claims it."""
    prove_recognition(sender, "note")
    leave_unconfirmed(sender, "note")
    first = sender.note(Idempotency_Key="one")
    assert first.headers["Submission-State"] == "unconfirmed"
    sender.portal_server.simulator.control("DELETE", "faults")
    second = sender.note(Idempotency_Key="two", Prefer="respond-async")
    assert second.status_code == 202, "the first one's turn comes first"
    for _ in range(3):
        run_worker_until_settled(sender.portal_server)
    submissions = [sender.submission(answer) for answer in (first, second)]
    assert [submission["state"] for submission in submissions] == ["confirmed"] * 2
    assert len({submission["result"]["noteId"] for submission in submissions}) == 2
    assert len(sender.notes("Part ordered")) == 2


def test_submissions_of_one_job_are_sent_in_order_of_acceptance(sender: Sender) -> None:
    sender.portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503)
    answers = [sender.note(f"Step {number}", Prefer="respond-async") for number in range(4)]
    answers.append(sender.complete(True, Prefer="respond-async"))
    assert {answer.status_code for answer in answers} == {202}
    sender.portal_server.simulator.control("DELETE", "faults")
    run_worker_later(sender.portal_server, turns=6, seconds=600)
    texts = [
        note["NoteContents"] for note in sender.portal_server.simulator.state()["jobs"]["JOB-1"]["MaintenanceNotes"]
    ]
    assert [text for text in texts if text.startswith("Step")] == [f"Step {number}" for number in range(4)]
    assert sender.portal_server.simulator.writes()[-1]["method"] == "PATCH"


def test_completion_of_job_with_unexpected_status_goes_to_review(sender: Sender) -> None:
    leave_unconfirmed(sender, "completion")
    answer = sender.complete(True)
    sender.portal_server.simulator.control("DELETE", "faults")
    types = sender.portal_server.simulator.state()["status_types"].values()
    other = next(status for status in types if status["Name"] == "Pending")
    sender.portal_server.simulator.change("acme/jobs/JOB-1", StatusOID=other["OID"], Status=other["Name"])
    run_worker_later(sender.portal_server, turns=1, seconds=20)
    assert sender.submission(answer)["state"] == "review"


def test_request_waits_for_earlier_submission_of_job(sender: Sender) -> None:
    sender.portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503, times=2)
    assert sender.note("Step 1", Prefer="respond-async").status_code == 202
    sender.portal_server.clock.work = sender.portal_server.work  # type: ignore[union-attr]
    answer = sender.note("Step 2")
    assert answer.status_code == 201
    texts = [
        note["NoteContents"] for note in sender.portal_server.simulator.state()["jobs"]["JOB-1"]["MaintenanceNotes"]
    ]
    assert [text for text in texts if text.startswith("Step")] == ["Step 1", "Step 2"]


@pytest.mark.parametrize("respond_async", [False, True])
def test_submission_abandoned_during_request_is_reported_as_not_sent(sender: Sender, respond_async: bool) -> None:
    """For example, the worker abandons it between the request's last check and its response."""
    portal = sender.portal_server.services
    sender.portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503, times=2)
    assert sender.note("Step 1", Prefer="respond-async").status_code == 202

    def give_up() -> None:
        last = list_by_contractor(portal.database, "acme", "CON-1001").items[0]
        with portal.database.write() as connection:
            mine = update(submissions).where(submissions.c.id == last.submission_id)
            connection.execute(mine.values(state="abandoned", key=None, lease_owner=None))

    sender.portal_server.clock.work = give_up  # type: ignore[union-attr]
    answer = sender.note("Step 2", **({"Prefer": "respond-async"} if respond_async else {}))
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("status", [401, 429])
def test_attempt_rejected_with_401_or_429_is_reported_as_not_accepted(
    build: Callable[..., PortalServer], kind: str, status: int
) -> None:
    portal_server = build()
    portal_server.refresh()
    sender = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
    fail_writes(sender, kind, times=1, status=status)
    answer = WRITES[kind](sender)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert "did not accept" in answer.json["error"]
    assert "Nothing was sent" not in answer.json["error"]
    portal_server.simulator.control("DELETE", "faults")
    run_worker_until_settled(portal_server)
    assert submission_states(portal_server) == ["abandoned"]


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("status", [403, 404, 405])
@pytest.mark.parametrize("effect", [True, False])
def test_attempt_rejected_with_403_404_or_405_is_checked_in_agentos(
    sender: Sender, kind: str, status: int, effect: bool
) -> None:
    prove_recognition(sender, kind)
    fail_writes(sender, kind, times=1, status=status, effect=effect)
    answer = WRITES[kind](sender)
    if effect:
        assert answer.status_code in (200, 201)
        return
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")
    assert "did not accept" in answer.json["error"]
    run_worker_until_settled(sender.portal_server)
    assert sender.submission(answer)["state"] == "abandoned"
    assert count_in_agentos(sender, kind) == 0
