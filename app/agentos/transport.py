"""Calls to AgentOS: the wait for a slot, one or two attempts, the outcome for the status, and a log of attempts."""

import threading
from collections.abc import Callable
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from typing import Any

import requests
import structlog

from app.agentos.backoff import CheckRests, Rests
from app.agentos.budget import Budget
from app.agentos.endpoints import Call, Upload
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
from app.domain.attempt import AttemptResult
from app.domain.bulkhead import Bulkhead, agentos_holders
from app.domain.clock import Clock
from app.http_client import FAILURES, Attempt, LeasePast, SessionFactory, why_unreachable

MAX_ANSWER_BYTES = 64 * 1024 * 1024
"""Largest decoded body that is accepted. A page of 1,000 rows is a few MiB."""
KEEP_ALIVE_S = 30.0
"""Seconds after which an idle connection is not used again, because balancers drop idle connections silently."""
PAUSE_S = 0.2
"""Seconds between the first attempt and the second."""
_CHUNK_BYTES = 64 * 1024
_log = structlog.get_logger("agentos")


@dataclass(frozen=True, slots=True)
class Answer:
    """A 2xx response: its status and its decoded body."""

    status: int
    body: bytes = field(repr=False)


class Transport:
    """Sends calls to AgentOS at `base_url`, with the agency's key in the header `key_header`.

    `read_timeout_s`, or `upload_timeout_s` for uploads, limits a whole attempt, from connecting to the last byte of the
    body. All threads of a process share one transport.
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
        rests: Rests | CheckRests,
        clock: Clock,
        sessions: SessionFactory,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self._key_header = key_header
        self._connect_timeout_s = connect_timeout_s
        self._read_timeout_s = read_timeout_s
        self._upload_timeout_s = upload_timeout_s
        self._budget = budget
        self._bulkhead = bulkhead
        self._clock = clock
        self._rests = rests
        self._sessions = sessions
        self._local = threading.local()

    def send(self, call: Call) -> Answer:
        """Make the call in one or two attempts, within the caller's deadline.

        Every attempt takes a slot of the budget first. A person's call also takes a place of the bulkhead, and before
        the slot, because a thread that waits for a slot serves nobody else. If the call fails, raise an AgentOSError.
        Its `result` says exactly whether a write may have taken effect.
        """
        holders = agentos_holders(call.agency.short_name, call.caller.contractor_id)
        with self._bulkhead.acquire(holders) if call.caller.role == "person" else nullcontext():
            number = 1
            while True:
                outcome = self._in_slot(call, number)
                if isinstance(outcome, Answer):
                    return outcome
                # Raised outside `except`: a requests exception as its context would contain the request and key.
                if not retry_once(call.method, number, outcome) or call.caller.deadline.left() <= PAUSE_S:
                    raise outcome
                self._clock.sleep(PAUSE_S)
                number += 1

    def _in_slot(self, call: Call, number: int) -> Answer | AgentOSError:
        """Wait for a slot, make attempt `number` and return its outcome. Raise an error if it must not begin."""
        seconds = self._seconds_left(call)
        if not seconds:
            raise TimedOut(call.operation, result=AttemptResult.NOT_SENT)
        caller, began = call.caller, self._clock.boot()
        try:
            is_trial = self._rests.begin(call, seconds + caller.wait_s)
            with self._budget.slot(call.agency, caller, hold_s=seconds, wait_s=caller.wait_s):
                waited_s = self._clock.boot() - began
                return self._attempt(call, number, waited_s=waited_s, is_trial=is_trial)
        except (Busy, RateLimited) as refusal:
            _log.debug(
                "agentos_not_asked",
                operation=call.operation,
                agency=call.agency.short_name,
                error=type(refusal).__name__,
                waited_milliseconds=round((self._clock.boot() - began) * 1_000, 1),
                asker=caller.role,
                request_id=caller.request_id,
            )
            raise

    def _attempt(self, call: Call, number: int, *, waited_s: float, is_trial: bool) -> Answer | AgentOSError:
        """Make one attempt within its slot. Log and return the outcome."""
        seconds = self._seconds_left(call)
        if not seconds:
            return TimedOut(call.operation, result=AttemptResult.NOT_SENT)
        began = self._clock.boot()
        attempt = Attempt(seconds, self._clock, call.write.lease if call.write else None)
        reply: Answer | AgentOSError
        try:
            with attempt:
                reply = self._exchange(call, attempt)
        except FAILURES as failure:
            reply = _error_of(call.operation, failure, attempt)
        if attempt.expired:  # a socket that was shut down in mid-body can look like the normal end of a body
            reply = TimedOut(call.operation, result=_result_without_response(attempt))
        outcome = self._judged(call, reply, is_trial=is_trial) if isinstance(reply, Answer) else reply
        _log.info(
            "agentos_call",
            operation=call.operation,
            agency=call.agency.short_name,
            method=call.method,
            status=reply.status if isinstance(reply, Answer) else None,
            error=type(outcome).__name__ if isinstance(outcome, AgentOSError) else None,
            milliseconds=round((self._clock.boot() - began) * 1_000, 1),
            waited_milliseconds=round(waited_s * 1_000, 1),
            asker=call.caller.role,
            attempt=number,
            request_id=call.caller.request_id,
        )
        return outcome

    def _exchange(self, call: Call, attempt: Attempt) -> Answer | Malformed:
        """Return the response with any status, but with its body only for a 2xx.

        Reads reuse connections. A write opens a new connection, because the server may have dropped an idle one.
        """
        write = call.write
        body_out: dict[str, Any] = {"data" if isinstance(write.body, Upload) else "json": write.body} if write else {}
        headers = {"X-Request-ID": call.caller.request_id} if call.caller.request_id else {}
        if write:
            headers |= {"Content-Type": "application/json", "Connection": "close"}
        with (
            closing(self._sessions.new()) if write else nullcontext(self._session_for_reads()) as session,
            session.request(
                call.method,
                self.base_url + call.path,
                headers=headers,
                auth=_signed(self._key_header, call.agency.api_key),
                timeout=(min(self._connect_timeout_s, attempt.seconds), attempt.seconds),
                allow_redirects=False,
                stream=True,
                **body_out,
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

    def _session_for_reads(self) -> requests.Session:
        """Return this thread's session, because requests does not guarantee that threads can share one."""
        now = self._clock.boot()
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = self._local.session = self._sessions.new()
        elif now - self._local.used_at > KEEP_ALIVE_S:
            session.close()  # closes its connections; the session opens new ones by itself
        self._local.used_at = now
        return session

    def _judged(self, call: Call, answer: Answer, *, is_trial: bool) -> Answer | AgentOSError:
        """Return the outcome for the status. After a 403 or 429, let the key or the operation rest."""
        status = answer.status
        if limited := self._rests.note(call, status, is_trial=is_trial):
            return limited
        if 200 <= status < 300:
            return answer
        if status == 404:
            return NotFound(call.operation, status=status)
        refused = 400 <= status < 500 and status != 408  # after a 408, AgentOS may still act
        return Rejected(call.operation, status) if refused else Failed(call.operation, status)

    def _seconds_left(self, call: Call) -> float:
        """Return how long an attempt that begins now may take."""
        timeout_s = self._upload_timeout_s if call.write and call.write.is_upload else self._read_timeout_s
        return min(timeout_s, call.caller.deadline.left())


