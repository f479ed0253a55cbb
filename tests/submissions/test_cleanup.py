"""Deletion of old submissions and their documents in time, and of nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.ledger.document_files import MARKER
from app.submissions.cleanup import delete_old
from tests.jobs.expected import client_for
from tests.pdfs import PDF, in_json
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import KEY
from tests.submissions.worker_runs import submission_states

DAY = 86_400.0


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {MARKER}


@pytest.fixture
def make_sender(build: Callable[..., PortalServer]) -> Callable[..., Sender]:
    """Return a function that builds a portal with settings, and returns a sender there."""

    def make(**settings: str) -> Sender:
        portal_server = build(**settings)
        portal_server.refresh()
        return Sender(portal_server, client_for(portal_server, "acme/CON-1001"))

    return make


def test_document_is_deleted_after_30_days_and_its_row_after_a_year(sender: Sender) -> None:
    portal_server, folder = sender.portal_server, sender.portal_server.config.documents_dir
    assert sender.invoice(document=in_json(PDF)).status_code == 201
    portal_server.advance_clock(30 * DAY)
    delete_old(portal_server.services)
    assert len(names(folder)) == 1
    portal_server.advance_clock(1)
    delete_old(portal_server.services)
    assert names(folder) == set()
    assert submission_states(portal_server) == ["confirmed"]
    portal_server.advance_clock(335 * DAY)
    delete_old(portal_server.services)
    assert submission_states(portal_server) == []


def test_document_of_waiting_submission_is_kept(sender: Sender) -> None:
    portal_server, folder = sender.portal_server, sender.portal_server.config.documents_dir
    portal_server.simulator.fault(path="/", status=503)
    assert sender.invoice({"Prefer": "respond-async"}, document=in_json(PDF)).status_code == 202
    portal_server.advance_clock(400 * DAY)
    delete_old(portal_server.services)
    assert (submission_states(portal_server), len(names(folder))) == (["waiting"], 1)


def test_document_is_deleted_with_its_row(make_sender: Callable[..., Sender]) -> None:
    sender = make_sender(DOCUMENT_DAYS="500")
    assert sender.invoice(document=in_json(PDF)).status_code == 201
    sender.portal_server.advance_clock(366 * DAY)
    delete_old(sender.portal_server.services)
    assert (submission_states(sender.portal_server), names(sender.portal_server.config.documents_dir)) == ([], set())


def test_cleanup_leaves_unknown_files_in_documents_folder(sender: Sender) -> None:
    """Another portal may use the same folder, and so may people."""
    portal_server, folder = sender.portal_server, sender.portal_server.config.documents_dir
    assert sender.invoice(document=in_json(PDF)).status_code == 201
    others = {f"{'0' * 32}.pdf", "roof.pdf", "roof.part", "notes.txt"}
    for name in {*others, f"{'1' * 32}.part"}:
        (folder / name).touch()
    portal_server.advance_clock(400 * DAY)
    delete_old(portal_server.services)
    assert names(folder) == others, "and what was never finished is of no use to anybody"


def test_repeated_completion_after_cleanup_shows_job_without_contact_data(make_sender: Callable[..., Sender]) -> None:
    """Contact data is deleted sooner than idempotency keys."""
    sender = make_sender(CONTACT_DAYS="2")
    sender.portal_server.simulator.change("acme/jobs/JOB-1", AccessArrangements="Code 4711")
    first = sender.complete(Idempotency_Key=KEY)
    assert (first.status_code, first.json["property"]["access"]) == (200, "Code 4711")
    sender.portal_server.advance_clock(3 * DAY)
    delete_old(sender.portal_server.services)
    sender.client = client_for(sender.portal_server, "acme/CON-1001")
    again = sender.complete(Idempotency_Key=KEY)
    assert (again.status_code, again.headers["Idempotency-Replayed"]) == (200, "true")
    assert (again.json["jobId"], again.json["completed"], again.json["property"]["access"]) == ("JOB-1", True, None)
    assert len(sender.portal_server.simulator.writes()) == 1


def test_repeated_completion_of_a_job_since_reassigned_is_404(make_sender: Callable[..., Sender]) -> None:
    sender = make_sender(CONTACT_DAYS="2")
    assert sender.complete(Idempotency_Key=KEY).status_code == 200
    sender.portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002")
    sender.portal_server.advance_clock(3 * DAY)
    sender.portal_server.refresh()
    delete_old(sender.portal_server.services)
    sender.client = client_for(sender.portal_server, "acme/CON-1001")
    assert sender.complete(Idempotency_Key=KEY).status_code == 404
    assert len(sender.portal_server.simulator.writes()) == 1
