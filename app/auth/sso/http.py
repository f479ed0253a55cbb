"""JSON from another system: each call is limited in time (`TIMEOUT_S`) and in size, and few threads wait for calls.

The calls do not follow redirects, so a document cannot come from another host.
"""

from __future__ import annotations

import json
from contextlib import closing
from typing import Any

from requests import Session

from app.auth.sso.errors import ProviderBusy
from app.domain.bulkhead import MOST_FOR_PROVIDER, Bulkhead
from app.domain.clock import Clock
from app.domain.errors import ProviderAway
from app.http_client import FAILURES, Attempt, SessionFactory

TIMEOUT_S = 5.0
"""Seconds for a call, to the last byte. Only the look-up of the host's name may take longer (see `app.http_client`)."""
CONNECT_S = 3.0
"""Seconds for a connection, over all addresses of the host."""
WAIT_S = 2.0
"""Seconds for which a thread waits until it may call. At a healthy system, the calls of all threads take less."""
MOST_BYTES = 256 * 1024
"""The largest decoded body that is accepted. Key sets and tokens have a few KiB."""
CHUNK_BYTES = 16 * 1024


class JsonClient:
    """Makes the calls of a process. All threads share it."""

    def __init__(self, clock: Clock, sessions: SessionFactory) -> None:
        self.sessions = sessions
        self._clock = clock
        self._bulkhead = Bulkhead(MOST_FOR_PROVIDER, ProviderBusy)

    def get(self, url: str) -> dict[str, Any]:
        """Return the JSON object at `url`. Raise ProviderAway for any failure, and for any status but 200."""
        status, body = self.call(self.sessions.new(), "GET", url)
        if status != 200:
            raise ProviderAway(f"status {status}")
        return body

    def call(self, session: Session, method: str, url: str, **arguments: Any) -> tuple[int, dict[str, Any]]:
        """Make a call with `session`, and close it. Return the status, below 500 and no redirect, and the JSON object.

        Raise ProviderBusy if too many threads are calling, and ProviderAway for everything else. `arguments` are those
        of `requests.Session.request`.
        """
        try:
            with closing(session), self._bulkhead.acquire(wait_s=WAIT_S), Attempt(TIMEOUT_S, self._clock) as attempt:
                return self._exchange(session, attempt, method, url, arguments)
        except FAILURES as failure:
            # Without the exception as its cause: it may contain the request with a code or a secret.
            reason = type(failure).__name__
        raise ProviderAway(reason)

    def _exchange(
        self, session: Session, attempt: Attempt, method: str, url: str, arguments: dict[str, Any]
    ) -> tuple[int, dict[str, Any]]:
        timeouts = (min(CONNECT_S, attempt.seconds), attempt.seconds)
        with session.request(
            method, url, timeout=timeouts, allow_redirects=False, stream=True, **arguments
        ) as response:
            status = response.status_code
            if 300 <= status < 400 or status >= 500:
                raise ProviderAway(f"status {status}")
            body = bytearray()
            for chunk in response.iter_content(CHUNK_BYTES):
                body += chunk
                if len(body) > MOST_BYTES:
                    raise ProviderAway("the answer is too long")
            if attempt.expired:
                raise ProviderAway("it took too long")
            attempt.complete = True
        try:
            value = json.loads(body)
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            raise ProviderAway(f"status {status}, and no JSON object")
        return status, value
