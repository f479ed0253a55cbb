"""A contractor's maintenance jobs, from the mirror."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Literal

from app.domain.clock import is_within, london_date
from app.domain.errors import NotFound
from app.domain.job import Job, PresentedJob
from app.domain.paging import WHOLE, Page, PageQuery, Position, page_of, position_of
from app.domain.reading import Reading
from app.mirror.job_view import job_lists
from app.mirror.kinds import Kind
from app.services import RequestContext, Services


def list_jobs(
    services: Services,
    context: RequestContext,
    *,
    status: Literal["open", "completed", "cancelled"] | None = None,
    q: str = "",
    since: date | None = None,
    until: date | None = None,
    page: PageQuery = WHOLE,
) -> Reading[Page[PresentedJob]]:
    """Return this contractor's jobs: newest report first, undated last. Raise `NotReady` or `Misconfigured`.

    `since` and `until` are the first and the last date of the report, in London.
    """
    words = q.casefold().split()

    def matches(job: PresentedJob) -> bool:
        states = {"open": job.active, "completed": job.completed, "cancelled": job.cancelled, None: True}
        reported_on = london_date(job.reported_at) if job.reported_at else None
        return states[status] and all(word in _text(job) for word in words) and is_within(reported_on, since, until)

    def value() -> Page[PresentedJob]:
        present = services.job_presenter(context.agency)
        records = services.mirror.list_records(context.agency.short_name, Kind.JOB, contractor_id=context.contractor_id)
        return page_of(filter(matches, map(present, records)), _position, page)

    began = services.clock.now()
    reading = services.reader.read(
        context.agency, job_lists(services.mirror, context.agency), context.caller, value, kind=Kind.JOB
    )
    return reading.until(*_contact_ends(services, reading.value.items, began))


def get_job(services: Services, context: RequestContext, job_id: str) -> Reading[PresentedJob]:
    """Return a job of this contractor. Raise `NotFound`, `NotReady` or `Misconfigured`."""

    def value() -> PresentedJob:
        job: Job | None = services.mirror.get_record(context.agency.short_name, Kind.JOB, job_id)
        if job is None or job.contractor_id != context.contractor_id:
            raise NotFound("job")
        return services.job_presenter(context.agency)(job)

    return services.reader.read(
        context.agency, job_lists(services.mirror, context.agency), context.caller, value, kind=Kind.JOB
    )


def _position(job: PresentedJob) -> Position:
    return position_of(job.reported_at, job.job_id)


def _contact_ends(services: Services, jobs: Sequence[PresentedJob], began: datetime) -> Iterator[datetime]:
    """Yield the times after `began` at which contact data of these jobs becomes null."""
    for job in jobs:
        if job.completed and job.completed_at is not None:
            with suppress(OverflowError):  # .NET writes 31 December 9999 for no date
                closes = job.completed_at + timedelta(days=services.config.contact_days)
                if closes >= began:
                    yield closes


def _text(job: PresentedJob) -> str:
    address = job.place.address if job.place else None
    return "\n".join(part for part in (job.reference, job.title, job.description, address) if part).casefold()
