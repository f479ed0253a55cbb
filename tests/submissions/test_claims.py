"""Whose a record in AgentOS is: it was not there before, and it is no other submission's."""

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
from tests.submissions.test_delivery import fault, leave_in_doubt, prove, sent, standing
from tests.submissions.test_findings import recorded
from tests.submissions.turns import later, settle, states

TWINS = {"X-Allow-Duplicate": "true"}


def forget_all(portal_server: PortalServer) -> None:
    """As if they had been sent on another way."""
    with portal_server.services.database.write() as connection:
        connection.execute(submissions.delete())


def resolve(portal_server: PortalServer, answer: Any, agentos_id: str) -> str:
    """Record by hand that it arrived; returns what is said to that."""
    number = answer.headers["Location"].rpartition("/")[2]
    said: str = of_submissions(portal_server, "resolve", number, "--arrived", "--id", agentos_id, "--by", "Jo").output
    return said


def of_submissions(portal_server: PortalServer, *words: str) -> Any:
    """How the command ends, with what it says."""
    return portal_server.app.test_cli_runner().invoke(args=["submissions", *words])


def enter_by_hand(sender: Sender) -> str:
    """The agency's people enter the invoice themselves, as it was last sent; its id."""
    portal_server = sender.portal_server
    call = portal_server.simulator.writes()[-1]
    known = {one["OID"] for one in sender.invoices()}
    headers = {"api_key": KEYS["AGENTOS_API_KEY_ACME"]}
    answer = requests.post(portal_server.simulator.url + call["path"], json=call["body"], headers=headers, timeout=10)
    assert answer.ok, answer.text
    [entered] = {one["OID"] for one in sender.invoices()} - known
    return entered


@pytest.mark.parametrize("kind", ["note", "invoice"])
def test_record_of_the_baseline_confirms_no_submission(sender: Sender, portal_server: PortalServer, kind: str) -> None:
    """Somebody else has written the same before, and what the portal sent did not arrive."""
    prove(sender, kind)

    def send() -> Any:
        return sender.note() if kind == "note" else sender.invoice()

    assert send().status_code == 201
    forget_all(portal_server)
    fault(sender, kind, times=1, status=503)
    answer = send()
    assert answer.headers["Submission-State"] == "unconfirmed"
    settle(portal_server)
    assert sender.submission(answer)["state"] == "confirmed"
    assert (standing(sender, kind), sent(sender)) == (2, 3)


@pytest.fixture
def two_in_doubt(sender: Sender, portal_server: PortalServer) -> list[Any]:
    """Two like invoices that did not arrive: the first in review, for there was no list; the second unconfirmed."""
    prove(sender, "invoice")
    portal_server.simulator.fault(method="GET", path="/invoices/", status=404)
    fault(sender, "invoice", status=503)
    answers = [sender.invoice(TWINS)]
    portal_server.simulator.control("DELETE", "faults")
    leave_in_doubt(sender, "invoice")
    answers.append(sender.invoice(TWINS))
    portal_server.simulator.control("DELETE", "faults")
    assert states(portal_server) == ["confirmed", "review", "unconfirmed"]
    return answers


def test_late_record_of_one_submission_confirms_no_other_one_of_the_same_content(
    sender: Sender, portal_server: PortalServer, two_in_doubt: list[Any]
) -> None:
    """The second one did not arrive; nobody can tell whose the record is."""
    enter_by_hand(sender)
    for _ in range(3):
        settle(portal_server)
    later(portal_server, turns=10)
    assert states(portal_server) == ["confirmed", "review", "review"]
    assert standing(sender, "invoice") == 1


def test_record_claimed_by_hand_confirms_no_other_submission(
    sender: Sender, portal_server: PortalServer, two_in_doubt: list[Any]
) -> None:
    entered = enter_by_hand(sender)
    assert resolve(portal_server, two_in_doubt[0], entered) == "Recorded: it arrived.\n"
    settle(portal_server)
    told = [sender.submission(answer) for answer in two_in_doubt]
    assert [one["state"] for one in told] == ["confirmed"] * 2
    held = {one["OID"] for one in sender.invoices() if one["JobOID"] == "JOB-1"}
    assert {one["result"]["invoiceId"] for one in told} == held
    assert standing(sender, "invoice") == 2


def test_claimed_record_cannot_be_given_by_hand_to_another_submission(
    sender: Sender, portal_server: PortalServer, two_in_doubt: list[Any]
) -> None:
    settle(portal_server)
    taken = sender.submission(two_in_doubt[1])["result"]["invoiceId"]
    assert "That id is another submission's." in resolve(portal_server, two_in_doubt[0], taken)
    assert states(portal_server)[1:] == ["review", "confirmed"]


def test_the_database_itself_refuses_a_second_claim(sender: Sender, portal_server: PortalServer) -> None:
    """For whoever writes to it without asking the ledger."""
    first = sender.note("First").json["noteId"]
    sender.note("Second")
    with pytest.raises(IntegrityError), portal_server.services.database.write() as connection:
        connection.execute(update(submissions).values(agentos_id=first))


def test_what_was_found_has_to_be_said(sender: Sender, portal_server: PortalServer, two_in_doubt: list[Any]) -> None:
    number = two_in_doubt[0].headers["Location"].rpartition("/")[2]
    ended = of_submissions(portal_server, "resolve", number, "--by", "Jo")
    assert ended.exit_code == 2
    assert "Say which it is: --arrived or --not-arrived." in ended.output
    assert of_submissions(portal_server, "resolve", number, "--not-arrived", "--by", " ").exit_code == 2
    assert states(portal_server)[1] == "review"


