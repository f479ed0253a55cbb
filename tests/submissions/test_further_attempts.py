"""Attempts after the first: the facts that allow them must be fresh, and belong to the first attempt."""

import json

import pytest

from tests.agentos.servers import cut_off
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import (
    count_in_agentos,
    count_writes_sent,
    delay_next_write,
    fail_writes,
    prove_recognition,
)
from tests.submissions.test_duplicate_records import enter_note
from tests.submissions.test_false_conclusions import latest_submission
from tests.submissions.test_refusals import send_refused
from tests.submissions.worker_runs import (
    SETTLED_S,
    after_next_write,
    pretend_tried_for,
    run_worker_later,
    run_worker_until_settled,
)


def test_last_look_does_not_use_a_list_fetched_for_another_submission(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The late effect arrives right after the list was fetched for an invoice of another job."""
    prove_recognition(sender, "invoice")
    later_effect = delay_next_write(sender, "invoice")
    first = sender.invoice()
    fail_writes(sender, "invoice", status=400, effect=False)
    run_worker_later(portal_server, turns=60, seconds=10)
    assert count_writes_sent(sender) == 3, "the next attempt is made half an hour after the first refusal"
    portal_server.advance_clock(latest_submission(portal_server).next_at - portal_server.clock.boot() - 10)
    portal_server.simulator.control("DELETE", "faults")
    fail_writes(sender, "invoice", times=1, status=504, effect=False)
    sender.invoice(jobId="JOB-6", invoiceNumber="OTHER")
    after_next_write(monkeypatch, later_effect, read=True)
    run_worker_later(portal_server, turns=1, seconds=10)
    assert sender.submission(first)["state"] == "confirmed"
    assert count_in_agentos(sender, "invoice") == 1


def test_late_effect_between_last_look_and_attempt_is_found_afterwards(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The baseline is that of the first attempt, so the record counts as new after the second."""
    prove_recognition(sender, "note")
    later_effect = delay_next_write(sender, "note")
    answer = sender.note()
    run_worker_later(portal_server, turns=1, seconds=SETTLED_S)

    def take_effect() -> None:
        later_effect()
        fail_writes(sender, "note", times=1, status=502, effect=False)

    after_next_write(monkeypatch, take_effect, read=True, path="/jobs/JOB-1")
    run_worker_later(portal_server, turns=1, seconds=12)
    assert count_writes_sent(sender) == 3, "the portal's own two, and the late effect"
    run_worker_until_settled(portal_server)
    assert sender.submission(answer)["state"] == "confirmed"
    assert count_in_agentos(sender, "note") == 1


def test_record_from_before_the_first_byte_confirms_nothing(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first attempt got no connection, so the office's note belongs to the baseline of the second."""
    prove_recognition(sender, "note")
    with monkeypatch.context() as patch:
        cut_off(patch)
        answer = sender.note(Prefer="respond-async")
    enter_note(portal_server)
    fail_writes(sender, "note", times=1, status=502, effect=False)
    run_worker_later(portal_server)
    assert (sender.submission(answer)["state"], count_in_agentos(sender, "note")) == ("confirmed", 2)


def test_list_with_a_record_without_id_does_not_show_absence(sender: Sender, portal_server: PortalServer) -> None:
    """The record may be the note, stored in a way that the portal does not know."""
    prove_recognition(sender, "note")
    fail_writes(sender, "note", times=1, status=502, effect=False)
    answer = sender.note()
    job = portal_server.simulator.state()["jobs"]["JOB-1"]
    job.setdefault("MaintenanceNotes", []).append({"NoteContents": "Ordered on 3 March", "CreatedBy": "Office"})
    portal_server.simulator.fault(
        method="GET", path="/jobs/JOB-1$", body=json.dumps(job), content_type="application/json"
    )
    run_worker_later(portal_server, turns=20, seconds=60)
    assert sender.submission(answer)["state"] == "review"
    assert count_writes_sent(sender) == 1


def test_submission_tried_for_72_hours_expires_after_absence(sender: Sender, portal_server: PortalServer) -> None:
    """It waits for its third attempt, and nothing fails meanwhile."""
    prove_recognition(sender, "note")
    fail_writes(sender, "note", times=2, status=502, effect=False)
    answer = sender.note(Prefer="respond-async")
    run_worker_later(portal_server, turns=45, seconds=10)
    assert (sender.submission(answer)["state"], count_writes_sent(sender)) == ("waiting", 2)
    pretend_tried_for(portal_server, hours=72)
    run_worker_later(portal_server, turns=3)
    assert (sender.submission(answer)["state"], count_writes_sent(sender)) == ("expired", 2)


def test_different_refusals_do_not_reject_a_submission(sender: Sender, portal_server: PortalServer) -> None:
    prove_recognition(sender, "note")
    answer = send_refused(sender, "note", 400)
    for status in (422, 400, 422):
        portal_server.simulator.control("DELETE", "faults")
        fail_writes(sender, "note", status=status, effect=False)
        run_worker_later(portal_server, turns=25, seconds=10)
    assert count_writes_sent(sender) == 4
    portal_server.refresh()
    run_worker_later(portal_server, turns=25, seconds=60)
    assert sender.submission(answer)["state"] in ("waiting", "unconfirmed")
    portal_server.simulator.control("DELETE", "faults")
    run_worker_later(portal_server, turns=30, seconds=60)
    assert sender.submission(answer)["state"] == "confirmed"
