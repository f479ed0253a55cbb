"""A second record of one submission: whether the portal notices it, and takes no other record for one."""

from typing import Any

import pytest

from app.domain.submission import SubmissionKind
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_claims import enter_by_hand, of_submissions, resolve
from tests.submissions.test_conclusions import newest
from tests.submissions.test_delivery import fault, leave_in_doubt, prove
from tests.submissions.test_findings import recorded
from tests.submissions.turns import HOUR, later, settle, states, told


def enter_note(portal_server: PortalServer, text: str = "Part ordered") -> None:
    """The agency's people write a note in their own name."""
    words = {"JobOID": "JOB-1", "NoteContents": text, "CreatedBy": "Office"}
    portal_server.simulator.control("POST", "state/acme/notes", words)


def enter_invoice(portal_server: PortalServer, **fields: Any) -> str:
    """The agency's people enter an invoice like the first one that was sent; its id."""
    body = {"JobID": "JOB-1", "Amount": 480.0, "InvoiceNumber": "A-7", "Description": "Works"} | fields
    portal_server.simulator.control("POST", "state/acme/invoices", recorded(body))
    entered: str = portal_server.simulator.state()["invoices"]["CON-1001"][-1]["OID"]
    return entered


def say_it_arrived(portal_server: PortalServer, answer: Any, *words: str) -> None:
    """People of the agency say so."""
    number = answer.headers["Location"].rpartition("/")[2]
    assert "it arrived" in of_submissions(portal_server, "resolve", number, "--arrived", *words, "--by", "Jo").output


@pytest.mark.parametrize("is_said", [False, True], ids=["found by a look", "said by the office"])
def test_attempt_that_takes_effect_after_the_office_entered_the_same_is_told(
    sender: Sender, portal_server: PortalServer, is_said: bool
) -> None:
    fault(sender, "invoice", times=1, status=503, effect=False)
    answer = sender.invoice()
    entered = enter_by_hand(sender)
    if is_said:
        resolve(portal_server, answer, entered)
    else:
        later(portal_server, turns=1, seconds=5)
    assert (states(portal_server), told(portal_server)) == (["confirmed"], [])
    enter_by_hand(sender)  # for AgentOS it is the late effect
    settle(portal_server)
    assert told(portal_server) == ["twin"]
    later(portal_server, turns=4, seconds=24 * HOUR)
    assert newest(portal_server).next_at is None


def test_attempt_that_takes_effect_after_absence_was_shown_and_the_office_entered_the_same_is_told(
    sender: Sender, portal_server: PortalServer
) -> None:
    fault(sender, "invoice", times=1, status=503, effect=False)
    answer = sender.invoice()
    settle(portal_server)
    assert states(portal_server) == ["review"]
    entered = enter_by_hand(sender)
    say_it_arrived(portal_server, answer)
    later(portal_server, turns=1, seconds=5)
    assert newest(portal_server).agentos_id == entered
    enter_by_hand(sender)
    later(portal_server, turns=30, seconds=HOUR)
    assert told(portal_server)[-1] == "twin"


def test_id_of_what_people_say_is_there_is_found_after_ten_looks_without_a_result(
    sender: Sender, portal_server: PortalServer
) -> None:
    fault(sender, "note", times=1, status=503, effect=False)
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", notes="missing", skip=1)
    answer = sender.note()
    later(portal_server, turns=12, seconds=600)
    assert states(portal_server) == ["review"]
    portal_server.simulator.control("DELETE", "faults")
    enter_note(portal_server)
    say_it_arrived(portal_server, answer)
    later(portal_server, turns=3, seconds=60)
    assert newest(portal_server).agentos_id is not None


@pytest.mark.parametrize("proof", ["none", "failed", "holds"])
def test_same_words_of_the_office_are_no_twin(sender: Sender, portal_server: PortalServer, proof: str) -> None:
    if proof != "none":
        prove(sender, "note")
    if proof == "failed":
        portal_server.tomorrow()
        sender.client = client_for(portal_server, "acme/CON-1001")
        fault(sender, "note", times=1, stores={"NoteContents": 3})
        prove(sender, "note")
    fault(sender, "note", times=1, status=503, effect=True)
    assert sender.note().status_code == 201
    enter_note(portal_server)
    settle(portal_server)
    assert "twin" not in told(portal_server)


@pytest.mark.parametrize("proof", ["none", "holds"])
def test_invoice_with_another_number_is_no_twin(sender: Sender, portal_server: PortalServer, proof: str) -> None:
    if proof != "none":
        prove(sender, "invoice")
    fault(sender, "invoice", times=1, status=503, effect=True)
    assert sender.invoice().status_code == 201
    enter_invoice(portal_server, InvoiceNumber="B-99", InvoiceDate="2026-11-25T00:00:00")
    settle(portal_server)
    assert "twin" not in told(portal_server)


def test_only_new_record_is_no_twin_of_an_old_one_whose_id_people_gave(
    sender: Sender, portal_server: PortalServer
) -> None:
    old = enter_invoice(portal_server, InvoiceNumber="OLD", InvoiceDate="2026-01-05T00:00:00")
    leave_in_doubt(sender, "invoice", effect=True)
    assert "it arrived" in resolve(portal_server, sender.invoice(), old)
    portal_server.simulator.control("DELETE", "faults")
    settle(portal_server)
    assert "twin" not in told(portal_server)


@pytest.mark.parametrize("is_said", [False, True], ids=["found by a look", "said by the office"])
@pytest.mark.parametrize("kind", [SubmissionKind.NOTE, SubmissionKind.INVOICE])
def test_list_that_cannot_be_read_is_given_up_after_some_days(
    sender: Sender, portal_server: PortalServer, kind: SubmissionKind, is_said: bool
) -> None:
    send = sender.note if kind is SubmissionKind.NOTE else sender.invoice
    if is_said:
        leave_in_doubt(sender, kind)
        answer = send()
        later(portal_server, turns=3)
        say_it_arrived(portal_server, answer, "--id", "NOT-THERE")
    else:
        fault(sender, kind, times=1, status=503, effect=True)
        assert send().status_code == 201
        path = "/jobs/JOB-1$" if kind is SubmissionKind.NOTE else "/invoices/"
        portal_server.simulator.fault(method="GET", path=path, status=500)
    before = len(portal_server.simulator.calls("GET"))
    later(portal_server, turns=30, seconds=241)
    assert len(portal_server.simulator.calls("GET")) - before < 30 * 2 / 2, "hourly, after the first hour"
    later(portal_server, turns=5, seconds=24 * HOUR)
    assert (newest(portal_server).state, newest(portal_server).next_at) == ("confirmed", None)


def test_invoices_of_one_contractor_share_a_reading_that_fails(sender: Sender, portal_server: PortalServer) -> None:
    many = 5
    fault(sender, "invoice", times=many, status=503, effect=True)
    for number in range(many):
        assert sender.invoice(amount=10.0 + number, invoiceNumber=f"N-{number}").status_code == 201
    portal_server.simulator.fault(method="GET", path="/invoices/", status=500)
    portal_server.tomorrow(130)
    before = len(portal_server.simulator.calls("GET"))
    portal_server.work()
    assert len(portal_server.simulator.calls("GET")) - before <= 2  # the gateway's own second attempt
