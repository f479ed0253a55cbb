"""The portal's knowledge of how AgentOS stores and lists records: the lag, and proofs of recognition."""

import json
from typing import Any

import pytest

from app.domain.delivery import DAY_S
from tests.jobs.expected import client_for
from tests.log_lines import Lines
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import WRITES, count_writes_sent, fail_writes, prove_recognition
from tests.submissions.worker_runs import SETTLED_S, notice_kinds, run_worker_later, submission_states


@pytest.mark.parametrize(("lag_s", "records", "notices"), [(170, 1, []), (260, 2, ["twin"])])
def test_late_listing_leads_to_second_record_only_beyond_the_lag(
    sender: Sender, portal_server: PortalServer, lag_s: int, records: int, notices: list[str]
) -> None:
    prove_recognition(sender, "note")
    fail_writes(sender, "note", times=1, status=502, effect=True)
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", lacks="last", skip=1)
    sender.note()
    run_worker_later(portal_server, turns=lag_s // 10, seconds=10)
    portal_server.simulator.control("DELETE", "faults")
    run_worker_later(portal_server, turns=40, seconds=10)
    assert (len(sender.notes("Part ordered")), notice_kinds(portal_server)) == (records, notices)


@pytest.mark.parametrize(
    "body", [{"Success": False, "Error": "no"}, {"success": "false"}, {"OID": "N-1", "Errors": ["x"]}], ids=str
)
def test_success_that_states_a_failure_is_in_doubt(
    sender: Sender, portal_server: PortalServer, body: dict[str, Any]
) -> None:
    prove_recognition(sender, "note")
    fail_writes(sender, "note", status=200, effect=False, body=json.dumps(body))
    answer = sender.note()
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")


@pytest.mark.parametrize(("with_id", "status"), [(True, 500), (False, 201)])
def test_object_without_id_is_in_doubt_if_proof_saw_an_id(sender: Sender, with_id: bool, status: int) -> None:
    """An id from a look does not show that AgentOS returns ids."""
    if not with_id:
        fail_writes(sender, "note", times=2, status=200, effect=True, body='{"Note": "x"}')
    prove_recognition(sender, "note")
    prove_recognition(sender, "note", job="JOB-1")
    fail_writes(sender, "note", status=200, effect=False, body='{"Note": "x"}')
    assert sender.note().status_code == status


@pytest.mark.parametrize(("kind", "stores"), [("note", {"NoteContents": 3}), ("invoice", {"Amount": "missing"})])
def test_proof_ends_when_two_accepted_submissions_are_not_recognised(
    sender: Sender, portal_server: PortalServer, lines: Lines, kind: str, stores: dict[str, Any]
) -> None:
    prove_recognition(sender, kind)
    portal_server.simulator.fault(method="POST", path="notes|invoice", stores=stores)
    prove_recognition(sender, kind, job="JOB-6")
    if kind == "note":
        sender.note("Another", job="JOB-7")
    else:
        sender.invoice(jobId="JOB-7", invoiceNumber="7")
    portal_server.advance_clock(SETTLED_S)
    portal_server.refresh()
    assert [line["event"] for line in lines()].count("proof_ended") == 1
    fail_writes(sender, kind, times=1, status=502, effect=False)
    answer = WRITES[kind](sender)
    run_worker_later(portal_server, turns=30, seconds=10)
    assert (sender.submission(answer)["state"], count_writes_sent(sender)) == ("review", 1)


@pytest.mark.parametrize(("kind", "state"), [("note", "confirmed"), ("completion", "confirmed"), ("invoice", "review")])
def test_old_proof_is_renewed_by_listed_record_except_for_invoices(
    sender: Sender, portal_server: PortalServer, kind: str, state: str
) -> None:
    prove_recognition(sender, kind)
    for seconds in (SETTLED_S, 8 * DAY_S):
        portal_server.advance_clock(seconds)
        portal_server.refresh()
    sender.client = client_for(portal_server, "acme/CON-1001")
    fail_writes(sender, kind, times=1, status=502, effect=False)
    {"note": sender.note, "completion": sender.complete, "invoice": sender.invoice}[kind]()
    run_worker_later(portal_server, turns=30, seconds=10)
    assert submission_states(portal_server)[-1] == state
