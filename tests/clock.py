"""A clock that a test moves by hand."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

BEGINNING = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


class FakeClock:
    """Stands still until it is advanced; to sleep is to advance."""

    worker: Callable[[], object] | None = None
    """A live worker's heartbeat, which has its turn whenever time passes; None: no worker is alive."""

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
        """Another start of the machine, `boot` seconds ago."""
        self._boot_id = boot_id
        self._boot = boot

    def sleep(self, seconds: float) -> None:
        self.advance(seconds)

    def advance(self, seconds: float) -> None:
        """Let that much time pass."""
        self._now += timedelta(seconds=seconds)
        self._boot += seconds
        if self.worker is not None:
            self.worker()
