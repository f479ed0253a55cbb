"""The bulkhead: only some threads of a web process may wait for AgentOS, so the others can serve the mirror."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.agentos.errors import Crowded

THREADS = 8
"""Threads of a web process. gunicorn.conf.py reads this constant."""
MOST_WAITING = THREADS // 2
FULL_RETRY_S = 2.0
"""Seconds after which to try again if all places are taken."""


class Bulkhead:
    """The places of a process, at most `most`."""

    def __init__(self, most: int = MOST_WAITING) -> None:
        self._places = threading.BoundedSemaphore(most)
        self._local = threading.local()

    @contextmanager
    def acquire(self) -> Iterator[None]:
        """Hold a place while this thread waits for a slot, a response, or a reading by the worker.

        A thread that has a place needs no second place. Raise Crowded at once if no place is free.
        """
        if getattr(self._local, "has_place", False):
            yield
            return
        if not self._places.acquire(blocking=False):
            raise Crowded(FULL_RETRY_S)
        self._local.has_place = True
        try:
            yield
        finally:
            self._local.has_place = False
            self._places.release()
