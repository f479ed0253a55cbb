"""Errors of calls to AgentOS.

Messages contain an operation, a status or a field's name, but never the key, AgentOS's text, an id or a URL.
"""

from typing import ClassVar

from app.domain.attempt import AttemptResult, result_of
from app.http_client import WhyUnreachable

CROWDED_RETRY_S = 2.0
"""Seconds after which a request should try again if too many threads wait."""


class AgentOSError(Exception):
    """A call without a usable response.

    `status` is the HTTP status of the response, if a response caused the error. `result` says whether a write may have
    taken effect; by default it follows from the status. `retry_after_s` is the wait in seconds before another attempt
    makes sense, if known. `was_called`: an attempt used a slot of the call budget, even if there was no connection.
    """

    was_called = False

    def __init__(
        self,
        message: str,
        *,
        result: AttemptResult | None = None,
        status: int | None = None,
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(message)
        self.result = result or (AttemptResult.NOT_SENT if status is None else result_of(status))
        self.status = status
        self.retry_after_s = retry_after_s


class Unreachable(AgentOSError):
    """No connection was made (not sent), or the connection broke after the first byte of the request (in doubt).

    `why` is the reason for the missing connection, if known.
    """

    was_called = True

    def __init__(self, operation: str, *, result: AttemptResult, why: WhyUnreachable | None = None) -> None:
        no_connection = f"no connection, {why}" if why else "no connection"
        what = no_connection if result is AttemptResult.NOT_SENT else "the connection was cut off"
        super().__init__(f"{operation}: {what}", result=result)
        self.why = why


class CallFailed(AgentOSError):
    """The call of an operation failed, with the HTTP `status` if there was a response."""

    was_called = True
    what: ClassVar[str]

    def __init__(self, operation: str, status: int | None = None, *, result: AttemptResult | None = None) -> None:
        super().__init__(f"{operation}: {self.what.format(status)}", result=result, status=status)


class TimedOut(CallFailed):
    """The time of the attempt or the caller ran out. AgentOS may still act on a write for the time `SETTLE_S`."""

    what = "timed out"


class LeaseEnded(CallFailed):
    """The sender's lease ended before the whole request was written, so the sender stopped writing."""

    what = "the lease ended"


class Rejected(CallFailed):
    """AgentOS responded with a 4xx other than 403, 404, 408 and 429. `result` depends on the status."""

    what = "refused with {}"


class NotFound(CallFailed):
    """AgentOS has no such object (`status` 404). Or the id is impossible, and nothing was sent (`status` None)."""

    what = "not found"


class Failed(CallFailed):
    """AgentOS responded 408, 5xx, or a status that its API never returns (1xx, 3xx). A write is in doubt."""

    what = "failed with {}"


class Busy(AgentOSError):
    """All slots of the call budget are in use, and none becomes free in time. Nothing was sent."""

    def __init__(self, retry_after_s: float) -> None:
        super().__init__("the budget of calls is used up", retry_after_s=retry_after_s)


class Crowded(AgentOSError):
    """Too many threads of this process wait for AgentOS: for all, the agency or the contractor. Nothing was sent."""

    def __init__(self) -> None:
        super().__init__("too many wait for AgentOS already", retry_after_s=CROWDED_RETRY_S)


class Behind(AgentOSError):
    """An earlier submission for the same `place` (a job or a statement) is not finished. Nothing was sent."""

    def __init__(self, place: str, retry_after_s: float) -> None:
        super().__init__(f"what came before it for the same {place} has not ended", retry_after_s=retry_after_s)
        self.place = place


class RateLimited(AgentOSError):
    """AgentOS responded with 429 or 403 (`status`). Or the key rests after such a response, and nothing was sent."""

    _what = "key"

    def __init__(self, retry_after_s: float, *, status: int | None = None) -> None:
        super().__init__(f"the {self._what} rests", status=status, retry_after_s=retry_after_s)
        self.was_called = status is not None


class OperationRests(RateLimited):
    """Only this operation rests, not the key: AgentOS forbids it (403) but serves others, or its writes are paused."""

    _what = "operation"


class Malformed(AgentOSError):
    """A 2xx response has an unreadable body. A write is in doubt. `what` names the fault or a field, never a value."""

    was_called = True

    def __init__(self, what: str, *, status: int | None = None) -> None:
        super().__init__(f"unreadable answer: {what}", result=AttemptResult.IN_DOUBT, status=status)
        self.what = what
