"""The only file that knows HTTP: sessions, time-outs, the key, one slot an attempt, and failures told apart."""

import threading
from collections.abc import Callable
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
import structlog
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from app.agentos.budget import Budget
from app.agentos.bulkhead import Bulkhead
from app.agentos.caller import Caller
from app.agentos.endpoints import ENDPOINTS
from app.agentos.errors import (
    AgentOSError,
    Busy,
    Failed,
    LeaseEnded,
    Malformed,
    NotFound,
    RateLimited,
    Rejected,
    TimedOut,
    Unreachable,
)
from app.agentos.http_session import POOLS, Attempt, LeasePast, why_unreachable
from app.agentos.rests import Rests, RestStore
from app.agentos.write import Upload, Write
from app.domain.agency import Agency
from app.domain.attempt import AttemptResult
from app.domain.clock import Clock

MAX_ANSWER_BYTES = 64 * 1024 * 1024
"""Decoded; a page of 1,000 rows is a few MiB."""

PAUSE_S = 0.2
"""Before a second attempt."""

KEEP_ALIVE_S = 30.0
"""Longer idle, a connection is not used again: balancers drop them unseen. Only reads use one that was kept."""

_CHUNK_BYTES = 64 * 1024

_FAILURES = (LeasePast, requests.RequestException, HTTPError, HTTPException, OSError, ValueError)

_log = structlog.get_logger("agentos")


@dataclass(frozen=True, slots=True)
class Answer:
    """A 2xx answer: its status and its decoded body."""

    status: int
    body: bytes = field(repr=False)


