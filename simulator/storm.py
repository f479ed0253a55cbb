"""A share of all calls fails, each in a way that a seed chooses, until the storm ends."""

from __future__ import annotations

import random
import threading
from collections import Counter
from dataclasses import dataclass
from typing import Any

from simulator.faults import NUMBER, Fault

KINDS = (
    "reset before",
    "reset after",
    "500 before",
    "500 after",
    "502",
    "time-out, late effect",
    "time-out, no effect",
    "cut",
    "429",
)
LATEST = 0.9
"""A late effect comes within this part of the time for it: what is left is for a timer that is late itself."""
LONGER = 1.5
"""How many time-outs of the caller's a call that times out takes."""


@dataclass(frozen=True)
class Weather:
    """`share` of calls fail. An effect comes within `settle_s` of receipt or never; callers wait `timeout_s`."""

    seed: int
    share: float
    settle_s: float
    timeout_s: float


class Storm:
    """Which calls fail, and how. Thread-safe. Without `Weather` none do."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._weather: Weather | None = None
        self._chance = random.Random()
        self._share = 0.0
        self._calls = 0
        self._faults: Counter[str] = Counter()

    def begin(self, given: dict[str, Any]) -> None:
        """Let a storm of this `Weather` begin; ValueError says what is wrong with it."""
        if set(given) != set(Weather.__dataclass_fields__):
            raise ValueError(f"a storm has {sorted(Weather.__dataclass_fields__)}")
        if not all(isinstance(one, NUMBER) and not isinstance(one, bool) and one >= 0 for one in given.values()):
            raise ValueError("a storm is made of numbers that are not negative")
        with self._lock:
            self._weather = Weather(**given)
            self._chance.seed(given["seed"])
            self._share = self._weather.share
            self._calls = 0
            self._faults.clear()

    def end(self) -> None:
        """Calls fail no more; what is on its way late still arrives within its time."""
        with self._lock:
            self._share = 0.0

    def shown(self) -> dict[str, Any]:
        """How many calls there were since it began, and how many failed, by kind."""
        with self._lock:
            return {"calls": self._calls, "faults": dict(self._faults)}

    def is_too_late(self, age_s: float) -> bool:
        """Whether a write that was received so long ago may not take effect any more."""
        return self._weather is not None and age_s > self._weather.settle_s

    def fault(self) -> Fault | None:
        """What happens to the next call, if anything."""
        with self._lock:
            weather = self._weather
            if weather is None or not self._share:
                return None
            self._calls += 1
            if self._chance.random() >= self._share:
                return None
            kind = self._chance.choice(KINDS)
            self._faults[kind] += 1
            late_s = self._chance.uniform(0, weather.settle_s * LATEST)
        too_long_s = weather.timeout_s * LONGER
        return {
            "reset before": Fault(0, kind, reset="before"),
            "reset after": Fault(0, kind, reset="after"),
            "500 before": Fault(0, kind, status=500),
            "500 after": Fault(0, kind, status=500, effect=True),
            "502": Fault(0, kind, status=502),
            "time-out, late effect": Fault(0, kind, delay_s=too_long_s, late_effect_s=late_s),
            "time-out, no effect": Fault(0, kind, delay_s=too_long_s, effect=False),
            "cut": Fault(0, kind, cut=True),
            "429": Fault(0, kind, status=429),
        }[kind]
