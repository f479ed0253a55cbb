"""Questions about all agencies at once. The number of queries does not grow with the number of agencies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, String, bindparam, case, exists, func, literal_column, select, true, union_all

from app.domain.agency import Agency
from app.domain.clock import from_optional_text, to_text
from app.domain.job import StatusType
from app.domain.job_status import JobStatuses
from app.mirror.job_notes import is_completed
from app.mirror.kinds import AGENCY_LISTS, DECODERS, PERSONAL_LISTS, Collection, Kind
from app.mirror.mirror import Mirror
from app.mirror.rows import visible
from app.mirror.schedule import OPERATIONS, RECENT_SIGN_IN
from app.store.tables import collections, emails, records, sign_ins


class Times(NamedTuple):
    """The stored times of a collection, from the table `collections`."""

    read_at: str | None = None
    failed_at: str | None = None


ReadTimes = Mapping[Collection, Times]
NEVER = Times()

OF_AGENCIES: Any = bindparam("agencies", expanding=True)
LISTS = select(
    collections.c.agency, collections.c.kind, collections.c.scope, collections.c.read_at, collections.c.failed_at
).where(collections.c.agency.in_(OF_AGENCIES), collections.c.kind.in_(bindparam("kinds", expanding=True)))
"""The times of the last fetch of each list of some agencies."""
BRANCHES = select(records.c.agency, records.c.record_id).where(
    records.c.agency.in_(OF_AGENCIES), records.c.kind == Kind.BRANCH, visible(records, Kind.BRANCH)
)
STATUSES = select(records.c.agency, records.c.body).where(
    records.c.agency.in_(OF_AGENCIES), records.c.kind == Kind.STATUS, visible(records, Kind.STATUS)
)
PEOPLE = (
    select(emails.c.agency, emails.c.contractor_id)
    .where(
        exists().where(sign_ins.c.email == emails.c.email, sign_ins.c.seen_at >= bindparam("seen_since")),
        visible(emails, Kind.CONTRACTOR),
    )
    .distinct()
    .cte("people")
)
"""The contractors for whom somebody signed in recently."""
SCHEDULED = union_all(
    *(
        select(
            PEOPLE.c.agency, literal_column(f"'{kind}'", String).label("kind"), PEOPLE.c.contractor_id.label("scope")
        )
        for kind in PERSONAL_LISTS
    ),
    select(records.c.agency, literal_column(f"'{Kind.STAFF}'", String), records.c.staff_id)
    .where(records.c.staff_id.is_not(None))
    .distinct(),
    select(records.c.agency, literal_column(f"'{Kind.PROPERTY}'", String), records.c.property_id)
    .where(records.c.lacks_address == true())
    .distinct(),
).subquery()
"""The personal lists, staff and properties that are kept fresh."""
SCHEDULED_TIMES = (
    select(
        SCHEDULED.c.agency,
        SCHEDULED.c.kind,
        func.min(collections.c.read_at),
        func.count() - func.count(collections.c.read_at),
        func.count(case((collections.c.read_at.is_(None), collections.c.failed_at))),
    )
    .select_from(
        SCHEDULED.outerjoin(
            collections,
            (collections.c.agency == SCHEDULED.c.agency)
            & (collections.c.kind == SCHEDULED.c.kind)
            & (collections.c.scope == SCHEDULED.c.scope),
        )
    )
    .group_by(SCHEDULED.c.agency, SCHEDULED.c.kind)
)
LACKING_NOTES = (
    select(
        records.c.agency,
        records.c.record_id,
        case((collections.c.read_at.is_not(None), records.c.body)).label("body"),
        collections.c.read_at,
        collections.c.failed_at,
    )
    .join(PEOPLE, (PEOPLE.c.agency == records.c.agency) & (PEOPLE.c.contractor_id == records.c.contractor_id))
    .outerjoin(
        collections,
        (collections.c.agency == records.c.agency)
        & (collections.c.kind == Kind.NOTES)
        & (collections.c.scope == records.c.record_id),
    )
    .where(records.c.lacks_notes == true(), visible(records, Kind.JOB))
)
"""The jobs of these contractors that are fetched singly. The body is left out if the job was never fetched."""


LAST_FETCHES = select(
    collections.c.agency, collections.c.kind, func.max(collections.c.read_at), func.max(collections.c.failed_at)
).group_by(collections.c.agency, collections.c.kind)


class LastFetch(NamedTuple):
    """The times of the last fetches of a kind from AgentOS; None if there was none.

    `read_at`: the start of the last one that succeeded. `failed_at`: the last failure of a collection that has not been
    fetched since.
    """

    kind: Kind
    read_at: datetime | None
    failed_at: datetime | None

    @property
    def is_failing(self) -> bool:
        """True if no fetch that began after the last failure has succeeded."""
        return self.failed_at is not None and (self.read_at is None or self.read_at < self.failed_at)


class FetchTimes(NamedTuple):
    """The collections of a kind that are kept fresh at an agency.

    `oldest`: the start of the last fetch of the collection whose last fetch is the oldest, or None if none was ever
    fetched. `unread`: the number of collections that were never fetched. `failing`: those of them whose fetch failed.
    """

    agency: str
    kind: Kind
    oldest: datetime | None
    unread: int
    failing: int


def agencies_with_unread_contractors(mirror: Mirror, agencies: Iterable[Agency]) -> list[str]:
    """Return the short names of the agencies that have a branch whose contractors were never fetched.

    An agency whose branches are unknown is one of them.
    """
    agencies = list(agencies)
    with mirror.database.read() as connection:
        times = _read_times(connection, agencies, (Kind.BRANCH, Kind.CONTRACTOR))
        branches = _branches(connection, agencies, times)
    return [
        name
        for name, ids in branches.items()
        if ids is None or not all(times.get(Collection(name, Kind.CONTRACTOR, branch), NEVER).read_at for branch in ids)
    ]


def fetch_times(mirror: Mirror, agencies: Iterable[Agency], now: datetime) -> Iterator[FetchTimes]:
    """Yield the fetch times of each agency and kind, as of `now`, for the collections that are kept fresh."""
    by_name = {agency.short_name: agency for agency in agencies}
    seen_since = {"seen_since": to_text(now - RECENT_SIGN_IN)}
    with mirror.database.read() as connection:
        times = _read_times(connection, by_name.values(), AGENCY_LISTS)
        branches = _branches(connection, by_name.values(), times)
        rows = [(name, Kind(kind), *row) for name, kind, *row in connection.execute(SCHEDULED_TIMES, seen_since)]
        notes = _notes_times(connection, by_name, seen_since)
    for name, ids in branches.items():
        yield _summary(name, Kind.BRANCH, [times.get(Collection(name, Kind.BRANCH), NEVER)])
        yield _summary(name, Kind.STATUS, [times.get(Collection(name, Kind.STATUS), NEVER)])
        if ids:
            for kind in (Kind.CONTRACTOR, Kind.JOB):
                yield _summary(name, kind, [times.get(Collection(name, kind, branch), NEVER) for branch in ids])
    for name, kind, oldest, unread, failing in rows:
        if name in by_name and (kind not in OPERATIONS or by_name[name].offers(OPERATIONS[kind])):
            yield FetchTimes(name, kind, from_optional_text(oldest), unread, failing)
    for name, of_jobs in notes.items():
        yield _summary(name, Kind.NOTES, of_jobs)


def last_fetches(mirror: Mirror) -> dict[str, list[LastFetch]]:
    """Return the last fetches of each agency that has any, by its short name. Any worker may have made them."""
    fetches: dict[str, list[LastFetch]] = defaultdict(list)
    with mirror.database.read() as connection:
        for name, kind, *times in connection.execute(LAST_FETCHES):
            fetches[name].append(LastFetch(Kind(kind), *map(from_optional_text, times)))
    return fetches


def _read_times(connection: Connection, agencies: Iterable[Agency], kinds: Iterable[Kind]) -> ReadTimes:
    """Return the times of the last fetch of each list of these kinds that has a row."""
    names = [agency.short_name for agency in agencies]
    rows = connection.execute(LISTS, {"agencies": names, "kinds": list(kinds)})
    return {Collection(name, Kind(kind), scope): Times(*times) for name, kind, scope, *times in rows}


def _branches(connection: Connection, agencies: Iterable[Agency], times: ReadTimes) -> dict[str, Sequence[str] | None]:
    """Return the ids of each agency's branches, or None while they are unknown, by the agency's short name."""
    branches: dict[str, Sequence[str] | None] = {agency.short_name: agency.branches for agency in agencies}
    if unconfigured := [name for name, ids in branches.items() if not ids]:
        listed: dict[str, list[str]] = defaultdict(list)
        for name, branch in connection.execute(BRANCHES, {"agencies": unconfigured}):
            listed[name].append(branch)
        for name in unconfigured:
            branches[name] = listed[name] if times.get(Collection(name, Kind.BRANCH), NEVER).read_at else None
    return branches


def _notes_times(
    connection: Connection, agencies: Mapping[str, Agency], seen_since: dict[str, str]
) -> dict[str, list[Times]]:
    """Return the fetch times of the jobs whose notes are kept fresh, by agency. Completed jobs are fetched once."""
    jobs = {(row.agency, row.record_id): row for row in connection.execute(LACKING_NOTES, seen_since)}
    named = {name for name, _ in jobs} & agencies.keys()
    types: dict[str, list[StatusType]] = defaultdict(list)
    if named:
        for name, body in connection.execute(STATUSES, {"agencies": list(named)}):
            types[name].append(DECODERS[Kind.STATUS].decode(body))
    statuses = {name: JobStatuses(agencies[name], types[name]) for name in named}
    times: dict[str, list[Times]] = defaultdict(list)
    for (name, _), row in jobs.items():
        if name not in named:
            continue
        if row.read_at is None or not is_completed(statuses[name], DECODERS[Kind.JOB].decode(row.body)):
            times[name].append(Times(row.read_at, row.failed_at))
    return times


def _summary(agency: str, kind: Kind, times: Sequence[Times]) -> FetchTimes:
    unread = [failed_at for read_at, failed_at in times if read_at is None]
    oldest = min((read_at for read_at, _ in times if read_at), default=None)
    return FetchTimes(agency, kind, from_optional_text(oldest), len(unread), len(unread) - unread.count(None))
