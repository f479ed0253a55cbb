"""Questions about the collections of all agencies. The number of reads does not grow with the number of agencies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from app.domain.agency import Agency
from app.domain.clock import age_s
from app.mirror.kinds import AGENCY_LISTS, Kind
from app.mirror.mirror import NEVER_READ, CollectionState, Mirror
from app.mirror.schedule import scheduled_collections

STALE_AT = 3.0
"""The age of a list from which a person must act, in multiples of its limit: a long list and a failure take time."""


class Fetches(NamedTuple):
    """The collections of a kind that are kept fresh at an agency.

    `age_s`, `newest_s`: seconds since the last fetch of the oldest and of the newest one began, or None if none was
    ever fetched; negative after a wrong clock. `limit_s`: the age limit (`AGE_…_S`). `unread`: the number of
    collections that were never fetched.
    `failing`: those of them whose fetch failed. `failed_s`: seconds since the last failure of a collection that has not
    been fetched since, or None.
    """

    agency: str
    kind: Kind
    limit_s: float
    age_s: float | None
    newest_s: float | None
    unread: int
    failing: int
    failed_s: float | None

    @property
    def is_late(self) -> bool:
        """True if the oldest collection is too old, the first fetch of one failed, or an agency's list is missing.

        A person's lists are fetched within seconds of the first sign-in, so they may be missing for a moment.
        """
        is_missing = self.failing > 0 or (self.age_s is None and self.kind in AGENCY_LISTS)
        return is_missing or (self.age_s or 0.0) > STALE_AT * self.limit_s

    @property
    def is_failing(self) -> bool:
        """True if no fetch that began after the last failure has succeeded."""
        return self.failed_s is not None and (self.newest_s is None or self.failed_s < self.newest_s)


def agencies_with_unread_contractors(mirror: Mirror, agencies: Iterable[Agency]) -> list[str]:
    """Return the short names of the agencies that have a branch whose contractors were never fetched.

    An agency whose branches are unknown is one of them.
    """
    agencies, kinds = list(agencies), (Kind.BRANCH, Kind.CONTRACTOR)
    lists = scheduled_collections(mirror, agencies, mirror.clock.now(), frozenset(kinds))
    states = mirror.all_states(agencies, kinds)
    return sorted({each.agency for each in lists if states.get(each, NEVER_READ).read_at is None})


def fetch_times(
    mirror: Mirror, agencies: Iterable[Agency], limits_s: Mapping[Kind, float], now: datetime
) -> Iterator[Fetches]:
    """Yield the fetches of each agency and kind, as of `now`. `limits_s`: the age limit of each kind."""
    agencies = list(agencies)
    states = mirror.all_states(agencies)
    kept: dict[tuple[str, Kind], list[CollectionState]] = defaultdict(list)
    for collection in scheduled_collections(mirror, agencies, now):
        kept[collection.agency, collection.kind].append(states.get(collection, NEVER_READ))
    for (name, kind), of_kind in kept.items():
        unread = [state for state in of_kind if state.read_at is None]
        ages_s = sorted((now - state.read_at).total_seconds() for state in of_kind if state.read_at)
        failed_s = [age_s(state.failed_at, now) for state in of_kind if state.failed_at]
        yield Fetches(
            agency=name,
            kind=kind,
            limit_s=limits_s[kind],
            age_s=ages_s[-1] if ages_s else None,
            newest_s=ages_s[0] if ages_s else None,
            unread=len(unread),
            failing=sum(bool(state.failed_at) for state in unread),
            failed_s=min(failed_s, default=None),
        )
