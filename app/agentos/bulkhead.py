"""How many of a web process's threads may wait for AgentOS at once: the others go on answering from the mirror."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.agentos.errors import Crowded

THREADS = 8
"""Of a web process; gunicorn.conf.py takes it from here."""
MOST_WAITING = THREADS // 2
FULL_RETRY_S = 2.0
"""When to come again if that many are waiting."""


class Bulkhead:
    """The places of one process, at most `most`."""

    def __init__(self, most: int = MOST_WAITING) -> None:
        self._places = threading.BoundedSemaphore(most)
        self._mine = threading.local()

    @contextmanager
    def acquire(self) -> Iterator[None]:
        """Take one for whatever this thread does inside: waiting for a slot, an answer, a reading by the worker.

        A thread that has a place needs no second one. Raises Crowded at once if none is free.
        """
        if getattr(self._mine, "has_one", False):
            yield
            return
        if not self._places.acquire(blocking=False):
            raise Crowded(FULL_RETRY_S)
        self._mine.has_one = True
        try:
            yield
        finally:
            self._mine.has_one = False
            self._places.release()
