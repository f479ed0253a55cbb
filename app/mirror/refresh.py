"""The worker's part: what is due, and reading it in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy import select

from app.agentos.asker import PERSON_WAIT_S, Asker, Role
from app.agentos.errors import AgentOSError, Busy, Malformed, NotFound, RateLimited
from app.agentos.gateway import Gateway, Listing
from app.domain.agency import HISTORICAL, LIST_INVOICES, PENDING, Agency
from app.domain.clock import Deadline
from app.mirror import lease as leases
from app.mirror.apply import apply
from app.mirror.kinds import AGENCY_LISTS, PERSONAL_LISTS, SINGLES, Collection, Kind
from app.mirror.reading import FAILURE_REMEMBERED_S
from app.mirror.store import NEVER, Mirror, State, next_number
from app.store.tables import emails, records, sign_ins

if TYPE_CHECKING:
    from app.portal import Portal

SIGNED_IN_LATELY = timedelta(days=30)
"""Whose statements and invoices are kept fresh."""
READING_S = 300.0
"""The longest a whole collection may take to read."""
SLOT_WAIT_S: dict[Role, float] = {"awaited": PERSON_WAIT_S, "worker": 2.0, "background": 0.0}
"""How long one step waits for a slot before it looks again at what is due."""

OnPage = Callable[[], None]
OPERATIONS = {Kind.HISTORICAL: HISTORICAL, Kind.PENDING: PENDING, Kind.INVOICE: LIST_INVOICES}

READERS: dict[Kind, Callable[[Gateway, str, OnPage], Listing[Any]]] = {
    Kind.BRANCH: lambda agentos, _, on_page: agentos.branches(on_page),
    Kind.STATUS: lambda agentos, _, on_page: agentos.status_types(on_page),
    Kind.CONTRACTOR: lambda agentos, branch, on_page: agentos.contractors(branch, on_page),
    Kind.JOB: lambda agentos, branch, on_page: agentos.jobs(branch, on_page),
    Kind.STAFF: lambda agentos, identity, _: Listing((agentos.staff(identity),), complete=True),
    Kind.PROPERTY: lambda agentos, identity, _: Listing((agentos.property(identity),), complete=True),
    Kind.HISTORICAL: lambda agentos, contractor, on_page: agentos.historical(contractor, on_page),
    Kind.PENDING: lambda agentos, contractor, on_page: agentos.pending(contractor, on_page),
    Kind.INVOICE: lambda agentos, contractor, on_page: agentos.invoices(contractor, on_page),
}

log = structlog.get_logger("mirror")


class Refresher:
    """Keeps one agency's rows fresh."""

    def __init__(self, portal: Portal, agency: Agency) -> None:
        self._portal = portal
        self._mirror = portal.mirror
        self._clock = portal.clock
        self._agency = agency
        self._mirror.keep_only(agency)

    def step(self) -> bool:
        """Read in the most urgent collection that is due; False if nothing could be done now."""
        if self._portal.budget.resting(self._agency) > 0:
            return False
        for collection, role in self.due():
            if lease := leases.take(self._mirror.database, self._clock, collection):
                return self._refresh(lease, role)
        return False

    def due(self) -> list[tuple[Collection, Role]]:
        """What is due and how badly, the most urgent first.

        Never-read collections that somebody waits for; then whole-agency lists by age ÷ limit; then what is read one
        by one and one person's lists: asked for, never read, oldest.
        """
        now = self._clock.now()
        states = self._mirror.all_states(self._agency.short_name)
        candidates = {one: states.get(one, NEVER) for one in kept_fresh(self._mirror, self._agency, now)}
        due = []
        for one, state in {**{one: s for one, s in states.items() if s.asked_at}, **candidates}.items():
            if not _is_read(self._agency, one) or _failed_lately(state, now):
                continue
            overdue = self._overdue(one, state, now)
            waited = state.asked_at is not None and state.read_at is None
            whole = one.kind in AGENCY_LISTS
            role: Role = "awaited" if waited else "worker" if whole or state.asked_at else "background"
            if overdue >= 1 or state.asked_at:
                due.append(((not waited, not whole, role == "background", -overdue), (one, role)))
        due.sort(key=lambda pair: pair[0])
        return [pair for _, pair in due]

    def _overdue(self, one: Collection, state: State, now: datetime) -> float:
        if state.read_at is None:
            return float("inf")
        return (now - state.read_at).total_seconds() / self._portal.reader.age_limits_s[one.kind]

    def _refresh(self, lease: leases.Lease, role: Role) -> bool:
        """Read one collection and store it; False if AgentOS cannot be asked now."""
        collection = lease.collection
        began, started = self._clock.now(), self._clock.boot()
        with self._mirror.database.write() as connection:
            noted = next_number(connection)
        asker = Asker(role=role, deadline=Deadline(self._clock, READING_S), wait_s=SLOT_WAIT_S[role])
        agentos = self._portal.gateways.open(self._agency, asker)
        try:
            listing = self._read(agentos, collection, lease.renew)
            with self._mirror.database.write() as connection:
                changed = apply(connection, lease, listing, noted, began)
            log.info(
                "refreshed",
                agency=collection.agency,
                kind=collection.kind,
                rows=len(listing.rows),
                changed=changed,
                milliseconds=round((self._clock.boot() - started) * 1_000, 1),
            )
        except (Busy, RateLimited):
            lease.release()
            return False
        except leases.LeaseLost:
            log.info("lease_lost", agency=collection.agency, kind=collection.kind)
        except AgentOSError as error:
            lease.fail()
            log.warning("reading_failed", agency=collection.agency, kind=collection.kind, error=str(error))
        return True

    def _read(self, agentos: Gateway, collection: Collection, on_page: OnPage) -> Listing[Any]:
        try:
            listing = READERS[collection.kind](agentos, collection.scope, on_page)
        except NotFound:
            # An archived person or property answers 404: it was read, and is not there.
            if collection.kind in SINGLES:
                return Listing((), complete=True)
            raise
        if collection.kind in (Kind.BRANCH, Kind.STATUS) and not listing.rows:
            # No agency is without both; a key short of rights gets such answers.
            raise Malformed("an empty list")
        return listing


