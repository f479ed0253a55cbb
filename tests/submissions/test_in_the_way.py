"""Rows that stand in each other's way, and what they tell to whom."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from app.store.tables import submissions
from app.submissions import delivery_worker
from app.submissions.cleanup import delete_old
from app.submissions.delivery_worker import DeliveryWorker
from tests.jobs.expected import client_for
from tests.pdfs import PDF, as_document
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import KEY, leave_in_doubt, prove, sent, standing
from tests.submissions.test_killed import in_json
from tests.submissions.turns import HOUR, SHORT, have_tried_for, later, states, told


class TestInTheWay:
    """Nothing keeps others from their turn for good."""

    def test_a_word_that_agentos_lacks(self, build: Callable[..., PortalServer], tmp_path: Path) -> None:
        agencies = tmp_path / "agencies.toml"
        text = Path("agencies.example.toml").read_text("utf-8")
        agencies.write_text(re.sub(r'(?m)^reopened_status = "[^"]*"', 'reopened_status = "Nope"', text))
        portal_server = build(AGENCIES_FILE=agencies)
        portal_server.refresh()
        sender = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
        done = next(one["jobId"] for one in sender.client.get("/api/contractor/jobs?status=completed").json["jobs"])
        assert sender.complete(False, job=done).status_code == 500
        assert sender.note(job=done).status_code == 201
        assert states(portal_server) == ["confirmed"]

    @pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(PDF[:-1])], ids=["gone", "cut"])
    def test_a_document_that_is_not_there_any_more(
        self, sender: Sender, portal_server: PortalServer, spoil: Callable[[Path], object]
    ) -> None:
        portal_server.simulator.fault(path="/", status=503)
        answer = sender.invoice({"Prefer": "respond-async"}, document=in_json(PDF))
        behind = sender.note(Prefer="respond-async")
        portal_server.simulator.control("DELETE", "faults")
        for path in portal_server.config.documents_dir.iterdir():
            spoil(path)
        later(portal_server, turns=1)
        ended = sender.submission(answer)
        assert (ended["state"], told(portal_server)) == ("abandoned", ["lost"])
        assert "Please send it again." in ended["message"]
        later(portal_server)
        assert sender.submission(behind)["state"] == "confirmed", "nothing is in its way"

    def test_document_lost_while_its_submission_is_in_doubt_leads_to_review_at_once(
        self, sender: Sender, portal_server: PortalServer
    ) -> None:
        leave_in_doubt(sender, "invoice")
        answer = sender.invoice({"Prefer": "respond-async"}, document=in_json(PDF))
        for path in portal_server.config.documents_dir.iterdir():
            path.unlink()
        later(portal_server, turns=1)
        assert (sender.submission(answer)["state"], told(portal_server)) == ("review", ["review", "office"])

    def test_a_job_that_nobody_can_look_at_any_more(self, sender: Sender, portal_server: PortalServer) -> None:
        leave_in_doubt(sender, "note")
        first = sender.note("First", Prefer="respond-async")
        second = sender.note("Second", Prefer="respond-async")
        portal_server.simulator.control("DELETE", "faults")
        portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=404)
        later(portal_server, turns=16, seconds=HOUR)
        assert sender.submission(first)["state"] == "review", "only the agency's people can tell"
        assert sender.submission(second)["state"] == "waiting", "the branch's list still has the job"
        have_tried_for(portal_server, hours=72)
        later(portal_server, turns=1)
        assert sender.submission(second)["state"] == "expired"

    def test_what_is_away_is_asked_for_ever_more_seldom(self, sender: Sender, portal_server: PortalServer) -> None:
        portal_server.simulator.fault(path="/", status=503)
        assert sender.note(Prefer="respond-async").status_code == 202
        asked = len(portal_server.simulator.calls())
        later(portal_server, turns=120, seconds=5.0)
        assert len(portal_server.simulator.calls()) - asked < 40

    def test_what_fails_for_ever_is_handed_to_people(self, sender: Sender, portal_server: PortalServer) -> None:
        portal_server.simulator.fault(method="POST", path="/notes", status=500, effect=False)
        answer = sender.note(Prefer="respond-async")
        assert answer.status_code == 202
        later(portal_server, turns=14)
        assert sender.submission(answer)["state"] == "review"
        assert told(portal_server) == ["review", "office"]

    def test_worker_that_was_away_for_days_sends_what_waited(self, sender: Sender, portal_server: PortalServer) -> None:
        """Only the time counts in which a worker tried: at most five minutes between two turns."""
        portal_server.simulator.fault(path="/", status=503)
        sender.note(Prefer="respond-async")
        later(portal_server, turns=3, seconds=96 * HOUR)
        assert states(portal_server) == ["waiting"]
        have_tried_for(portal_server, hours=71.9)
        portal_server.simulator.control("DELETE", "faults")
        later(portal_server, turns=1, seconds=96 * HOUR)
        assert states(portal_server) == ["confirmed"]

    def test_looks_that_could_not_be_made_are_not_counted_to_the_end(
        self, sender: Sender, portal_server: PortalServer
    ) -> None:
        """Else one short list after an hour's outage would be the last that anybody looked at."""
        prove(sender, "invoice")
        leave_in_doubt(sender, "invoice")
        sender.invoice({"Prefer": "respond-async"})
        portal_server.simulator.control("DELETE", "faults")
        portal_server.simulator.fault(path="/", status=503)
        later(portal_server, turns=12)
        portal_server.simulator.control("DELETE", "faults")
        portal_server.simulator.fault(method="GET", path="/invoices/", body=SHORT, content_type="application/json")
        later(portal_server, turns=1)
        portal_server.simulator.control("DELETE", "faults")
        later(portal_server, turns=5)
        assert states(portal_server) == ["confirmed"] * 2
        assert (standing(sender, "invoice"), sent(sender)) == (1, 2)

    @pytest.mark.parametrize(
        ("fails", "most"),
        [
            ({"method": "POST", "path": "/notes", "effect": False}, 26),
            ({"method": "GET", "path": "/jobs/JOB-1$"}, 39),
        ],
        ids=["writes", "one job"],
    )
    def test_readings_that_succeed_wake_nothing_where_agentos_is_not_away(
        self,
        sender: Sender,
        portal_server: PortalServer,
        monkeypatch: pytest.MonkeyPatch,
        fails: dict[str, Any],
        most: int,
    ) -> None:
        worker = DeliveryWorker(portal_server.services, portal_server.config.agencies["acme"])
        monkeypatch.setattr(portal_server.services.mirror, "has_read_since", lambda *_: True)
        portal_server.simulator.fault(status=500, **fails)
        sender.note(Prefer="respond-async")
        asked = len(portal_server.simulator.calls())
        for _ in range(180):
            portal_server.tomorrow(10)
            while worker.run_once():
                pass
        assert len(portal_server.simulator.calls()) - asked <= most

    def test_many_that_cannot_be_read_hold_up_no_other(
        self, sender: Sender, portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(delivery_worker, "MOST_AT_ONCE", 4)
        jobs = [one["jobId"] for one in sender.client.get("/api/contractor/jobs").json["jobs"]][:5]
        portal_server.simulator.fault(path="/", status=503)
        answers = [sender.note(job=job, Prefer="respond-async") for job in jobs]
        portal_server.simulator.control("DELETE", "faults")
        for job in jobs[:4]:
            portal_server.simulator.fault(method="GET", path=f"/jobs/{job}$", body="<html>")
        later(portal_server, turns=100, seconds=2.0)
        assert sender.submission(answers[-1])["state"] == "confirmed"


def test_behind_what_has_not_ended_it_is_said_what_is_waited_for(
    sender: Sender, caplog: pytest.LogCaptureFixture
) -> None:
    leave_in_doubt(sender, "note")
    assert sender.note("First").headers["Submission-State"] == "unconfirmed"
    sender.portal_server.simulator.control("DELETE", "faults")
    answer = sender.note("Second")
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    said = "What came before the note for this job is still being sent. Nothing was sent; please try again."
    assert (answer.json["error"], answer.headers["Retry-After"]) == (said, "5")
    assert "what came before it for the same job has not ended" in caplog.text


class TestPrivate:
    """What was sent tells nobody what is not theirs to know."""

    def test_a_job_that_was_given_to_somebody_else(self, sender: Sender, portal_server: PortalServer) -> None:
        leave_in_doubt(sender, "completion", effect=True)
        answer = sender.complete(True)
        portal_server.simulator.control("DELETE", "faults")
        portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002", AccessArrangements="Code 4711")
        later(portal_server)
        told = sender.submission(answer)
        assert (told["state"], told["result"]) == ("confirmed", None)

    def test_a_tenants_number_goes_in_time(self, sender: Sender, portal_server: PortalServer) -> None:
        assert sender.complete(True).status_code == 200
        portal_server.tomorrow(8 * 24 * HOUR)
        delete_old(portal_server.services)
        sender.client = client_for(portal_server, "acme/CON-1001")
        [told] = sender.client.get("/api/contractor/submissions").json["submissions"]
        assert (told["state"], told["result"]) == ("confirmed", None)


def test_an_invoice_that_the_agency_rejected_is_no_first_one(sender: Sender, portal_server: PortalServer) -> None:
    first = sender.invoice().json["invoiceId"]
    held = portal_server.simulator.state()["invoices"]["CON-1001"]
    for one in held:
        one["Status"] = "Rejected" if one["OID"] == first else one["Status"]
    portal_server.simulator.control("PUT", "state/acme/invoices/CON-1001", held)
    portal_server.tomorrow(4_000)
    sender.client.get("/api/contractor/invoices")
    portal_server.refresh()
    assert sender.invoice(invoiceNumber="A-8").status_code == 201


def test_a_document_that_was_half_written_is_written_anew(portal_server: PortalServer) -> None:
    documents, document = portal_server.services.ledger.documents, as_document(PDF)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.ledger.document_files.os.fsync", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            documents.keep("0" * 32, document)
    documents.keep("0" * 32, document)
    [kept] = portal_server.config.documents_dir.iterdir()
    assert (kept.name, kept.read_bytes()) == (f"{'0' * 32}.pdf", PDF)


def test_review_stays_so_for_a_worker_who_comes_late(sender: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    """It saw the row due while it was waiting; meanwhile another worker has sent it, and nobody knows."""
    portal_server = sender.portal_server
    portal_server.simulator.fault(method="GET", path="/invoices/", body=SHORT, content_type="application/json")
    portal_server.simulator.fault(method="POST", path="/invoice/submit", status=503)
    ledger = portal_server.services.ledger
    assert sender.invoice({"Prefer": "respond-async"}).status_code == 202
    [row] = ledger.list_by_contractor("acme", "CON-1001")[0]
    assert row.state == "review"
    portal_server.tomorrow(310)
    with monkeypatch.context() as patch:
        patch.setattr(ledger, "due", lambda agency, _most, **_: [row.submission_id] if agency == "acme" else [])
        portal_server.work(rounds=1)
    assert (states(portal_server), len(portal_server.simulator.writes())) == (["review"], 1)
    assert sender.note().status_code == 201, "nothing is in the way"


def test_what_a_dead_request_left_behind_another_is_told_as_not_sent(sender: Sender) -> None:
    """Who repeats it while it is not its turn must not be told that it may have arrived."""
    portal_server = sender.portal_server
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503)
    assert sender.note("Step 1", Prefer="respond-async").status_code == 202
    assert sender.note("Step 2", Idempotency_Key=KEY, Prefer="respond-async").status_code == 202
    with portal_server.services.database.write() as connection:  # as if its request had died before it was answered
        connection.execute(update(submissions).where(submissions.c.key == KEY).values(promised=False, attempts=0))
    portal_server.simulator.control("DELETE", "faults")
    answer = sender.note("Step 2", Idempotency_Key=KEY)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    assert states(portal_server) == ["waiting", "abandoned"]
