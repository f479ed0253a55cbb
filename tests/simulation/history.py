"""A history: the run of a plan, from the first request to an hour after the last fault."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from app.domain.errors import Conflict
from app.domain.invoice import Document
from app.domain.submission import OPEN, State, Submission, SubmissionKind
from app.submissions.delivery_worker import WAKE_EVERY_S, DeliveryWorker
from app.submissions.removed import end_unserved
from app.submissions.review.service import settle
from tests.simulation.agentos import AgentOS, FaultPeriod
from tests.simulation.clients import Client, ClientResult, draft_of
from tests.simulation.liveness import Liveness
from tests.simulation.plan import (
    JOBS,
    SETTLE_S,
    Answers,
    ClockStep,
    DiskFull,
    DocumentLost,
    Office,
    Part,
    Plan,
    ProcessFault,
    Removed,
    Request,
    Restore,
)
from tests.simulation.portal_parts import REFRESH_S, ModelDocuments, ModelMirror, agency, portal_of
from tests.simulation.promises import Promises
from tests.simulation.records import OPEN_STATUS, OTHER_STATUS, an_invoice
from tests.simulation.sentences import Sentences
from tests.simulation.tables import Backup, Tables
from tests.simulation.world import BOOT_S, Disk, Process, Task, World, running

QUIET_S = 600.0
REFUSED_S = 3_600.0
"""Further time for refused submissions, which may stay open for half an hour."""
TWIN_S = 26 * 3_600.0
"""Further time until the portal notices a submission that exists twice."""
IDLE_S, MOST_IDLE_S = 0.5, 30.0
NOTICED_S = REFRESH_S + WAKE_EVERY_S
"""Seconds from the end of AgentOS's fault until workers know it: the next refresh succeeds, and they check for that."""
RESTORE_S = SETTLE_S + 60.0
"""Seconds from the end of all processes to their start after a restore. Effects of their last attempts have come."""
CLEANUP_S = 300.0
"""Seconds between two cleanups of a worker, after the agency was removed."""


@dataclass
class Result:
    """The result of a history. `violations` describe the broken guarantees."""

    violations: list[str]
    story: list[tuple[float, str, str]]
    states: Counter[str]
    answers: Counter[str]
    writes: int
    calls: int
    doubled: int
    raced: bool
    beyond: bool


def run(plan: Plan, tables: Tables, *, with_story: bool = False) -> Result:
    """Run a plan, and check the guarantees."""
    return History(plan, tables, with_story=with_story).run()


