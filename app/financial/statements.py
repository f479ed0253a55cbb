"""A contractor's statements, and figures calculated from them and from the jobs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

from app.domain.agency import HISTORICAL, PENDING
from app.domain.clock import Deadline, is_within
from app.domain.errors import Misconfigured, NotFound, NotOffered, NotReady
from app.domain.paging import WHOLE, Page, PageQuery, Position, page_of, position_of
from app.domain.reading import Reading
from app.domain.statement import Statement
from app.mirror.job_view import job_lists, job_statuses
from app.mirror.kinds import Collection, Kind
from app.mirror.reader import FIRST_READ_WAIT_S
from app.services import RequestContext, Services

T = TypeVar("T")

OPERATIONS = {Kind.HISTORICAL: HISTORICAL, Kind.PENDING: PENDING}


def list_statements(
    services: Services,
    context: RequestContext,
    kind: Kind,
    *,
    since: date | None = None,
    until: date | None = None,
    page: PageQuery = WHOLE,
) -> Reading[tuple[Page[Statement], Decimal]]:
    """Return historical or pending statements, newest first, dated from `since` to `until` inclusive.

    Beside the page is the sum of the amounts of all statements that match, in pounds. Raise `NotOffered` or `NotReady`.
    """
    context.agency.require(OPERATIONS[kind], f"{kind.value} statements")

    def value(statements: list[Statement]) -> tuple[Page[Statement], Decimal]:
        matching = [statement for statement in statements if is_within(statement.dated, since, until)]
        return page_of(matching, _position, page), _sum(matching)

    return _read(services, context, kind, value)


def get_statement(services: Services, context: RequestContext, statement_id: str) -> Reading[Statement]:
    """Return a statement of this contractor, historical or pending. Raise `NotOffered`, `NotFound` or `NotReady`."""
    agency = context.agency.short_name
    kinds = [kind for kind, operation in OPERATIONS.items() if context.agency.offers(operation)]
    if not kinds:
        raise NotOffered("statements")

    def value() -> Statement:
        mirror, contractor_id = services.mirror, context.contractor_id
        # Historical first, because a statement in both lists is no longer pending.
        rows = (row for kind in kinds for row in mirror.list_records(agency, kind, contractor_id=contractor_id))
        statement: Statement | None = next((row for row in rows if row.statement_id == statement_id), None)
        if statement is None:
            raise NotFound("statement")
        return statement

    needs = [Collection(agency, kind, context.contractor_id) for kind in kinds]
    return services.reader.read(context.agency, lambda: needs, context.caller, value)


def pending_ids(services: Services, context: RequestContext) -> set[str]:
    """Return the ids of this contractor's pending statements. Raise `NotReady`."""
    ids = _read(services, context, Kind.PENDING, lambda statements: {each.statement_id for each in statements})
    return ids.value


def insights(services: Services, context: RequestContext) -> Reading[dict[str, Any]]:
    """Return the numbers of jobs and the sums of money in pounds; None for a source that is not ready or misconfigured.

    The figures are stale if a source is stale or missing.
    """
    patience = Deadline(services.clock, min(FIRST_READ_WAIT_S, context.caller.deadline.left()))
    context = replace(context, caller=replace(context.caller, deadline=patience))

    nothing: Reading[Any] = Reading(None, services.clock.now(), stale=False)

    def amount(kind: Kind) -> Reading[Any]:
        return _read(services, context, kind, _sum) if context.agency.offers(OPERATIONS[kind]) else nothing

    counts = partial(_count_jobs, services, context)
    readings: list[Reading[Any]] = []
    is_complete = True
    for read in (counts, partial(amount, Kind.PENDING), partial(amount, Kind.HISTORICAL)):
        try:
            readings.append(read())
        except (NotReady, Misconfigured):
            readings.append(nothing)
            is_complete = False
    jobs, pending, earned = (reading.value for reading in readings)
    total, active, completed = jobs or (None, None, None)
    return Reading(
        {
            "total_assigned_jobs": total,
            "active_jobs": active,
            "completed_jobs": completed,
            "pending_payment_amount": pending,
            "total_earned_amount": earned,
        },
        min(reading.as_of for reading in readings),
        not is_complete or any(reading.stale for reading in readings),
        frozenset().union(*(reading.sources for reading in readings)) if is_complete else frozenset(),
    )


def _count_jobs(services: Services, context: RequestContext) -> Reading[tuple[int, int, int]]:
    name, mirror = context.agency.short_name, services.mirror

    def value() -> tuple[int, int, int]:
        statuses = job_statuses(mirror, context.agency)
        jobs = mirror.list_records(name, Kind.JOB, contractor_id=context.contractor_id)
        completed = sum(statuses.is_completed(job) for job in jobs)
        active = sum(not (statuses.is_completed(job) or statuses.is_cancelled(job)) for job in jobs)
        return len(jobs), active, completed

    return services.reader.read(
        context.agency, job_lists(mirror, context.agency), context.caller, value, kinds=(Kind.JOB,)
    )


def _read(
    services: Services, context: RequestContext, kind: Kind, value_of: Callable[[list[Statement]], T]
) -> Reading[T]:
    """Return `value_of` for this contractor's statements. A pending statement that is also historical is left out."""
    agency = context.agency.short_name

    def rows(kind: Kind) -> list[Statement]:
        return services.mirror.list_records(agency, kind, contractor_id=context.contractor_id)

    def value() -> T:
        processed = {statement.statement_id for statement in rows(Kind.HISTORICAL)} if kind is Kind.PENDING else set()
        return value_of([statement for statement in rows(kind) if statement.statement_id not in processed])

    needs = [Collection(agency, kind, context.contractor_id)]
    return services.reader.read(context.agency, lambda: needs, context.caller, value)


def _position(statement: Statement) -> Position:
    return position_of(statement.dated, statement.statement_id)


def _sum(statements: list[Statement]) -> Decimal:
    return sum((statement.amount for statement in statements if statement.amount is not None), Decimal(0))
