"""The source of time. Tests replace it, and move it instead of sleeping."""

from __future__ import annotations

import platform
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Protocol

# On Linux only CLOCK_BOOTTIME counts while a machine is suspended. Other systems have CLOCK_MONOTONIC.
_BOOT_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Clock(Protocol):
    """Wall time for people; boot time, which never steps, for waiting and counting."""

    def now(self) -> datetime:
        """Return the present moment, in UTC."""

    def boot(self) -> float:
        """Return the seconds since this machine started, the same for all its processes."""

    def boot_id(self) -> str:
        """Return an id of the machine and of the start from which `boot` counts."""

    def sleep(self, seconds: float) -> None:
        """Sleep."""


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def boot(self) -> float:
        return time.clock_gettime(_BOOT_CLOCK)

    def boot_id(self) -> str:
        return _boot_id()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


@cache
def _boot_id() -> str:
    """Return a random number that Linux makes at each start (random(4)), the same for containers of one machine.

    On other systems, return the machine's name, which distinguishes machines but not starts.
    """
    return _BOOT_ID.read_text("ascii").strip() if _BOOT_ID.exists() else platform.node()


class Deadline:
    """The moment by which a request must have its response."""

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
        """Return the end of a lease that begins now and lasts so many seconds."""
        return cls(clock.boot() + seconds, clock.now() + timedelta(seconds=seconds))

    def is_past(self, clock: Clock) -> bool:
        """Return whether either clock has reached the end."""
        return clock.boot() >= self.boot_s or clock.now() >= self.wall
