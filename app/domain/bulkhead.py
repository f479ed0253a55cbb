"""Limits on the threads of a process that wait for something slow, so that others can serve stored data meanwhile."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

THREADS = 8
"""Threads of a web process. gunicorn.conf.py reads this constant."""
MOST_FOR_AGENTOS = 3
MOST_FOR_PROVIDER = 2
"""The identity provider and the issuer of handover keys. With one place, two people could not sign in at once."""
MOST_FOR_DOCUMENTS = 2
"""Checks of documents. Each may take 384 MiB.

These three limits together are less than `THREADS`, so a thread stays free even if everything is slow at once.
"""


class Bulkhead:
    """A limit on the threads that wait for one thing at a time. Each takes one of `most` places.

    `refusal` returns the error for a thread that gets no place. All threads of a process share the object.
    """

    def __init__(self, most: int, refusal: Callable[[], Exception]) -> None:
        self._refusal = refusal
        self._places = threading.BoundedSemaphore(most)
        self._local = threading.local()

    @contextmanager
    def acquire(self) -> Iterator[None]:
        """Hold a place. A thread never takes a second one. Raise the refusal at once if no place is free."""
        if getattr(self._local, "has_place", False):
            yield
            return
        if not self._places.acquire(blocking=False):
            raise self._refusal()
        self._local.has_place = True
        try:
            yield
        finally:
            self._local.has_place = False
            self._places.release()