def test_of_an_agency_that_is_gone_only_its_absence_can_be_said(
    sender: Sender, portal_server: PortalServer, two_in_doubt: list[Any]
) -> None:
    portal_server.config.agencies.pop("acme")  # type: ignore[attr-defined]
    assert "acme is no longer configured" in resolve(portal_server, two_in_doubt[0], "INV-1")
    number = two_in_doubt[0].headers["Location"].rpartition("/")[2]
    portal_server.tomorrow(portal_server.config.settle_s)
    assert of_submissions(portal_server, "resolve", number, "--not-arrived", "--by", "Jo").exit_code == 0
    assert states(portal_server)[1] == "abandoned"


@pytest.mark.parametrize("hours", ["-1", "nan", "1e300", "10000000"])
def test_what_is_no_age_is_refused(portal_server: PortalServer, hours: str) -> None:
    ended = of_submissions(portal_server, "list", "--older-than", hours)
    assert (ended.exit_code, "--older-than" in ended.output) == (2, True)


@pytest.mark.parametrize("status", [404, 500])
def test_a_completion_that_nobody_can_look_at_any_more_is_ended_by_hand(
    sender: Sender, portal_server: PortalServer, status: int
) -> None:
    """Its job is gone from AgentOS, or cannot be read."""
    leave_in_doubt(sender, "completion")
    number = sender.complete(True, Prefer="respond-async").json["submissionId"]
    portal_server.simulator.control("DELETE", "faults")
    portal_server.simulator.fault(method="GET", path="JOB-1$", status=status)
    later(portal_server, turns=12)
    assert (
        of_submissions(portal_server, "resolve", number, "--arrived", "--by", "Jo").output == "Recorded: it arrived.\n"
    )
    assert states(portal_server) == ["confirmed"]


def send_and_enter_by_hand(sender: Sender) -> None:
    """Send an invoice, which the office enters as well."""
    assert sender.invoice().status_code == 201
    simulator = sender.portal_server.simulator
    simulator.control("POST", "state/acme/invoices", recorded(simulator.writes()[-1]["body"]))


def assert_nothing_is_proven(sender: Sender) -> None:
    """The next invoice in doubt is not sent again, but goes to review."""
    fault(sender, "invoice", times=1, status=503, effect=False)
    assert sender.invoice(jobId="JOB-5", amount=20.0).headers["Submission-State"] == "unconfirmed"
    for _ in range(2):
        settle(sender.portal_server)
    assert states(sender.portal_server) == ["confirmed", "review"]


def test_match_beside_another_new_record_proves_nothing(sender: Sender, portal_server: PortalServer) -> None:
    """The match is the office's; the other record is the portal's own, which AgentOS stored beyond recognition."""
    stores = {"InvoiceNumber": "missing", "Description": "=An invoice", "InvoiceDate": "=2026-01-05T00:00:00"}
    fault(sender, "invoice", times=1, stores=stores)
    fault(sender, "invoice", times=1, body="null", content_type="application/json", effect=True)
    send_and_enter_by_hand(sender)
    later(portal_server, turns=3, seconds=60)
    assert_nothing_is_proven(sender)


def test_match_before_its_own_record_is_listed_proves_nothing(sender: Sender, portal_server: PortalServer) -> None:
    """AgentOS has told the id of the portal's own record, and lists one that the office entered meanwhile."""
    own = {"status": 201, "body": '{"OID": "OWN"}', "content_type": "application/json"}
    fault(sender, "invoice", times=1, effect=False, **own)
    send_and_enter_by_hand(sender)
    later(portal_server, turns=1, seconds=3)
    assert_nothing_is_proven(sender)


def test_author_counts_against_a_match_although_the_proof_has_failed_since(
    sender: Sender, portal_server: PortalServer
) -> None:
    """The office enters the same words itself."""
    prove(sender, "note")
    portal_server.tomorrow()
    sender.client = client_for(portal_server, "acme/CON-1001")
    fault(sender, "note", times=1, stores={"NoteContents": 3})
    prove(sender, "note")
    fault(sender, "note", times=1, status=503, effect=False)
    answer = sender.note()
    words = {"JobOID": "JOB-1", "NoteContents": "Part ordered", "CreatedBy": "Office"}
    portal_server.simulator.control("POST", "state/acme/notes", words)
    settle(portal_server)
    assert sender.submission(answer)["state"] == "review"


def test_second_record_of_a_submission_that_was_sent_once_is_told_as_that(
    sender: Sender, portal_server: PortalServer
) -> None:
    """Somebody entered it as well, or AgentOS stored it twice: the portal did not send it again."""
    prove(sender, "invoice")
    portal_server.tomorrow(86_400.0)
    sender.client = client_for(portal_server, "acme/CON-1001")
    assert sender.invoice().status_code == 201
    enter_by_hand(sender)
    later(portal_server, turns=1, seconds=3.0)
    portal_server.postbox.mails.clear()
    portal_server.notify()
    [(subject, text)] = mails_to(portal_server, OFFICE)
    assert subject.endswith(" is there twice")
    assert "sent it once, and so did the portal" in text
