"""The vendor's throttle: a number of requests per key in any rolling window, then 429, and 403 if requests go on."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

MOST_REFUSED = 5  # refused requests within one window before the key is blocked


@dataclass
class _Key:
    used: deque[float] = field(default_factory=deque)
    refused: deque[float] = field(default_factory=deque)
    blocked_until: float = float("-inf")
    accepted: int = 0
    refused_429: int = 0
    refused_403: int = 0
    most_in_window: int = 0


class Limiter:
    """Slots by key (an agency's short name), each returning `window_s` after the request arrived. Thread-safe."""

    def __init__(self, limit: int | None, window_s: float, clock: Callable[[], float]) -> None:
        self._lock = threading.Lock()
        self._clock = clock
        self.set(limit, window_s)

    def set(self, limit: int | None, window_s: float) -> None:
        """Set the limit, and reset slots, blocks and counts."""
        with self._lock:
            self.limit = limit
            self.window_s = window_s
            self._keys: dict[str, _Key] = {}

    def admit(self, name: str) -> int | None:
        """Take a slot for a request that arrives now. Return None if it may pass, else the status of its refusal."""
        with self._lock:
            now = self._clock()
            key = self._keys.setdefault(name, _Key())
            if now < key.blocked_until:
                key.refused_403 += 1
                return 403
            self._forget(key.used, now)
            if self.limit is None or len(key.used) < self.limit:
                key.used.append(now)
                key.accepted += 1
                key.most_in_window = max(key.most_in_window, len(key.used))
                return None
            self._forget(key.refused, now)
            key.refused.append(now)
            if len(key.refused) > MOST_REFUSED:
                key.refused.clear()
                key.blocked_until = now + self.window_s
                key.refused_403 += 1
                return 403
            key.refused_429 += 1
            return 429

    def give_back(self, name: str) -> None:
        """Return the newest slot at once: its request was answered with 401, which is not counted."""
        with self._lock:
            key = self._keys.setdefault(name, _Key())
            if key.used:
                key.used.pop()
                key.accepted -= 1

    def counts(self, name: str) -> dict[str, int]:
        """Return the counts of this key since the last `set`."""
        with self._lock:
            key = self._keys.get(name, _Key())
            return {
                "accepted": key.accepted,
                "refused_429": key.refused_429,
                "refused_403": key.refused_403,
                "most_in_window": key.most_in_window,
            }

    def _forget(self, times: deque[float], now: float) -> None:
        while times and times[0] + self.window_s <= now:
            times.popleft()
