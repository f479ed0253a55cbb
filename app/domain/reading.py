"""What was read, with the time it was read."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Source(NamedTuple):
    """A list or a single thing that a value is made of; `judged` if the value's age is told by its age."""

    kind: str
    scope: str
    judged: bool


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value made of readings, the oldest of them from `as_of` (UTC).

    `stale`: no worker is alive; or it is past its age limit, and the last attempt to read it again failed or AgentOS
    rests. `sources` is all that it was made of; empty where some of that is missing. `good_until`: when the same rows
    will make another value.
    """

    value: T
    as_of: datetime
    stale: bool
    sources: frozenset[Source] = frozenset()
    good_until: datetime | None = None

    def until(self, *moments: datetime) -> "Reading[T]":
        """The same, good until the first of these moments, if there are any."""
        return replace(self, good_until=min(moments, default=None))
