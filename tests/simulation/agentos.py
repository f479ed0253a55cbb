"""A model of AgentOS and of what stands in front of it: what it does with writes, how it stores, what it answers."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.agentos.errors import (
    AgentOSError,
    Busy,
    Failed,
    LeaseEnded,
    Malformed,
    NotFound,
    RateLimited,
    Rejected,
    TimedOut,
    Unreachable,
)
from app.agentos.gateway import WriteAnswer
from app.domain.attempt import AttemptResult
from app.domain.clock import LeaseEnd
from app.domain.invoice import Invoice, InvoiceDraft
from app.domain.job import Job, Note
from tests.simulation.world import Process, World, running

OPEN_STATUS, DONE_STATUS, OTHER_STATUS = "S-OPEN", "S-DONE", "S-OTHER"
REST_S = 60.0
READ_S, WRITE_S = 0.08, 0.12
"""How long a call takes that nothing delays."""
LIMIT, WINDOW_S = 50, 60.0
OUR_BUDGET = 45


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one write.

    `how`: "ok", "no id" (success whose response names no id), "no connection", "cut", "timeout", "html", "truncated",
    or an HTTP status. `effect_s`: when it takes effect, in seconds after the response or the end of the connection
    (negative: before); None if never. `takes_s`: until the response.
    """

    how: str | int = "ok"
    effect_s: float | None = None
    takes_s: float = WRITE_S

    def __str__(self) -> str:
        told = {"ok": "is accepted", "no id": "is accepted without an id", "cut": "is cut off", "timeout": "times out"}
        what = told.get(str(self.how), f"is answered with {self.how}")
        if self.how in ("ok", "no id", "no connection"):
            return what
        if self.effect_s is None:
            return f"{what}, without effect"
        when = f"{self.effect_s:.1f} s later" if self.effect_s > 0 else "before that"
        return f"{what}, and takes effect {when}"


OK = Fate()


@dataclass(frozen=True, slots=True)
class Weather:
    """How AgentOS behaves from `begin` to `end`: `what` it does wrong, to reads, or to writes if that is their name."""

    begin: float
    end: float
    what: str

    def __str__(self) -> str:
        return f"{self.what} from {self.begin:.0f} to {self.end:.0f} s"


@dataclass(frozen=True, slots=True)
class Storage:
    """How AgentOS stores what it accepts: names of changes; and how long it takes to list a new record."""

    changes: frozenset[str] = frozenset()
    lag_s: float = 0.0


@dataclass(slots=True)
class Record:
    """A note or an invoice in AgentOS. `identity` says what it is a record of; `by_office`: people entered it."""

    kind: str
    identity: str
    thing: Any
    visible_at: float
    by_office: bool = False
    entered_at: float = 0.0


@dataclass(slots=True)
class Effect:
    """A write that took effect. `after_s`: seconds after its response, or after the portal saw its end."""

    submission_id: str | None
    identity: str
    at: float
    write: int
    after_s: float


@dataclass(slots=True)
class ModelJob:
    """A job in AgentOS."""

    job_id: str
    contractor_id: str
    status_id: str = OPEN_STATUS
    version: int = 1
    notes: list[Record] = field(default_factory=list)
    given_away_at: float | None = None
    history: list[tuple[float, str]] = field(default_factory=lambda: [(0.0, OPEN_STATUS)])


