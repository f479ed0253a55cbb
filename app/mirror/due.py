"""What is kept fresh, and what of it is due."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from app.agentos.asker import Role
from app.domain.agency import HISTORICAL, LIST_INVOICES, PENDING, Agency
from app.mirror.absence import drop
from app.mirror.kinds import AGENCY_LISTS, PERSONAL_LISTS, Collection, Kind
from app.mirror.reading import FAILURE_REMEMBERED_S
from app.mirror.rows import shown
from app.mirror.store import NEVER, Mirror, State
from app.store.tables import collections, emails, records, sign_ins

SIGNED_IN_LATELY = timedelta(days=30)
"""Whose statements and invoices are kept fresh."""

OPERATIONS = {Kind.HISTORICAL: HISTORICAL, Kind.PENDING: PENDING, Kind.INVOICE: LIST_INVOICES}


def due(
    mirror: Mirror, agency: Agency, age_limits_s: dict[Kind, float], now: datetime
) -> list[tuple[Collection, Role]]:
    """What of the agency is due and how badly, the most urgent first.

    Never-read collections that somebody waits for; then whole-agency lists by age ÷ limit; then what is read one
    by one and one person's lists: asked for, never read, oldest.
    """
    states = mirror.all_states(agency.short_name)
    candidates = {one: states.get(one, NEVER) for one in kept_fresh(mirror, agency, now)}
    found = []
    for one, state in {**{one: s for one, s in states.items() if s.asked_at}, **candidates}.items():
        if not _is_read(agency, one) or _failed_lately(state, now):
            continue
        overdue = _overdue(state, age_limits_s[one.kind], now)
        waited = state.asked_at is not None and state.read_at is None
        whole = one.kind in AGENCY_LISTS
        role: Role = "awaited" if waited else "worker" if whole or state.asked_at else "background"
        if overdue >= 1 or state.asked_at:
            found.append(((not waited, not whole, role == "background", -overdue), (one, role)))
    found.sort(key=lambda pair: pair[0])
    return [pair for _, pair in found]


def kept_fresh(mirror: Mirror, agency: Agency, now: datetime) -> list[Collection]:
    """Every collection of the agency that is kept fresh, whether due or not."""
    name = agency.short_name
    found = [Collection(name, Kind.BRANCH), Collection(name, Kind.STATUS)]
    for kind in (Kind.CONTRACTOR, Kind.JOB):
        found += mirror.branch_lists(agency, kind) or []
    since = (now - SIGNED_IN_LATELY).isoformat()
    staff = select(records.c.staff_id).where(records.c.staff_id.is_not(None))
    places = select(records.c.property_id).where(records.c.lacks_address)
    with mirror.database.read() as connection:
        for kind, ids in ((Kind.STAFF, staff), (Kind.PROPERTY, places)):
            query = ids.where(records.c.agency == name).distinct().order_by(ids.selected_columns[0])
            found += [Collection(name, kind, identity) for identity in connection.scalars(query)]
        lately = connection.scalars(
            select(emails.c.contractor_id)
            .join(sign_ins, sign_ins.c.email == emails.c.email)
            .where(emails.c.agency == name, sign_ins.c.seen_at >= since, shown(emails, Kind.CONTRACTOR))
            .distinct()
        )
        found += [Collection(name, kind, person) for person in lately for kind in PERSONAL_LISTS]
    return [one for one in found if _is_read(agency, one)]


def keep_only_configured(mirror: Mirror, agency: Agency) -> None:
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
        drop(mirror, one)


def _overdue(state: State, age_limit_s: float, now: datetime) -> float:
    return (now - state.read_at).total_seconds() / age_limit_s if state.read_at else float("inf")


def _is_read(agency: Agency, one: Collection) -> bool:
    operation = OPERATIONS.get(one.kind)
    in_branches = one.kind not in (Kind.CONTRACTOR, Kind.JOB) or not agency.branches or one.scope in agency.branches
    return in_branches and (operation is None or agency.offers(operation))


def _failed_lately(state: State, now: datetime) -> bool:
    return state.failed_at is not None and now - state.failed_at < timedelta(seconds=FAILURE_REMEMBERED_S)
