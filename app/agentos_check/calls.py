"""Asking AgentOS for a check: one slot a call like everybody, patiently, and remembering how it went."""

import math
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from app.agentos import parse
from app.agentos.budget import Budget
from app.agentos.call import Call
from app.agentos.caller import Caller
from app.agentos.endpoints import url_path
from app.agentos.errors import AgentOSError, Busy, RateLimited, Rejected, TimedOut, Unreachable
from app.agentos.transport import Answer, Transport
from app.domain.agency import Agency
from app.domain.clock import Clock, Deadline

PATIENCE_S = 300.0
"""How long a check waits for a slot."""
CALL_S = 60.0
"""The longest that one call may take once it has its slot."""
SILENCES = 3
"""So many calls in a row without an answer, and the check asks no more: each may cost a time-out or a rest."""

Tell = Callable[[str], object]
"""Takes a line for whoever watches: why it takes so long."""


class Line:
    """One agency's line to AgentOS, and what it has seen so far.

    `base_url` is where it leads, to be shown; `calls` is how many were made; `answered`, whether anything ever came
    back; `accepted`, whether a good answer was among it, and so the key is; `refused`, whether a 401 was; `first`, the
    first failure.
    """

    def __init__(self, transport: Transport, budget: Budget, clock: Clock, agency: Agency, tell: Tell) -> None:
        self._transport = transport
        self._budget = budget
        self._clock = clock
        self._agency = agency
        self._tell = tell
        self._silences = 0
        self.uses_tls = transport.uses_tls
        self.base_url = _shown(transport.base_url)
        self.calls = 0
        self.answered = False
        self.accepted = False
        self.refused = False
        self.first: AgentOSError | None = None

    @property
    def silent(self) -> bool:
        """Whether there is no use in asking on."""
        return self._silences >= SILENCES

    def ask(self, operation: str, read: Callable[[Any], Any], **segments: str | int) -> Any:
        """What `read` makes of the answer's JSON. Raises any AgentOSError."""
        path = url_path(self._agency, operation, **segments)
        self.calls += 1
        try:
            made = read(parse.decode(self._send(operation, path).body))
        except AgentOSError as error:
            self._note(error)
            raise
        self._silences = 0
        self.answered = self.accepted = True
        return made

    def _note(self, error: AgentOSError) -> None:
        self.first = self.first or error
        silent = isinstance(error, Unreachable | TimedOut | Busy | RateLimited)
        self._silences = self._silences + 1 if silent else 0
        self.answered |= not silent or isinstance(error, RateLimited)
        self.refused |= isinstance(error, Rejected) and error.status == 401

    def _send(self, operation: str, path: str) -> Answer:
        """The answer, after the key's rest, and as soon as there is a slot."""
        if rest_s := math.ceil(self._budget.resting(self._agency)):
            self._tell(f"{self._agency.short_name}: the key rests after a 403 or 429; going on in {rest_s} s.")
            self._clock.sleep(rest_s)
        try:
            return self._transport.send(Call(self._agency, operation, path, self._caller(0.0)))
        except Busy as busy:
            wait_s = math.ceil(busy.retry_after_s or 0)
        if wait_s > 1:  # the slots taken just before return one by one
            why = "all calls of this minute are taken, and even the first call of a check is one"
            self._tell(f"{self._agency.short_name}: {why}; waiting, perhaps {wait_s} s.")
        return self._transport.send(Call(self._agency, operation, path, self._caller(PATIENCE_S)))

    def _caller(self, wait_s: float) -> Caller:
        return Caller(role="worker", deadline=Deadline(self._clock, wait_s + CALL_S), wait_s=wait_s)


def _shown(url: str) -> str:
    """Without the name and password that it may hold."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
