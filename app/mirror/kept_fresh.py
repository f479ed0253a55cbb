"""The collections that the worker keeps fresh, and those of them that are due."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import func, select, true

from app.agentos.caller import Role
from app.domain.agency import HISTORICAL, LIST_INVOICES, PENDING, Agency
from app.domain.clock import to_text
from app.mirror.absence import delete_collection
from app.mirror.job_notes import jobs_lacking_notes
from app.mirror.kinds import AGENCY_LISTS, PERSONAL_LISTS, Collection, Kind
from app.mirror.mirror import NEVER_READ, CollectionState, Mirror
from app.mirror.reader import RETRY_FAILED_AFTER_S
from app.mirror.rows import visible
from app.store.tables import collections, emails, records, sessions

RECENT_SIGN_IN = timedelta(days=30)
"""The statements and invoices of people who signed in within this time are kept fresh."""

OPERATIONS = {Kind.HISTORICAL: HISTORICAL, Kind.PENDING: PENDING, Kind.INVOICE: LIST_INVOICES}


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
        failed_recently = state.failed_at and now - state.failed_at < timedelta(seconds=RETRY_FAILED_AFTER_S)
        if failed_recently or not _is_read(agency, collection):
            continue
        age_limit_s = age_limits_s[collection.kind]
        overdue = (now - state.read_at).total_seconds() / age_limit_s if state.read_at else math.inf
        is_awaited = state.asked_at is not None and state.read_at is None
        is_agency_list = collection.kind in AGENCY_LISTS
        role: Role = "awaited" if is_awaited else "worker" if is_agency_list or state.asked_at else "background"
        if overdue >= 1 or state.asked_at:
            rank = (not is_awaited, not is_agency_list, role == "background", collection.kind is Kind.NOTES, -overdue)
            ranked.append((rank, (collection, role)))
    ranked.sort(key=lambda pair: pair[0])
    return [pair for _, pair in ranked]


def scheduled_collections(
    mirror: Mirror, agency: Agency, now: datetime, kinds: frozenset[Kind] = frozenset(Kind)
) -> list[Collection]:
    """Return every collection of these `kinds` that is kept fresh, due or not."""
    name = agency.short_name
    schedule = [Collection(name, Kind.BRANCH), Collection(name, Kind.STATUS)]
    for kind in (Kind.CONTRACTOR, Kind.JOB):
        schedule += mirror.branch_lists(agency, kind) or []
    if kinds - set(AGENCY_LISTS):
        people = _signed_in_recently(mirror, name, now)
        schedule += [Collection(name, kind, person) for person in people for kind in PERSONAL_LISTS]
        schedule += _named_by_jobs(mirror, name)
        schedule += [Collection(name, Kind.NOTES, job) for job in jobs_lacking_notes(mirror, agency, people)]
    return [collection for collection in schedule if collection.kind in kinds and _is_read(agency, collection)]


def _signed_in_recently(mirror: Mirror, agency: str, now: datetime) -> list[str]:
    """Return the contractors for whom somebody signed in recently, the most recent first."""
    seen_at = func.max(sessions.c.seen_at)
    contractors = (
        select(emails.c.contractor_id)
        .join(sessions, sessions.c.email == emails.c.email)
        .where(emails.c.agency == agency, visible(emails, Kind.CONTRACTOR))
        .group_by(emails.c.contractor_id)
        .having(seen_at >= to_text(now - RECENT_SIGN_IN))
        .order_by(seen_at.desc(), emails.c.contractor_id)
    )
    with mirror.database.read() as connection:
        return list(connection.scalars(contractors))


def _named_by_jobs(mirror: Mirror, agency: str) -> list[Collection]:
    """Return collections for the staff who manage jobs, and for the properties of jobs without an address."""
    staff = select(records.c.staff_id).where(records.c.staff_id.is_not(None))
    places = select(records.c.property_id).where(records.c.lacks_address == true())
    schedule = []
    with mirror.database.read() as connection:
        for kind, ids in ((Kind.STAFF, staff), (Kind.PROPERTY, places)):
            named = ids.where(records.c.agency == agency).distinct().order_by(ids.selected_columns[0])
            schedule += [Collection(agency, kind, identity) for identity in connection.scalars(named)]
    return schedule


def delete_unconfigured_branches(mirror: Mirror, agency: Agency) -> None:
    """Delete the lists of branches that are not configured, because they would not be fetched again."""
    if not agency.branches:
        return
    unconfigured = set()
    with mirror.database.read() as connection:
        for table in (records, collections):
            lists = select(table.c.kind, table.c.scope).where(
                table.c.agency == agency.short_name,
                table.c.kind.in_((Kind.CONTRACTOR, Kind.JOB)),
                table.c.scope.not_in(("", *agency.branches)),
            )
            rows = connection.execute(lists.distinct())
            unconfigured |= {Collection(agency.short_name, Kind(row.kind), row.scope) for row in rows}
    for collection in unconfigured:
        delete_collection(mirror, collection)


def _is_read(agency: Agency, collection: Collection) -> bool:
    operation = OPERATIONS.get(collection.kind)
    has_branch = collection.kind in (Kind.CONTRACTOR, Kind.JOB) and bool(agency.branches)
    in_branches = not has_branch or collection.scope in agency.branches
    return in_branches and (operation is None or agency.offers(operation))
