"""Clocks, deadlines, and times as text and in London. Tests replace the clock, to move it instead of sleeping.

There are three clocks. Each decides other things:

- The *wall clock* (`Clock.now`) decides what people read as a date or a time, and what lasts for minutes to years:
  sessions and codes, limits of requests, the age of the mirror's data, repeats of submissions, and deletion.
- The *boot clock* (`Clock.boot`) decides how long one process waits: deadlines, time-outs, pauses, values in memory.
- The *steady clock* (`app.store.steady_clock`) decides what processes must agree on: the ledger's turns, leases and
  doubts, the worker's tasks, the mirror's leases, the call budget, and whether a worker is alive. It is made of the
  machines' boot clocks. The database's own clock decides nothing: the steady clock only compares it, to notice steps.

Before a sender writes to AgentOS, both the boot clock and the wall clock must be before the end of its lease
(`LeaseEnd`): a frozen machine may stop one of them.
"""

from __future__ import annotations

import platform
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

# On Linux only CLOCK_BOOTTIME counts while a machine is suspended. Other systems have CLOCK_MONOTONIC.
_BOOT_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
LONDON = ZoneInfo("Europe/London")
WRONG_CLOCK_S = 10.0
"""Seconds by which a clock may be wrong. A time service keeps it within a fraction of a second."""


class Clock:
    """The two clocks of this machine. Boot time never steps."""

    def now(self) -> datetime:
        """Return the present time, in UTC."""
        return datetime.now(UTC)

    def boot(self) -> float:
        """Return the seconds since this machine started, the same for all its processes."""
        return time.clock_gettime(_BOOT_CLOCK)

    def boot_id(self) -> str:
        """Return an id of the machine's last start, from which `boot` counts."""
        return _boot_id()

    def sleep(self, seconds: float) -> None:
        """Sleep for `seconds`."""
        time.sleep(seconds)


@cache
def _boot_id() -> str:
    """Return a random number that Linux makes at each start (random(4)), the same for containers of one machine.

    On other systems, return the machine's name, which distinguishes machines but not starts.
    """
    return _BOOT_ID.read_text("ascii").strip() if _BOOT_ID.exists() else platform.node()


class Deadline:
    """The time by which a request must have its response."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        self._clock = clock
        self._at = clock.boot() + seconds

    def left(self) -> float:
        """Return the seconds left, never below 0."""
        return max(0.0, self._at - self._clock.boot())


@dataclass(frozen=True, slots=True)
class LeaseEnd:
    """The end of a sender's lease by both clocks, because a machine may be frozen and either clock may step."""

    boot_s: float
    wall: datetime

    @classmethod
    def after(cls, clock: Clock, seconds: float) -> LeaseEnd:
        """Return the end of a lease that begins now and lasts `seconds`."""
        return cls(clock.boot() + seconds, clock.now() + timedelta(seconds=seconds))

    def is_past(self, clock: Clock) -> bool:
        """Return True if either clock has reached the end."""
        return clock.boot() >= self.boot_s or clock.now() >= self.wall


def to_utc(moment: datetime) -> datetime:
    """Return `moment` in UTC. A moment without a zone is in London.

    A time in the repeated autumn hour counts as the first of the two. A time in the spring gap moves one hour later.
    Both rules follow PEP 495, fold 0.
    """
    return (moment if moment.tzinfo else moment.replace(tzinfo=LONDON, fold=0)).astimezone(UTC)


def to_london(moment: datetime) -> datetime:
    """Return `moment` in London, with London's offset."""
    return to_utc(moment).astimezone(LONDON)


def london_date(moment: datetime) -> date:
    """Return the date in London at `moment`."""
    return to_london(moment).date()


def age_s(moment: datetime, now: datetime) -> float:
    """Return the seconds since a moment, or 0 if a wrong clock has put it into the future."""
    return max(0.0, (now - moment).total_seconds())


def is_within(day: date | None, since: date | None, until: date | None) -> bool:
    """Return True if `day` is from `since` to `until`, both inclusive; None is no limit.

    Return False for an unknown day, unless neither limit is set.
    """
    if since is None and until is None:
        return True
    return day is not None and (since or date.min) <= day <= (until or date.max)


def to_text(moment: datetime) -> str:
    """Return `moment` as ISO 8601 in UTC, always with microseconds, because all texts need the same length."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def to_optional_text(moment: datetime | None) -> str | None:
    """Return the text of a moment, or None."""
    return to_text(moment) if moment else None


def from_text(text: str) -> datetime:
    """Return the moment that `to_text` wrote."""
    return datetime.fromisoformat(text)


def from_optional_text(text: str | None) -> datetime | None:
    """Return the moment that `to_text` wrote, or None for None or an empty text."""
    return from_text(text) if text else None
