"""One history: a plan runs, and the promises of page 4 are checked."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError

from app.agentos.asker import Asker
from app.agentos.errors import AgentOSError
from app.domain.account import Contractor
from app.domain.clock import Deadline
from app.domain.delivery import Proof
from app.domain.errors import InProgress, PortalError, WriteFailed
from app.domain.invoice import Document
from app.domain.submission import FINAL, OPEN, NewNote, State, Submission, SubmissionKind, WantedEnd
from app.portal import Visit
from app.store.engine import Database
from app.store.tables import metadata, notices, proofs, submissions
from app.submission_kinds import HANDLERS
from app.submissions.delivery_worker import DeliveryWorker
from app.submissions.ledger import Ledger
from app.submissions.repeats import NewSubmission, Wish
from app.submissions.rows import Times, submission_of
from app.submissions.submit import new_submission, submit
from tests.simulation.agentos import DONE_STATUS, LIMIT, OPEN_STATUS, OTHER_STATUS, WINDOW_S, AgentOS, Weather, an_invoice
from tests.simulation.memory_ledger import MemoryLedger, MemoryStore, as_submission
from tests.simulation.plan import JOBS, SETTLE_S, ClockStep, DiskFull, DocumentLost, Office, Plan, ProcessFault, Request
from tests.simulation.portal_parts import UPLOAD_TIMEOUT_S, ModelDocuments, ModelMirror, agency, portal_of
from tests.simulation.world import BEGINNING, BOOT_S, DatabaseClock, Disk, Process, Task, World, running, stepping

TIMES = Times(settle_s=SETTLE_S, upload_timeout_s=UPLOAD_TIMEOUT_S)
PATIENCE_S = 60.0
"""How long a client waits for a response."""
QUIET_S = 600.0
REFUSED_S = 3_600.0
"""A refused submission may stay open for half an hour more."""
MOST_IN_DOUBT = {SubmissionKind.NOTE: 4, SubmissionKind.COMPLETION: 4, SubmissionKind.INVOICE: 2}
"""Attempts that may end in doubt, the first included."""
IDLE_S, MOST_IDLE_S = 0.5, 30.0

SteppingMemoryLedger = stepping(MemoryLedger)
SteppingLedger = stepping(Ledger)


@dataclass
class Result:
    """What a history came to. `violations` are the promises it broke, in words."""

    violations: list[str]
    story: list[tuple[float, str, str]]
    states: Counter[str]
    tellings: Counter[str]
    writes: int
    calls: int
    doubled: int
    raced: bool
    beyond: bool


@dataclass
class Told:
    """What a client was told of a request, and how many writes had begun by then."""

    request: Request
    at: float
    what: str
    writes: int
    submission_id: str | None = None


class InMemory:
    """The ledgers of a history, in memory."""

    def begin(self, world: World) -> None:
        """Start without a row."""
        self._store = MemoryStore()
        self._clock = DatabaseClock(world)

    def ledger(self, process: Process, documents: Any) -> Any:
        """The ledger of a process."""
        return SteppingMemoryLedger(self._store, process, documents, TIMES, self._clock.boot)

    def rows(self) -> list[Submission]:
        """All rows."""
        return [as_submission(row) for row in self._store.rows.values()]

    def is_sending(self, submission_id: str) -> bool:
        """Whether a row says that it is being sent."""
        row = self._store.rows.get(submission_id)
        return row is not None and row["state"] is State.SENDING

    def due(self) -> list[tuple[float, float | None]]:
        """When each row is due, and until when it is leased."""
        return [(row["next_at"], row["lease_until"]) for row in self._store.rows.values() if row["next_at"] is not None]

    def notices(self) -> set[tuple[str, str]]:
        """What is told to whom."""
        return set(self._store.notices)


class OnDatabase:
    """The ledgers of a history on one SQLite file, whose tables are emptied in between."""

    def __init__(self, folder: Path) -> None:
        self._moving = _MovingClock()
        self._database = Database(f"sqlite:///{folder / 'simulation.sqlite3'}", self._moving)  # type: ignore[arg-type]
        with self._database.write() as connection:
            metadata.create_all(connection)
        self._looker = sqlite3.connect(folder / "simulation.sqlite3", isolation_level=None)

    def begin(self, world: World) -> None:
        """Start without a row."""
        self._moving.clock = DatabaseClock(world)
        with self._database.write() as connection:
            for table in (submissions, notices, proofs):
                connection.execute(delete(table))

    def ledger(self, process: Process, documents: Any) -> Any:
        """The ledger of a process."""
        return SteppingLedger(self._database, process, documents, TIMES)

    def rows(self) -> list[Submission]:
        """All rows."""
        with self._database.read() as connection:
            return [submission_of(row) for row in connection.execute(select(submissions).order_by(submissions.c.number))]

    def is_sending(self, submission_id: str) -> bool:
        """Whether a row says that it is being sent."""
        states = self._looker.execute("SELECT state FROM submissions WHERE id = ?", (submission_id,)).fetchall()
        return states == [("sending",)]

    def due(self) -> list[tuple[float, float | None]]:
        """When each row is due, and until when it is leased."""
        rows = self._looker.execute("SELECT next_at, lease_until FROM submissions WHERE next_at IS NOT NULL")
        return list(rows)

    def notices(self) -> set[tuple[str, str]]:
        """What is told to whom."""
        with self._database.read() as connection:
            return {(row.submission_id, row.kind) for row in connection.execute(select(notices))}


class _MovingClock:
    """The database's clock in the history that runs now."""

    clock: DatabaseClock

    def __getattr__(self, name: str) -> Any:
        return getattr(self.clock, name)