class AgentOS:
    """The model: its records, what happens to writes and reads, and everything it saw."""

    def __init__(
        self,
        world: World,
        *,
        fates: Sequence[Fate],
        weather: Sequence[Weather],
        storage: list[tuple[float, Storage]],
        quiet_at: float,
    ) -> None:
        self.world = world
        self._quiet_at = quiet_at
        self.jobs: dict[str, ModelJob] = {}
        self.invoices: dict[str, list[Record]] = {}
        self.effects: list[Effect] = []
        self.calls: list[float] = []
        self.writes = 0
        self.rest_until = 0.0
        self.raced = False
        """Whether a write began after its sender had been frozen between the check of the clocks and the write."""
        self.doubtful: dict[str | None, int] = {}
        """How many writes of each submission ended in doubt."""
        self.for_others: list[int] = []
        """Writes for a job that had been another contractor's for a while."""
        self.orphans: dict[str, list[tuple[Callable[[], Any], int, float]]] = {}
        """Effects of writes whose sender died, which come after that was discovered."""
        self._fates = fates
        self._weather = weather
        self._storage = storage
        self._ids = 0

    # what people and time do -----------------------------------------------------------------------------------------

    def add_job(self, job_id: str, contractor_id: str, notes: int = 1) -> None:
        """A job that has some notes already."""
        self.jobs[job_id] = job = ModelJob(job_id, contractor_id)
        for number in range(notes):
            job.notes.append(self._record("note", f"old note {number} of {job_id}", self._note("An old note.", "Ann")))

    def add_invoice(self, contractor_id: str, identity: str, **fields: Any) -> None:
        """An invoice that was there before, or that the office enters."""
        invoice = Invoice(invoice_id=self._id("INV"), **fields)
        self.invoices.setdefault(contractor_id, []).append(self._record("invoice", identity, invoice))

    def enter_note(self, job_id: str, identity: str, text: str) -> None:
        """The office enters a note."""
        self.world.tell("office", f"enters a note for {job_id}: {text!r}")
        self.jobs[job_id].notes.append(replace_office(self._record("note", identity, self._note(text, "Office"))))

    def enter_invoice(self, contractor_id: str, identity: str, **fields: Any) -> None:
        """The office enters an invoice."""
        self.world.tell("office", f"enters {identity} itself")
        self.add_invoice(contractor_id, identity, **fields)
        replace_office(self.invoices[contractor_id][-1])

    def set_status(self, job_id: str, status_id: str) -> None:
        """The office changes a job's status."""
        self.world.tell("office", f"sets the status of {job_id} to {status_id}")
        self._set(self.jobs[job_id], status_id)

    def give_to(self, job_id: str, contractor_id: str) -> None:
        """The office gives a job to another contractor."""
        self.world.tell("office", f"gives {job_id} to {contractor_id}")
        job = self.jobs[job_id]
        job.contractor_id = contractor_id
        job.given_away_at = self.world.now

    def delete_record(self, job_id: str, contractor_id: str) -> None:
        """The office deletes the oldest note and the oldest invoice."""
        self.world.tell("office", f"deletes a note of {job_id} and an invoice of {contractor_id}")
        del self.jobs[job_id].notes[:1]
        del self.invoices[contractor_id][:1]

    def taken_over(self, submission_id: str) -> None:
        """A process discovered that the sender of a submission is gone: what it wrote may still take effect."""
        for act, number, after_s in self.orphans.pop(submission_id, ()):

            def take_effect(act: Callable[[], Any] = act, number: int = number, after_s: float = after_s) -> None:
                self.world.tell("AgentOS", f"write {number} takes effect")
                self._effect(submission_id, number, after_s)
                act()

            self.world.at(self.world.now + after_s, take_effect)

    def _set(self, job: ModelJob, status_id: str) -> None:
        job.status_id = status_id
        job.version += 1
        job.history.append((self.world.now, status_id))

    # writes ----------------------------------------------------------------------------------------------------------

    def write(
        self, process: Process, what: str, lease: LeaseEnd, timeout_s: float, act: Callable[[], Any]
    ) -> WriteAnswer:
        """One write, as the transport makes it. `act` makes the effect, and returns the answer of a success."""
        world = self.world
        self._begin(process, what, is_write=True)
        self.writes += 1
        number = self.writes
        fate = self._fate(number)
        task = running()
        submission_id = task.sending if task is not None else None
        if fate.how == "no connection":
            world.tell(process.name, f"write {number} ({what}): no connection")
            raise Unreachable(what, result=AttemptResult.NOT_SENT)
        process.step()
        if lease.is_past(process):
            world.tell(process.name, f"write {number} ({what}): the lease has ended, so nothing is sent")
            raise LeaseEnded(what, result=AttemptResult.NOT_SENT)
        if process.gap_freezes:  # between the check and the write
            process.freeze(process.gap_freezes.pop())
            self.raced = self.raced or lease.is_past(process)
        self._count()
        world.tell(process.name, f"write {number} ({what}) {fate}")
        job = self.jobs.get(what.rpartition(" ")[2])
        if job is not None and job.given_away_at is not None and job.given_away_at < world.now - 1.0:
            self.for_others.append(number)
        began = world.now
        if fate.how in ("ok", "no id"):
            answer: list[Any] = []

            def accept() -> None:
                self._effect(submission_id, number, 0.0)
                answer.append(act())

            world.at(began + fate.takes_s / 2, accept)
            self._wait(process, fate.takes_s)
            said = answer[0]
            return said if fate.how == "ok" else WriteAnswer()
        ended = began + min(fate.takes_s, timeout_s)
        if not isinstance(fate.how, int) or fate.how in (302, 408, 409, 423, 425) or fate.how >= 500:
            self.doubtful[submission_id] = self.doubtful.get(submission_id, 0) + 1
        has_ended = False
        is_orphan = False
        if fate.effect_s is not None:

            def take_effect() -> None:
                if is_orphan and fate.effect_s is not None and fate.effect_s > 0:
                    return  # it comes once somebody has discovered that its sender is gone
                if world.now > ended:
                    world.tell("AgentOS", f"write {number} takes effect")
                self._effect(submission_id, number, world.now - ended)
                act()

            world.at(max(began, ended + fate.effect_s), take_effect)
        try:
            self._wait(process, ended - began)
            has_ended = True
        finally:
            if not has_ended and fate.effect_s is not None and fate.effect_s > 0 and submission_id is not None:
                is_orphan = True
                self.orphans.setdefault(submission_id, []).append((act, number, fate.effect_s))
        raise self._error(what, fate.how)

    def _effect(self, submission_id: str | None, number: int, after_s: float) -> None:
        self.effects.append(Effect(submission_id, "", self.world.now, number, after_s))

    def _wait(self, process: Process, seconds: float) -> None:
        self.world.sleep(seconds)
        process.step()

    def _fate(self, number: int) -> Fate:
        if self.world.now >= self._quiet_at:
            return OK
        for one in self._weather:
            if one.begin <= self.world.now < one.end and one.what.startswith("writes "):
                how = one.what.removeprefix("writes ")
                return Fate(int(how) if how.isdigit() else how)
        return self._fates[number - 1] if number <= len(self._fates) else OK

    def _error(self, what: str, how: str | int) -> AgentOSError:
        if how == "cut":
            return Unreachable(what, result=AttemptResult.IN_DOUBT)
        if how == "timeout":
            return TimedOut(what, result=AttemptResult.IN_DOUBT)
        if how in ("html", "truncated"):
            return Malformed(str(how), status=200)
        return self._judged(what, int(how))

    def _judged(self, what: str, status: int) -> AgentOSError:
        """As `app.agentos.transport` judges a status."""
        if status in (403, 429):
            self.rest_until = self.world.now + REST_S
            return RateLimited(REST_S, status=status)
        if status == 404:
            return NotFound(what, status=status)
        if 400 <= status < 500 and status != 408:
            return Rejected(what, status)
        return Failed(what, status)

    def _begin(self, process: Process, what: str, *, is_write: bool = False) -> None:
        """Take a slot of the budget; here it is a plain count."""
        process.step()
        now = self.world.now
        if self.rest_until > now:
            raise RateLimited(self.rest_until - now)
        recent = [one for one in self.calls[-OUR_BUDGET:] if one > now - WINDOW_S]
        if len(recent) >= OUR_BUDGET:
            raise Busy(recent[0] + WINDOW_S - now)
        if any(one.begin <= now < one.end and one.what == "away" for one in self._weather):
            raise Unreachable(what, result=AttemptResult.NOT_SENT)

    def _count(self) -> None:
        self.calls.append(self.world.now)

    # reads -----------------------------------------------------------------------------------------------------------

    def read(self, process: Process, what: str) -> str | None:
        """Make a read: raise its failure, or return in which way its answer is false."""
        self._begin(process, what)
        self._count()
        false = None
        for one in self._weather:
            if one.begin <= self.world.now < one.end and one.what.startswith("reads "):
                false = one.what.removeprefix("reads ")
        self._wait(process, 30.0 if false == "timeout" else READ_S)
        if false == "timeout":
            raise TimedOut(what, result=AttemptResult.IN_DOUBT)
        if false == "cut":
            raise Unreachable(what, result=AttemptResult.IN_DOUBT)
        if false == "html":
            raise Malformed("html", status=200)
        if false is not None and false.isdigit():
            raise self._judged(what, int(false))
        return false

    def job(self, process: Process, job_id: str) -> Job:
        """One job, as AgentOS tells it."""
        false = self.read(process, "job")
        job = self.jobs.get(job_id)
        if job is None:
            self.world.tell(process.name, f"reads {job_id}: 404")
            raise NotFound("job", status=404)
        notes: tuple[Note, ...] | None = self._listed(job.notes, false)
        if false == "without notes":
            notes = None
        status_id: str | None = job.status_id if false != "without status" else None
        if self.world.story is not None:
            told = "no notes" if notes is None else f"{len(notes)} notes"
            self.world.tell(process.name, f"reads {job_id}: {told}, {status_id}{f' ({false})' if false else ''}")
        return Job(
            job_id=job_id,
            contractor_id="CON-OTHER" if false == "other contractor" else job.contractor_id,
            status_id=status_id,
            notes=notes,
            etag=f"v{job.version}",
        )

    def list_invoices(self, process: Process, contractor_id: str) -> ListedInvoices:
        """A contractor's invoices, as AgentOS tells them."""
        false = self.read(process, "invoices")
        records = self.invoices.get(contractor_id, [])
        if false == "without notes":
            raise Malformed("a list that is none", status=200)
        listed = self._listed(records, false)
        if self.world.story is not None:
            extra = f" ({false})" if false else ""
            self.world.tell(process.name, f"reads the invoices of {contractor_id}: {len(listed)}{extra}")
        return ListedInvoices(listed, complete=false != "incomplete")

    def _listed(self, records: list[Record], false: str | None) -> tuple[Any, ...]:
        seen = [one.thing for one in records if one.visible_at <= self.world.now]
        if false == "empty":
            return ()
        if false == "short":
            return tuple(seen[1:])
        if false == "without the newest":
            return tuple(seen[:-1]) if len(seen) > 1 else tuple(seen)
        if false == "without ids":
            return tuple(without_id(one) for one in seen)
        return tuple(seen)

    # storing ---------------------------------------------------------------------------------------------------------

    def store_note(self, job_id: str, text: str, author: str) -> Callable[[], WriteAnswer]:
        """What adds a note, in the way AgentOS stores it then."""

        def act() -> WriteAnswer:
            changes = self._storage_now().changes
            stored = text
            if "line ends" in changes:
                stored = stored.replace("\n", "\r\n") + " "
            if "entities" in changes:
                stored = html.escape(stored)
            if "truncated" in changes:
                stored = stored[:64]
            if "shortened" in changes:
                stored = stored[:40]
            note = self._note(stored, "Portal" if "author" in changes else author)
            self.jobs[job_id].notes.append(self._record("note", text, note))
            self._name_effect(text)
            return WriteAnswer(object_id=note.note_id, note=note)

        return act

    def store_status(self, job_id: str, status_id: str) -> Callable[[], WriteAnswer]:
        """What sets a status."""

        def act() -> WriteAnswer:
            job = self.jobs[job_id]
            self._set(job, status_id)
            self._name_effect(f"{job_id} {status_id}")
            return WriteAnswer(job=Job(job_id=job_id, status_id=status_id, etag=f"v{job.version}"))

        return act

    def store_invoice(self, contractor_id: str, draft: InvoiceDraft, document: str | None) -> Callable[[], WriteAnswer]:
        """What adds an invoice, in the way AgentOS stores it then."""

        def act() -> WriteAnswer:
            changes = self._storage_now().changes
            number, amount, description = draft.invoice_number, draft.amount, draft.description
            if "capitals" in changes and number is not None:
                number = f" {number.upper()}"
            if "net amounts" in changes:
                amount -= draft.vat or Decimal(0)
            if "in pence" in changes:
                amount, description, number = amount * 100, "An invoice", None
            if "truncated" in changes:
                description = description[:64]
            invoice = Invoice(
                invoice_id=self._id("INV"),
                job_id=draft.job_id,
                amount=amount,
                description=description,
                invoice_date=draft.invoice_date,
                invoice_number=None if "no number" in changes else number,
                document_name=None if "no document" in changes else document,
            )
            self.invoices.setdefault(contractor_id, []).append(self._record("invoice", draft.description, invoice))
            self._name_effect(draft.description)
            return WriteAnswer(object_id=invoice.invoice_id)

        return act

    def _name_effect(self, identity: str) -> None:
        self.effects[-1].identity = identity

    def _storage_now(self) -> Storage:
        return [storage for begin, storage in self._storage if begin <= self.world.now][-1]

    def _record(self, kind: str, identity: str, thing: Any) -> Record:
        visible_at = self.world.now + (self._storage_now().lag_s if self.world.now else 0.0)
        return Record(kind, identity, thing, visible_at, entered_at=self.world.now)

    def _note(self, text: str, author: str) -> Note:
        return Note(note_id=self._id("NOTE"), note=text, author=author, created_at=datetime(2026, 11, 25, 9, 0))  # noqa: DTZ001

    def _id(self, prefix: str) -> str:
        self._ids += 1
        return f"{prefix}-{self._ids}"


