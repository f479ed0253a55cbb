"""Values from the mirror, with the time at which they were fetched from AgentOS."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Source(NamedTuple):
    """A collection or record from which a value was made. `judged`: the source's age counts for the value's age."""

    kind: str
    scope: str
    judged: bool


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value made from the mirror. `as_of` (UTC) is the time of the oldest fetch behind the value.

    `stale`: no worker is alive; or a source is past its age limit, and its last refresh failed or AgentOS must not be
    called for a while. `sources`: all sources of the value, or empty if a source is unknown. `good_until`: the time
    from which the same rows result in another value.
    """

    value: T
    as_of: datetime
    stale: bool
    sources: frozenset[Source] = frozenset()
    good_until: datetime | None = None

    def until(self, *moments: datetime) -> "Reading[T]":
        """Return this reading, good until the earliest of these times, if there are any."""
        return replace(self, good_until=min(moments, default=None))