@contextmanager
def quietly() -> Iterator[None]:
    """Log nothing meanwhile."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=_Silent)
    try:
        yield
    finally:
        structlog.configure(**before)


class _Silent:
    """A logger that drops everything."""

    def __init__(self, *given: Any, **named: Any) -> None:
        pass

    def info(self, *given: Any, **named: Any) -> None:
        pass

    bind = debug = warning = error = exception = critical = info


def run(plan: Plan, tables: InMemory | OnDatabase, *, with_story: bool = False) -> Result:
    """Run a plan, and check what came of it."""
    return History(plan, tables, with_story=with_story).run()


class History:
    """One plan on its way."""

    def __init__(self, plan: Plan, tables: InMemory | OnDatabase, *, with_story: bool) -> None:
        self.plan = plan
        self.tables = tables
        self.world = World(with_story=with_story)
        self.tellings: list[Told] = []
        self.files: dict[str, Document] = {}
        self.disk = Disk()
        self.violations: list[str] = []
        weather = [one for one in plan.parts if isinstance(one, Weather)]
        self.agentos = AgentOS(
            self.world, fates=plan.fates, weather=weather, storage=list(plan.storage), quiet_at=plan.quiet_at
        )
        for job_id, contractor_id in JOBS.items():
            self.agentos.add_job(job_id, contractor_id)
        for contractor_id in sorted(set(JOBS.values())):
            draft = an_invoice("JOB-0", f"An old invoice of {contractor_id}", 0, 1)
            self.agentos.add_invoice(contractor_id, draft.description, job_id=draft.job_id, amount=draft.amount)
        tables.begin(self.world)
        self.agency = agency(lists_invoices=plan.lists_invoices)
        away = [one for one in weather if one.what == "away" or one.what.startswith("reads")]
        self.mirror = ModelMirror(
            self.world, self.agentos, lambda at: not any(one.begin <= at < one.end for one in away)
        )
        self.processes = {name: Process(self.world, name) for name in ("web1", "web2", "worker1", "worker2")}
        self.portals: dict[str, Any] = {}
        self._requests = [one for one in plan.parts if isinstance(one, Request)]
        self._idle: dict[str, tuple[Task, float]] = {}
        self._changes = 0
        self._most_wall_step_s = sum(abs(one.seconds) for one in plan.parts if isinstance(one, ClockStep))
        self.disk.on_change = self._wake_workers
        self.disk.is_sending = tables.is_sending
        self.disk.on_takeover = self.agentos.taken_over

    def run(self) -> Result:
        """All of it."""
        world = self.world
        self._set_up()
        world.run(self.plan.quiet_at)
        world.tell("time", "all faults are over")
        world.run(self.plan.quiet_at + QUIET_S)
        self._check_quiet()
        if any(row.state in OPEN for row in self.tables.rows()):
            world.run(self.plan.quiet_at + QUIET_S + REFUSED_S)
        self._check_end()
        world.end()
        return self._result()

    # setting up -----------------------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        plan = self.plan
        for name, process in self.processes.items():
            self._start(process)
            process.on_restart = lambda process=process: self._start(process)
        if plan.is_proven:
            self._prove()
        for part in plan.parts:
            self._arrange(part)

    def _start(self, process: Process) -> None:
        """Begin as a process begins: with a ledger of its own, and as a worker with its work."""
        ledger = self.tables.ledger(process, ModelDocuments(self.files, process))
        ledger.process, ledger.disk = process, self.disk
        portal = portal_of(process, self.agentos, self.mirror, ledger, self.agency)
        self.portals[process.name] = portal
        if process.name.startswith("worker"):
            process.start(lambda: self._work(process, DeliveryWorker(portal, self.agency, HANDLERS)))

    def _prove(self) -> None:
        """The portal has recognised records of its own before, as far as AgentOS's storage allows."""
        storage = self.plan.storage[0][1]
        ledger = self.portals["web1"].ledger
        kept = {
            SubmissionKind.NOTE: {"text", "author"} - ({"author"} & storage.changes),
            SubmissionKind.COMPLETION: {"status"},
            SubmissionKind.INVOICE: {"job", "amount", "number", "date", "description", "document"},
        }
        lost = {"no number": "number", "no document": "document", "truncated": "description"}
        kept[SubmissionKind.INVOICE] -= {lost[change] for change in storage.changes & lost.keys()}
        spoilt = {
            SubmissionKind.NOTE: {"truncated", "shortened"},
            SubmissionKind.INVOICE: {"net amounts", "in pence"},
        }
        for kind, names in kept.items():
            if not spoilt.get(kind, set()) & storage.changes:
                ledger.prove(self.agency.short_name, kind, frozenset(names), storage.lag_s)

    def _arrange(self, part: Part) -> None:
        world = self.world
        match part:
            case Request():
                client = Client(self, part)
                world.at(part.at, lambda: client.send(0))
            case ProcessFault(name, "gap", _, seconds):
                self.processes[name].gap_freezes.append(seconds)
            case ProcessFault(name, what, step, seconds):
                self.processes[name].faults[step] = (what, seconds)
            case DiskFull(begin, end, how):
                self.disk.full.append((begin, end, how))
            case ClockStep(at, "database", seconds):
                world.at(at, lambda: self._step_database(seconds))
            case ClockStep(at, name, seconds):
                world.at(at, lambda: self._step_wall(self.processes[name], seconds))
            case DocumentLost(at):
                world.at(at, self._lose_documents)
            case Office(at, what, number):
                request = next((one for one in self._requests if one.number == number), None)
                if request is not None:
                    world.at(at, lambda: self._office(what, request))
            case Weather(begin):
                world.at(begin, lambda: world.tell("AgentOS", str(part)))

    def _step_database(self, seconds: float) -> None:
        self.world.tell("database", f"its clock is set by {seconds:+.0f} s")
        self.world.database_offset_s += seconds

    def _step_wall(self, process: Process, seconds: float) -> None:
        self.world.tell(process.name, f"its wall clock is set by {seconds:+.0f} s")
        process.wall_offset_s += seconds

    def _lose_documents(self) -> None:
        self.world.tell("disk", "all documents vanish")
        self.files.clear()

    def _office(self, what: str, request: Request) -> None:
        agentos = self.agentos
        match what:
            case "same record" if request.kind == "invoice":
                draft = draft_of(request)
                agentos.enter_invoice(
                    JOBS[request.job_id],
                    draft.description,
                    job_id=draft.job_id,
                    amount=draft.amount,
                    description=draft.description,
                    invoice_date=draft.invoice_date,
                    invoice_number=draft.invoice_number,
                )
            case "same record" if request.kind == "note":
                agentos.enter_note(request.job_id, request.text, request.text)
            case "deletes a record":
                agentos.delete_record(request.job_id, JOBS[request.job_id])
            case "other status" | "same status":
                agentos.set_status(request.job_id, OTHER_STATUS if what == "other status" else OPEN_STATUS)
            case "gives the job away":
                agentos.give_to(request.job_id, "CON-9")
            case _:
                agentos.enter_note(request.job_id, "of the office", "The tenant called.")

    # the workers ----------------------------------------------------------------------------------------------------

    def _work(self, process: Process, worker: DeliveryWorker) -> None:
        """As `app.worker` repeats a task; a wait ends early when a row may have become due."""
        world, idle_s = self.world, IDLE_S
        task = running()
        assert task is not None
        while True:
            changes = self._changes
            try:
                busy = worker.step()
            except SQLAlchemyError:
                busy = False
                process.sleep(5.0)
            idle_s = IDLE_S if busy or changes != self._changes else min(idle_s * 2.0, MOST_IDLE_S)
            self._idle[process.name] = (task, world.now + max(idle_s, self._due_in_s()))
            world.wait(self._idle[process.name][1])
            del self._idle[process.name]
            process.step()

    def _due_in_s(self) -> float:
        now = BOOT_S + self.world.now + self.world.database_offset_s
        return max(0.0, min((max(at, until or 0.0) for at, until in self.tables.due()), default=now + 3_600.0) - now)

    def _wake_workers(self) -> None:
        """A row changed: no worker waits longer than it takes to look again."""
        self._changes += 1
        soon = self.world.now + IDLE_S
        for name, (task, until) in self._idle.items():
            if until > soon:
                at = max(soon, self.world.now + self._due_in_s())
                if at < until:
                    self._idle[name] = (task, at)
                    self.world.at(at, partial(task.wake, task.wait_number))

    # checking -------------------------------------------------------------------------------------------------------

    def _check_quiet(self) -> None:
        refused = set()
        for row in self.tables.rows():  # in the order of acceptance
            if row.state in OPEN and row.refusals:
                refused.add(row.lane)  # it is tried for half an hour, and what comes after it waits
            if row.state in OPEN and row.lane not in refused:
                self._violated("still open", row, f"is {row.state} ten minutes after the last fault")

    def _check_end(self) -> None:
        told = self.tables.notices()
        agentos = self.agentos
        may_double = self.plan.beyond or agentos.raced
        rows = self.tables.rows()
        for row in rows:
            effects = [one for one in agentos.effects if one.submission_id == row.submission_id]
            kinds = {kind for submission_id, kind in told if submission_id == row.submission_id}
            if row.state in OPEN:
                self._violated("still open", row, f"is {row.state} an hour after the last fault")
            self._check_told(row, kinds)
            if may_double:
                continue
            if len(effects) > 1:
                self._violated("doubled", row, f"has {len(effects)} effects")
            if agentos.doubtful.get(row.submission_id, 0) > MOST_IN_DOUBT[row.kind]:
                self._violated("sent too often", row, f"{agentos.doubtful[row.submission_id]} attempts ended in doubt")
            if row.state is State.REJECTED:
                self._check_rejected(row)
            if row.state in (State.REJECTED, State.EXPIRED, State.ABANDONED) and effects:
                self._violated("told wrong", row, f"is {row.state}, and took effect")
            if row.state is State.CONFIRMED and not self._is_there(row):
                self._violated("told wrong", row, "is confirmed, and AgentOS does not have it")
        if not may_double:
            self._check_identities(rows)
            self._check_order(rows)
            self._check_tellings()
            self._check_claims(rows)
            if agentos.for_others and not any(process.has_frozen for process in self.processes.values()):
                self.violations.append(f"not theirs: write {agentos.for_others[0]} was for another contractor's job")
        self._check_promises(rows)
        self._check_calls()

    def _check_told(self, row: Submission, kinds: set[str]) -> None:
        """Whether the people that page 4 names are told."""
        needed: set[str] = set()
        if row.state is State.REVIEW:
            needed = {"review", "office"}
        elif row.state is State.EXPIRED:
            needed = {"expired"}
        elif row.state is State.REJECTED and row.promised:
            needed = {"rejected"}
        elif row.state is State.ABANDONED and row.promised:
            needed = {"lost"}
        if not needed <= kinds:
            self._violated("nobody told", row, f"is {row.state}, and nobody was told {sorted(needed - kinds)}")

    def _check_rejected(self, row: Submission) -> None:
        """A promised submission is rejected after three refusals over half an hour, or if its job is another's."""
        if row.status == 404:
            if self.agentos.jobs[row.job_id or ""].given_away_at is None:
                self._violated("told wrong", row, "is rejected as if its job were another contractor's")
        elif row.promised and row.status == 500:
            ended_s = (row.updated_at - BEGINNING).total_seconds() + BOOT_S + self._most_wall_step_s
            refused_for_s = ended_s - (row.refused_at or 0.0)
            if row.refusals < 3 or refused_for_s < 1_799.0:
                self._violated("rejected early", row, f"{row.refusals} refusals over {refused_for_s:.0f} s")

    def _check_claims(self, rows: list[Submission]) -> None:
        """No more submissions are confirmed than AgentOS has records."""
        confirmed = Counter(
            row.content.text if row.kind is SubmissionKind.NOTE else row.content.description
            for row in rows
            if row.state is State.CONFIRMED and row.kind is not SubmissionKind.COMPLETION
        )
        agentos = self.agentos
        records = [one for job in agentos.jobs.values() for one in job.notes]
        records += [one for invoices in agentos.invoices.values() for one in invoices]
        there = Counter(one.identity for one in records)
        for text, number in confirmed.items():
            if number > there[text]:
                self.violations.append(f"told wrong: {text[:12]!r} is confirmed {number} times, and is there {there[text]} times")

    def _check_identities(self, rows: list[Submission]) -> None:
        """What was wanted once must not be there twice, whatever the rows say.

        Without a key, a request that comes again after a minute is a new one.
        """
        wanted = Counter(one.text for one in self._requests if one.kind != "completion")
        unkeyed = {one.text for one in self._requests if not one.keyed}
        there = Counter(one.identity for one in self.agentos.effects)
        for text, number in wanted.items():
            if there[text] > number and text not in unkeyed:
                self.violations.append(f"doubled: {text[:12]!r} was sent {number} times, and is there {there[text]} times")

    def _check_order(self, rows: list[Submission]) -> None:
        """Completions of a job take effect in the order of their acceptance."""
        numbers = {row.submission_id: row.number for row in rows if row.kind is SubmissionKind.COMPLETION}
        jobs = {row.submission_id: row.job_id for row in rows}
        last: dict[str | None, int] = {}
        for one in self.agentos.effects:
            if one.submission_id in numbers:
                job_id, number = jobs[one.submission_id], numbers[one.submission_id]
                if number < last.get(job_id, 0):
                    self.violations.append(f"undone: completion {number} took effect after a later one of {job_id}")
                last[job_id] = max(number, last.get(job_id, 0))

    def _check_tellings(self) -> None:
        shared = Counter(one.text for one in self._requests)
        for told in self.tellings:
            if told.what != "not-sent" or told.request.kind == "completion" or shared[told.request.text] > 1:
                continue
            if any(one.identity == told.request.text and one.write <= told.writes for one in self.agentos.effects):
                self.violations.append(f"told wrong: {told.request} is told as not sent, and is in AgentOS")

    def _check_promises(self, rows: list[Submission]) -> None:
        """A submission that was acknowledged has a row that ended."""
        known = {row.submission_id: row for row in rows}
        for told in self.tellings:
            if told.what == "202" and told.submission_id not in known:
                self.violations.append(f"lost: {told.request} was acknowledged, and has no row")
            elif told.what == "202" and not known[told.submission_id or ""].promised:
                row = known[told.submission_id or ""]
                if row.state not in (State.CONFIRMED, State.REVIEW):
                    self._violated("lost", row, "was acknowledged, and its row does not say so")

    def _check_calls(self) -> None:
        calls = self.agentos.calls
        for earlier, later in zip(calls, calls[LIMIT:], strict=False):
            if later - earlier < WINDOW_S:
                self.violations.append(f"over the limit: {LIMIT + 1} calls within {later - earlier:.1f} s")
                return

    def _is_there(self, row: Submission) -> bool:
        """Whether AgentOS has what a row says."""
        if row.kind is SubmissionKind.COMPLETION:
            history = self.agentos.jobs[row.job_id or ""].history
            began = (row.created_at - BEGINNING).total_seconds() - self._most_wall_step_s
            since = [status for at, status in history if at >= began]
            before = [status for at, status in history if at < began][-1:]
            return any((status == DONE_STATUS) == row.content.completed for status in before + since)
        began = (row.created_at - BEGINNING).total_seconds() - self._most_wall_step_s
        if row.kind is SubmissionKind.NOTE:
            keeps_author = not any("author" in storage.changes for _, storage in self.plan.storage)
            return any(
                one.identity == row.content.text
                and one.entered_at >= began
                and not (one.by_office and keeps_author and self.plan.is_proven)
                for one in self.agentos.jobs[row.job_id or ""].notes
            )
        return any(
            one.identity == row.content.description
            and one.entered_at >= began
            and (row.document is None or not one.by_office)
            for one in self.agentos.invoices[row.contractor_id]
        )

    def _violated(self, promise: str, row: Submission, what: str) -> None:
        self.violations.append(f"{promise}: submission {row.number} ({row.kind}) {what}")

    def _result(self) -> Result:
        rows = self.tables.rows()
        counts = Counter(one.submission_id for one in self.agentos.effects)
        return Result(
            violations=self.violations,
            story=self.world.story or [],
            states=Counter(row.state.value for row in rows),
            tellings=Counter(one.what for one in self.tellings),
            writes=self.agentos.writes,
            calls=len(self.agentos.calls),
            doubled=sum(number > 1 for name, number in counts.items() if name is not None),
            raced=self.agentos.raced,
            beyond=self.plan.beyond,
        )


