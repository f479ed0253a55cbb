"""The state that a reset rebuilds: the agencies, the throttle, the log, the faults, the storm."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from simulator.agencies import PROFILES
from simulator.agency import Agency
from simulator.calls import Calls
from simulator.data import build
from simulator.faults import Faults
from simulator.limit import Limiter
from simulator.settings import Settings
from simulator.storm import Storm

Later = Callable[[float, Callable[[], object]], None]


def by_timer(seconds: float, act: Callable[[], object]) -> None:
    """Call `act` later, on a thread that does not keep the process alive."""
    timer = threading.Timer(seconds, act)
    timer.daemon = True
    timer.start()


class World:
    """The simulated AgentOS apart from HTTP. Tests may bring their own `clock` (monotonic seconds) and `later`."""

    def __init__(
        self, settings: Settings, clock: Callable[[], float] = time.monotonic, later: Later = by_timer
    ) -> None:
        self.started_with = settings
        self.later = later
        self.clock = clock
        self._stopping = threading.Event()
        self.rebuild(settings)

    def rebuild(self, settings: Settings) -> None:
        """Build a new world. Late effects of earlier calls happen in the old world, which is not visible."""
        agencies: dict[str, Agency] = {name: build(profile, settings, self.clock) for name, profile in PROFILES.items()}
        self.settings = settings
        self.agencies = agencies
        self.limiter = Limiter(settings.limit, settings.window_s, self.clock)
        self.calls = Calls(self.clock)
        self.faults = Faults(self.clock)
        self.storm = Storm()

    def pause(self, seconds: float) -> None:
        """Delay an answer; `stop` ends the delay."""
        if seconds:
            self._stopping.wait(seconds)

    def stop(self) -> None:
        """End the delays of all answers."""
        self._stopping.set()
