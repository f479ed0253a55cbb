"""A drill: the database and the documents are lost, and restored from a backup that was made while the portal served.

People sign in again. Submissions were sent before the backup and after it. In the end, AgentOS has each of them once.
"""

from __future__ import annotations

import shutil
import signal
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.end_to_end.contractor import Contractor
from tests.end_to_end.processes import Processes, running, wait_until
from tests.jobs.expected import HARPER
from tests.pdfs import pdf
from tests.portal_server import Simulator
from tests.postgres_server import PostgresServer
from tests.production.proxy import free_port
from tests.submissions.test_killed_process import in_json

pytestmark = pytest.mark.processes

FLAGS = ("--branches", "2", "--contractors", "12", "--jobs", "240", "--no-limit")
SETTINGS = {"AGENTOS_BUDGET_WINDOW_S": "1", "AGENTOS_REST_S": "1", "WRITES_PER_MINUTE": "5000", "SETTLE_S": "1"}
EVANS = "accounts@evans.example"
LATER = {"Prefer": "respond-async"}


class Person:
    """A contractor at acme who sends numbered invoices with a PDF, and notes."""

    def __init__(self, processes: Processes, email: str, account: str) -> None:
        self.contractor = Contractor(processes, email, account)
        self.contractor.wait_until_read()
        jobs = self.contractor.good("jobs?status=open&limit=20")
        assert jobs is not None
        self.jobs = [job["jobId"] for job in jobs["jobs"]]

    def invoice(self, number: str, job: str, **headers: str) -> requests.Response:
        """Send an invoice with a PDF. The number is also its idempotency key, unless the headers have another."""
        body = {
            "jobId": job,
            "amount": 100 + len(number),
            "description": f"Work for {number}",
            "invoiceDate": "2026-11-25",
            "invoiceNumber": number,
            "document": in_json(pdf(size=1_000 + len(number))),
        }
        return self._send("POST", "invoices", body, {"Idempotency-Key": number, **headers})

    def note(self, text: str, job: str, **headers: str) -> requests.Response:
        """Add a note."""
        return self._send("POST", f"jobs/{job}/notes", {"note": text}, {"Idempotency-Key": text, **headers})

    def state(self, answer: requests.Response) -> str:
        """Return the present state of a submission."""
        submission = self.contractor.good(answer.headers["Location"].partition("/api/contractor/")[2])
        return str(submission["state"]) if submission else "unknown"

    def _send(self, method: str, path: str, body: dict[str, Any], headers: dict[str, str]) -> requests.Response:
        account = {"Portal-Account": self.contractor.account}
        return self.contractor.ask(method, path, json=body, headers=account | headers)


class Readers(threading.Thread):
    """Reads the jobs again and again until `end`, and keeps the statuses."""

    def __init__(self, person: Person) -> None:
        super().__init__(daemon=True)
        self.statuses: Counter[int] = Counter()
        self._person = person
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.is_set():
            self.statuses[self._person.contractor.ask("GET", "jobs").status_code] += 1

    def end(self) -> Counter[int]:
        """Stop, and return the number of responses by status."""
        self._ended.set()
        self.join(30)
        return self.statuses


def run(processes: Processes, *words: str) -> str:
    """Run a command of the portal, which must succeed. Return its output."""
    processes.start(words[0], "flask", "--app", "wsgi", *words)
    processes.finish(words[0])
    return processes.output(words[0])


def lose(processes: Processes, request: pytest.FixtureRequest) -> None:
    """Lose the database and the documents."""
    shutil.rmtree(processes.environment["DOCUMENTS_DIR"], ignore_errors=True)  # there may be none
    url = processes.environment["DATABASE_URL"]
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink()
        return
    postgres: PostgresServer = request.getfixturevalue("postgres")
    postgres.drop(url)
    empty = postgres.url(postgres.make("template0"))
    processes.environment["DATABASE_URL"] = empty.replace("postgresql+psycopg:", "postgresql:")


def is_ready(processes: Processes) -> bool:
    """Return True if the portal serves and has a worker."""
    try:
        return requests.get(f"{processes.portal}/health/ready", timeout=5).json()["status"] == "ready"
    except requests.RequestException:
        return False


