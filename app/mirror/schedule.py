"""The collections that the worker keeps fresh, and those of them that are due."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, bindparam, func, select, true

from app.agentos.caller import Role
from app.domain.agency import HISTORICAL, LIST_INVOICES, PENDING, Agency
from app.domain.clock import to_text
from app.domain.errors import Misconfigured
from app.domain.job import StatusType
from app.domain.job_status import JobStatuses
from app.mirror.deletion import delete_collection
from app.mirror.kinds import AGENCY_LISTS, DECODERS, PERSONAL_LISTS, Collection, Kind
from app.mirror.mirror import NEVER_READ, CollectionState, Mirror
from app.mirror.rows import visible
from app.store.tables import collections, emails, records, sessions

RECENT_SIGN_IN = timedelta(days=30)
"""The statements and invoices of people who signed in within this time are kept fresh."""

OPERATIONS = {Kind.HISTORICAL: HISTORICAL, Kind.PENDING: PENDING, Kind.INVOICE: LIST_INVOICES}
BRANCH_LISTS = (Kind.CONTRACTOR, Kind.JOB)
"""Lists of which AgentOS has one for each branch."""

OF_AGENCIES = records.c.agency.in_(bindparam("agencies", expanding=True))
LISTED = OF_AGENCIES & visible(records, records.c.kind)
BRANCHES = (
    select(records.c.agency, records.c.record_id)
    .where(LISTED, records.c.kind == Kind.BRANCH)
    .order_by(records.c.sequence)
)
STATUS_TYPES = select(records.c.agency, records.c.body).where(LISTED, records.c.kind == Kind.STATUS)
SEEN_AT = func.max(sessions.c.seen_at)
PEOPLE = (
    select(emails.c.agency, emails.c.contractor_id, SEEN_AT.label("seen_at"))
    .join(sessions, sessions.c.email == emails.c.email)
    .where(emails.c.agency.in_(bindparam("agencies", expanding=True)), visible(emails, Kind.CONTRACTOR))
    .where(sessions.c.seen_at >= bindparam("seen_since"))
    .group_by(emails.c.agency, emails.c.contractor_id)
    .order_by(SEEN_AT.desc(), emails.c.contractor_id)
)
"""The contractors for whom somebody signed in recently, the most recent first."""


def _named_by_jobs(column: Column[Any], condition: ColumnElement[bool]) -> Select[Any]:
    return select(records.c.agency, column).where(OF_AGENCIES, condition).distinct().order_by(column)


NAMED_BY_JOBS = {
    Kind.STAFF: _named_by_jobs(records.c.staff_id, records.c.staff_id.is_not(None)),
    Kind.PROPERTY: _named_by_jobs(records.c.property_id, records.c.lacks_address == true()),
}
"""The staff who manage jobs, and the properties of jobs without an address."""
_people = PEOPLE.order_by(None).subquery()
LACKING_NOTES = (
    select(records.c.agency, records.c.record_id, records.c.body, collections.c.read_at)
    .join(_people, (_people.c.agency == records.c.agency) & (_people.c.contractor_id == records.c.contractor_id))
    .outerjoin(
        collections,
        (collections.c.agency == records.c.agency)
        & (collections.c.kind == Kind.NOTES)
        & (collections.c.scope == records.c.record_id),
    )
    .where(records.c.lacks_notes == true(), LISTED)
    .order_by(_people.c.seen_at.desc(), records.c.contractor_id, records.c.record_id)
)
"""These contractors' jobs whose notes are missing from the lists of jobs."""


def due(
    states: dict[Collection, CollectionState],
    scheduled: list[Collection],
    agency: Agency,
    age_limits_s: Mapping[Kind, float],
    now: datetime,
) -> list[tuple[Collection, Role]]:
    """Return the agency's due collections, each with its role as a caller of AgentOS. The most urgent is first.

    `states`: the states of all collections. `scheduled`: the collections that are kept fresh.

    The order: 1. never-fetched collections for which somebody waits; 2. whole-agency lists by age ÷ limit; 3. single
    records and personal lists, by request, then by age, never fetched first; 4. notes, with slots that are left over.
    """
    candidates = {collection: states.get(collection, NEVER_READ) for collection in scheduled}
    requested = {collection: state for collection, state in states.items() if state.asked_at}
    ranked = []
    for collection, state in {**requested, **candidates}.items():
        if not is_read(agency, collection):
            continue
        age_limit_s = age_limits_s[collection.kind]
        overdue = (now - state.read_at).total_seconds() / age_limit_s if state.read_at else math.inf
        is_awaited = state.asked_at is not None and state.read_at is None
        is_agency_list = collection.kind in AGENCY_LISTS
        role: Role = "first" if state.read_at is None and collection.kind in PERSONAL_LISTS else "background"
        if is_agency_list or state.asked_at:
            role = "awaited" if is_awaited else "worker"
        if overdue >= 1 or state.asked_at:
            is_last = role in ("first", "background")
            rank = (not is_awaited, not is_agency_list, is_last, collection.kind is Kind.NOTES, -overdue)
            ranked.append((rank, (collection, role)))
    ranked.sort(key=lambda pair: pair[0])
    return [pair for _, pair in ranked]


