"""Limits on the threads of a process that wait for something slow, so that others can serve stored data meanwhile."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

THREADS = 8
"""Threads of a web process. gunicorn.conf.py reads this constant."""
MOST_FOR_AGENTOS = 3
MOST_FOR_AGENCY = 2
"""Of `MOST_FOR_AGENTOS`. So an agency whose AgentOS is slow, or whose calls are used up, leaves a place to others."""
MOST_FOR_PROVIDER = 2
"""The identity provider and the issuer of handover keys. With one place, two people could not sign in at once."""
MOST_FOR_DOCUMENTS = 2
"""Checks of documents, which may take 384 MiB each, and large bodies in JSON, 30 MiB each.

The limits for AgentOS, the provider and checks together are less than `THREADS`, so a thread stays free even if
everything is slow at once. Only sign-ins, invoices and large bodies may take the other threads, for a second or two.
"""


class Bulkhead:
    """A limit on the threads that wait for one thing at a time. Each takes one of `most` places.

    `refusal` returns the error for a thread that gets no place. All threads of a process share the object.
    """

    def __init__(self, most: int, refusal: Callable[[], Exception]) -> None:
        self._refusal = refusal
        self._places = threading.BoundedSemaphore(most)
        self._count_of = Counter[str]()
        self._count_lock = threading.Lock()
        self._local = threading.local()

    @contextmanager
    def acquire(self, holders: Mapping[str, int] = MappingProxyType({}), *, wait_s: float = 0) -> Iterator[None]:
        """Hold a place. A thread never takes a second one.

        `holders`: for whom the place is held, such as a contractor and their agency, each with the number of places
        that it may have at a time. So none of them can take all places. `wait_s`: the seconds for which the thread may
        wait for a free place. Raise the refusal at once if a holder has its number of places, and after the
        wait if no place is free.
        """
        if getattr(self._local, "has_place", False):
            yield
            return
        with self._count_lock:
            if any(self._count_of[holder] >= most for holder, most in holders.items()):
                raise self._refusal()
            self._count_of.update(holders.keys())
        try:
            if not self._places.acquire(timeout=wait_s):
                raise self._refusal()
            self._local.has_place = True
            try:
                yield
            finally:
                self._local.has_place = False
                self._places.release()
        finally:
            with self._count_lock:
                self._count_of -= Counter(holders.keys())  # without those that hold no place now


def agentos_holders(agency: str, writer: str | None = None) -> dict[str, int]:
    """Return the holders of a place for AgentOS (`Bulkhead.acquire`).

    `agency`: its short name. `writer`: the id of the contractor for a write, who has one at a time. Reads have none,
    because an app reads several lists at once.
    """
    return {agency: MOST_FOR_AGENCY} | ({f"{agency}/{writer}": 1} if writer else {})
