"""Questions about the collections of all agencies. The number of reads does not grow with the number of agencies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from app.domain.agency import Agency
from app.domain.clock import from_optional_text
from app.mirror.kept_fresh import scheduled_collections
from app.mirror.kinds import Kind
from app.mirror.mirror import NEVER_READ, CollectionState, Mirror
from app.store.tables import collections

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
    lists = scheduled_collections(mirror, agencies, mirror.clock.now(), frozenset((Kind.CONTRACTOR,)))
    states = mirror.all_states(agencies, (Kind.CONTRACTOR,))
    unread = {agency.short_name for agency in agencies} - {collection.agency for collection in lists}
    unread |= {collection.agency for collection in lists if states.get(collection, NEVER_READ).read_at is None}
    return sorted(unread)


def fetch_times(mirror: Mirror, agencies: Iterable[Agency], now: datetime) -> Iterator[FetchTimes]:
    """Yield the fetch times of each agency and kind, as of `now`, for the collections that are kept fresh."""
    agencies = list(agencies)
    states = mirror.all_states(agencies)
    kept: dict[tuple[str, Kind], list[CollectionState]] = defaultdict(list)
    for collection in scheduled_collections(mirror, agencies, now):
        kept[collection.agency, collection.kind].append(states.get(collection, NEVER_READ))
    for (name, kind), of_kind in kept.items():
        oldest = min((state.read_at for state in of_kind if state.read_at), default=None)
        unread = [state for state in of_kind if state.read_at is None]
        yield FetchTimes(name, kind, oldest, len(unread), sum(bool(state.failed_at) for state in unread))


def last_fetches(mirror: Mirror) -> dict[str, list[LastFetch]]:
    """Return the last fetches of each agency that has any, by its short name. Any worker may have made them."""
    fetches: dict[str, list[LastFetch]] = defaultdict(list)
    with mirror.database.read() as connection:
        for name, kind, *times in connection.execute(LAST_FETCHES):
            fetches[name].append(LastFetch(Kind(kind), *map(from_optional_text, times)))
    return fetches