class Client:
    """A person's client: sends a request, and sends it again if it has no answer that it understands."""

    def __init__(self, history: History, request: Request) -> None:
        self._history = history
        self._request = request
        self._answered = -1

    def send(self, attempt: int) -> None:
        """Send it for the `attempt`-th time, counted from 0."""
        history = self._history
        process = history.processes["web1" if (self._request.number + attempt) % 2 else "web2"]
        if not process.is_alive:
            history.world.at(history.world.now + 2.0, lambda: self.send(attempt))
            return
        when = ", to be answered later" if self._request.later else ""
        history.world.tell("phone", f"sends {self._request}{when}{', again' if attempt else ''}")
        process.start(lambda: self._submit(process, attempt))
        history.world.at(history.world.now + PATIENCE_S, lambda: self._missed(attempt))

    def _submit(self, process: Process, attempt: int) -> None:
        request, portal = self._request, self._history.portals[process.name]
        asker = Asker(role="person", deadline=Deadline(process, 50.0))
        contractor = Contractor(contractor_id=JOBS[request.job_id])
        visit = Visit(self._history.agency, contractor, asker, f"{request.number}@example.com")
        submission_id: str | None = None
        try:
            document = document_of(request)
            outcome = submit(portal, visit, HANDLERS[request.kind], new_of(visit, request, document), document=document)
            submission_id, state = outcome.submission.submission_id, outcome.submission.state
            what = "202" if state not in FINAL else state.value
        except InProgress as error:
            what, submission_id = "in progress", error.submission_id
        except WriteFailed as error:
            what = "not-sent" if error.state is State.ABANDONED else error.state.value
            submission_id = error.submission_id
        except AgentOSError:
            what = "not-sent"
        except PortalError as error:
            what = type(error).__name__
        self._told(attempt, what, submission_id)

    def _told(self, attempt: int, what: str, submission_id: str | None) -> None:
        history, request = self._history, self._request
        if self._answered >= attempt:
            return  # the client has given up waiting for this response
        self._answered = attempt
        if request.response_lost and attempt == 0:
            history.world.tell("phone", f"does not get the response to {request} ({what})")
            history.world.at(history.world.now + 3.0, lambda: self.send(1))
            return
        history.world.tell("phone", f"{request} is told: {what}")
        history.tellings.append(Told(request, history.world.now, what, history.agentos.writes, submission_id))
        if what in ("not-sent", "unconfirmed", "in progress") and attempt < request.repeats:
            history.world.at(history.world.now + 7.0, lambda: self.send(attempt + 1))

    def _missed(self, attempt: int) -> None:
        """The connection ended without a response."""
        if self._answered < attempt:
            self._answered = attempt
            if attempt < request_most(self._request):
                self.send(attempt + 1)


