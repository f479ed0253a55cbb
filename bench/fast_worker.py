"""`python -m bench.fast_worker NAME SPEED EPOCH`: a worker whose clock runs SPEED times as fast.

At `EPOCH` (seconds since boot), the clocks of all fast workers agreed with the machine's. The worker's leases contain
its NAME, so a row can find the worker that holds a lease.
"""

from __future__ import annotations

import secrets
import signal
import sys
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import config
from app import create_app
from app.domain.clock import Clock
from app.mirror import lease
from app.worker import pool, tasks


class FastClock(Clock):
    """The machine's clocks, faster since `epoch`."""

    def __init__(self, speed: float, epoch: float) -> None:
        self._machine = Clock()
        self._speed = speed
        self._epoch = epoch

    def now(self) -> datetime:
        """Return the wall time."""
        began = datetime.now(UTC) - timedelta(seconds=self._machine.boot() - self._epoch)
        return began + timedelta(seconds=self.boot() - self._epoch)

    def boot(self) -> float:
        """Return the seconds since boot."""
        return self._epoch + (self._machine.boot() - self._epoch) * self._speed

    def boot_id(self) -> str:
        """Return the machine's boot id."""
        return self._machine.boot_id()

    def sleep(self, seconds: float) -> None:
        """Wait for so many fast seconds."""
        self._machine.sleep(seconds / self._speed)


def main(name: str, speed: float, epoch: float) -> None:
    """Run until SIGTERM."""
    named = SimpleNamespace(token_hex=lambda size: f"{name}-{secrets.token_hex(size)}")
    vars(lease)["secrets"] = named
    pool.LOOK_EVERY_S /= speed  # a worker waits for this by the machine's own time
    app = create_app(config.load(), FastClock(speed, epoch))
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    tasks.run(app.extensions["services"], lambda: signal.sigwait({signal.SIGTERM}))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3]))
