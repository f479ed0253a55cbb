"""The speed at which a client must send a body or take a response."""

from __future__ import annotations

WINDOW_S, WINDOW_BYTES = 20.0, 20 * 1024
"""Within each window, a client must send so many bytes of a body, or take so many of a response: 1 KiB a second."""
BODY_S = 600.0
"""Seconds within which a body must be complete. The longest invoice then needs 26 KB/s, the speed of an old phone."""


class Pace:
    """The number of bytes that a client sends or takes in a window, and in all."""

    def __init__(self, now: float) -> None:
        self._bytes = 0
        self._window_until = now + WINDOW_S
        self._until = now + BODY_S

    def add(self, size: int) -> None:
        """Count bytes."""
        self._bytes += size

    def is_late(self, now: float) -> bool:
        """Return True if the client is too slow. Call this at least once a second."""
        if now >= self._until:
            return True
        if now < self._window_until:
            return False
        is_late = self._bytes < WINDOW_BYTES
        self._bytes, self._window_until = 0, now + WINDOW_S
        return is_late
