"""Rules of delivery whose absence no other test would notice."""

from typing import Any

import pytest
from sqlalchemy import update

from app.store.tables import submissions
from app.submissions import delivery_worker
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import KEY, WRITES, fault, leave_in_doubt, prove, sent, standing
from tests.submissions.turns import SETTLE_S, have_tried_for, later, settle, states, whenever_waiting

DAY = 86_400.0


@pytest.mark.parametrize("kind", WRITES)
def test_take_over_of_a_killed_sender_waits_settle_s_from_its_discovery(
    sender: Sender, portal_server: PortalServer, kind: str
) -> None:
    """Its lease ran out long ago; what it sent may have left the machine a moment ago all the same."""
    prove(sender, kind)
    leave_in_doubt(sender, kind)
    WRITES[kind](sender)
    portal_server.simulator.control("DELETE", "faults")
    with portal_server.services.database.write() as connection:  # as if its process had been killed while it sent
        killed = {
            "state": "sending",
            "lease_owner": "x",
            "lease_until": portal_server.clock.boot() + 80,
            "next_at": 0.0,
            "doubts": 0,
        }
        connection.execute(update(submissions).where(submissions.c.state == "unconfirmed").values(**killed))
    later(portal_server, turns=1, seconds=1_000)
    assert states(portal_server)[-1] == "unconfirmed"
    later(portal_server, turns=int(SETTLE_S / 10), seconds=10)
    assert sent(sender) == 1
    settle(portal_server)
    assert (states(portal_server)[-1], standing(sender, kind), sent(sender)) == ("confirmed", 1, 2)


def test_duplicate_of_several_invoices_names_the_first(sender: Sender, portal_server: PortalServer) -> None:
    allowed = {"X-Allow-Duplicate": "true"}
    for number in range(3):
        assert sender.invoice(allowed, invoiceNumber=f"A-{number}").status_code == 201
        portal_server.tomorrow(DAY)
        sender.client = client_for(portal_server, "acme/CON-1001")
    answer = sender.invoice(invoiceNumber="A-9")
    assert (answer.status_code, "on 25 November at 09:00" in answer.json["error"]) == (409, True)


def test_job_is_read_again_after_waiting_for_what_came_before(sender: Sender, portal_server: PortalServer) -> None:
    """It was given to somebody else meanwhile."""
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503, times=2)
    assert sender.note("Step 1", Prefer="respond-async").status_code == 202

    def end_the_first() -> None:
        with portal_server.services.database.write() as connection:
            first = submissions.c.promised.is_(True)
            connection.execute(update(submissions).where(first).values(state="confirmed", lease_owner=None))
        portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002")

    whenever_waiting(portal_server, end_the_first)
    answer = sender.note("Step 2")
    assert answer.status_code in (404, 500)
    assert portal_server.simulator.writes() == []


def test_submission_behind_one_that_cannot_be_read_back_waits_for_its_end(
    sender: Sender, portal_server: PortalServer
) -> None:
    leave_in_doubt(sender, "note")
    assert sender.note("Step 1").headers["Submission-State"] == "unconfirmed"
    portal_server.simulator.control("DELETE", "faults")
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", notes="missing")
    assert sender.note("Step 2", Prefer="respond-async").status_code == 202
    later(portal_server, turns=3, seconds=100)
    assert (states(portal_server), sent(sender)) == (["unconfirmed", "waiting"], 1)
    later(portal_server, turns=10)
    assert (states(portal_server)[0], sent(sender)) == ("review", 2), "what people look into is in nobody's way"


@pytest.mark.parametrize(("kind", "stores"), [("note", {"NoteContents": 3}), ("invoice", {"Amount": "missing"})])
def test_record_that_is_not_recognised_ends_the_proof(
    sender: Sender, portal_server: PortalServer, kind: str, stores: dict[str, Any]
) -> None:
    """AgentOS stores them in another way since yesterday: what is in doubt is for people from now on."""
    prove(sender, kind)
    portal_server.tomorrow(DAY)
    sender.client = client_for(portal_server, "acme/CON-1001")
    portal_server.simulator.fault(method="POST", path="notes|invoice", stores=stores)
    prove(sender, kind, job="JOB-6")
    fault(sender, kind, times=1, status=502, effect=False)
    answer = WRITES[kind](sender)
    settle(portal_server)
    assert (sender.submission(answer)["state"], sent(sender)) == ("review", 1)


def test_key_of_an_expired_submission_is_free(sender: Sender, portal_server: PortalServer) -> None:
    portal_server.simulator.fault(path="/", status=503)
    first = sender.note(Idempotency_Key=KEY, Prefer="respond-async")
    have_tried_for(portal_server, hours=72)
    later(portal_server, turns=1)
    assert sender.submission(first)["state"] == "expired"
    portal_server.simulator.control("DELETE", "faults")
    again = sender.note(Idempotency_Key=KEY)
    assert (again.status_code, again.headers.get("Idempotency-Replayed")) == (201, None)
    assert standing(sender, "note") == 1


def test_record_of_one_kind_may_have_the_id_of_another_kinds(sender: Sender, portal_server: PortalServer) -> None:
    """AgentOS numbers notes and invoices apart."""
    note = sender.note().json["noteId"]
    portal_server.simulator.fault(
        method="POST", path="invoice/submit", times=1, body=f'{{"OID": "{note}"}}', content_type="application/json"
    )
    answer = sender.invoice()
    assert answer.status_code == 201
    assert [one.agentos_id for one in portal_server.services.ledger.list_by_contractor("acme", "CON-1001")[0]] == [
        note,
        note,
    ]


def test_retry_tries_at_once_and_forgets_the_pauses_of_turns_in_vain(
    sender: Sender, portal_server: PortalServer
) -> None:
    portal_server.simulator.fault(path="/", status=503)
    answer = sender.note(Prefer="respond-async")
    later(portal_server, turns=8)
    asked = len(portal_server.simulator.calls())
    portal_server.work()
    assert len(portal_server.simulator.calls()) == asked, "it pauses for minutes by now"
    number = answer.headers["Location"].rpartition("/")[2]
    assert portal_server.app.test_cli_runner().invoke(args=["submissions", "retry", number]).exit_code == 0
    portal_server.work()
    assert len(portal_server.simulator.calls()) > asked
    portal_server.simulator.control("DELETE", "faults")
    later(portal_server, turns=1, seconds=5)
    assert states(portal_server) == ["confirmed"]


def test_deliveries_that_wait_longest_go_first(
    sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two at a time: those that fail in each turn take nobody else's place."""
    monkeypatch.setattr(delivery_worker, "MOST_AT_ONCE", 2)
    jobs = [one["jobId"] for one in sender.client.get("/api/contractor/jobs").json["jobs"]][:4]
    portal_server.simulator.fault(path="/", status=503)
    answers: list[Any] = []
    for job in jobs:
        answers.append(sender.note(job=job, Prefer="respond-async"))
        portal_server.tomorrow(1)
    portal_server.simulator.control("DELETE", "faults")
    for job in jobs[:3]:
        portal_server.simulator.fault(method="GET", path=f"/jobs/{job}$", status=500)
    for _ in range(3):
        portal_server.tomorrow(310)  # longer than any pause: all of them are due again
        portal_server.work(rounds=1)
    assert sender.submission(answers[-1])["state"] == "confirmed"
