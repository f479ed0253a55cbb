"""What can go wrong with a call to AgentOS.

Messages hold an operation's name, a status or a field's name; never the key, AgentOS's text, an id, or a URL.
"""


class AgentOSError(Exception):
    """A call that gave no usable answer.

    `sent` is whether a write may have taken effect: False means that it certainly did not. `retry_after_s` is the
    wait in seconds after which another try makes sense, where that is known.
    """

    def __init__(self, message: str, *, sent: bool = False, retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.sent = sent
        self.retry_after_s = retry_after_s


class Unreachable(AgentOSError):
    """No connection (`sent` False), or one that was cut off after the request went out (`sent` True).

    `why` there is no connection, where it is known: "it was refused" and the like.
    """

    def __init__(self, operation: str, *, sent: bool, why: str | None = None) -> None:
        what = "the connection was cut off" if sent else "no connection"
        super().__init__(f"{operation}: {what}{f', {why}' if why and not sent else ''}", sent=sent)


class TimedOut(AgentOSError):
    """The attempt's time, or the asker's, was up. AgentOS may still act on a write within `SETTLE_S`."""

    def __init__(self, operation: str, *, sent: bool) -> None:
        super().__init__(f"{operation}: timed out", sent=sent)


class Busy(AgentOSError):
    """Every slot of the budget is in use and none returns within the wait; nothing was sent."""

    def __init__(self, retry_after_s: float) -> None:
        super().__init__("the budget of calls is used up", retry_after_s=retry_after_s)


class Crowded(AgentOSError):
    """As many of this process's threads wait for AgentOS as may; nothing was sent."""

    def __init__(self, retry_after_s: float) -> None:
        super().__init__("too many wait for AgentOS already", retry_after_s=retry_after_s)


class Behind(AgentOSError):
    """What was accepted before it for the same `place`, a job or a statement, has not ended; nothing was sent."""

    def __init__(self, place: str, retry_after_s: float) -> None:
        super().__init__(f"what came before it for the same {place} has not ended", retry_after_s=retry_after_s)
        self.place = place


class Uncounted(AgentOSError):
    """The slots cannot be counted just now, since their store fails; nothing was sent."""

    def __init__(self, why: str) -> None:
        super().__init__(f"calls cannot be counted: {why}")


class RateLimited(AgentOSError):
    """AgentOS answered 429 or 403, now or a moment ago, and the whole key rests; nothing took effect."""

    def __init__(self, retry_after_s: float) -> None:
        super().__init__("the key rests", retry_after_s=retry_after_s)


class Rejected(AgentOSError):
    """AgentOS refused the request: a 4xx other than 403, 404 and 429. Nothing took effect."""

    def __init__(self, operation: str, status: int) -> None:
        super().__init__(f"{operation}: refused with {status}")
        self.status = status


class NotFound(AgentOSError):
    """AgentOS has no such object (404), or the id is one it cannot have. Nothing took effect."""

    def __init__(self, operation: str) -> None:
        super().__init__(f"{operation}: not found")


class Failed(AgentOSError):
    """AgentOS answered 5xx, or a status that no answer of its API has (1xx, 3xx)."""

    def __init__(self, operation: str, status: int) -> None:
        super().__init__(f"{operation}: failed with {status}", sent=True)
        self.status = status


class Malformed(AgentOSError):
    """AgentOS answered well, but with something that cannot be read. `what` names a field or a shape, never a value."""

    def __init__(self, what: str) -> None:
        super().__init__(f"unreadable answer: {what}", sent=True)
        self.what = what
