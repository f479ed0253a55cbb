"""What was read, with the time it was read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value made of readings, the oldest of them from `as_of` (UTC).

    `stale`: past its age limit, and the last attempt to read it again failed or AgentOS rests.
    """

    value: T
    as_of: datetime
    stale: bool