def replace_office(record: Record) -> Record:
    """Say that the office entered a record."""
    record.by_office = True
    return record


def without_id(thing: Any) -> Any:
    """A note or an invoice as a list gives it that leaves ids out."""
    return replace(thing, note_id=None) if isinstance(thing, Note) else replace(thing, invoice_id=None)


class ListedInvoices:
    """A list of invoices, as `app.agentos.listing.Listing` gives it."""

    def __init__(self, invoices: tuple[Invoice, ...], *, complete: bool) -> None:
        self._invoices = invoices
        self.complete = complete

    def whole(self) -> tuple[Invoice, ...]:
        """All of them; the real list leaves out rows without an id, and is not complete then."""
        if any(one.invoice_id is None for one in self._invoices):
            self.complete = False
        return tuple(one for one in self._invoices if one.invoice_id is not None)


class ModelGateway:
    """The gateway to the model, with the methods that submissions use."""

    def __init__(self, agentos: AgentOS, process: Process) -> None:
        self._agentos = agentos
        self._process = process

    def job(self, job_id: str) -> Job:
        """One job."""
        return self._agentos.job(self._process, job_id)

    def invoices(self, contractor_id: str) -> ListedInvoices:
        """A contractor's invoices."""
        return self._agentos.list_invoices(self._process, contractor_id)

    def add_note(self, job_id: str, text: str, author: str, *, lease: LeaseEnd) -> WriteAnswer:
        """Add a note."""
        act = self._agentos.store_note(job_id, text, author)
        return self._agentos.write(self._process, f"a note for {job_id}", lease, 15.0, act)

    def set_status(self, job_id: str, status_id: str, *, lease: LeaseEnd) -> WriteAnswer:
        """Set a job's status."""
        act = self._agentos.store_status(job_id, status_id)
        return self._agentos.write(self._process, f"{status_id} for {job_id}", lease, 15.0, act)

    def submit_invoice(
        self, contractor_id: str, draft: InvoiceDraft, document: Any = None, *, lease: LeaseEnd
    ) -> WriteAnswer:
        """Submit an invoice."""
        act = self._agentos.store_invoice(contractor_id, draft, document.name if document else None)
        return self._agentos.write(self._process, f"an invoice for {draft.job_id}", lease, 60.0, act)


def an_invoice(job_id: str, text: str, number: int, pounds: int) -> InvoiceDraft:
    """An invoice that is told apart by its text."""
    return InvoiceDraft(
        job_id=job_id,
        statement_id=None,
        amount=Decimal(pounds),
        vat=Decimal(20),
        description=text,
        invoice_date=date(2026, 11, 25),
        invoice_number=f"inv {number}",
    )
