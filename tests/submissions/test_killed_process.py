"""A process killed between any two steps of sending: the records in AgentOS are still right."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from typing import Any

import pytest
import requests
from sqlalchemy import Connection

from app.domain.submission import Changes, State, Submission
from app.ledger.document_files import Documents
from app.ledger.lease import Lease
from app.ledger.ledger import Ledger
from app.ledger.lists import list_by_contractor
from app.store.engine import Database
from app.store.heartbeat import Heartbeat
from tests.jobs.expected import client_for
from tests.pdfs import in_json, pdf
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.test_delivery import prove_recognition
from tests.submissions.worker_runs import run_worker_until_settled


class Killed(BaseException):
    """Death as by SIGKILL: no handler can change anything outside the process."""


class ProcessKiller:
    """Counts a process's effects as steps: writes to the database and the disk, and calls to AgentOS.

    The process dies at step number `until`, right before or right after it takes effect.
    """

    def __init__(self, patch: pytest.MonkeyPatch, *, until: int, after: bool) -> None:
        self.until = until
        self.after = after
        self.taken: list[str] = []
        # A worker's heartbeat is not a step of this process.
        patch.setattr(Heartbeat, "beat", lambda _: None)
        write, request = Database.write, requests.Session.request
        keep, remove = Documents.keep, Documents.remove
        steps = self

        @contextmanager
        def stepping_write(database: Database, **options: Any) -> Iterator[Connection]:
            with steps.step("write"), write(database, **options) as connection:
                yield connection

        def stepping(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
            def act_in_steps(*args: Any, **options: Any) -> Any:
                with steps.step(name):
                    return act(*args, **options)

            return act_in_steps

        patch.setattr(Database, "write", stepping_write)
        patch.setattr(requests.Session, "request", stepping("call", request))
        patch.setattr(Documents, "keep", stepping("keep", keep))
        patch.setattr(Documents, "remove", stepping("remove", remove))

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Run one step."""
        number = len(self.taken)
        if number > self.until or (number == self.until and not self.after):
            self.taken.append("died")
            raise Killed
        self.taken.append(name)
        yield
        if number == self.until:
            raise Killed

    @property
    def died(self) -> bool:
        """Return True if the process has died."""
        return len(self.taken) > self.until


class NumberedSubmission:
    """A submission that differs from all others by its number."""

    def __init__(self, sender: Sender, kind: str, number: int) -> None:
        self._kind = kind
        self._number = number
        self._was_done = self._done(sender)

    def send(self, sender: Sender, **headers: str) -> Any:
        """Send it; the content is the same each time."""
        headers |= {"Idempotency_Key": f"key-{self._number}"}
        if self._kind == "note":
            return sender.note(f"Part {self._number}", **headers)
        if self._kind == "completion":
            return sender.complete(**headers)
        invoice = {"amount": 100.0 + self._number, "invoiceNumber": f"A-{self._number}"}
        return sender.invoice(headers, document=in_json(pdf(size=4_000 + self._number)), **invoice)

    def count_records(self, sender: Sender) -> int:
        """Return the number of its records in AgentOS."""
        if self._kind == "note":
            return len(sender.notes(f"Part {self._number}"))
        if self._kind == "completion":
            return int(self._done(sender) is not self._was_done)
        return len([invoice for invoice in sender.invoices() if invoice["InvoiceNumber"] == f"A-{self._number}"])

    def _done(self, sender: Sender) -> bool:
        return bool(sender.portal_server.simulator.state()["jobs"]["JOB-1"].get("Status") == "Completed")


