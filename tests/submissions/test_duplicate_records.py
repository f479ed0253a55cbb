"""A second record of one submission: the portal notices it, and takes no other record for a duplicate."""

from typing import Any

import pytest

from app.domain.submission import SubmissionKind
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_attack_findings import as_recorded_invoice
from tests.submissions.test_claims import enter_in_office, resolve_as_arrived_with_id, run_submissions_command
from tests.submissions.test_delivery import fail_writes, leave_unconfirmed, prove_recognition
from tests.submissions.test_false_conclusions import latest_submission
from tests.submissions.worker_runs import (
    HOUR,
    notice_kinds,
    run_worker_later,
    run_worker_until_settled,
    submission_states,
)


def enter_note(portal_server: PortalServer, text: str = "Part ordered") -> None:
    """Add a note in the agency's own name."""
    words = {"JobOID": "JOB-1", "NoteContents": text, "CreatedBy": "Office"}
    portal_server.simulator.control("POST", "state/acme/notes", words)


def enter_invoice(portal_server: PortalServer, **fields: Any) -> str:
    """Enter an invoice like the first one sent, as agency staff would, and return its id."""
    body = {"JobID": "JOB-1", "Amount": 480.0, "InvoiceNumber": "A-7", "Description": "Works"} | fields
    portal_server.simulator.control("POST", "state/acme/invoices", as_recorded_invoice(body))
    entered: str = portal_server.simulator.state()["invoices"]["CON-1001"][-1]["OID"]
    return entered


def resolve_as_arrived(portal_server: PortalServer, answer: Any, *words: str) -> None:
    """Resolve a submission as arrived, as agency staff would."""
    number = answer.headers["Location"].rpartition("/")[2]
    assert (
        "it arrived"
        in run_submissions_command(portal_server, "resolve", number, "--arrived", *words, "--by", "Jo").output
    )


@pytest.mark.parametrize("is_said", [False, True], ids=["found by a look", "said by the office"])
def test_late_effect_after_office_entry_is_reported_as_duplicate(
    sender: Sender, portal_server: PortalServer, is_said: bool
) -> None:
    fail_writes(sender, "invoice", times=1, status=503, effect=False)
    answer = sender.invoice()
    entered = enter_in_office(sender)
    if is_said:
        resolve_as_arrived_with_id(portal_server, answer, entered)
    else:
        run_worker_later(portal_server, turns=1, seconds=5)
    assert (submission_states(portal_server), notice_kinds(portal_server)) == (["confirmed"], [])
    enter_in_office(sender)  # for AgentOS, this is the late effect
    run_worker_until_settled(portal_server)
    assert notice_kinds(portal_server) == ["twin"]
    run_worker_later(portal_server, turns=4, seconds=24 * HOUR)
    assert latest_submission(portal_server).next_at is None


def test_late_effect_after_review_and_office_entry_is_reported(sender: Sender, portal_server: PortalServer) -> None:
    fail_writes(sender, "invoice", times=1, status=503, effect=False)
    answer = sender.invoice()
    run_worker_until_settled(portal_server)
    assert submission_states(portal_server) == ["review"]
    entered = enter_in_office(sender)
    resolve_as_arrived(portal_server, answer)
    run_worker_later(portal_server, turns=1, seconds=5)
    assert latest_submission(portal_server).agentos_id == entered
    enter_in_office(sender)
    run_worker_later(portal_server, turns=30, seconds=HOUR)
    assert notice_kinds(portal_server)[-1] == "twin"


def test_late_effects_after_office_said_wrongly_that_it_arrived_are_reported(
    sender: Sender, portal_server: PortalServer
) -> None:
    fail_writes(sender, "invoice", times=1, status=503, effect=False)
    answer = sender.invoice()
    run_worker_until_settled(portal_server)
    resolve_as_arrived(portal_server, answer)
    run_worker_later(portal_server, turns=3, seconds=110)
    assert notice_kinds(portal_server) == ["office", "review"]
    enter_in_office(sender)  # for AgentOS, these are two late effects
    enter_in_office(sender)
    run_worker_later(portal_server, turns=30, seconds=HOUR)
    assert notice_kinds(portal_server)[-1] == "twin"


