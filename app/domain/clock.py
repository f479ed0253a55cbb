"""The one source of time, so that a test can move it instead of sleeping."""

from __future__ import annotations

import platform
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Protocol

# Linux keeps counting through a suspend only on CLOCK_BOOTTIME; elsewhere monotonic is the nearest thing.
_BOOT_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Clock(Protocol):
    """Wall time for people, boot time for waiting and counting: the second never steps."""

    def now(self) -> datetime:
        """The present moment, in UTC."""

    def boot(self) -> float:
        """Seconds since this machine started, the same for all its processes."""

    def boot_id(self) -> str:
        """Which start of which machine `boot` counts from."""

    def sleep(self, seconds: float) -> None:
        """Wait that long."""


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
    """A random number that Linux makes at each start (random(4)); containers of one machine read the same.

    Other systems have the machine's name alone, which at least tells machines apart.
    """
    return _BOOT_ID.read_text("ascii").strip() if _BOOT_ID.exists() else platform.node()


class Deadline:
    """The moment by which somebody must have an answer."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        self._clock = clock
        self._at = clock.boot() + seconds

    def left(self) -> float:
        """Seconds left, never below 0."""
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
