"""The calls of a check. Each waits for a slot of the call budget, and adds its result to the check's record."""

import math
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from app.agentos import responses
from app.agentos.budget import Budget
from app.agentos.caller import Caller
from app.agentos.endpoints import Call, url_path
from app.agentos.errors import (
    AgentOSError,
    Busy,
    OperationRests,
    RateLimited,
    Rejected,
    TimedOut,
    Unreachable,
)
from app.agentos.transport import Answer, Transport
from app.domain.agency import Agency
from app.domain.clock import Clock, Deadline

PATIENCE_S = 300.0
"""Seconds that a check waits for a slot."""
CALL_S = 60.0
"""Seconds that a call may take in its slot."""
MOST_UNANSWERED = 3
"""After so many calls in a row without a response, the check stops. Each may cost a time-out or a rest."""

Progress = Callable[[str], object]
"""Shows the user a line with the reason for a long wait."""


class CheckCalls:
    """The calls of a check to one agency's AgentOS, and their results so far.

    `base_url` is AgentOS's address without a password; `calls` counts the calls. `answered`: there was a response.
    `unanswered`: so many of the last ones had none. `accepted`: a response was good, which proves the key. `refused`: a
    response was a 401. `first_error` is the first failure.
    """

    def __init__(self, transport: Transport, budget: Budget, clock: Clock, agency: Agency, progress: Progress) -> None:
        self._transport = transport
        self._budget = budget
        self._clock = clock
        self._agency = agency
        self._progress = progress
        self.unanswered = 0
        parts = urlsplit(transport.base_url)
        self.base_url = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        self.calls = 0
        self.answered = False
        self.accepted = False
        self.refused = False
        self.first_error: AgentOSError | None = None
        self._rest = Deadline(clock, 0.0)

    def ask(self, operation: str, read: Callable[[Any], Any], **segments: str | int) -> Any:
        """Make a call, and return the result of `read` for the response's JSON. Raise AgentOSError."""
        path = url_path(self._agency, operation, **segments)
        self.calls += 1
        try:
            result = read(responses.decode(self._send(operation, path).body))
        except AgentOSError as error:
            self._note(error)
            raise
        self.unanswered = 0
        self.answered = self.accepted = True
        return result

    def _note(self, error: AgentOSError) -> None:
        self.first_error = self.first_error or error
        if isinstance(error, RateLimited) and not isinstance(error, OperationRests):
            self._rest = Deadline(self._clock, error.retry_after_s or 0.0)
        is_unanswered = isinstance(error, Unreachable | TimedOut | Busy | RateLimited)
        self.unanswered = self.unanswered + 1 if is_unanswered else 0
        self.answered |= not is_unanswered or isinstance(error, RateLimited)
        self.refused |= isinstance(error, Rejected) and error.status == 401

    def _send(self, operation: str, path: str) -> Answer:
        """Return the response, after the key's rest has ended and a slot is free."""
        if rest_s := math.ceil(max(self._budget.resting(self._agency), self._rest.left())):
            self._progress(f"{self._agency.short_name}: the key rests after a 403 or 429; going on in {rest_s} s.")
            self._clock.sleep(rest_s)
        try:
            return self._transport.send(Call(self._agency, operation, path, self._caller(0.0)))
        except Busy as busy:
            wait_s = math.ceil(busy.retry_after_s or 0)
        if wait_s > 1:  # shorter waits are usual: slots return one by one
            why = "the portal may make no further call in this minute, or has just begun to count its calls"
            self._progress(f"{self._agency.short_name}: {why}; waiting, perhaps {wait_s} s.")
        return self._transport.send(Call(self._agency, operation, path, self._caller(PATIENCE_S)))

    def _caller(self, wait_s: float) -> Caller:
        return Caller(role="worker", deadline=Deadline(self._clock, wait_s + CALL_S), wait_s=wait_s)