def test_restore_loses_nothing_acknowledged_before_backup_and_doubles_nothing(
    tmp_path: Path, stores: dict[str, str], request: pytest.FixtureRequest
) -> None:
    bind = f"127.0.0.1:{free_port()}"
    with running(tmp_path, simulator=FLAGS, BIND=bind, **SETTINGS, **stores) as processes:
        simulator = Simulator(processes.simulator)
        harper = Person(processes, HARPER, "acme/CON-1001")
        evans = Person(processes, EVANS, "acme/CON-1002")
        away, also_away, *jobs = harper.jobs
        evans_away, evans_job, *_ = evans.jobs

        # Before the backup: confirmed, unconfirmed, and waiting because AgentOS does not answer for these jobs.
        confirmed = harper.invoice("CONFIRMED", jobs[0])
        assert (confirmed.status_code, harper.note("Confirmed", jobs[1]).status_code) == (201, 201)
        for job in (away, also_away, evans_away):
            simulator.fault(method="GET", path=f"/jobs/{job}$", status=503)
        simulator.fault(method="POST", path=f"/jobs/{jobs[2]}/notes$", status=502, effect=True, times=1)
        simulator.fault(method="GET", path=f"/jobs/{jobs[2]}$", status=503, skip=1)
        doubtful = harper.note("Doubtful", jobs[2])
        assert doubtful.headers["Submission-State"] == "unconfirmed"
        sent_later = harper.note("Sent after the backup", away, **LATER)
        never_sent = harper.note("Never sent", also_away, **LATER)
        evans_waiting = evans.invoice("EVANS-WAITING", evans_away, **LATER)
        assert {each.status_code for each in (sent_later, never_sent, evans_waiting)} == {202}

        readers = Readers(harper)
        readers.start()
        run(processes, "backup", str(tmp_path / "backup"))
        assert readers.end().keys() == {200}

        # After the backup: sent, and the waiting note is delivered. Then everything is lost.
        lost = (harper.invoice("LOST", jobs[3]), harper.invoice("LOST-TOO", jobs[3]), harper.note("Lost", jobs[4]))
        assert [each.status_code for each in lost] == [201] * 3
        simulator.control("DELETE", "faults")
        simulator.fault(method="GET", path=f"/jobs/({also_away}|{evans_away})$", status=503)
        wait_until("the note", lambda: harper.state(sent_later) == "confirmed")
        for name in ("worker", "portal"):
            processes.kill(name, signal.SIGTERM)
        simulator.control("DELETE", "faults")
        lose(processes, request)

        run(processes, "db", "upgrade")
        [archive] = (tmp_path / "backup").iterdir()
        assert "4 open submissions count as unconfirmed" in run(processes, "restore", str(archive))
        processes.start("worker")
        processes.start("portal")
        wait_until("the portal's readiness", lambda: is_ready(processes))

        for person, email in ((harper, HARPER), (evans, EVANS)):
            person.contractor = Contractor(processes, email, person.contractor.account)
            person.contractor.wait_until_read()

        # A repeat has its former key or a new one.
        repeats = [
            harper.invoice("LOST", jobs[3]),
            harper.invoice("LOST-TOO", jobs[3], **{"Idempotency-Key": "another"}),
            harper.note("Lost", jobs[4], **{"Idempotency-Key": "a third"}),
        ]
        assert [each.headers.get("Submission-State") for each in repeats] == ["review"] * 3
        assert evans.invoice("EVANS-NEW", evans_job).status_code == 201
        again = harper.invoice("CONFIRMED", jobs[0])
        assert (again.status_code, again.json()) == (201, confirmed.json())

        ends = {
            "doubtful": (harper, doubtful, "confirmed"),
            "sent after the backup": (harper, sent_later, "confirmed"),
            "never sent": (harper, never_sent, "confirmed"),
            "of another contractor": (evans, evans_waiting, "confirmed"),
        }
        for what, (person, answer, state) in ends.items():
            wait_until(what, lambda person=person, answer=answer, state=state: person.state(answer) == state)

        state = simulator.state()
        notes = [note["NoteContents"] for job in state["jobs"].values() for note in job.get("MaintenanceNotes") or []]
        ours = {"Confirmed", "Doubtful", "Sent after the backup", "Never sent", "Lost"}
        assert Counter(note for note in notes if note in ours) == Counter(ours)
        numbers = [invoice.get("InvoiceNumber") for listed in state["invoices"].values() for invoice in listed]
        ours = {"CONFIRMED", "LOST", "LOST-TOO", "EVANS-WAITING", "EVANS-NEW"}
        assert Counter(number for number in numbers if number in ours) == Counter(ours)
