"""Claims on records in AgentOS: a record must be new, and belong to no other submission."""

from typing import Any

import pytest
import requests
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from app.store.tables import submissions
from tests.conftest import KEYS
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import OFFICE, mails_to
from tests.submissions.test_attack_findings import as_recorded_invoice
from tests.submissions.test_delivery import (
    count_in_agentos,
    count_writes_sent,
    fail_writes,
    leave_unconfirmed,
    prove_recognition,
)
from tests.submissions.worker_runs import run_worker_later, run_worker_until_settled, submission_states

TWINS = {"X-Allow-Duplicate": "true"}


def delete_all_submissions(portal_server: PortalServer) -> None:
    """Delete all rows, as if the records had been sent in another way."""
    with portal_server.services.database.write() as connection:
        connection.execute(submissions.delete())


def resolve_as_arrived_with_id(portal_server: PortalServer, answer: Any, agentos_id: str) -> str:
    """Resolve a submission as arrived with an AgentOS id. Return what the command prints, or else its error."""
    number = answer.headers["Location"].rpartition("/")[2]
    result = run_submissions_command(portal_server, "resolve", number, "--arrived", "--id", agentos_id, "--by", "Jo")
    return str(result.stdout or result.stderr)


def run_submissions_command(portal_server: PortalServer, *words: str) -> Any:
    """Run `submissions` with these words, and return its result."""
    return portal_server.app.test_cli_runner().invoke(args=["submissions", *words])


def enter_in_office(sender: Sender) -> str:
    """Enter the last invoice again, as agency staff would, and return its id."""
    portal_server = sender.portal_server
    call = portal_server.simulator.writes()[-1]
    known = {invoice["OID"] for invoice in sender.invoices()}
    headers = {"api_key": KEYS["AGENTOS_API_KEY_ACME"]}
    answer = requests.post(portal_server.simulator.url + call["path"], json=call["body"], headers=headers, timeout=10)
    assert answer.ok, answer.text
    [entered] = {invoice["OID"] for invoice in sender.invoices()} - known
    return entered


@pytest.mark.parametrize("kind", ["note", "invoice"])
def test_record_from_before_the_submission_confirms_nothing(
    sender: Sender, portal_server: PortalServer, kind: str
) -> None:
    """Somebody else wrote the same before, and the portal's own write did not arrive."""
    prove_recognition(sender, kind)

    def send() -> Any:
        return sender.note() if kind == "note" else sender.invoice()

    assert send().status_code == 201
    delete_all_submissions(portal_server)
    fail_writes(sender, kind, times=1, status=503)
    answer = send()
    assert answer.headers["Submission-State"] == "unconfirmed"
    run_worker_until_settled(portal_server)
    assert sender.submission(answer)["state"] == "confirmed"
    assert (count_in_agentos(sender, kind), count_writes_sent(sender)) == (2, 3)


@pytest.fixture
def two_uncertain_invoices(sender: Sender, portal_server: PortalServer) -> list[Any]:
    """Return two equal invoices that did not arrive: one in review, as there was no list, and one unconfirmed."""
    prove_recognition(sender, "invoice")
    portal_server.simulator.fault(method="GET", path="/invoices/", status=404)
    fail_writes(sender, "invoice", status=503)
    answers = [sender.invoice(TWINS)]
    portal_server.simulator.control("DELETE", "faults")
    leave_unconfirmed(sender, "invoice")
    answers.append(sender.invoice(TWINS))
    portal_server.simulator.control("DELETE", "faults")
    assert submission_states(portal_server) == ["confirmed", "review", "unconfirmed"]
    return answers


def test_late_record_confirms_no_other_submission_with_same_content(
    sender: Sender, portal_server: PortalServer, two_uncertain_invoices: list[Any]
) -> None:
    """The second invoice did not arrive, and nobody can tell whose the record is."""
    enter_in_office(sender)
    for _ in range(3):
        run_worker_until_settled(portal_server)
    run_worker_later(portal_server, turns=10)
    assert submission_states(portal_server) == ["confirmed", "review", "review"]
    assert count_in_agentos(sender, "invoice") == 1


def test_record_claimed_by_command_confirms_no_other_submission(
    sender: Sender, portal_server: PortalServer, two_uncertain_invoices: list[Any]
) -> None:
    entered = enter_in_office(sender)
    assert resolve_as_arrived_with_id(portal_server, two_uncertain_invoices[0], entered) == "Recorded: it arrived.\n"
    run_worker_until_settled(portal_server)
    results = [sender.submission(answer) for answer in two_uncertain_invoices]
    assert [result["state"] for result in results] == ["confirmed"] * 2
    ids = {invoice["OID"] for invoice in sender.invoices() if invoice["JobOID"] == "JOB-1"}
    assert {result["result"]["invoiceId"] for result in results} == ids
    assert count_in_agentos(sender, "invoice") == 2


def test_resolve_with_id_of_another_submission_is_refused(
    sender: Sender, portal_server: PortalServer, two_uncertain_invoices: list[Any]
) -> None:
    run_worker_until_settled(portal_server)
    taken = sender.submission(two_uncertain_invoices[1])["result"]["invoiceId"]
    assert "That id is another submission's." in resolve_as_arrived_with_id(
        portal_server, two_uncertain_invoices[0], taken
    )
    assert submission_states(portal_server)[1:] == ["review", "confirmed"]


