"""Rests: which later calls must wait after a 401, 403 or 429, and what the log says."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b

import structlog

from app.agentos.budget import Budget, key_id
from app.agentos.endpoints import Call
from app.agentos.errors import OperationRests, RateLimited
from app.domain.agency import Agency
from app.domain.clock import Clock
from app.store.slots import OperationRestStore

EVIDENCE_S = 600.0
"""Seconds for which a success of another operation proves that AgentOS does not forbid the whole key.

A later 403 cancels the proof. If AgentOS blocks the key, at most two operations are refused before the key rests.
"""

_log = structlog.get_logger("agentos")


class Rests:
    """Lets keys and operations rest. Each process remembers only its own successful calls."""

    def __init__(self, store: OperationRestStore, budget: Budget, clock: Clock) -> None:
        self._store = store
        self._budget = budget
        self._clock = clock
        self._refused: dict[str, frozenset[str]] = {}
        self._succeeded_at: dict[str, dict[str, float]] = {}
        self._forbidden: dict[str, tuple[str, float]] = {}

    def begin(self, call: Call, trial_s: float) -> bool:
        """Return whether the call is the trial of an operation that has rested. Raise OperationRests.

        The call goes on if the store fails, because the budget still counts the call.
        """
        rest_s, is_trial = 0.0, False
        with _despite_the_store():
            rest_s, is_trial = self._store.begin(_operation_id(call), trial_s)
        if rest_s > 0:
            raise OperationRests(rest_s)
        return is_trial

    def note(self, call: Call, status: int, *, is_trial: bool) -> RateLimited | None:
        """Note the status of a response. Return the error if the key or the operation rests because of the status."""
        if status == 429:
            return self._rest_key(call.agency, status)
        if status == 403:
            return self._note_forbidden(call, is_trial=is_trial)
        if is_trial and status < 500:
            with _despite_the_store():
                self._store.end(_operation_id(call))
        name = call.agency.short_name
        if status == 401:
            self._note_refused(name, call.operation)
        elif 200 <= status < 300:
            self._succeeded_at.setdefault(name, {})[call.operation] = self._clock.boot()
            self._refused[name] = self._refused.get(name, frozenset()) - {call.operation}
        return None

    def _note_forbidden(self, call: Call, *, is_trial: bool) -> RateLimited:
        name, now = call.agency.short_name, self._clock.boot()
        forbidden, forbidden_at = self._forbidden.get(name, ("", 0.0))
        since = max(now - EVIDENCE_S, forbidden_at)
        succeeded_at = dict(self._succeeded_at.get(name, {}))
        self._forbidden[name] = call.operation, now
        if not any(at > since for other, at in succeeded_at.items() if other != call.operation):
            limited = self._rest_key(call.agency, 403)
            if forbidden == call.operation:
                # Otherwise it could be the only call after each rest of the key, and no other could ever succeed.
                with _despite_the_store():
                    most_s = 2 * (limited.retry_after_s or 0.0)
                    self._store.rest(_operation_id(call), is_trial=is_trial, most_s=most_s)
            return limited
        with _despite_the_store():
            rest_s = self._store.rest(_operation_id(call), is_trial=is_trial)
            _log.warning("agentos_operation_rests", agency=name, operation=call.operation, seconds=rest_s)
            return OperationRests(rest_s, status=403)
        return self._rest_key(call.agency, 403)

    def _rest_key(self, agency: Agency, status: int) -> RateLimited:
        rest_s = self._budget.rest(agency)
        _log.warning("agentos_rests", agency=agency.short_name, status=status, seconds=rest_s)
        return RateLimited(rest_s, status=status)

    def _note_refused(self, name: str, operation: str) -> None:
        """Log a 401 once for each operation: the key may be wrong, or its tier may exclude some operations."""
        refused = self._refused.get(name, frozenset())
        if operation not in refused:
            _log.error(
                "agentos_refuses_the_key",
                agency=name,
                operation=operation,
                look_at="api_key_env and the key's tiers",
            )
        self._refused[name] = refused | {operation}


@contextmanager
def _despite_the_store() -> Iterator[None]:
    """Log a failure of the store and go on, because AgentOS's response matters more."""
    try:
        yield
    except Exception as failure:
        _log.warning("agentos_operation_rest_not_kept", error=type(failure).__name__)


def _operation_id(call: Call) -> str:
    """Return the digest under which the operation of the agency's key rests."""
    text = f"{key_id(call.agency)} {call.operation}"
    return blake2b(text.encode(), digest_size=16, person=b"agentos-rest").hexdigest()