@pytest.mark.parametrize(
    ("repeated", "after"),
    [(True, False), (True, True), (False, True)],
    ids=["before it, repeated", "after it, repeated", "after it, not repeated"],
)
@pytest.mark.parametrize("kind", ["note", "completion", "invoice"])
def test_process_killed_between_two_steps_sends_at_most_once(
    portal_server: PortalServer, kind: str, after: bool, repeated: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a repeat, as from the phone, there is one record. Without a repeat, at most one, and none is unconfirmed."""
    cookie = client_for(portal_server, "acme/CON-1001").get_cookie("portal_session")
    assert cookie is not None
    prove_recognition(_sender(portal_server, cookie.value), kind)
    for number in count():
        thing = NumberedSubmission(sender := _sender(portal_server, cookie.value), kind, number)
        with monkeypatch.context() as patch:
            steps = ProcessKiller(patch, until=number, after=after)
            with suppress(Killed):
                thing.send(sender)
        if not steps.died:
            break
        description = f"killed {'after' if after else 'before'} the last of {steps.taken}"
        sender = _sender(
            portal_server := PortalServer(portal_server.config, portal_server.simulator, portal_server.clock),
            cookie.value,
        )
        if not repeated:
            for _ in range(4):
                portal_server.advance_clock(310)
                portal_server.work()
            run_worker_until_settled(portal_server)
            states = {
                row.state for row in list_by_contractor(portal_server.services.database, "acme", "CON-1001").items
            }
            assert states <= {"confirmed", "abandoned"}, description
            assert thing.count_records(sender) <= 1, description
        for _ in range(4):
            answer = thing.send(sender)
            if answer.status_code in (200, 201):
                break
            portal_server.advance_clock(310)
        assert answer.status_code in (200, 201), (description, answer.text)
        assert thing.count_records(sender) == 1, description
    assert number >= 8, "a submission takes more steps than that"


def test_submission_of_killed_process_repeated_in_outage_is_sent_once(
    portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A submission accepted during the outage is sent afterwards, with its document."""
    cookie = client_for(portal_server, "acme/CON-1001").get_cookie("portal_session")
    assert cookie is not None
    prove_recognition(_sender(portal_server, cookie.value), "invoice")
    for number in count():
        thing = NumberedSubmission(sender := _sender(portal_server, cookie.value), "invoice", number)
        with monkeypatch.context() as patch:
            steps = ProcessKiller(patch, until=number, after=True)
            with suppress(Killed):
                thing.send(sender)
        if not steps.died:
            break
        portal_server = PortalServer(portal_server.config, portal_server.simulator, portal_server.clock)
        sender = _sender(portal_server, cookie.value)
        portal_server.advance_clock(310)
        portal_server.simulator.fault(path="/", status=503)
        answer = thing.send(sender, Prefer="respond-async")
        assert answer.status_code in (201, 202), (steps.taken, answer.text)
        portal_server.simulator.control("DELETE", "faults")
        for _ in range(4):
            portal_server.advance_clock(310)
            portal_server.work()
        assert thing.count_records(sender) == 1, steps.taken
    assert number >= 8, "an invoice takes more steps than that"


def test_repeated_toggle_after_killed_request_keeps_its_target(
    portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The request died before it sent anything. Meanwhile the agency completed the job itself."""
    signed_in = client_for(portal_server, "acme/CON-1001").get_cookie("portal_session")
    assert signed_in is not None
    cookie, real = signed_in.value, Ledger.change

    def change(ledger: Ledger, lease: Lease, changes: Changes, **rest: Any) -> Submission:
        if changes.get("state") is State.SENDING:
            raise Killed
        return real(ledger, lease, changes, **rest)

    def discard(*_: Any) -> None:
        raise Killed

    with monkeypatch.context() as patch, suppress(Killed):
        patch.setattr(Ledger, "change", change)
        patch.setattr(Ledger, "discard", discard)
        _sender(portal_server, cookie).complete(Idempotency_Key="key-of-mine")
    portal_server.advance_clock(310)
    jobs = portal_server.simulator.state()["jobs"]
    done = next(job for job in jobs.values() if job.get("Status") == "Completed")
    ended = {name: value for name, value in done.items() if name.startswith(("Status", "Completed"))}
    portal_server.simulator.change("acme/jobs/JOB-1", **ended)
    answer = _sender(portal_server, cookie).complete(Idempotency_Key="key-of-mine")
    assert (answer.status_code, answer.json["completed"]) == (200, True)
    assert portal_server.simulator.state()["jobs"]["JOB-1"]["Status"] == "Completed"


def _sender(portal_server: PortalServer, cookie: str) -> Sender:
    """Return the same person, at a portal that has just started."""
    client = portal_server.app.test_client()
    client.set_cookie("portal_session", cookie)
    client.environ_base["HTTP_PORTAL_ACCOUNT"] = "acme/CON-1001"
    return Sender(portal_server, client)
