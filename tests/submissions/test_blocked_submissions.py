"""Submissions that could block others, and the messages about them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.submissions.cleanup import delete_old
from app.submissions.delivery_worker import DeliveryWorker
from tests.jobs.expected import client_for
from tests.log_lines import Lines
from tests.pdfs import PDF, in_json, pdf
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import (
    count_in_agentos,
    count_writes_sent,
    leave_unconfirmed,
    prove_recognition,
)
from tests.submissions.worker_runs import (
    HOUR,
    SHORT,
    notice_kinds,
    pretend_tried_for,
    run_worker_later,
    submission_states,
)


def take_documents_away(sender: Sender, content: bytes = PDF, **changes: Any) -> tuple[Any, Path, Path]:
    """Let an invoice wait, then move the folder of documents. Return the response, the folder, and its new place."""
    sender.portal_server.simulator.fault(path="/", status=503)
    answer = sender.invoice({"Prefer": "respond-async"}, document=in_json(content), **changes)
    sender.portal_server.simulator.control("DELETE", "faults")
    folder = sender.portal_server.config.documents_dir
    return answer, folder, folder.rename(folder.with_name("unmounted"))


class TestBlockedSubmissions:
    """No submission blocks others for good."""

    def test_completion_with_unknown_status_does_not_block_other_submissions(
        self, build: Callable[..., PortalServer], tmp_path: Path
    ) -> None:
        agencies = tmp_path / "agencies.toml"
        text = Path("agencies.example.toml").read_text("utf-8")
        agencies.write_text(re.sub(r'(?m)^reopened_status = "[^"]*"', 'reopened_status = "Nope"', text))
        portal_server = build(AGENCIES_FILE=agencies)
        portal_server.refresh()
        sender = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
        done = next(job["jobId"] for job in sender.client.get("/api/contractor/jobs?status=completed").json["jobs"])
        assert sender.complete(False, job=done).status_code == 500
        assert sender.note(job=done).status_code == 201
        assert submission_states(portal_server) == ["confirmed"]

    @pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(PDF[:-1])], ids=["gone", "cut"])
    def test_submission_whose_document_is_lost_on_disk_is_abandoned(
        self, sender: Sender, portal_server: PortalServer, spoil: Callable[[Path], object]
    ) -> None:
        portal_server.simulator.fault(path="/", status=503)
        answer = sender.invoice({"Prefer": "respond-async"}, document=in_json(PDF))
        behind = sender.note(Prefer="respond-async")
        portal_server.simulator.control("DELETE", "faults")
        for path in portal_server.config.documents_dir.glob("*.pdf"):
            spoil(path)
        run_worker_later(portal_server, turns=1)
        ended = sender.submission(answer)
        assert (ended["state"], notice_kinds(portal_server)) == ("abandoned", ["lost"])
        assert "Please send it again." in ended["message"]
        run_worker_later(portal_server)
        assert sender.submission(behind)["state"] == "confirmed", "nothing is in its way"

    @pytest.mark.parametrize("is_there", [True, False], ids=["empty", "missing"])
    def test_submission_waits_while_the_folder_of_documents_is_not_mounted(
        self, sender: Sender, portal_server: PortalServer, is_there: bool
    ) -> None:
        answer, folder, disk = take_documents_away(sender)
        if is_there:
            folder.mkdir()
        run_worker_later(portal_server, turns=3)
        assert (sender.submission(answer)["state"], notice_kinds(portal_server)) == ("waiting", [])
        if is_there:
            folder.rmdir()
        disk.rename(folder)
        run_worker_later(portal_server, turns=3)
        assert sender.submission(answer)["state"] == "confirmed"

    @pytest.mark.parametrize("is_mounted", [True, False])
    def test_other_document_does_not_show_that_the_folder_is_that_of_the_documents(
        self, sender: Sender, portal_server: PortalServer, is_mounted: bool
    ) -> None:
        """It may be the folder below the disk. Only an operator can say that the other document is lost."""
        first, folder, disk = take_documents_away(sender)
        changes = {"jobId": "JOB-5", "invoiceNumber": "A-8", "document": in_json(pdf(size=6_002))}
        assert sender.invoice(**changes).status_code == 201
        run_worker_later(portal_server, turns=3)
        assert sender.submission(first)["state"] == "waiting"
        if is_mounted:
            folder.rename(folder.with_name("below"))
            disk.rename(folder)
        else:
            assert portal_server.app.test_cli_runner().invoke(args=["documents", "give-up"], input="y\n").exit_code == 0
        run_worker_later(portal_server, turns=3)
        assert sender.submission(first)["state"] == ("confirmed" if is_mounted else "abandoned")

    def test_lost_document_of_unconfirmed_submission_leads_to_review(
        self, sender: Sender, portal_server: PortalServer
    ) -> None:
        leave_unconfirmed(sender, "invoice")
        answer = sender.invoice({"Prefer": "respond-async"}, document=in_json(PDF))
        for path in portal_server.config.documents_dir.glob("*.pdf"):
            path.unlink()
        run_worker_later(portal_server, turns=1)
        assert (sender.submission(answer)["state"], notice_kinds(portal_server)) == ("review", ["office", "review"])

    def test_unreadable_job_leads_to_review_and_later_notes_expire(
        self, sender: Sender, portal_server: PortalServer
    ) -> None:
        leave_unconfirmed(sender, "note")
        first = sender.note("First", Prefer="respond-async")
        second = sender.note("Second", Prefer="respond-async")
        portal_server.simulator.control("DELETE", "faults")
        portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=404)
        run_worker_later(portal_server, turns=16, seconds=HOUR)
        assert sender.submission(first)["state"] == "review", "only the agency's people can tell"
        assert sender.submission(second)["state"] == "waiting", "the branch's list still has the job"
        pretend_tried_for(portal_server, hours=72)
        run_worker_later(portal_server, turns=1)
        assert sender.submission(second)["state"] == "expired"

    def test_retry_intervals_grow_during_agentos_outage(self, sender: Sender, portal_server: PortalServer) -> None:
        portal_server.simulator.fault(path="/", status=503)
        assert sender.note(Prefer="respond-async").status_code == 202
        asked = len(portal_server.simulator.calls())
        run_worker_later(portal_server, turns=120, seconds=5.0)
        assert len(portal_server.simulator.calls()) - asked < 40

    def test_worker_stopped_for_days_sends_waiting_submissions(
        self, sender: Sender, portal_server: PortalServer
    ) -> None:
        """Only hours with a running worker count: at most five minutes between two runs."""
        portal_server.simulator.fault(path="/", status=503)
        sender.note(Prefer="respond-async")
        run_worker_later(portal_server, turns=4, seconds=96 * HOUR)
        assert submission_states(portal_server) == ["waiting"]
        pretend_tried_for(portal_server, hours=71.9)
        portal_server.simulator.control("DELETE", "faults")
        run_worker_later(portal_server, turns=1, seconds=96 * HOUR)
        assert submission_states(portal_server) == ["confirmed"]

    def test_time_behind_earlier_submission_counts_as_tried(self, sender: Sender, portal_server: PortalServer) -> None:
        """Otherwise the second note would expire after another 72 hours. The third is for another job."""
        portal_server.simulator.fault(path="/", status=503)
        for number, job in enumerate(("JOB-1", "JOB-1", "JOB-5")):
            assert sender.note(f"Note {number}", job, Prefer="respond-async").status_code == 202
        pretend_tried_for(portal_server, hours=71)
        run_worker_later(portal_server, turns=12)
        assert submission_states(portal_server) == ["waiting"] * 3
        run_worker_later(portal_server, turns=3)
        assert submission_states(portal_server) == ["expired"] * 3

    def test_failed_checks_do_not_count_towards_limit(self, sender: Sender, portal_server: PortalServer) -> None:
        """Otherwise one short list after an hour's outage would be the last check."""
        prove_recognition(sender, "invoice")
        leave_unconfirmed(sender, "invoice")
        sender.invoice({"Prefer": "respond-async"})
        portal_server.simulator.control("DELETE", "faults")
        portal_server.simulator.fault(path="/", status=503)
        run_worker_later(portal_server, turns=12)
        portal_server.simulator.control("DELETE", "faults")
        portal_server.simulator.fault(method="GET", path="/invoices/", body=SHORT, content_type="application/json")
        run_worker_later(portal_server, turns=1)
        portal_server.simulator.control("DELETE", "faults")
        run_worker_later(portal_server, turns=5)
        assert submission_states(portal_server) == ["confirmed"] * 2
        assert (count_in_agentos(sender, "invoice"), count_writes_sent(sender)) == (1, 2)

    @pytest.mark.parametrize(
        ("fails", "most"),
        [
            ({"method": "POST", "path": "/notes", "effect": False}, 26),
            ({"method": "GET", "path": "/jobs/JOB-1$"}, 39),
        ],
        ids=["writes", "one job"],
    )
    def test_successful_refreshes_do_not_trigger_extra_retries(
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
            portal_server.advance_clock(10)
            while list(worker.batch()):
                pass
        assert len(portal_server.simulator.calls()) - asked <= most


def test_request_behind_unfinished_submission_names_the_reason(sender: Sender, lines: Lines) -> None:
    leave_unconfirmed(sender, "note")
    assert sender.note("First").headers["Submission-State"] == "unconfirmed"
    sender.portal_server.simulator.control("DELETE", "faults")
    answer = sender.note("Second")
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "not-sent")
    error = "An earlier submission for this job is still being sent. Nothing was sent; please try again."
    assert (answer.json["error"], answer.headers["Retry-After"]) == (error, "5")
    assert "what came before it for the same job has not ended" in str(lines())


class TestPrivacy:
    """Results do not reveal data to people without access to it."""

    def test_submission_result_is_hidden_after_its_job_was_reassigned(
        self, sender: Sender, portal_server: PortalServer
    ) -> None:
        leave_unconfirmed(sender, "completion", effect=True)
        answer = sender.complete(True)
        portal_server.simulator.control("DELETE", "faults")
        portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002", AccessArrangements="Code 4711")
        run_worker_later(portal_server)
        notice_kinds = sender.submission(answer)
        assert (notice_kinds["state"], notice_kinds["result"]) == ("confirmed", None)

    def test_result_with_tenant_contact_is_deleted_in_time(self, sender: Sender, portal_server: PortalServer) -> None:
        assert sender.complete(True).status_code == 200
        portal_server.advance_clock(8 * 24 * HOUR)
        delete_old(portal_server.services)
        sender.client = client_for(portal_server, "acme/CON-1001")
        [notice_kinds] = sender.client.get("/api/contractor/submissions").json["submissions"]
        assert (notice_kinds["state"], notice_kinds["result"]) == ("confirmed", None)
