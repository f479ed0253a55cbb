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

These three limits together are less than `THREADS`, so a thread stays free even if everything is slow at once. Only a
sign-in that waits for a place of another may take that thread, for a second (`Bulkhead.acquire`).
"""


class Bulkhead:
    """A limit on the threads that wait for one thing at a time. Each takes one of `most` places.

    `refusal` returns the error for a thread that gets no place. All threads of a process share the object.
    """

    def __init__(self, most: int, refusal: Callable[[], Exception]) -> None:
        self._refusal = refusal
        self._places = threading.BoundedSemaphore(most)
        self._waiting = threading.BoundedSemaphore(1)
        self._holders: set[str] = set()
        self._holders_lock = threading.Lock()
        self._local = threading.local()

    @property
    def has_place(self) -> bool:
        """True if this thread has a place."""
        return bool(getattr(self._local, "has_place", False))

    @contextmanager
    def acquire(self, holder: str | None = None, *, wait_s: float = 0) -> Iterator[None]:
        """Hold a place. A thread never takes a second one.

        `holder`: the sender of the request, which may have one place at a time. So one sender cannot take all places.
        `wait_s`: the seconds for which one thread at a time may wait for a free place. Raise the refusal at once if the
        holder has a place, and after the wait if no place is free.
        """
        if self.has_place:
            yield
            return
        with self._only_place_of(holder):
            if not self._places.acquire(blocking=False) and not self._wait(wait_s):
                raise self._refusal()
            self._local.has_place = True
            try:
                yield
            finally:
                self._local.has_place = False
                self._places.release()

    def _wait(self, wait_s: float) -> bool:
        """Wait for a place, unless another thread waits already. Return True if this thread has one now."""
        if not wait_s or not self._waiting.acquire(blocking=False):
            return False
        try:
            return self._places.acquire(timeout=wait_s)
        finally:
            self._waiting.release()

    @contextmanager
    def _only_place_of(self, holder: str | None) -> Iterator[None]:
        if holder is None:
            yield
            return
        with self._holders_lock:
            if holder in self._holders:
                raise self._refusal()
            self._holders.add(holder)
        try:
            yield
        finally:
            with self._holders_lock:
                self._holders.remove(holder)