def scheduled_collections(
    mirror: Mirror, agencies: Iterable[Agency], now: datetime, kinds: frozenset[Kind] = frozenset(Kind)
) -> list[Collection]:
    """Return every collection of these `kinds` that is kept fresh, due or not.

    The number of reads does not grow with the number of agencies.
    """
    by_name = {agency.short_name: agency for agency in agencies}
    values = {"agencies": list(by_name), "seen_since": to_text(now - RECENT_SIGN_IN)}
    with mirror.database.read() as connection:
        branches = [(name, branch) for name, agency in by_name.items() for branch in agency.branches]
        branches += [(row.agency, row.record_id) for row in connection.execute(BRANCHES, values)]
        schedule = [Collection(name, kind) for name in by_name for kind in (Kind.BRANCH, Kind.STATUS)]
        schedule += [Collection(name, kind, branch) for kind in BRANCH_LISTS for name, branch in branches]
        if kinds - set(AGENCY_LISTS):
            for name, person, _ in connection.execute(PEOPLE, values):
                schedule += [Collection(name, kind, person) for kind in PERSONAL_LISTS]
            for kind, named in NAMED_BY_JOBS.items():
                schedule += [Collection(name, kind, identity) for name, identity in connection.execute(named, values)]
            schedule += _jobs_lacking_notes(connection, by_name, values)
    return [each for each in dict.fromkeys(schedule) if each.kind in kinds and is_read(by_name[each.agency], each)]


def _jobs_lacking_notes(
    connection: Connection, agencies: Mapping[str, Agency], values: Mapping[str, Any]
) -> list[Collection]:
    """Return the notes of jobs that must be fetched singly, because the lists leave them out.

    Completed jobs are fetched once, other jobs repeatedly. Jobs that are not completed are first.
    """
    status_types: dict[str, list[StatusType]] = {name: [] for name in agencies}
    for name, body in connection.execute(STATUS_TYPES, values):
        status_types[name].append(DECODERS[Kind.STATUS].decode(body))
    statuses = {name: JobStatuses(agency, status_types[name]) for name, agency in agencies.items()}
    first, last = [], []
    for row in connection.execute(LACKING_NOTES, values):
        job, is_completed = Collection(row.agency, Kind.NOTES, row.record_id), False
        with suppress(Misconfigured):  # views report it, if the statuses were fetched
            is_completed = statuses[row.agency].is_completed(DECODERS[Kind.JOB].decode(row.body))
        if not is_completed:
            first.append(job)
        elif row.read_at is None:
            last.append(job)
    return first + last


def delete_unconfigured_branches(mirror: Mirror, agency: Agency) -> None:
    """Delete the lists of branches that are not configured, because they would not be fetched again."""
    if not agency.branches:
        return
    unconfigured = set()
    with mirror.database.read() as connection:
        for table in (records, collections):
            lists = select(table.c.kind, table.c.scope).where(
                table.c.agency == agency.short_name,
                table.c.kind.in_(BRANCH_LISTS),
                table.c.scope.not_in(("", *agency.branches)),
            )
            rows = connection.execute(lists.distinct())
            unconfigured |= {Collection(agency.short_name, Kind(row.kind), row.scope) for row in rows}
    for collection in unconfigured:
        delete_collection(mirror, collection)


def is_read(agency: Agency, collection: Collection) -> bool:
    """Return True if the agency's configuration lets the portal fetch a collection."""
    operation = OPERATIONS.get(collection.kind)
    has_branch = collection.kind in BRANCH_LISTS and bool(agency.branches)
    in_branches = not has_branch or collection.scope in agency.branches
    return in_branches and (operation is None or agency.offers(operation))
