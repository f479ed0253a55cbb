"""The log of calls that tests read: who asked what, when, and what it was answered. It never holds a key."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

Entry = dict[str, Any]
KEPT = 200_000


class Calls:
    """Calls in order of arrival, the oldest forgotten first. Thread-safe."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._lock = threading.Lock()
        self._clock = clock
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._next = 1

    def arrived(self, known: Entry) -> Entry:
        """Logs a call as it arrives; `open` until it is answered, so that a call that hangs can be seen."""
        with self._lock:
            wall = datetime.now(UTC).isoformat()
            entry = {"n": self._next, "at": self._clock(), "wall": wall, **known, "status": None, "open": True}
            self._next += 1
            self._entries.append(entry)
            return entry

    def ended(self, entry: Entry, status: int | None) -> None:
        """Says what a call is being answered; None is a connection that was reset."""
        with self._lock:
            entry["status"] = status
            entry["open"] = False

    def since(self, first: int) -> dict[str, Any]:
        """Calls numbered `first` and up, and the number to ask for next time."""
        with self._lock:
            return {"calls": [dict(each) for each in self._entries if each["n"] >= first], "next": self._next}

    def clear(self) -> None:
        """Forgets the calls; numbering goes on, so that an old `since` stays right."""
        with self._lock:
            self._entries.clear()


def without_content(body: Any) -> Any:
    """A request body for the log, each document's bytes replaced by their length."""
    if isinstance(body, list):
        return [without_content(each) for each in body]
    if not isinstance(body, dict):
        return body
    return {
        name: len(value) if name == "Content" and isinstance(value, str) else without_content(value)
        for name, value in body.items()
    }
