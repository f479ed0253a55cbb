"""A contractor's maintenance jobs, from the mirror."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Literal, TypeVar

from app.domain.clock import is_within, london_date
from app.domain.errors import NotFound
from app.domain.invoice import InvoiceState
from app.domain.job import Job, PresentedJob
from app.domain.paging import WHOLE, Page, PageQuery, Position, page_of, position_of
from app.domain.reading import Reading
from app.domain.statement import Statement
from app.jobs.search import matcher
from app.mirror.job_view import job_lists
from app.mirror.kinds import PERSONAL_LISTS, Collection, Kind
from app.mirror.schedule import is_read
from app.services import RequestContext, Services
from app.submissions.invoice_list import invoices_of

T = TypeVar("T")


def list_jobs(
    services: Services,
    context: RequestContext,
    *,
    status: Literal["open", "completed", "cancelled"] | None = None,
    q: str = "",
    to_invoice: bool = False,
    since: date | None = None,
    until: date | None = None,
    page: PageQuery = WHOLE,
) -> Reading[Page[PresentedJob]]:
    """Return this contractor's jobs: newest report first, undated last. Raise `NotReady` or `Misconfigured`.

    `since` and `until` are the first and the last date of the report, in London. `to_invoice`: only jobs that need an
    invoice. These, and completed jobs, are sorted by their completion.
    """
    matches_words = matcher(q)

    def matches(job: PresentedJob) -> bool:
        states = {"open": job.active, "completed": job.completed, "cancelled": job.cancelled, None: True}
        reported_on = london_date(job.reported_at) if job.reported_at else None
        return states[status] and matches_words(job) and is_within(reported_on, since, until)

    def position(job: PresentedJob) -> Position:
        by_completion = to_invoice or status == "completed"
        return position_of(job.completed_at if by_completion else job.reported_at, job.job_id)

    def value() -> Page[PresentedJob]:
        present = services.job_presenter(context.agency, context.contractor_id)
        records = services.mirror.list_records(context.agency.short_name, Kind.JOB, contractor_id=context.contractor_id)
        jobs = filter(matches, map(present, records))
        return page_of(_without_invoice(services, context, jobs) if to_invoice else jobs, position, page)

    began = services.clock.now()
    reading = _read(services, context, value, _invoice_lists(context) if to_invoice else ())
    return reading.until(*_contact_ends(services, reading.value.items, began))


def get_job(services: Services, context: RequestContext, job_id: str) -> Reading[PresentedJob]:
    """Return a job of this contractor. Raise `NotFound`, `NotReady` or `Misconfigured`."""

    def value() -> PresentedJob:
        job: Job | None = services.mirror.get_record(context.agency.short_name, Kind.JOB, job_id)
        if job is None or job.contractor_id != context.contractor_id:
            raise NotFound("job")
        return services.job_presenter(context.agency, context.contractor_id)(job)

    return _read(services, context, value)


def _read(
    services: Services, context: RequestContext, value: Callable[[], T], further: Sequence[Collection] = ()
) -> Reading[T]:
    """Return a value that needs the lists of jobs, and `further` lists whose age counts too."""
    needs = job_lists(services.mirror, context.agency, further)
    kinds = (Kind.JOB, *(collection.kind for collection in further))
    return services.reader.read(context.agency, needs, context.caller, value, kinds=kinds)


def _invoice_lists(context: RequestContext) -> list[Collection]:
    """Return the lists that may have an invoice or a payment for a job, as far as the agency offers them."""
    lists = (Collection(context.agency.short_name, kind, context.contractor_id) for kind in PERSONAL_LISTS)
    return [collection for collection in lists if is_read(context.agency, collection)]


def _without_invoice(
    services: Services, context: RequestContext, jobs: Iterable[PresentedJob]
) -> Iterator[PresentedJob]:
    """Yield the completed jobs without an invoice, a statement or a mark. A rejected invoice does not count."""
    invoiced = {each.job_id for each in invoices_of(services, context) if each.state is not InvoiceState.REJECTED}
    for kind in (Kind.HISTORICAL, Kind.PENDING):
        statements: list[Statement] = services.mirror.list_records(
            context.agency.short_name, kind, contractor_id=context.contractor_id
        )
        invoiced |= {statement.job_id for statement in statements}
    for job in jobs:
        if job.completed and not job.cancelled and job.invoicing is None and job.job_id not in invoiced:
            yield job


def _contact_ends(services: Services, jobs: Sequence[PresentedJob], began: datetime) -> Iterator[datetime]:
    """Yield the times after `began` at which contact data of these jobs becomes null."""
    for job in jobs:
        if job.completed and job.completed_at is not None:
            with suppress(OverflowError):  # .NET writes 31 December 9999 for no date
                closes = job.completed_at + timedelta(days=services.config.contact_days)
                if closes >= began:
                    yield closes
