"""Full disks: the portal reports that it cannot store a submission or a request for a code, and never sends it."""

import resource
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from urllib3 import encode_multipart_formdata

from tests.jobs.expected import client_for
from tests.log_lines import Lines
from tests.pdfs import in_json, pdf
from tests.portal_server import PortalServer
from tests.submissions.conftest import API, INVOICE, Sender
from tests.submissions.test_delivery import KEY, leave_unconfirmed
from tests.submissions.worker_runs import run_worker_later, submission_states

MIB = 2**20
LARGE = pdf(size=2 * MIB)
HEADER_VARIANTS = [{}, {"Idempotency-Key": KEY}, {"Prefer": "respond-async"}]
SENDS: dict[str, Callable[[Sender, dict[str, str]], Any]] = {
    "note": lambda sender, headers: sender.note(**headers),
    "completion": lambda sender, headers: sender.complete(**headers),
    "invoice": lambda sender, headers: sender.invoice(headers),
}


def multipart(sender: Sender, headers: dict[str, str]) -> Any:
    """Send an invoice with a large document as a form. The form is made in memory, unlike that of Flask's client."""
    form, content_type = encode_multipart_formdata(
        {**{name: str(value) for name, value in INVOICE.items()}, "document": ("a.pdf", LARGE, "application/pdf")}
    )
    return sender.client.post(f"{API}/invoices", data=form, content_type=content_type, headers=headers)


WITH_DOCUMENT: dict[str, Callable[[Sender, dict[str, str]], Any]] = {
    "JSON": lambda sender, headers: sender.invoice(headers, document=in_json(LARGE)),
    "form": multipart,
}


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    """Let every write beyond this size of a file fail, even for root."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@contextmanager
def full_database(portal_server: PortalServer) -> Iterator[None]:
    """Let the database reject new pages, but stay readable."""
    path = Path(portal_server.config.database_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA wal_autocheckpoint=0")
        other.execute("CREATE TABLE filling AS SELECT zeroblob(?) AS bytes", (4 * MIB,))
        other.execute("BEGIN")  # while a reader exists, new pages are appended
        other.execute("SELECT count(*) FROM filling").fetchone()
        with file_size_limit(path.with_name(f"{path.name}-wal").stat().st_size):
            yield


def assert_not_sent(portal_server: PortalServer, answer: Any) -> None:
    """Assert that the response says so in one sentence, and that the submission is never sent."""
    assert (answer.status_code, answer.headers.get("Submission-State")) == (500, "not-sent"), answer.text
    assert list(answer.json) == ["error"]
    assert answer.json["error"].endswith("Nothing was sent; please try again in a minute.")
    assert "Location" not in answer.headers
    assert submission_states(portal_server) == [], "its key is free at once"
    run_worker_later(portal_server)
    assert portal_server.simulator.writes() == []


@pytest.mark.parametrize("headers", HEADER_VARIANTS, ids=str)
@pytest.mark.parametrize("kind", SENDS)
def test_full_database_sends_nothing(
    sender: Sender, portal_server: PortalServer, kind: str, headers: dict[str, str]
) -> None:
    with full_database(portal_server):
        answer = SENDS[kind](sender, headers)
    assert_not_sent(portal_server, answer)
    assert SENDS[kind](sender, headers).status_code in (200, 201), "there is room again, and its key is free"


@pytest.mark.parametrize("headers", HEADER_VARIANTS, ids=str)
@pytest.mark.parametrize("how", WITH_DOCUMENT)
def test_full_disk_while_storing_document_sends_nothing(
    sender: Sender, portal_server: PortalServer, how: str, headers: dict[str, str]
) -> None:
    with file_size_limit(MIB):
        answer = WITH_DOCUMENT[how](sender, headers)
    assert_not_sent(portal_server, answer)
    assert list(portal_server.config.documents_dir.glob("*")) == [], "the half of it is gone"
    assert WITH_DOCUMENT[how](sender, headers).status_code == 201
    assert len(sender.invoices()) == 1


@pytest.mark.parametrize("how", WITH_DOCUMENT)
def test_full_disk_keeps_unconfirmed_submission_unconfirmed(
    sender: Sender, portal_server: PortalServer, how: str
) -> None:
    leave_unconfirmed(sender, "invoice", effect=True)
    headers = {"Idempotency-Key": KEY}
    assert WITH_DOCUMENT[how](sender, headers).headers["Submission-State"] == "unconfirmed"
    with full_database(portal_server), file_size_limit(MIB):
        answer = WITH_DOCUMENT[how](sender, headers)
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")
    assert "Nothing was sent" not in answer.json["error"]


def test_repeat_sent_after_full_database_is_reported_as_unconfirmed(
    sender: Sender, portal_server: PortalServer
) -> None:
    """The disk has space again at that very moment.

    The first request must not report the repeat's write as not sent.
    """
    other = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
    answers = []

    def send(_: Any) -> None:
        if not answers:
            answers.append(None)
            full.close()
            answers.append(other.note(Idempotency_Key=KEY))

    with ExitStack() as full:
        full.enter_context(full_database(portal_server))
        event.listen(Engine, "handle_error", send)
        answer = sender.note(Idempotency_Key=KEY)
    event.remove(Engine, "handle_error", send)
    assert answers[1].status_code == 201
    assert (answer.status_code, answer.headers["Submission-State"]) == (500, "unconfirmed")
    assert sender.note(Idempotency_Key=KEY).data == answers[1].data


def test_full_database_refuses_a_request_for_a_code_until_there_is_room(
    portal_server: PortalServer, lines: Lines
) -> None:
    client, body = portal_server.app.test_client(), {"email": "office@harper.example"}
    lines()
    with full_database(portal_server):
        answer = client.post("/api/session/code", json=body)
    assert (answer.status_code, answer.headers["Retry-After"]) == (500, "5")
    sentence = "The portal cannot store your request for a code just now. Please try again in a minute."
    assert answer.json == {"error": sentence}
    [line] = [line for line in lines() if line["event"] != "request"]
    assert (line["event"], line["during"]) == ("database_away", "code_request_not_stored")
    assert client.post("/api/session/code", json=body).status_code == 204


def test_reads_work_on_a_full_disk_although_no_visit_can_be_noted(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    portal_server.advance_clock(600)
    with full_database(portal_server):
        for path in ("/api/session", f"{API}/jobs", f"{API}/jobs?status=open", f"{API}/account"):
            assert client.get(path).status_code == 200, path


def test_read_requests_do_not_use_documents_folder(sender: Sender, portal_server: PortalServer) -> None:
    """The folder may be on a network disk that hangs."""
    shutil.rmtree(portal_server.config.documents_dir, ignore_errors=True)
    for path in ("/api/contractor/jobs", "/health/live"):
        assert sender.client.get(path).status_code == 200
    assert sender.note().status_code == 201
    assert not portal_server.config.documents_dir.exists()
