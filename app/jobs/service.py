"""A contractor's maintenance jobs, read from the mirror."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from app.domain.errors import NotFound
from app.domain.job import Job, Note, Property
from app.domain.paging import Page, cut
from app.domain.reading import Reading
from app.domain.words import Words
from app.mirror.kinds import Collection, Kind
from app.services import Portal, Visit


@dataclass(frozen=True, kw_only=True, slots=True)
class Reporter:
    """Who reported a job."""

    name: str | None
    phone: str | None
    email: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownJob:
    """A job as its contractor sees it; `cancelled` is not shown, but decides what is open."""

    job_id: str
    reference: str | None
    title: str | None
    description: str | None
    status: str | None
    completed: bool
    cancelled: bool
    priority: str | None
    category: str | None
    reported_at: datetime | None
    completed_at: datetime | None
    place: Property | None
    reported_by: Reporter
    notes: tuple[Note, ...]
    notes_complete: bool

    @property
    def active(self) -> bool:
        """Neither done nor called off."""
        return not self.completed and not self.cancelled


def list_jobs(
    portal: Portal,
    visit: Visit,
    *,
    status: Literal["open", "completed"] | None = None,
    q: str = "",
    offset: int = 0,
    limit: int | None = None,
) -> Reading[Page[ShownJob]]:
    """This contractor's jobs, `reported_at` newest first, those without last. Raises `NotReady`, `Misconfigured`."""
    words = q.casefold().split()

    def wanted(job: ShownJob) -> bool:
        held = {"open": job.active, "completed": job.completed, None: True}[status]
        return held and all(word in _text(job) for word in words)

    def value() -> Page[ShownJob]:
        show = shower(portal, visit)
        jobs = portal.mirror.things(visit.agency.short_name, Kind.JOB, contractor_id=visit.contractor_id)
        found = sorted(filter(wanted, map(show, jobs)), key=lambda job: job.job_id)
        found.sort(key=lambda job: job.reported_at.timestamp() if job.reported_at else float("-inf"), reverse=True)
        return cut(found, offset, limit)

    began = portal.clock.now()
    reading = portal.reader.read(visit.agency, job_lists(portal, visit), visit.asker, value, kind=Kind.JOB)
    return reading.until(*_closing(portal, reading.value.items, began))


def get_job(portal: Portal, visit: Visit, job_id: str) -> Reading[ShownJob]:
    """One of this contractor's jobs. Raises `NotFound`, `NotReady`, `Misconfigured`."""

    def value() -> ShownJob:
        job: Job | None = portal.mirror.thing(visit.agency.short_name, Kind.JOB, job_id)
        if job is None or job.contractor_id != visit.contractor_id:
            raise NotFound("job")
        return shower(portal, visit)(job)

    return portal.reader.read(visit.agency, job_lists(portal, visit), visit.asker, value, kind=Kind.JOB)


def job_lists(portal: Portal, visit: Visit) -> Callable[[], list[Collection] | None]:
    """What an answer about jobs is made of: every branch's list, and the agency's status words."""

    def needs() -> list[Collection] | None:
        lists = portal.mirror.branch_lists(visit.agency, Kind.JOB)
        return None if lists is None else [*lists, Collection(visit.agency.short_name, Kind.STATUS)]

    return needs


def words_of(portal: Portal, visit: Visit) -> Words:
    """The agency's status words, as far as they were read."""
    return Words(visit.agency, portal.mirror.things(visit.agency.short_name, Kind.STATUS))


def shower(portal: Portal, visit: Visit) -> Callable[[Job], ShownJob]:
    """What turns this agency's jobs into what its contractor sees."""
    words = words_of(portal, visit)
    places: dict[str, Property] = {
        one.property_id: one for one in portal.mirror.things(visit.agency.short_name, Kind.PROPERTY)
    }
    closed_before = portal.clock.now() - timedelta(days=portal.config.contact_days)

    def show(job: Job) -> ShownJob:
        completed = words.is_completed(job)
        private = completed and job.completed_at is not None and job.completed_at < closed_before
        return ShownJob(
            job_id=job.job_id,
            reference=job.reference,
            title=job.title,
            description=job.description,
            status=words.status(job),
            completed=completed,
            cancelled=words.is_cancelled(job),
            priority=job.priority,
            category=job.category,
            reported_at=job.reported_at,
            completed_at=job.completed_at,
            place=_place(job, places.get(job.property_id or ""), private=private),
            reported_by=Reporter(
                name=job.reporter_name,
                phone=None if private else job.reporter_phone,
                email=None if private else job.reporter_email,
            ),
            notes=job.notes or (),
            notes_complete=job.notes is not None,
        )

    return show


def _place(job: Job, known: Property | None, *, private: bool) -> Property | None:
    """Where the job is: its own row's words first, then its property's."""
    address = job.address or (known.address if known else None)
    if job.property_id is None and address is None:
        return None
    access = job.access or (known.access if known else None)
    return Property(
        property_id=job.property_id,
        address=address,
        postcode=job.postcode or (known.postcode if known else None),
        access=None if private else access,
    )


def _closing(portal: Portal, jobs: Sequence[ShownJob], began: datetime) -> Iterator[datetime]:
    """The moments from which on contact data of these jobs, worked out since `began`, is shown no more."""
    for job in jobs:
        if job.completed and job.completed_at is not None:
            with suppress(OverflowError):  # at the end of time, as .NET writes no date
                closes = job.completed_at + timedelta(days=portal.config.contact_days)
                if closes >= began:
                    yield closes


def _text(job: ShownJob) -> str:
    address = job.place.address if job.place else None
    return "\n".join(part for part in (job.reference, job.title, job.description, address) if part).casefold()
