"""The records of the model of AgentOS: stored writes, and entries of its office."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from app.agentos.gateway import WriteAnswer
from app.domain.invoice import Invoice, InvoiceDraft
from app.domain.job import Job, Note
from app.domain.submission import Submission, SubmissionKind
from tests.simulation.world import World

ENTERED = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
OPEN_STATUS, DONE_STATUS, OTHER_STATUS = "S-OPEN", "S-DONE", "S-OTHER"


@dataclass(frozen=True, slots=True)
class Storage:
    """AgentOS's storage: names of changes to stored fields, and the delay until a new record is listed."""

    changes: frozenset[str] = frozenset()
    lag_s: float = 0.0


@dataclass(slots=True)
class Record:
    """A note or an invoice in AgentOS. `identity`: the text of its submission; `by_office`: the office entered it."""

    kind: str
    identity: str
    item: Any
    visible_at: float
    by_office: bool = False
    entered_at: float = 0.0


@dataclass(slots=True)
class Effect:
    """The effect of a write. `after_s`: seconds after its response, or after the portal saw its end.

    `record_id`: the id of the new note or invoice.
    """

    submission_id: str | None
    identity: str
    at: float
    write: int
    after_s: float
    record_id: str | None = None


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


class Records:
    """All records of AgentOS, and the effects of all writes."""

    def __init__(self, world: World, storage: list[tuple[float, Storage]]) -> None:
        self.world = world
        self.jobs: dict[str, ModelJob] = {}
        self.invoices: dict[str, list[Record]] = {}
        self.effects: list[Effect] = []
        self._storage = storage
        self._ids = 0

    # actions of people, and of time -----------------------------------------------------------------------------------

    def add_job(self, job_id: str, contractor_id: str, notes: int = 1) -> None:
        """Add a job with some notes."""
        self.jobs[job_id] = job = ModelJob(job_id, contractor_id)
        for number in range(notes):
            job.notes.append(self._record("note", f"old note {number} of {job_id}", self._note("An old note.", "Ann")))

    def add_invoice(self, contractor_id: str, identity: str, **fields: Any) -> None:
        """Add an invoice, from before the history or from the office."""
        invoice = Invoice(invoice_id=self._id("INV"), **fields)
        self.invoices.setdefault(contractor_id, []).append(self._record("invoice", identity, invoice))

    def enter_note(self, job_id: str, identity: str, text: str) -> None:
        """Enter a note, as the office does."""
        self.world.tell("office", f"enters a note for {job_id}: {text!r}")
        self.jobs[job_id].notes.append(replace_office(self._record("note", identity, self._note(text, "Office"))))

    def enter_invoice(self, contractor_id: str, identity: str, **fields: Any) -> None:
        """Enter an invoice, as the office does."""
        self.world.tell("office", f"enters {identity} itself")
        self.add_invoice(contractor_id, identity, **fields)
        replace_office(self.invoices[contractor_id][-1])

    def set_status(self, job_id: str, status_id: str) -> None:
        """Change a job's status, as the office does."""
        self.world.tell("office", f"sets the status of {job_id} to {status_id}")
        self._set(self.jobs[job_id], status_id)

    def give_to(self, job_id: str, contractor_id: str) -> None:
        """Give a job to another contractor, as the office does."""
        self.world.tell("office", f"gives {job_id} to {contractor_id}")
        job = self.jobs[job_id]
        job.contractor_id = contractor_id
        job.given_away_at = self.world.now

    def delete_record(self, job_id: str, contractor_id: str) -> None:
        """Delete the oldest note and the oldest invoice, as the office does."""
        self.world.tell("office", f"deletes a note of {job_id} and an invoice of {contractor_id}")
        del self.jobs[job_id].notes[:1]
        del self.invoices[contractor_id][:1]

    def records_of(self, row: Submission) -> int:
        """Return the number of records with the text of a submission."""
        if row.kind is SubmissionKind.NOTE:
            return sum(record.identity == row.content.text for record in self.jobs[row.job_id or ""].notes)
        return sum(record.identity == row.content.description for record in self.invoices[row.contractor_id])

    def _set(self, job: ModelJob, status_id: str) -> None:
        job.status_id = status_id
        job.version += 1
        job.history.append((self.world.now, status_id))

    # storing ---------------------------------------------------------------------------------------------------------

    def store_note(self, job_id: str, text: str, author: str) -> Callable[[], WriteAnswer]:
        """Return a function that adds a note, with the storage's changes at that moment."""

        def act() -> WriteAnswer:
            changes = self._storage_now().changes
            stored = _ascii(text) if "question marks" in changes else text
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
            self._name_effect(text, note.note_id)
            return WriteAnswer(object_id=note.note_id, note=note)

        return act

    def store_status(self, job_id: str, status_id: str) -> Callable[[], WriteAnswer]:
        """Return a function that sets a status."""

        def act() -> WriteAnswer:
            job = self.jobs[job_id]
            self._set(job, status_id)
            self._name_effect(f"{job_id} {status_id}")
            return WriteAnswer(job=Job(job_id=job_id, status_id=status_id, etag=f"v{job.version}"))

        return act

    def store_invoice(self, contractor_id: str, draft: InvoiceDraft, document: str | None) -> Callable[[], WriteAnswer]:
        """Return a function that adds an invoice, with the storage's changes at that moment."""

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
            if "question marks" in changes:
                description = _ascii(description)
            invoice = Invoice(
                invoice_id=self._id("INV"),
                job_id=draft.job_id,
                amount=amount,
                description=None if "no description" in changes else description,
                invoice_date=draft.invoice_date,
                invoice_number=None if "no number" in changes else number,
                document_name=None if "no document" in changes else document,
            )
            self.invoices.setdefault(contractor_id, []).append(self._record("invoice", draft.description, invoice))
            self._name_effect(draft.description, invoice.invoice_id)
            return WriteAnswer(object_id=invoice.invoice_id)

        return act

    def _effect(self, submission_id: str | None, number: int, after_s: float) -> None:
        self.effects.append(Effect(submission_id, "", self.world.now, number, after_s))

    def _name_effect(self, identity: str, record_id: str | None = None) -> None:
        self.effects[-1].identity, self.effects[-1].record_id = identity, record_id

    def _storage_now(self) -> Storage:
        return [storage for begin, storage in self._storage if begin <= self.world.now][-1]

    def _record(self, kind: str, identity: str, item: Any) -> Record:
        visible_at = self.world.now + (self._storage_now().lag_s if self.world.now else 0.0)
        return Record(kind, identity, item, visible_at, entered_at=self.world.now)

    def _note(self, text: str, author: str) -> Note:
        return Note(note_id=self._id("NOTE"), note=text, author=author, created_at=ENTERED)

    def _id(self, prefix: str) -> str:
        self._ids += 1
        return f"{prefix}-{self._ids}"


def _ascii(text: str) -> str:
    return text.encode("ascii", "replace").decode()


def replace_office(record: Record) -> Record:
    """Mark a record as entered by the office."""
    record.by_office = True
    return record


def without_id(item: Any) -> Any:
    """Return a note or an invoice without its id, as in a list that lacks ids."""
    return replace(item, note_id=None) if isinstance(item, Note) else replace(item, invoice_id=None)


def an_invoice(job_id: str, text: str, number: int, pounds: int) -> InvoiceDraft:
    """Return an invoice. `text` identifies it."""
    return InvoiceDraft(
        job_id=job_id,
        statement_id=None,
        amount=Decimal(pounds),
        vat=Decimal(20),
        description=text,
        invoice_date=date(2026, 11, 25),
        invoice_number=f"inv {number}",
    )