def request_most(request: Request) -> int:
    """How often a client without any response sends a request again."""
    return request.repeats + 2


def new_of(visit: Visit, request: Request, document: Document | None) -> NewSubmission:
    """The submission that a request asks for."""
    key = f"key {request.number}" if request.keyed else None
    route = f"POST /{request.kind}/{request.job_id}"
    wish = Wish(route=route, key=key, respond_async=request.later)
    kind = SubmissionKind(request.kind)
    job_id = request.job_id
    if kind is SubmissionKind.NOTE:
        return new_submission(
            visit,
            kind,
            wish,
            job_id=job_id,
            request={"note": request.text},
            content=NewNote(text=request.text, author=visit.contractor.display_name),
            likeness=[job_id, request.text],
        )
    if kind is SubmissionKind.COMPLETION:
        end = WantedEnd(completed=request.wanted)
        return new_submission(visit, kind, wish, job_id=job_id, request={"completed": request.wanted}, content=end)
    draft = draft_of(request)
    return new_submission(
        visit,
        kind,
        wish,
        job_id=job_id,
        request=draft,
        content=draft,
        likeness=[draft.job_id, draft.amount, draft.invoice_number],
        document=document,
        amount_pence=int(draft.amount * 100),
    )


def draft_of(request: Request) -> Any:
    """A request's invoice: each has another amount, so that none is taken for a duplicate."""
    return an_invoice(request.job_id, request.text, request.number, 100 + request.number * 50)


def document_of(request: Request) -> Document | None:
    """A request's document."""
    if not request.has_document:
        return None
    digest = hashlib.sha256(request.text.encode()).hexdigest()
    return Document(name=f"{request.number}.pdf", size=10, sha256=digest, open=_never)


def _never() -> Any:
    raise AssertionError("the model does not read documents")