def _signed(header: str, key: str) -> Callable[[requests.PreparedRequest], requests.PreparedRequest]:
    """Return a function for the argument `auth` of requests. It puts the key into the header."""

    def sign(request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers[header] = key
        return request

    return sign


def _error_of(operation: str, failure: Exception, attempt: Attempt) -> AgentOSError:
    """Return the AgentOSError for `failure`, which is one of `FAILURES`."""
    result = _result_without_response(attempt)
    if isinstance(failure, requests.exceptions.ContentDecodingError):
        return Malformed("not what its Content-Encoding says", status=attempt.status)
    if isinstance(failure, LeasePast):
        return LeaseEnded(operation, result=result)
    # The time-out of a socket may come right before the timer of the attempt.
    if isinstance(failure, requests.Timeout) and (result is AttemptResult.IN_DOUBT or attempt.left_s() <= 0):
        return TimedOut(operation, result=result)
    return Unreachable(operation, result=result, why=why_unreachable(failure))


def _result_without_response(attempt: Attempt) -> AttemptResult:
    return AttemptResult.NOT_SENT if attempt.begun_at is None else AttemptResult.IN_DOUBT


def retry_once(method: str, attempt: int, outcome: AgentOSError | None) -> bool:
    """Return True if attempt number `attempt` (from 1) should be repeated. `outcome` is None after a success.

    Only a read is repeated, and only if there was no connection or a gateway in front of AgentOS failed (502, 503,
    504). A write is never repeated, because AgentOS has no idempotency. After a 429, another call makes matters worse.
    After a time-out, no time is left.
    """
    if method != "GET" or attempt > 1:
        return False
    if isinstance(outcome, Unreachable):
        return outcome.result is AttemptResult.NOT_SENT
    return isinstance(outcome, Failed) and outcome.status in (502, 503, 504)
