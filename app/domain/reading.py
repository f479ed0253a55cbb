"""Values from the mirror, with the time of their reading."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Source(NamedTuple):
    """A collection or a record behind a value. `judged`: its age counts for the age of the value."""

    kind: str
    scope: str
    judged: bool


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value made of readings. `as_of` (UTC) is the time of the oldest.

    `stale`: no worker is alive; or a reading is past its age limit, and the last attempt to refresh it failed or
    AgentOS rests. `sources`: all sources of the value, or empty if a source is unknown. `good_until`: the time when the
    same rows will make another value.
    """

    value: T
    as_of: datetime
    stale: bool
    sources: frozenset[Source] = frozenset()
    good_until: datetime | None = None

    def until(self, *moments: datetime) -> "Reading[T]":
        """Return this reading, good until the first of these times, if there are any."""
        return replace(self, good_until=min(moments, default=None))
