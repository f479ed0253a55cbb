"""The turns of requests with a long body, so that others are answered meanwhile."""

from __future__ import annotations

from collections.abc import Hashable

MOST_BEGUN = 2
"""Long requests that may begin within `BEGIN_S`. To read one takes a quarter of a second of a processor."""
BEGIN_S = 1.0
"""Seconds after which a long request no longer counts: it has been read, and may wait for AgentOS."""


class LongRequests:
    """Requests whose long body has arrived, in the order in which threads may take them.

    Without turns, a few dozen that end at the same moment would be in all threads, and before every other request. Each
    owner has one turn at a time. Only the main thread changes the object.
    """

    def __init__(self) -> None:
        self._waiting: dict[Hashable, object] = {}
        self._begun: dict[Hashable, tuple[object, float]] = {}

    def add(self, conn: Hashable, owner: object) -> None:
        """Add the request of a connection. `owner`: see `BodyLimit`."""
        self._waiting[conn] = owner

    def begin(self, now: float) -> list[Hashable]:
        """Return the connections whose requests begin now, a time in seconds."""
        started = []
        for conn, owner in list(self._waiting.items()):
            owners = [each for each, began in self._begun.values() if now < began + BEGIN_S]
            if len(owners) >= MOST_BEGUN:
                break
            if owner not in owners:
                del self._waiting[conn]
                self._begun[conn] = owner, now
                started.append(conn)
        return started

    def has_begun(self, conn: Hashable) -> bool:
        """Return whether the request of a connection has begun and not ended."""
        return conn in self._begun

    def end(self, conn: Hashable) -> None:
        """Forget the request of a connection."""
        self._begun.pop(conn, None)
