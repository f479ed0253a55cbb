"""`flask --app wsgi documents`: missing and altered documents, and files without a submission."""

import os
from pathlib import Path

import pytest

from tests.jobs.expected import client_for
from tests.pdfs import in_json, pdf
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender

DAY = 86_400.0


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def documents(portal_server: PortalServer) -> list[Path]:
    """Return the documents of two invoices, the older one first."""
    sender = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
    for amount in (1, 2):
        assert sender.invoice(amount=amount, document=in_json(pdf(size=6_000 + amount))).status_code == 201
    listed = sender.client.get("/api/contractor/submissions").json["submissions"]  # type: ignore[index]
    return [portal_server.config.documents_dir / f"{each['submissionId']}.pdf" for each in reversed(listed)]


def check(portal_server: PortalServer, code: int) -> list[str]:
    return portal_server.run("documents", "check", code=code).output.splitlines()


def test_check_of_intact_documents_exits_with_0(portal_server: PortalServer, documents: list[Path]) -> None:
    assert check(portal_server, 0) == ["Intact: 2. Missing: 0. Altered: 0. Orphans: 0."]


def test_check_names_missing_and_altered_documents(portal_server: PortalServer, documents: list[Path]) -> None:
    first, second = documents
    first.unlink()
    second.write_bytes(b"%PDF-1.7 something else")
    assert check(portal_server, 1) == [
        f"missing  {first.stem}  acme/CON-1001  invoice for job JOB-1  confirmed",
        f"altered  {second.stem}  acme/CON-1001  invoice for job JOB-1  confirmed",
        "Intact: 0. Missing: 1. Altered: 1. Orphans: 0.",
    ]


def test_document_that_was_deleted_in_time_is_not_missing(portal_server: PortalServer, documents: list[Path]) -> None:
    portal_server.advance_clock((portal_server.config.document_days + 1) * DAY)
    for document in documents:
        document.unlink()
    assert check(portal_server, 0) == ["Intact: 0. Missing: 0. Altered: 0. Orphans: 0."]


def test_check_names_orphans_that_are_older_than_a_day(portal_server: PortalServer, documents: list[Path]) -> None:
    """A younger file may belong to a request whose row was not stored when the check read the rows."""
    folder, now = portal_server.config.documents_dir, portal_server.clock.now().timestamp()
    for name, age in {f"{'0' * 32}.pdf": DAY + 1, f"{'1' * 32}.pdf": DAY - 1}.items():
        (folder / name).touch()
        os.utime(folder / name, (now - age, now - age))
    for document in documents:
        os.utime(document, (now - 2 * DAY, now - 2 * DAY))
    assert check(portal_server, 1) == [
        f"orphan  {folder / ('0' * 32)}.pdf",
        "Intact: 2. Missing: 0. Altered: 0. Orphans: 1.",
    ]


def test_check_ignores_files_that_are_no_documents(portal_server: PortalServer, documents: list[Path]) -> None:
    """An operator may delete orphans. A file system keeps its own folder `lost+found` at its top."""
    folder, old = portal_server.config.documents_dir, portal_server.clock.now().timestamp() - 2 * DAY
    (folder / "lost+found").mkdir()
    (folder / "roof.pdf").touch()
    for name in ("lost+found", "roof.pdf"):
        os.utime(folder / name, (old, old))
    assert check(portal_server, 0) == ["Intact: 2. Missing: 0. Altered: 0. Orphans: 0."]


def test_check_without_the_folder_finds_all_documents_missing(
    portal_server: PortalServer, documents: list[Path]
) -> None:
    folder = portal_server.config.documents_dir
    folder.rename(folder.with_name("elsewhere"))
    summary, why = check(portal_server, 1)[-2:]
    assert summary == "Intact: 0. Missing: 2. Altered: 0. Orphans: 0."
    assert why == f"Some were perhaps stored in another folder than {folder}: see docs/reference.md, Documents."


def test_documents_of_ended_submissions_are_not_given_up(portal_server: PortalServer, documents: list[Path]) -> None:
    for document in documents:
        document.unlink()
    given_up = portal_server.run("documents", "give-up").output
    assert given_up == "No document of an open submission is missing.\n"


@pytest.mark.parametrize("is_sure", [True, False])
def test_documents_are_given_up_after_a_question(portal_server: PortalServer, is_sure: bool) -> None:
    sender = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
    folder = portal_server.config.documents_dir
    portal_server.simulator.fault(path="/", status=503)
    assert sender.invoice({"Prefer": "respond-async"}, document=in_json(pdf(size=6_000))).status_code == 202
    [document] = folder.rename(folder.with_name("elsewhere")).glob("*.pdf")
    assert f"PDFs of unfinished submissions missing from {folder}: 1." in portal_server.run("status", code=1).stdout
    result = portal_server.app.test_cli_runner().invoke(args=["documents", "give-up"], input="y\n" if is_sure else "")
    assert result.output.splitlines()[0] == f"missing  {document.stem}  acme/CON-1001  invoice for job JOB-1  waiting"
    assert ("Recorded as lost: 1." in result.output) is is_sure
    assert result.exit_code == (0 if is_sure else 1)
    assert len(check(portal_server, 1)) == (2 if is_sure else 3), "without it, another folder may have the document"


def test_check_of_a_document_that_cannot_be_read_exits_with_2(
    portal_server: PortalServer, documents: list[Path]
) -> None:
    documents[0].unlink()
    documents[0].mkdir()
    assert check(portal_server, 2) == [
        f"Error: DOCUMENTS_DIR: {portal_server.config.documents_dir} cannot be used: Is a directory."
    ]
