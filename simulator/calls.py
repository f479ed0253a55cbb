"""The log of calls for tests: agency, request, time and answer of each call. The log never contains a key."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

Entry = dict[str, Any]
KEPT = 200_000


class Calls:
    """Calls in order of arrival. The oldest are dropped first. Thread-safe."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._lock = threading.Lock()
        self._clock = clock
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._next = 1

    def arrived(self, known: Entry) -> Entry:
        """Log a call on arrival. The entry is `open` until the call is answered, so tests can see a call that hangs."""
        with self._lock:
            wall = datetime.now(UTC).isoformat()
            entry = {"n": self._next, "at": self._clock(), "wall": wall, **known, "status": None, "open": True}
            self._next += 1
            self._entries.append(entry)
            return entry

    def ended(self, entry: Entry, status: int | None) -> None:
        """Log the status of the answer; None means that the connection is reset."""
        with self._lock:
            entry["status"] = status
            entry["open"] = False

    def since(self, first: int) -> dict[str, Any]:
        """Return the calls numbered `first` and up, and the number for the next request."""
        with self._lock:
            return {"calls": [dict(each) for each in self._entries if each["n"] >= first], "next": self._next}

    def clear(self) -> None:
        """Drop the calls. Numbering continues, so an old `since` stays valid."""
        with self._lock:
            self._entries.clear()


def without_content(body: Any) -> Any:
    """Return a request body for the log: the length of each document replaces its bytes."""
    if isinstance(body, list):
        return [without_content(each) for each in body]
    if not isinstance(body, dict):
        return body
    return {
        name: len(value) if name == "Content" and isinstance(value, str) else without_content(value)
        for name, value in body.items()
    }
