"""A contractor's maintenance jobs, read from the mirror."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Literal

from app.domain.errors import NotFound
from app.domain.job import Job, ShownJob
from app.domain.paging import Page, cut
from app.domain.reading import Reading
from app.mirror.job_view import job_lists
from app.mirror.kinds import Kind
from app.services import Portal, Visit


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
        show = portal.job_presenter(visit.agency)
        jobs = portal.mirror.things(visit.agency.short_name, Kind.JOB, contractor_id=visit.contractor_id)
        found = sorted(filter(wanted, map(show, jobs)), key=lambda job: job.job_id)
        found.sort(key=lambda job: job.reported_at.timestamp() if job.reported_at else float("-inf"), reverse=True)
        return cut(found, offset, limit)

    began = portal.clock.now()
    reading = portal.reader.read(
        visit.agency, job_lists(portal.mirror, visit.agency), visit.asker, value, kind=Kind.JOB
    )
    return reading.until(*_closing(portal, reading.value.items, began))


def get_job(portal: Portal, visit: Visit, job_id: str) -> Reading[ShownJob]:
    """One of this contractor's jobs. Raises `NotFound`, `NotReady`, `Misconfigured`."""

    def value() -> ShownJob:
        job: Job | None = portal.mirror.thing(visit.agency.short_name, Kind.JOB, job_id)
        if job is None or job.contractor_id != visit.contractor_id:
            raise NotFound("job")
        return portal.job_presenter(visit.agency)(job)

    return portal.reader.read(visit.agency, job_lists(portal.mirror, visit.agency), visit.asker, value, kind=Kind.JOB)


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
