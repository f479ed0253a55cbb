"""JSON from another system: each call is limited in time and in size, and few calls run at a time.

The calls do not follow redirects, so a document cannot come from another host.
"""

from __future__ import annotations

import json
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.errors import ProviderAway
from app.http_client import FAILURES, Attempt, new_session
from app.identity.errors import ProviderBusy

if TYPE_CHECKING:
    from requests import Session

    from app.domain.clock import Clock

TIMEOUT_S = 5.0
"""Seconds for a call, from waiting for a place to the last byte."""
WAIT_S = 3.0
"""The part of `TIMEOUT_S` for which a call waits for a place. The rest is enough for a healthy provider."""
CONNECT_S = 3.0
MOST_BYTES = 256 * 1024
"""The largest decoded body that is accepted. Key sets and tokens have a few KiB."""
MOST_CALLS = 2
"""Calls of a process at a time. While a provider hangs, further threads wait at most `WAIT_S`."""
BUSY_RETRY_S = 2.0
CHUNK_BYTES = 16 * 1024


@dataclass(frozen=True, slots=True)
class JsonAnswer:
    """A response: its status, and the JSON object in its body."""

    status: int
    body: dict[str, Any]


class JsonClient:
    """Makes the calls of a process. All threads share it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._places = threading.BoundedSemaphore(MOST_CALLS)

    def get(self, url: str) -> dict[str, Any]:
        """Return the JSON object at `url`. Raise ProviderAway for any failure, and for any status but 200."""
        answer = self.call(new_session(), "GET", url)
        if answer.status != 200:
            raise ProviderAway(f"status {answer.status}")
        return answer.body

    def call(self, session: Session, method: str, url: str, **arguments: Any) -> JsonAnswer:
        """Make a call with `session`, and close it. Return a JSON answer with any status below 500, except a redirect.

        Raise ProviderBusy if no place is free in time, and ProviderAway for everything else. `arguments` are those of
        `requests.Session.request`.
        """
        began_at = time.monotonic()
        if not self._places.acquire(timeout=WAIT_S):
            session.close()
            raise ProviderBusy("too many calls are waiting for it", retry_after_s=BUSY_RETRY_S)
        try:
            left_s = TIMEOUT_S - (time.monotonic() - began_at)
            with closing(session), Attempt(left_s, self._clock) as attempt:
                return self._exchange(session, attempt, method, url, arguments)
        except FAILURES as failure:
            # Without the exception as its cause: it may contain the request with a code or a secret.
            reason = type(failure).__name__
        finally:
            self._places.release()
        raise ProviderAway(reason)

    def _exchange(
        self, session: Session, attempt: Attempt, method: str, url: str, arguments: dict[str, Any]
    ) -> JsonAnswer:
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
        return JsonAnswer(status, _json_object(bytes(body), status))


def _json_object(body: bytes, status: int) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise ProviderAway(f"status {status}, and no JSON") from None
    if not isinstance(value, dict):
        raise ProviderAway(f"status {status}, and no JSON object")
    return value