class Transport:
    """Sends calls to AgentOS at `base_url`, with the agency's key in the header `key_header`.

    Time-outs are seconds; `read_timeout_s`, or `upload_timeout_s` for uploads, is for an attempt as a whole, from
    connecting to the last byte of the body. Shared by all threads of a process.
    """

    def __init__(
        self,
        base_url: str,
        key_header: str,
        connect_timeout_s: float,
        read_timeout_s: float,
        upload_timeout_s: float,
        budget: Budget,
        bulkhead: Bulkhead,
        operation_rests: RestStore,
        clock: Clock,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self.uses_tls = base_url.startswith("https:")
        self._key_header = key_header
        self._connect_timeout_s = connect_timeout_s
        self._read_timeout_s = read_timeout_s
        self._upload_timeout_s = upload_timeout_s
        self._budget = budget
        self._bulkhead = bulkhead
        self._clock = clock
        self._rests = Rests(operation_rests, budget, clock)
        self._local = threading.local()

    def send(
        self,
        agency: Agency,
        operation: str,
        path: str,
        caller: Caller,
        write: Write | None = None,
    ) -> Answer:
        """Make the call, in one attempt or two, within the asker's deadline.

        Every attempt takes a slot first, and a person's call one of the places of those who may wait. Raises any
        AgentOSError; its `result` is exact.
        """
        with self._bulkhead.acquire() if caller.role == "person" else nullcontext():
            return self._send(agency, operation, path, caller, write)

    def _send(
        self,
        agency: Agency,
        operation: str,
        path: str,
        caller: Caller,
        write: Write | None,
    ) -> Answer:
        method = ENDPOINTS[operation].method
        timeout_s = self._upload_timeout_s if write and write.is_upload else self._read_timeout_s
        number = 1
        while True:
            hold_s = min(timeout_s, caller.deadline.left())
            if not hold_s:
                raise TimedOut(operation, result=AttemptResult.NOT_SENT)
            asked = self._clock.boot()
            try:
                is_trial = self._rests.begin(agency, operation, hold_s + caller.wait_s)
                with self._budget.slot(agency, caller, hold_s=hold_s, wait_s=caller.wait_s):
                    waited_s = self._clock.boot() - asked
                    outcome = self._attempt(
                        agency, operation, path, caller, write, timeout_s, number, waited_s, is_trial
                    )
            except (Busy, RateLimited) as refusal:
                _log.debug(
                    "agentos_not_asked",
                    operation=operation,
                    agency=agency.short_name,
                    error=type(refusal).__name__,
                    waited_milliseconds=round((self._clock.boot() - asked) * 1_000, 1),
                    asker=caller.role,  # the name that logs and metrics have had from the first release
                    request_id=caller.request_id,
                )
                raise
            if isinstance(outcome, Answer):
                return outcome
            # Raised here, not where it was caught: no exception of requests, which holds the request, is its context.
            if not retry_once(method, number, outcome) or caller.deadline.left() <= PAUSE_S:
                raise outcome
            self._clock.sleep(PAUSE_S)
            number += 1

    def _attempt(
        self,
        agency: Agency,
        operation: str,
        path: str,
        caller: Caller,
        write: Write | None,
        timeout_s: float,
        number: int,
        waited_s: float,
        is_trial: bool,
    ) -> Answer | AgentOSError:
        seconds = min(timeout_s, caller.deadline.left())
        if not seconds:
            return TimedOut(operation, result=AttemptResult.NOT_SENT)
        method = ENDPOINTS[operation].method
        started = self._clock.boot()
        attempt = Attempt(seconds, self._clock, write.lease if write else None)
        reply: Answer | AgentOSError
        try:
            with attempt:
                reply = self._exchange(agency, method, path, caller, write, attempt)
        except _FAILURES as failure:
            reply = _failure(operation, failure, attempt)
        if attempt.expired:  # a socket shut down in mid-body can look like a body's proper end
            reply = TimedOut(operation, result=attempt.failure_result)
        outcome = self._judged(agency, operation, reply, is_trial) if isinstance(reply, Answer) else reply
        _log.info(
            "agentos_call",
            operation=operation,
            agency=agency.short_name,
            method=method,
            status=reply.status if isinstance(reply, Answer) else None,
            error=type(outcome).__name__ if isinstance(outcome, AgentOSError) else None,
            milliseconds=round((self._clock.boot() - started) * 1_000, 1),
            waited_milliseconds=round(waited_s * 1_000, 1),
            asker=caller.role,  # the name that logs and metrics have had from the first release
            attempt=number,
            request_id=caller.request_id,
        )
        return outcome

    def _exchange(
        self,
        agency: Agency,
        method: str,
        path: str,
        caller: Caller,
        write: Write | None,
        attempt: Attempt,
    ) -> Answer | Malformed:
        """The answer, whatever its status; the body only of a good one.

        Only reads share connections: a write never meets one that the other side has dropped.
        """
        body_out = write.body if write else None
        headers = {"X-Request-ID": caller.request_id} if caller.request_id else {}
        if write:
            headers |= {"Content-Type": "application/json", "Connection": "close"}
        with (
            closing(_new_session()) if write else nullcontext(self._session()) as session,
            session.request(
                method,
                self.base_url + path,
                json=None if isinstance(body_out, Upload) else body_out,
                data=body_out if isinstance(body_out, Upload) else None,
                headers=headers,
                auth=self._signed(agency.api_key),
                timeout=(min(self._connect_timeout_s, attempt.seconds), attempt.seconds),
                allow_redirects=False,
                stream=True,
            ) as response,
        ):
            attempt.status = response.status_code
            body = bytearray()
            if 200 <= response.status_code < 300:
                for chunk in response.iter_content(_CHUNK_BYTES):
                    body += chunk
                    if len(body) > MAX_ANSWER_BYTES:
                        return Malformed("too long", status=response.status_code)
                    if attempt.expired:
                        break
                attempt.complete = True
            return Answer(response.status_code, bytes(body))

    def _judged(self, agency: Agency, operation: str, answer: Answer, is_trial: bool) -> Answer | AgentOSError:
        """Return the outcome for the status. A 403 or 429 lets the key or the operation rest."""
        status = answer.status
        if limited := self._rests.note(agency, operation, status, is_trial=is_trial):
            return limited
        if 200 <= status < 300:
            return answer
        if status == 404:
            return NotFound(operation, status=status)
        refused = 400 <= status < 500 and status != 408  # a request that timed out over there may still be acted on
        return Rejected(operation, status) if refused else Failed(operation, status)

    def _signed(self, key: str) -> Callable[[requests.PreparedRequest], requests.PreparedRequest]:
        def sign(request: requests.PreparedRequest) -> requests.PreparedRequest:
            request.headers[self._key_header] = key
            return request

        return sign

    def _session(self) -> requests.Session:
        """This thread's session: requests does not promise that one can be shared."""
        now = self._clock.boot()
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = self._local.session = _new_session()
        elif now - self._local.used_at > KEEP_ALIVE_S:
            session.close()  # its connections; it opens new ones by itself
        self._local.used_at = now
        return session


class _Adapter(HTTPAdapter):
    """Connections that obey `Attempt`."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = POOLS


def _new_session() -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    # Agencies share a host: a cookie set for one must never travel with another's key.
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.headers.update({"User-Agent": "contractor-portal", "Accept": "application/json", "Accept-Encoding": "gzip"})
    for scheme in POOLS:
        session.mount(f"{scheme}://", _Adapter(max_retries=0))
    return session


def _failure(operation: str, failure: Exception, attempt: Attempt) -> AgentOSError:
    if isinstance(failure, requests.exceptions.ContentDecodingError):
        return Malformed("not what its Content-Encoding says", status=attempt.status)
    if isinstance(failure, LeasePast):
        return LeaseEnded(operation, result=attempt.failure_result)
    if attempt.has_begun and isinstance(failure, requests.Timeout):
        return TimedOut(operation, result=attempt.failure_result)
    return Unreachable(operation, result=attempt.failure_result, why=why_unreachable(failure))


_PASSING = frozenset({502, 503, 504})


def retry_once(method: str, attempt: int, outcome: AgentOSError | None) -> bool:
    """Whether the call deserves one more attempt, `attempt` (counted from 1) having ended in `outcome`, None if well.

    Only reads that found no connection, or a gateway before AgentOS in trouble. Never a write: AgentOS has no
    idempotency. Never after a 429, which asking on makes worse, nor after a time-out, which has used the time up.
    """
    if method != "GET" or attempt > 1:
        return False
    if isinstance(outcome, Unreachable):
        return outcome.result is AttemptResult.NOT_SENT
    return isinstance(outcome, Failed) and outcome.status in _PASSING
