"""The pause of an operation whose writes keep ending in doubt, or are forbidden, and the delays of retries."""

from typing import Any

import pytest

from app.store.tables import operation_pauses
from tests.agentos.servers import cut_off
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import WRITES, fail_writes, prove_recognition
from tests.submissions.worker_runs import submission_states

WAITS = (
    "Acme Lettings's system does not accept notes at the moment. Yours is safe, and will be sent as soon as it does."
)
NOT_SENT = "Nothing was sent. Please try again later."
MINUTE = 60


def jobs_of(sender: Sender) -> list[str]:
    """Return the ids of the contractor's jobs, except that of `prove_recognition`."""
    jobs = sender.client.get("/api/contractor/jobs").json["jobs"]
    return [job["jobId"] for job in jobs if job["jobId"] != "JOB-5"]


def send_later(sender: Sender, most: int, *, skip: int = 0) -> list[Any]:
    """Send so many notes, each for a job of its own, to be delivered later."""
    return [sender.note(job=job, Prefer="respond-async") for job in jobs_of(sender)[skip : skip + most]]


def writes(portal_server: PortalServer) -> int:
    """Return the number of writes that AgentOS received."""
    return len(portal_server.simulator.writes())


def work_for(portal_server: PortalServer, minutes: float, *, every_s: int = 10) -> list[int]:
    """Let the worker run so often. Return the seconds from now to each write."""
    portal_server.clock.work = None  # type: ignore[union-attr]
    times, before = [], writes(portal_server)
    for second in range(every_s, int(minutes * MINUTE) + 1, every_s):
        portal_server.advance_clock(every_s)
        portal_server.work()
        times += [second] * (writes(portal_server) - before)
        before = writes(portal_server)
    return times


@pytest.fixture
def paused(sender: Sender, portal_server: PortalServer) -> Sender:
    """Return a client whose notes are paused, after three doubts. Recognition of notes was proven."""
    prove_recognition(sender, "note")
    fail_writes(sender, "note", status=502, effect=False)
    for answer in send_later(sender, 3):
        assert sender.submission(answer)["state"] == "unconfirmed"
    assert writes(portal_server) == 4
    return sender


def test_notes_after_three_doubts_wait_and_are_not_in_doubt(paused: Sender, portal_server: PortalServer) -> None:
    answers = send_later(paused, 2, skip=3)
    for answer in answers:
        assert (answer.status_code, answer.json["state"], answer.json["message"]) == (202, "waiting", WAITS)
    work_for(portal_server, 0.7)
    listed = paused.client.get("/api/contractor/submissions?state=waiting").json["submissions"]
    assert [submission["message"] for submission in listed] == [WAITS, WAITS]
    assert writes(portal_server) == 4


def test_list_names_the_pause_and_the_next_try(paused: Sender, portal_server: PortalServer) -> None:
    send_later(paused, 1, skip=3)
    waits = "AgentOS does not accept notes at the moment; the next try is at 09:01 on 25 November at the earliest."
    assert waits in portal_server.run("submissions", "list").output


def test_synchronous_note_in_pause_is_not_sent(paused: Sender, portal_server: PortalServer) -> None:
    send_later(paused, 1, skip=3)
    for seconds in (0, 65):  # then the waiting note is the next trial
        portal_server.advance_clock(seconds)
        answer = paused.note("At once", job=jobs_of(paused)[4])
        assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
        assert answer.json["error"] == NOT_SENT
    assert int(answer.headers["Retry-After"]) > 0
    assert writes(portal_server) == 4


def test_trials_follow_one_two_four_and_five_minutes_after_another(paused: Sender, portal_server: PortalServer) -> None:
    """Each trial is the oldest note that was never sent."""
    answers = send_later(paused, 6, skip=3)
    times = work_for(portal_server, 20)
    assert times == [pytest.approx(minutes * MINUTE, abs=20) for minutes in (1, 3, 7, 12, 17)]
    states = [paused.submission(answer)["state"] for answer in answers]
    assert (states[-1], "waiting" in states[:5]) == ("waiting", True), "absence of earlier trials is proven"
    assert [call["path"] for call in portal_server.simulator.writes()[4:]] == [
        f"/v4/maintenance/acme/jobs/{job}/notes" for job in jobs_of(paused)[3:8]
    ]


@pytest.mark.parametrize("status", [None, 400])
def test_accepted_or_refused_trial_ends_pause_at_once(
    paused: Sender, portal_server: PortalServer, status: int | None
) -> None:
    answers = send_later(paused, 5, skip=3)
    portal_server.simulator.control("DELETE", "faults")
    if status is not None:
        fail_writes(paused, "note", status=status, times=1)
    assert work_for(portal_server, 1.2) == [60] * 5
    first = "waiting" if status else "confirmed"
    assert [paused.submission(answer)["state"] for answer in answers] == [first, *["confirmed"] * 4]
    paths = [call["path"].split("/")[-2] for call in portal_server.simulator.writes()[4:]]
    assert paths == jobs_of(paused)[3:8], "oldest first"
    work_for(portal_server, 5)
    assert "review" not in submission_states(portal_server)


