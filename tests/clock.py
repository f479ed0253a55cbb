"""A clock that tests advance."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from app.domain.clock import Clock

BEGINNING = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


class FakeClock(Clock):
    """A clock that changes only when it is advanced. Sleeping advances it."""

    worker: Callable[[], object] | None = None
    """The heartbeat of a live worker, called whenever time passes. If None, no worker is alive."""

    def __init__(self, now: datetime = BEGINNING, boot: float = 10_000.0, boot_id: str = "first boot") -> None:
        self._now = now
        self._boot = boot
        self._boot_id = boot_id

    def now(self) -> datetime:
        return self._now

    def boot(self) -> float:
        return self._boot

    def boot_id(self) -> str:
        return self._boot_id

    def reboot(self, boot_id: str, boot: float = 30.0) -> None:
        """Restart the machine, `boot` seconds ago."""
        self._boot_id = boot_id
        self._boot = boot

    def set_back(self, by: timedelta) -> None:
        """Set the wall clock back, as an administrator might."""
        self._now -= by

    def sleep(self, seconds: float) -> None:
        self.advance(seconds)

    def advance(self, seconds: float) -> None:
        """Advance the clock, and call the worker."""
        self._now += timedelta(seconds=seconds)
        self._boot += seconds
        if self.worker is not None:
            self.worker()
