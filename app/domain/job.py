"""Maintenance jobs and their notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusType:
    """A job status, with the agency's own name for it."""

    status_id: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Property:
    """A property to which jobs belong."""

    property_id: str | None
    address: str | None = None
    postcode: str | None = None
    access: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A remark on a job, readable by the agency and perhaps the landlord."""

    note_id: str | None
    note: str = ""
    author: str | None = None
    created_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """A maintenance job in AgentOS.

    `notes` is None if the response had no notes field. `former_status_id` is the status before the present status,
    if the mirror noticed the change.
    """

    job_id: str
    contractor_id: str | None = None
    reference: str | None = None
    title: str | None = None
    description: str | None = None
    status_id: str | None = None
    status: str | None = None
    former_status_id: str | None = None
    priority: str | None = None
    category: str | None = None
    property_id: str | None = None
    address: str | None = None
    postcode: str | None = None
    access: str | None = None
    staff_id: str | None = None
    reported_at: datetime | None = None
    completed_at: datetime | None = None
    reporter_name: str | None = None
    reporter_phone: str | None = None
    reporter_email: str | None = None
    notes: tuple[Note, ...] | None = None
    etag: str | None = None

    def holds_notes_of(self, known: Job | None) -> bool:
        """Return True if this version contains all notes of the `known` version, compared by id."""
        ids = {note.note_id for note in (known and known.notes) or () if note.note_id is not None}
        return ids <= {note.note_id for note in self.notes or ()}

    def after(self, known: Job) -> Job:
        """Return this newer version with its former status, and if it has no notes, with the `known` notes."""
        changed = None not in (known.status_id, self.status_id) and known.status_id != self.status_id
        return replace(
            self,
            notes=known.notes if self.notes is None else self.notes,
            former_status_id=known.status_id if changed else known.former_status_id,
        )


ELSEWHERE, NO_CHARGE = INVOICING_STATES = ("elsewhere", "no-charge")
"""The reasons why a job needs no invoice through the portal: it was invoiced elsewhere, or it is free."""


@dataclass(frozen=True, kw_only=True, slots=True)
class InvoicingMark:
    """A contractor's mark of a job that needs no invoice. `state`: one of `INVOICING_STATES`.

    `invoice_number`: of an invoice that was sent elsewhere, if known.
    """

    state: str
    invoice_number: str | None
    at: datetime


USUAL_PRIORITIES = ("high", "medium", "low")
"""The priorities after an emergency, the most urgent first."""


def priority_rank(priority: str | None, emergencies: Iterable[str]) -> int | None:
    """Return the rank of a priority: 0 for one of the agency's `emergencies`, 1 to 3 for usual ones, else None."""
    word = folded(priority)
    if word in map(folded, emergencies):
        return 0
    return USUAL_PRIORITIES.index(word) + 1 if word in USUAL_PRIORITIES else None


def folded(word: str | None) -> str:
    """Return one of AgentOS's words for comparison, without case and outer blanks."""
    return (word or "").strip().casefold()


@dataclass(frozen=True, kw_only=True, slots=True)
class PresentedJob:
    """A job as its contractor sees it. `cancelled` is not in responses: it decides if the job is active.

    `priority_rank`: see the function. `reported_by`: the name, the phone number and the e-mail address of the person
    who reported it. `invoicing`: the contractor's mark, if any.
    """

    job_id: str
    reference: str | None
    title: str | None
    description: str | None
    status: str | None
    completed: bool
    cancelled: bool
    priority: str | None
    priority_rank: int | None
    category: str | None
    reported_at: datetime | None
    completed_at: datetime | None
    place: Property | None
    reported_by: dict[str, str | None]
    notes: tuple[Note, ...]
    notes_complete: bool
    invoicing: InvoicingMark | None

    @property
    def emergency(self) -> bool:
        """True if the job's priority is one of the agency's emergencies."""
        return self.priority_rank == 0

    @property
    def active(self) -> bool:
        """True if the job is neither completed nor cancelled."""
        return not self.completed and not self.cancelled