def test_database_refuses_second_submission_with_same_agentos_id(sender: Sender, portal_server: PortalServer) -> None:
    """The database checks writes that do not use the ledger."""
    first = sender.note("First").json["noteId"]
    sender.note("Second")
    with pytest.raises(IntegrityError), portal_server.services.database.write() as connection:
        connection.execute(update(submissions).values(agentos_id=first))


def test_resolve_without_outcome_or_name_is_refused(
    sender: Sender, portal_server: PortalServer, two_uncertain_invoices: list[Any]
) -> None:
    number = two_uncertain_invoices[0].headers["Location"].rpartition("/")[2]
    ended = run_submissions_command(portal_server, "resolve", number, "--by", "Jo")
    assert ended.exit_code == 2
    assert "Choose one: --arrived or --not-arrived." in ended.output
    assert run_submissions_command(portal_server, "resolve", number, "--not-arrived", "--by", " ").exit_code == 2
    assert submission_states(portal_server)[1] == "review"


@pytest.mark.parametrize("status", [404, 500])
def test_completion_of_unreadable_job_is_resolved_by_command(
    sender: Sender, portal_server: PortalServer, status: int
) -> None:
    """The completion's job is gone from AgentOS, or is unreadable."""
    leave_unconfirmed(sender, "completion")
    number = sender.complete(True, Prefer="respond-async").json["submissionId"]
    portal_server.simulator.control("DELETE", "faults")
    portal_server.simulator.fault(method="GET", path="JOB-1$", status=status)
    run_worker_later(portal_server, turns=12)
    assert (
        run_submissions_command(portal_server, "resolve", number, "--arrived", "--by", "Jo").stdout
        == "Recorded: it arrived.\n"
    )
    assert submission_states(portal_server) == ["confirmed"]


def send_and_enter_in_office(sender: Sender) -> None:
    """Send an invoice that the office also enters."""
    assert sender.invoice().status_code == 201
    simulator = sender.portal_server.simulator
    simulator.control("POST", "state/acme/invoices", as_recorded_invoice(simulator.writes()[-1]["body"]))


def assert_nothing_is_proven(sender: Sender) -> None:
    """Assert that the next unconfirmed invoice goes to review instead of being sent again."""
    fail_writes(sender, "invoice", times=1, status=503, effect=False)
    assert sender.invoice(jobId="JOB-5", amount=20.0).headers["Submission-State"] == "unconfirmed"
    for _ in range(2):
        run_worker_until_settled(sender.portal_server)
    assert submission_states(sender.portal_server) == ["confirmed", "review"]


def test_matching_record_beside_another_new_record_proves_nothing(sender: Sender, portal_server: PortalServer) -> None:
    """The office entered the match. The other record is the portal's own, but AgentOS changed it beyond recognition."""
    stores = {"InvoiceNumber": "missing", "Description": "=An invoice", "InvoiceDate": "=2026-01-05T00:00:00"}
    fail_writes(sender, "invoice", times=1, stores=stores)
    fail_writes(sender, "invoice", times=1, body="null", content_type="application/json", effect=True)
    send_and_enter_in_office(sender)
    run_worker_later(portal_server, turns=3, seconds=60)
    assert_nothing_is_proven(sender)


def test_matching_record_proves_nothing_before_own_record_is_listed(
    sender: Sender, portal_server: PortalServer
) -> None:
    """AgentOS has returned the id of the portal's own record, but lists only the office's entry."""
    own = {"status": 201, "body": '{"OID": "OWN"}', "content_type": "application/json"}
    fail_writes(sender, "invoice", times=1, effect=False, **own)
    send_and_enter_in_office(sender)
    run_worker_later(portal_server, turns=1, seconds=3)
    assert_nothing_is_proven(sender)


def test_note_goes_to_review_if_matching_record_has_another_author(sender: Sender, portal_server: PortalServer) -> None:
    """Recognition has failed before. The office enters the same text itself."""
    prove_recognition(sender, "note")
    portal_server.advance_clock()
    sender.client = client_for(portal_server, "acme/CON-1001")
    fail_writes(sender, "note", times=1, stores={"NoteContents": 3})
    prove_recognition(sender, "note")
    fail_writes(sender, "note", times=1, status=503, effect=False)
    answer = sender.note()
    words = {"JobOID": "JOB-1", "NoteContents": "Part ordered", "CreatedBy": "Office"}
    portal_server.simulator.control("POST", "state/acme/notes", words)
    run_worker_until_settled(portal_server)
    assert sender.submission(answer)["state"] == "review"


def test_mail_about_second_record_says_the_portal_sent_it_once(sender: Sender, portal_server: PortalServer) -> None:
    """Somebody entered it as well, or AgentOS stored it twice: the portal sent it only once."""
    prove_recognition(sender, "invoice")
    portal_server.advance_clock(86_400.0)
    sender.client = client_for(portal_server, "acme/CON-1001")
    assert sender.invoice().status_code == 201
    enter_in_office(sender)
    run_worker_later(portal_server, turns=1, seconds=3.0)
    portal_server.postbox.mails.clear()
    portal_server.notify()
    [(subject, text)] = mails_to(portal_server, OFFICE)
    assert subject.endswith(" is there twice")
    assert "sent it once, and so did the portal" in text