def kept_fresh(mirror: Mirror, agency: Agency, now: datetime) -> list[Collection]:
    """Every collection of the agency that is kept fresh, whether due or not."""
    name = agency.short_name
    found = [Collection(name, Kind.BRANCH), Collection(name, Kind.STATUS)]
    for kind in (Kind.CONTRACTOR, Kind.JOB):
        found += mirror.branch_lists(agency, kind) or []
    since = (now - SIGNED_IN_LATELY).isoformat()
    with mirror.database.read() as connection:
        for kind, column in zip(SINGLES, (records.c.staff_id, records.c.property_id), strict=True):
            ids = connection.scalars(
                select(column).where(records.c.agency == name, column.is_not(None)).distinct().order_by(column)
            )
            found += [Collection(name, kind, identity) for identity in ids]
        lately = connection.scalars(
            select(emails.c.contractor_id)
            .join(sign_ins, sign_ins.c.email == emails.c.email)
            .where(emails.c.agency == name, sign_ins.c.seen_at >= since)
            .distinct()
        )
        found += [Collection(name, kind, person) for person in lately for kind in PERSONAL_LISTS]
    return [one for one in found if _is_read(agency, one)]


def _is_read(agency: Agency, one: Collection) -> bool:
    operation = OPERATIONS.get(one.kind)
    in_branches = one.kind not in (Kind.CONTRACTOR, Kind.JOB) or not agency.branches or one.scope in agency.branches
    return in_branches and (operation is None or agency.offers(operation))


def _failed_lately(state: State, now: datetime) -> bool:
    return state.failed_at is not None and now - state.failed_at < timedelta(seconds=FAILURE_REMEMBERED_S)
