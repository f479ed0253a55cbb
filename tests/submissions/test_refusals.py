"""Refusals by AgentOS of accepted or unconfirmed submissions."""

from typing import Any

import pytest

from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import WRITES, count_in_agentos, count_writes_sent, fail_writes, prove_recognition
from tests.submissions.worker_runs import notice_kinds, run_worker_later, run_worker_until_settled


@pytest.mark.parametrize("kind", WRITES)
@pytest.mark.parametrize("status", [400, 404, 405, 422])
def test_temporary_refusal_keeps_accepted_submission(sender: Sender, kind: str, status: int) -> None:
    prove_recognition(sender, kind)
    answer = send_refused(sender, kind, status)
    assert answer.json["message"] == "Acme Lettings's system refused this. We will try again until 09:30."
    sender.portal_server.simulator.control("DELETE", "faults")
    run_worker_until_settled(sender.portal_server)
    assert sender.submission(answer)["state"] == "confirmed"
    assert count_in_agentos(sender, kind) == 1


@pytest.mark.parametrize("kind", WRITES)
def test_submission_is_rejected_after_three_refusals_in_half_an_hour(sender: Sender, kind: str) -> None:
    prove_recognition(sender, kind)
    answer = send_refused(sender, kind, 400)
    run_worker_later(sender.portal_server, turns=25, seconds=60)
    assert sender.submission(answer)["state"] in ("waiting", "unconfirmed")
    assert count_writes_sent(sender) == 2
    sender.portal_server.refresh()
    run_worker_later(sender.portal_server, turns=12, seconds=60)
    ended = sender.submission(answer)
    assert ended["state"] == "rejected"
    assert "Acme Lettings's system did not accept" in ended["message"]
    assert count_writes_sent(sender) == 3


def test_submission_is_not_rejected_while_no_other_call_of_its_agency_succeeds(
    sender: Sender, portal_server: PortalServer
) -> None:
    """AgentOS may refuse everything. Its answers before the first refusal prove nothing."""
    prove_recognition(sender, "note")
    portal_server.refresh(everywhere=True)
    answer = send_refused(sender, "note", 400)
    run_worker_later(portal_server, turns=40, seconds=60)
    assert count_writes_sent(sender) == 3
    assert sender.submission(answer)["state"] in ("waiting", "unconfirmed")
    portal_server.refresh()
    run_worker_later(portal_server, turns=1, seconds=30 * 60)
    assert sender.submission(answer)["state"] == "rejected"


def test_rejection_of_unconfirmed_note_is_mailed_to_contractor(sender: Sender) -> None:
    """The note was not accepted for later, but its sender read that the portal would check."""
    portal_server = sender.portal_server
    prove_recognition(sender, "note")
    fail_writes(sender, "note", times=1, status=502, effect=False)
    fail_writes(sender, "note", status=422, effect=False)
    answer = sender.note()
    assert answer.headers["Submission-State"] == "unconfirmed"
    run_worker_later(portal_server, turns=30, seconds=60)
    portal_server.refresh()
    run_worker_later(portal_server, turns=12, seconds=60)
    assert (sender.submission(answer)["state"], notice_kinds(portal_server)) == ("rejected", ["rejected"])


def test_refusals_are_counted_from_zero_after_reboot(sender: Sender) -> None:
    """The downtime is unknown: SQLite's rows have times of its boot clock."""
    portal_server = sender.portal_server
    prove_recognition(sender, "note")
    answer = send_refused(sender, "note", 400)
    portal_server.clock.reboot("second boot")  # type: ignore[attr-defined]
    again = PortalServer(portal_server.config, portal_server.simulator, portal_server.clock)
    run_worker_later(again, turns=25, seconds=60)
    assert sender.submission(answer)["state"] in ("waiting", "unconfirmed")
    again.refresh()
    run_worker_later(again, turns=20, seconds=60)
    assert sender.submission(answer)["state"] == "rejected"


def send_refused(sender: Sender, kind: str, status: int) -> Any:
    """Send a submission asynchronously that AgentOS refuses, and return the response."""
    options = {"Prefer": "respond-async"}
    writes = {
        "note": lambda: sender.note(**options),
        "completion": lambda: sender.complete(True, **options),
        "invoice": lambda: sender.invoice(options),
    }
    fail_writes(sender, kind, status=status, effect=False)
    answer = writes[kind]()
    assert answer.status_code == 202, answer.text
    return answer