def test_synchronous_note_is_trial_if_no_other_waits(paused: Sender, portal_server: PortalServer) -> None:
    portal_server.simulator.control("DELETE", "faults")
    portal_server.advance_clock(65)
    assert paused.note("At once", job=jobs_of(paused)[4]).status_code == 201
    assert paused.note("At once", job=jobs_of(paused)[5]).status_code == 201


def test_only_three_notes_in_doubt_are_tried_after_half_an_hour(paused: Sender, portal_server: PortalServer) -> None:
    """A retry that was not sent is not counted."""
    assert work_for(portal_server, 28) == []
    portal_server.simulator.control("DELETE", "faults")
    times = work_for(portal_server, 4)
    assert len(times) == 3
    assert submission_states(portal_server)[1:] == ["confirmed"] * 3


def test_retries_of_one_note_do_not_pause_notes(sender: Sender, portal_server: PortalServer) -> None:
    prove_recognition(sender, "note")
    fail_writes(sender, "note", status=502, effect=False, times=3)
    sender.note(Prefer="respond-async")
    work_for(portal_server, 30)
    assert sender.note("Next", job="JOB-6").status_code == 201


def test_doubts_that_success_separates_do_not_pause_notes(sender: Sender, portal_server: PortalServer) -> None:
    jobs = jobs_of(sender)
    for number in range(6):
        if number % 2:
            fail_writes(sender, "note", status=502, effect=False, times=1)
        sender.note(job=jobs[number])
    assert writes(portal_server) == 6
    assert sender.note("Next", job=jobs[6]).status_code == 201


def test_attempts_that_sent_nothing_do_not_separate_doubts(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_writes(sender, "note", status=502, effect=False)
    send_later(sender, 2)
    with monkeypatch.context() as patch:
        cut_off(patch)
        send_later(sender, 1, skip=2)
    [_, answer] = send_later(sender, 2, skip=3)
    assert answer.json["message"] == WAITS


def test_pause_of_notes_leaves_completions_and_invoices(paused: Sender) -> None:
    jobs = jobs_of(paused)
    assert paused.complete(True, job=jobs[5]).status_code == 200
    assert paused.invoice(jobId=jobs[5]).status_code == 201


def test_forbidden_operation_pauses_until_its_rest_is_over(sender: Sender, portal_server: PortalServer) -> None:
    prove_recognition(sender, "note")
    fail_writes(sender, "note", status=403)
    send_later(sender, 1)
    answers = send_later(sender, 4, skip=1)
    assert [answer.json["message"] for answer in answers] == [WAITS] * 4
    answer = sender.note("At once", job=jobs_of(sender)[5])
    assert (answer.headers["Submission-State"], answer.json["error"]) == ("not-sent", NOT_SENT)
    assert work_for(portal_server, 8) == [pytest.approx(minutes * MINUTE, abs=20) for minutes in (1, 3, 7)]
    portal_server.simulator.control("DELETE", "faults")
    assert work_for(portal_server, 10) == [7 * MINUTE] * 5
    assert submission_states(portal_server) == ["confirmed"] * 6 + ["abandoned"]


def test_pause_outlives_restart_and_ends_with_boot_clock(paused: Sender, portal_server: PortalServer) -> None:
    """Times of an earlier boot mean nothing, so the pause is forgotten with them."""
    send_later(paused, 1, skip=3)
    with portal_server.services.database.read() as connection:
        [pause] = connection.execute(operation_pauses.select()).all()
    assert (pause.kind, pause.trials, pause.trial_at - pause.began_at) == ("note", 0, 60)
    portal_server.clock.reboot("another boot")  # type: ignore[union-attr]
    PortalServer(portal_server.config, portal_server.simulator, portal_server.clock).work()
    assert writes(portal_server) == 5


@pytest.mark.parametrize(("kind", "minutes"), [("note", (3, 16, 49)), ("completion", (3, 16, 49)), ("invoice", (3,))])
def test_retries_wait_longer_after_each_proof_of_absence(
    sender: Sender, portal_server: PortalServer, kind: str, minutes: tuple[int, ...]
) -> None:
    prove_recognition(sender, kind)
    fail_writes(sender, kind, status=502, effect=False)
    WRITES[kind](sender)
    times = work_for(portal_server, 70)
    assert times == [pytest.approx(minute * MINUTE, abs=2 * MINUTE) for minute in minutes]
    assert submission_states(portal_server)[-1] == "review"
