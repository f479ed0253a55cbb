"""Submissions that stay open for long: each ends at last, and repeats do not hasten that."""

import pytest

from app.domain.delivery import MOST_LOOKS
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import HARPER, mails_to
from tests.submissions.test_delivery import (
    KEY,
    WRITES,
    count_in_agentos,
    fail_writes,
    leave_unconfirmed,
    prove_recognition,
)
from tests.submissions.worker_runs import (
    SETTLED_S,
    notice_kinds,
    pretend_tried_for,
    run_worker_later,
    run_worker_until_settled,
    submission_states,
)

DAY = 86_400.0


def test_submission_without_attempt_for_two_weeks_goes_to_review(sender: Sender, portal_server: PortalServer) -> None:
    """The agency's key does not work, and is tried only a few times a day."""
    portal_server.simulator.fault(path="/", status=401)
    assert sender.note(Prefer="respond-async").status_code == 202
    run_worker_later(portal_server, turns=13, seconds=DAY)
    assert (submission_states(portal_server), notice_kinds(portal_server)) == (["waiting"], [])
    run_worker_later(portal_server, turns=2, seconds=DAY)
    assert (submission_states(portal_server), notice_kinds(portal_server)) == (["review"], ["office", "review"])
    portal_server.postbox.mails.clear()
    portal_server.notify()
    [(subject, text)] = mails_to(portal_server, HARPER)
    assert subject.endswith(" could not be sent")
    assert "may have arrived" not in text


@pytest.mark.parametrize("is_in_doubt", [False, True])
def test_submission_that_always_fails_inside_portal_is_ended(
    sender: Sender, portal_server: PortalServer, is_in_doubt: bool
) -> None:
    """The agency renamed the status that the portal needs, without a change of the portal's settings."""
    if is_in_doubt:
        leave_unconfirmed(sender, "completion")
    else:
        portal_server.simulator.fault(path="/", status=503)
    answer = sender.complete(True, Prefer="respond-async")
    assert answer.status_code == 202
    portal_server.simulator.control("DELETE", "faults")
    portal_server.simulator.change("acme/status_types/SX-4", Name="Finished")
    portal_server.refresh()
    portal_server.advance_clock(DAY)
    portal_server.refresh()
    run_worker_later(portal_server, turns=2)
    assert submission_states(portal_server) == ["unconfirmed" if is_in_doubt else "waiting"]
    pretend_tried_for(portal_server, 72)
    run_worker_later(portal_server, turns=1)
    assert submission_states(portal_server) == ["review" if is_in_doubt else "waiting"], (
        "nothing that was never attempted expires so"
    )
    run_worker_later(portal_server, turns=15, seconds=DAY)
    assert submission_states(portal_server) == ["review"]


def test_unconfirmed_reopening_of_cancelled_job_goes_to_review(sender: Sender, portal_server: PortalServer) -> None:
    """A cancelled job is not completed, but that does not prove that the reopening arrived."""
    assert sender.complete(True).status_code == 200
    run_worker_later(portal_server, turns=1, seconds=SETTLED_S)
    fail_writes(sender, "completion", status=502, effect=False)
    answer = sender.complete(False, Idempotency_Key=KEY)
    assert answer.headers["Submission-State"] == "unconfirmed"
    portal_server.simulator.control("DELETE", "faults")
    portal_server.simulator.change("acme/jobs/JOB-1", StatusOID="SX-5", Status="Cancelled")
    run_worker_later(portal_server, turns=1, seconds=20)
    assert sender.submission(answer)["state"] == "review"


@pytest.mark.parametrize("kind", WRITES)
def test_repeated_requests_do_not_bring_submission_to_review(
    sender: Sender, portal_server: PortalServer, kind: str
) -> None:
    """A contractor who sends it repeatedly gets the portal's latest result each time."""
    prove_recognition(sender, kind)
    leave_unconfirmed(sender, kind)
    WRITES[kind](sender)
    portal_server.simulator.control("DELETE", "faults")
    for _ in range(2 * MOST_LOOKS):
        portal_server.advance_clock(0.5)
        WRITES[kind](sender)
    assert submission_states(portal_server)[-1] == "unconfirmed"
    portal_server.advance_clock(SETTLED_S)
    portal_server.simulator.fault(
        method="GET", path="/invoices/|/jobs/JOB-1$", body="{}", content_type="application/json"
    )
    for _ in range(MOST_LOOKS):
        portal_server.advance_clock(11.0)
        WRITES[kind](sender)
    assert submission_states(portal_server)[-1] == "unconfirmed", "ten looks take seven minutes at least"
    portal_server.simulator.control("DELETE", "faults")
    run_worker_until_settled(portal_server)
    assert (submission_states(portal_server)[-1], count_in_agentos(sender, kind)) == ("confirmed", 1)