def test_id_of_record_confirmed_by_office_is_found_after_checks_ended(
    sender: Sender, portal_server: PortalServer
) -> None:
    fail_writes(sender, "note", times=1, status=503, effect=False)
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", notes="missing", skip=1)
    answer = sender.note()
    run_worker_later(portal_server, turns=12, seconds=600)
    assert submission_states(portal_server) == ["review"]
    portal_server.simulator.control("DELETE", "faults")
    enter_note(portal_server)
    resolve_as_arrived(portal_server, answer)
    run_worker_later(portal_server, turns=3, seconds=60)
    assert latest_submission(portal_server).agentos_id is not None


@pytest.mark.parametrize("proof", ["none", "failed", "holds"])
def test_same_note_by_office_is_not_reported_as_duplicate(
    sender: Sender, portal_server: PortalServer, proof: str
) -> None:
    if proof != "none":
        prove_recognition(sender, "note")
    if proof == "failed":
        portal_server.advance_clock()
        sender.client = client_for(portal_server, "acme/CON-1001")
        fail_writes(sender, "note", times=1, stores={"NoteContents": 3})
        prove_recognition(sender, "note")
    fail_writes(sender, "note", times=1, status=503, effect=True)
    assert sender.note().status_code == 201
    enter_note(portal_server)
    run_worker_until_settled(portal_server)
    assert "twin" not in notice_kinds(portal_server)


@pytest.mark.parametrize("proof", ["none", "holds"])
def test_office_invoice_with_another_number_is_not_reported_as_duplicate(
    sender: Sender, portal_server: PortalServer, proof: str
) -> None:
    if proof != "none":
        prove_recognition(sender, "invoice")
    fail_writes(sender, "invoice", times=1, status=503, effect=True)
    assert sender.invoice().status_code == 201
    enter_invoice(portal_server, InvoiceNumber="B-99", InvoiceDate="2026-11-25T00:00:00")
    run_worker_until_settled(portal_server)
    assert "twin" not in notice_kinds(portal_server)


def test_true_record_is_no_duplicate_if_office_confirmed_an_older_record(
    sender: Sender, portal_server: PortalServer
) -> None:
    old = enter_invoice(portal_server, InvoiceNumber="OLD", InvoiceDate="2026-01-05T00:00:00")
    leave_unconfirmed(sender, "invoice", effect=True)
    assert "it arrived" in resolve_as_arrived_with_id(portal_server, sender.invoice(), old)
    portal_server.simulator.control("DELETE", "faults")
    run_worker_until_settled(portal_server)
    assert "twin" not in notice_kinds(portal_server)


@pytest.mark.parametrize("is_said", [False, True], ids=["found by a look", "said by the office"])
@pytest.mark.parametrize("kind", [SubmissionKind.NOTE, SubmissionKind.INVOICE])
def test_checks_of_an_unreadable_list_end_after_some_days(
    sender: Sender, portal_server: PortalServer, kind: SubmissionKind, is_said: bool
) -> None:
    send = sender.note if kind is SubmissionKind.NOTE else sender.invoice
    if is_said:
        leave_unconfirmed(sender, kind)
        answer = send()
        run_worker_later(portal_server, turns=3)
        resolve_as_arrived(portal_server, answer, "--id", "NOT-THERE")
    else:
        fail_writes(sender, kind, times=1, status=503, effect=True)
        assert send().status_code == 201
        path = "/jobs/JOB-1$" if kind is SubmissionKind.NOTE else "/invoices/"
        portal_server.simulator.fault(method="GET", path=path, status=500)
    before = len(portal_server.simulator.calls("GET"))
    run_worker_later(portal_server, turns=30, seconds=241)
    assert len(portal_server.simulator.calls("GET")) - before < 30 * 2 / 2, "hourly, after the first hour"
    run_worker_later(portal_server, turns=5, seconds=24 * HOUR)
    assert (latest_submission(portal_server).state, latest_submission(portal_server).next_at) == ("confirmed", None)


def test_checks_of_one_contractors_invoices_share_a_failing_fetch(sender: Sender, portal_server: PortalServer) -> None:
    many = 3
    fail_writes(sender, "invoice", times=many, status=503, effect=True)
    for number in range(many):
        assert sender.invoice(amount=10.0 + number, invoiceNumber=f"N-{number}").status_code == 201
    portal_server.simulator.fault(method="GET", path="/invoices/", status=500)
    portal_server.advance_clock(130)
    before = len(portal_server.simulator.calls("GET"))
    portal_server.work()
    assert len(portal_server.simulator.calls("GET")) - before <= 2  # including the gateway's own second attempt