class History:
    """A running plan."""

    def __init__(self, plan: Plan, tables: Tables, *, with_story: bool) -> None:
        self.plan = plan
        self.tables = tables
        self.world = World(with_story=with_story)
        self.answers: list[ClientResult] = []
        self.files: dict[str, Document] = {}
        self.answered: dict[str, bool] = {}
        """The submissions that the office has settled, and whether its answer was right."""
        self.misled_at: dict[str, float] = {}
        """When the portal gave a submission up, because the office had said wrongly that it had not arrived."""
        self.is_removed = False
        """The configuration no longer has the agency."""
        self.disk = Disk()
        weather = [part for part in plan.parts if isinstance(part, FaultPeriod)]
        self.agentos = AgentOS(
            self.world, fates=plan.fates, weather=weather, storage=list(plan.storage), quiet_at=plan.quiet_at
        )
        for job_id, contractor_id in JOBS.items():
            self.agentos.add_job(job_id, contractor_id)
        for contractor_id in sorted(set(JOBS.values())):
            draft = an_invoice("JOB-0", f"An old invoice of {contractor_id}", 0, 1)
            self.agentos.add_invoice(contractor_id, draft.description, job_id=draft.job_id, amount=draft.amount)
        has_step = any(isinstance(part, ClockStep) and part.clock == "database" for part in plan.parts)
        tables.begin(self.world, has_clock_of_its_own=has_step)
        self.agency = agency(lists_invoices=plan.lists_invoices)
        away = [part for part in weather if part.what == "away" or part.what.startswith("reads")]
        self.mirror = ModelMirror(self.world, self.agentos, away)
        self.mirror.invoices = self.mirror.invoices if plan.lists_invoices else {}
        self.processes = {name: Process(self.world, name) for name in ("web1", "web2", "worker1", "worker2")}
        self.portals: dict[str, Any] = {}
        self._requests = [part for part in plan.parts if isinstance(part, Request)]
        self._idle: dict[str, tuple[Task, float]] = {}
        self._changes = 0
        self.sentences = Sentences(self)
        self.liveness = Liveness(self)
        self.proven: set[SubmissionKind] = set()
        self.disk.on_change = self._changed
        self.disk.is_sending = tables.is_sending
        self.disk.on_takeover = self.agentos.taken_over

    def run(self) -> Result:
        """Run the plan to its end. Return the result."""
        world = self.world
        self._set_up()
        world.run(self.plan.quiet_at)
        for process in self.processes.values():
            process.forget_faults()
        promises = Promises(self)
        promises.patience()
        world.tell("time", "all faults are over")
        world.run(self.plan.quiet_at + QUIET_S)
        self.liveness.waiting()
        if any(row.state in OPEN for row in self.tables.rows()):
            world.run(self.plan.quiet_at + QUIET_S + REFUSED_S)
        self.liveness.waiting()
        promises.end()
        if promises.doubled():
            world.run(world.now + TWIN_S)
            promises.twins()
        world.end()
        return self._result([*self.sentences.violations, *self.liveness.violations, *promises.violations])

    # setting up -----------------------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        plan = self.plan
        for process in self.processes.values():
            self._start(process)
            process.on_restart = lambda process=process: self._start(process)
        if plan.is_proven:
            self._prove()
        for part in plan.parts:
            self._arrange(part)

    def _start(self, process: Process) -> None:
        """Start a process with its own ledger. A worker starts its work as well."""
        ledger = self.tables.ledger(process, ModelDocuments(self.files, process))
        ledger.process, ledger.disk = process, self.disk
        portal = portal_of(process, self.agentos, self.mirror, ledger, self.tables.database, self.agency)
        self.portals[process.name] = portal
        if self.is_removed:
            portal.config.agencies.clear()
        if process.name.startswith("worker"):
            work = partial(self._work, process, DeliveryWorker(portal, self.agency))
            process.start(partial(self._clean_up, process, portal) if self.is_removed else work)

    def _prove(self) -> None:
        """Record proofs of recognition, as far as AgentOS's storage allows them."""
        storage = self.plan.storage[0][1]
        ledger = self.portals["web1"].ledger
        ledger.due(self.agency.short_name, 1)  # this stores the machine's boot; without it, the proof would not count
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
                self.proven.add(kind)
                ledger.record_proof(self.agency.short_name, kind, frozenset(names))

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
                request = next((sent for sent in self._requests if sent.number == number), None)
                if request is not None:
                    world.at(at, lambda: self._office(what, request))
            case Restore(backup_at, at):
                world.at(backup_at, lambda: world.at(at, partial(self._restore, self._back_up())))
            case Removed(at):
                world.at(at, self._remove)
            case Answers(at, right):
                process = self.processes["web1"]
                world.at(at, lambda: process.start(lambda: self._answer(right=right)))
            case FaultPeriod(begin, end):
                world.at(begin, lambda: world.tell("AgentOS", str(part)))
                world.at(end + NOTICED_S, self._wake)

    def _step_database(self, seconds: float) -> None:
        self.world.tell("database", f"its clock is set by {seconds:+.0f} s")
        self.world.database_offset_s += seconds

    def _step_wall(self, process: Process, seconds: float) -> None:
        self.world.tell(process.name, f"its wall clock is set by {seconds:+.0f} s")
        process.wall_offset_s += seconds

    def _back_up(self) -> Backup:
        self.world.tell("operator", "makes a backup")
        return self.tables.back_up(self.mirror.lists_at_backup(self.agency.short_name))

    def _restore(self, backup: Backup) -> None:
        self.world.tell("operator", "restores the backup")
        self._stop()
        self.tables.restore(backup)

    def _remove(self) -> None:
        self.world.tell("operator", "removes the agency")
        self.is_removed = True
        self._stop()

    def _stop(self) -> None:
        """End all processes; they start again after `RESTORE_S`."""
        for process in self.processes.values():
            if process.is_alive:
                process.crash(RESTORE_S)

    def _answer(self, *, right: bool) -> None:
        """Let the office answer each review."""
        for row in self.tables.rows():
            if row.state is State.REVIEW:
                arrived = self.is_there(row) == right
                self.world.tell("office", f"says that {row.submission_id} {'arrived' if arrived else 'did not arrive'}")
                self.answered[row.submission_id] = right
                try:
                    with suppress(SQLAlchemyError):  # on a full disk, the office sees an error
                        settle(self.portals["web1"], row.submission_id, arrived=arrived, by="office", finding="by hand")
                except Conflict:
                    del self.answered[row.submission_id]
                given_up = {each.submission_id for each in self.tables.rows() if each.state is State.ABANDONED}
                if not right and row.submission_id in given_up:
                    self.misled_at[row.submission_id] = self.world.now

    def is_there(self, row: Submission) -> bool:
        """Return whether AgentOS has the effect of a submission now."""
        return any(effect.submission_id == row.submission_id for effect in self.agentos.effects)

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
        """Repeat the task as `app.worker` does. A wait ends early when a row may have become due."""
        world, idle_s = self.world, IDLE_S
        task = running()
        assert task is not None
        while True:
            changes = self._changes
            try:
                busy = list(worker.batch())
            except SQLAlchemyError:
                busy = False
                process.sleep(5.0)
            idle_s = IDLE_S if busy or changes != self._changes else min(idle_s * 2.0, MOST_IDLE_S)
            self._idle[process.name] = (task, world.now + max(idle_s, self._due_in_s()))
            world.wait(self._idle[process.name][1])
            del self._idle[process.name]
            process.step()

    def _clean_up(self, process: Process, portal: Any) -> None:
        """Repeat the worker's task that ends submissions of a removed agency."""
        while True:
            with suppress(SQLAlchemyError):
                end_unserved(portal)
            process.sleep(CLEANUP_S)

    def _wake(self) -> None:
        """Wake the workers, because a refresh has succeeded after a fault."""
        for task, _ in self._idle.values():
            self.world.at(self.world.now, partial(task.wake, task.wait_number))

    def _due_in_s(self) -> float:
        now = BOOT_S + self.world.now
        return max(0.0, min((max(at, until or 0.0) for at, until in self.tables.due()), default=now + 3_600.0) - now)

    def _changed(self) -> None:
        """Check new sentences, and shorten the workers' waits, after a change of a row."""
        self.sentences.check()
        self.liveness.waiting()
        self._changes += 1
        soon = self.world.now + IDLE_S
        for name, (task, until) in self._idle.items():
            if until > soon:
                at = max(soon, self.world.now + self._due_in_s())
                if at < until:
                    self._idle[name] = (task, at)
                    self.world.at(at, partial(task.wake, task.wait_number))

    def _result(self, violations: list[str]) -> Result:
        rows = self.tables.rows()
        counts = Counter(effect.submission_id for effect in self.agentos.effects)
        return Result(
            violations=violations,
            story=self.world.story or [],
            states=Counter(row.state.value for row in rows),
            answers=Counter(telling.what for telling in self.answers),
            writes=self.agentos.writes,
            calls=len(self.agentos.calls),
            doubled=sum(number > 1 for name, number in counts.items() if name is not None),
            raced=self.agentos.raced,
            beyond=self.plan.beyond,
        )
