"""Errors of calls to AgentOS.

Messages hold an operation's name, a status or a field's name. They never hold the key, AgentOS's text, an id or a URL.
"""

from app.domain.attempt import AttemptResult, result_of


class AgentOSError(Exception):
    """A call that gave no usable answer.

    `result` says whether a write may have taken effect. `status` is the HTTP status of the response that caused the
    error, if a response did. `retry_after_s` is the wait in seconds after which another try makes sense, if known.
    """

    def __init__(
        self,
        message: str,
        *,
        result: AttemptResult = AttemptResult.NOT_SENT,
        status: int | None = None,
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(message)
        self.result = result
        self.status = status
        self.retry_after_s = retry_after_s


class Unreachable(AgentOSError):
    """There was no connection (not sent), or it broke after the first byte of the request (in doubt).

    `why` says why there was no connection, if known: "it was refused" and the like.
    """

    def __init__(self, operation: str, *, result: AttemptResult, why: str | None = None) -> None:
        is_cut = result is not AttemptResult.NOT_SENT
        what = "the connection was cut off" if is_cut else "no connection"
        super().__init__(f"{operation}: {what}{f', {why}' if why and not is_cut else ''}", result=result)


class TimedOut(AgentOSError):
    """The attempt's time, or the caller's, was up. AgentOS may still act on a write within `SETTLE_S`."""

    def __init__(self, operation: str, *, result: AttemptResult) -> None:
        super().__init__(f"{operation}: timed out", result=result)


class LeaseEnded(AgentOSError):
    """The sender's lease was past its end before all of the request was written, so the sender wrote no more."""

    def __init__(self, operation: str, *, result: AttemptResult) -> None:
        super().__init__(f"{operation}: the lease ended", result=result)


class Busy(AgentOSError):
    """Every slot of the budget is in use and none returns within the wait; nothing was sent."""

    def __init__(self, retry_after_s: float) -> None:
        super().__init__("the budget of calls is used up", retry_after_s=retry_after_s)


class Crowded(AgentOSError):
    """As many threads of this process wait for AgentOS as are allowed; nothing was sent."""

    def __init__(self, retry_after_s: float) -> None:
        super().__init__("too many wait for AgentOS already", retry_after_s=retry_after_s)


class Behind(AgentOSError):
    """An earlier submission for the same `place`, a job or a statement, has not ended; nothing was sent."""

    def __init__(self, place: str, retry_after_s: float) -> None:
        super().__init__(f"what came before it for the same {place} has not ended", retry_after_s=retry_after_s)
        self.place = place


class Uncounted(AgentOSError):
    """The slots cannot be counted, because their store fails; nothing was sent."""

    def __init__(self, why: str) -> None:
        super().__init__(f"calls cannot be counted: {why}")


class RateLimited(AgentOSError):
    """AgentOS answered 429 or 403 (`status`), or the key rests after such a response and nothing was sent."""

    _what = "key"

    def __init__(self, retry_after_s: float, *, status: int | None = None) -> None:
        result = AttemptResult.NOT_SENT if status is None else result_of(status)
        super().__init__(f"the {self._what} rests", result=result, status=status, retry_after_s=retry_after_s)


class OperationRests(RateLimited):
    """AgentOS answered 403 to this operation while it serves others, so the operation rests and the key does not."""

    _what = "operation"


class Rejected(AgentOSError):
    """AgentOS answered a 4xx other than 403, 404, 408 and 429. Its `result` depends on the status."""

    def __init__(self, operation: str, status: int) -> None:
        super().__init__(f"{operation}: refused with {status}", result=result_of(status), status=status)


class NotFound(AgentOSError):
    """AgentOS has no such object (`status` 404), or cannot have one with this id (`status` None, nothing was sent)."""

    def __init__(self, operation: str, *, status: int | None = None) -> None:
        result = AttemptResult.NOT_SENT if status is None else result_of(status)
        super().__init__(f"{operation}: not found", result=result, status=status)


class Failed(AgentOSError):
    """AgentOS answered 408, 5xx, or a status that no answer of its API has (1xx, 3xx). A write is in doubt."""

    def __init__(self, operation: str, status: int) -> None:
        super().__init__(f"{operation}: failed with {status}", result=result_of(status), status=status)


class Malformed(AgentOSError):
    """A 2xx response that cannot be read. A write is in doubt. `what` names a field or a shape, never a value."""

    def __init__(self, what: str, *, status: int | None = None) -> None:
        super().__init__(f"unreadable answer: {what}", result=AttemptResult.IN_DOUBT, status=status)
        self.what = what
