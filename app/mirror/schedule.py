"""What is kept fresh, and what of it is due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import func, select, true

from app.agentos.caller import Role
from app.domain.agency import HISTORICAL, LIST_INVOICES, PENDING, Agency
from app.mirror.absence import delete_collection
from app.mirror.job_notes import jobs_lacking_notes
from app.mirror.kinds import AGENCY_LISTS, PERSONAL_LISTS, Collection, Kind
from app.mirror.mirror import NEVER_READ, CollectionState, Mirror
from app.mirror.reader import RETRY_FAILED_AFTER_S
from app.mirror.rows import visible
from app.store.tables import collections, emails, records, sign_ins

RECENT_SIGN_IN = timedelta(days=30)
"""Whose statements and invoices are kept fresh."""

OPERATIONS = {Kind.HISTORICAL: HISTORICAL, Kind.PENDING: PENDING, Kind.INVOICE: LIST_INVOICES}


def due(
    states: dict[Collection, CollectionState],
    kept: list[Collection],
    agency: Agency,
    age_limits_s: Mapping[Kind, float],
    now: datetime,
) -> list[tuple[Collection, Role]]:
    """What of the agency is due and how badly, the most urgent first, by all `states` and what is `kept` fresh.

    Never-read collections that somebody waits for; then whole-agency lists by age ÷ limit; then what is read one
    by one and one person's lists: asked for, never read, oldest; and notes out of what the rest leaves idle.
    """
    candidates = {one: states.get(one, NEVER_READ) for one in kept}
    found = []
    for one, state in {**{one: s for one, s in states.items() if s.asked_at}, **candidates}.items():
        if not _is_read(agency, one) or _failed_lately(state, now):
            continue
        overdue = _overdue(state, age_limits_s[one.kind], now)
        waited = state.asked_at is not None and state.read_at is None
        whole = one.kind in AGENCY_LISTS
        role: Role = "awaited" if waited else "worker" if whole or state.asked_at else "background"
        if overdue >= 1 or state.asked_at:
            rank = (not waited, not whole, role == "background", one.kind is Kind.NOTES, -overdue)
            found.append((rank, (one, role)))
    found.sort(key=lambda pair: pair[0])
    return [pair for _, pair in found]


def scheduled_collections(
    mirror: Mirror, agency: Agency, now: datetime, kinds: frozenset[Kind] = frozenset(Kind)
) -> list[Collection]:
    """Every collection of the agency that is kept fresh, whether due or not; of some `kinds` alone."""
    name = agency.short_name
    found = [Collection(name, Kind.BRANCH), Collection(name, Kind.STATUS)]
    for kind in (Kind.CONTRACTOR, Kind.JOB):
        found += mirror.branch_lists(agency, kind) or []
    if kinds - set(AGENCY_LISTS):
        people = _signed_in_lately(mirror, name, now)
        found += [Collection(name, kind, person) for person in people for kind in PERSONAL_LISTS]
        found += _named_by_jobs(mirror, name)
        found += [Collection(name, Kind.NOTES, job) for job in jobs_lacking_notes(mirror, agency, people)]
    return [one for one in found if one.kind in kinds and _is_read(agency, one)]


def _signed_in_lately(mirror: Mirror, agency: str, now: datetime) -> list[str]:
    """The contractors whose people have, those who look now first."""
    seen_at = func.max(sign_ins.c.seen_at)
    with mirror.database.read() as connection:
        found = connection.scalars(
            select(emails.c.contractor_id)
            .join(sign_ins, sign_ins.c.email == emails.c.email)
            .where(emails.c.agency == agency, visible(emails, Kind.CONTRACTOR))
            .group_by(emails.c.contractor_id)
            .having(seen_at >= (now - RECENT_SIGN_IN).isoformat())
            .order_by(seen_at.desc(), emails.c.contractor_id)
        )
        return list(found)


def _named_by_jobs(mirror: Mirror, agency: str) -> list[Collection]:
    """The staff who manage jobs, and the places of jobs that do not say their address."""
    staff = select(records.c.staff_id).where(records.c.staff_id.is_not(None))
    places = select(records.c.property_id).where(records.c.lacks_address == true())
    found = []
    with mirror.database.read() as connection:
        for kind, ids in ((Kind.STAFF, staff), (Kind.PROPERTY, places)):
            named = ids.where(records.c.agency == agency).distinct().order_by(ids.selected_columns[0])
            found += [Collection(agency, kind, identity) for identity in connection.scalars(named)]
    return found


def delete_unconfigured_branches(mirror: Mirror, agency: Agency) -> None:
    """Forget what was read of branches that are not configured (any more): nobody would read it again."""
    if not agency.branches:
        return
    found = set()
    with mirror.database.read() as connection:
        for table in (records, collections):
            theirs = (table.c.kind.in_((Kind.CONTRACTOR, Kind.JOB)), table.c.scope.not_in(("", *agency.branches)))
            lists = select(table.c.kind, table.c.scope).where(table.c.agency == agency.short_name, *theirs).distinct()
            found |= {Collection(agency.short_name, Kind(row.kind), row.scope) for row in connection.execute(lists)}
    for one in found:
        delete_collection(mirror, one)


def _overdue(state: CollectionState, age_limit_s: float, now: datetime) -> float:
    return (now - state.read_at).total_seconds() / age_limit_s if state.read_at else float("inf")


def _is_read(agency: Agency, one: Collection) -> bool:
    operation = OPERATIONS.get(one.kind)
    in_branches = one.kind not in (Kind.CONTRACTOR, Kind.JOB) or not agency.branches or one.scope in agency.branches
    return in_branches and (operation is None or agency.offers(operation))


def _failed_lately(state: CollectionState, now: datetime) -> bool:
    return state.failed_at is not None and now - state.failed_at < timedelta(seconds=RETRY_FAILED_AFTER_S)
