"""A document of another system, such as its keys: fetched at the start or when it is needed, and kept in memory."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from app.auth.sso.errors import ProviderBusy
from app.domain.clock import Clock
from app.domain.errors import ProviderAway

KEPT_S = 3600.0
"""Seconds for which keys are used before they are fetched again. A key that the issuer has withdrawn lives so long."""
RETRY_S = 10.0
"""Seconds from a failed fetch to the next. Anybody can cause fetches, and each may take seconds of a thread."""
WAIT_S = 1.0
"""Seconds for which a thread waits for the fetch of another. At a healthy provider, a fetch takes less."""

Document = TypeVar("Document")


class CachedDocument(Generic[Document]):
    """A document. `fetch` returns it, or raises ProviderAway. All threads share the object, and one of them fetches."""

    def __init__(self, fetch: Callable[[], Document], clock: Clock) -> None:
        self._fetch = fetch
        self._clock = clock
        self._fetching = threading.Lock()
        self._last: tuple[Document, float] | None = None
        self._failure: tuple[str, float] | None = None

    def get(self, max_age_s: float) -> Document:
        """Return the document, fetched at most `max_age_s` ago.

        Raise ProviderAway, also soon after a failed fetch, or ProviderBusy if another thread's fetch takes long.
        """
        if document := self._kept(max_age_s):
            return document
        if not self._fetching.acquire(timeout=WAIT_S):
            raise ProviderBusy
        try:
            return self._kept(max_age_s) or self._fetch_now()
        finally:
            self._fetching.release()

    def _kept(self, max_age_s: float) -> Document | None:
        """Return the document, if it is not too old."""
        if self._last is None or self._clock.boot() - self._last[1] > max_age_s:
            return None
        return self._last[0]

    def _fetch_now(self) -> Document:
        began_at = self._clock.boot()
        if self._failure is not None and began_at - self._failure[1] < RETRY_S:
            raise ProviderAway(self._failure[0])
        try:
            document = self._fetch()
        except ProviderBusy:  # the other system may be healthy
            raise
        except ProviderAway as error:
            self._failure = error.reason, self._clock.boot()
            raise
        self._last, self._failure = (document, began_at), None
        return document
