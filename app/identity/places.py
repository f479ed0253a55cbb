"""The limit of threads that wait for an identity provider, so that a provider that hangs leaves threads for others."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.identity.errors import ProviderBusy

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_WAITING = 4
"""Threads of a process that wait at a time. A web process has 8."""
BUSY_RETRY_S = 2.0


class Places:
    """Places for waiting threads. All threads share the object."""

    def __init__(self) -> None:
        self._free = threading.BoundedSemaphore(MOST_WAITING)
        self._of_thread = threading.local()

    @contextmanager
    def occupied(self) -> Iterator[None]:
        """Occupy a place. A thread that has one already keeps it. Raise ProviderBusy at once if none is free."""
        if getattr(self._of_thread, "has_place", False):
            yield
            return
        if not self._free.acquire(blocking=False):
            raise ProviderBusy("too many threads are waiting for it", retry_after_s=BUSY_RETRY_S)
        self._of_thread.has_place = True
        try:
            yield
        finally:
            self._of_thread.has_place = False
            self._free.release()
