"""What 401, 403 and 429 mean for later calls: which rest, and what the log says."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import Protocol

import structlog

from app.agentos.budget import Budget, key_id
from app.agentos.errors import OperationRests, RateLimited
from app.domain.agency import Agency
from app.domain.clock import Clock

EVIDENCE_S = 600.0
"""For how long a success of another operation shows that AgentOS does not forbid the whole key.

A later 403 outweighs it: of a key that AgentOS blocks, two operations at most are refused before the key rests.
"""

_log = structlog.get_logger("agentos")


class RestStore(Protocol):
    """Where all processes look up which operations rest."""

    def begin(self, operation_id: str, trial_s: float) -> tuple[float, bool]:
        """Return for how many seconds the operation must not be called, and whether this call is its trial."""

    def rest(self, operation_id: str, *, is_trial: bool, most_s: float = ...) -> float:
        """Let the operation rest, twice as long as before but for `most_s` at most; returns the seconds."""

    def end(self, operation_id: str) -> None:
        """The operation rests no more."""


class Rests:
    """Lets keys and operations rest. What succeeded, each process knows of its own calls only."""

    def __init__(self, store: RestStore, budget: Budget, clock: Clock) -> None:
        self._store = store
        self._budget = budget
        self._clock = clock
        self._refused: dict[str, frozenset[str]] = {}
        self._succeeded_at: dict[str, dict[str, float]] = {}
        self._forbidden: dict[str, tuple[str, float]] = {}

    def begin(self, agency: Agency, operation: str, trial_s: float) -> bool:
        """Return whether the call that begins is the trial of an operation that has rested.

        Raises OperationRests. Where nobody can look it up, the call goes on: the budget counts it all the same.
        """
        rest_s, is_trial = 0.0, False
        with _despite_the_store():
            rest_s, is_trial = self._store.begin(_operation_id(agency, operation), trial_s)
        if rest_s > 0:
            raise OperationRests(rest_s)
        return is_trial

    def note(self, agency: Agency, operation: str, status: int, *, is_trial: bool) -> RateLimited | None:
        """Note a response's status; returns the error if the key or the operation rests because of it."""
        if status == 429:
            return self._rest_key(agency, status)
        if status == 403:
            return self._note_forbidden(agency, operation, is_trial=is_trial)
        if is_trial and status < 500:
            with _despite_the_store():
                self._store.end(_operation_id(agency, operation))
        if status == 401:
            self._note_refused(agency, operation)
        elif 200 <= status < 300:
            self._succeeded_at.setdefault(agency.short_name, {})[operation] = self._clock.boot()
            refused = self._refused.get(agency.short_name, frozenset())
            self._refused[agency.short_name] = refused - {operation}
        return None

    def _note_forbidden(self, agency: Agency, operation: str, *, is_trial: bool) -> RateLimited:
        now = self._clock.boot()
        forbidden, forbidden_at = self._forbidden.get(agency.short_name, ("", 0.0))
        since = max(now - EVIDENCE_S, forbidden_at)
        succeeded_at = dict(self._succeeded_at.get(agency.short_name, {}))
        self._forbidden[agency.short_name] = operation, now
        if not any(at > since for other, at in succeeded_at.items() if other != operation):
            limited = self._rest_key(agency, 403)
            if forbidden == operation:
                # Else it could be the one call after each rest of the key for ever, and no other would show anything.
                with _despite_the_store():
                    most_s = 2 * (limited.retry_after_s or 0.0)
                    self._store.rest(_operation_id(agency, operation), is_trial=is_trial, most_s=most_s)
            return limited
        with _despite_the_store():
            rest_s = self._store.rest(_operation_id(agency, operation), is_trial=is_trial)
            _log.warning("agentos_operation_rests", agency=agency.short_name, operation=operation, seconds=rest_s)
            return OperationRests(rest_s, status=403)
        return self._rest_key(agency, 403)

    def _rest_key(self, agency: Agency, status: int) -> RateLimited:
        rest_s = self._budget.rest(agency)
        _log.warning("agentos_rests", agency=agency.short_name, status=status, seconds=rest_s)
        return RateLimited(rest_s, status=status)

    def _note_refused(self, agency: Agency, operation: str) -> None:
        """Say it once for each operation, as it begins: a key may be no good, or not for operations of some tier."""
        refused = self._refused.get(agency.short_name, frozenset())
        if operation not in refused:
            _log.error(
                "agentos_refuses_the_key",
                agency=agency.short_name,
                operation=operation,
                look_at="api_key_env and the key's tiers",
            )
        self._refused[agency.short_name] = refused | {operation}


@contextmanager
def _despite_the_store() -> Iterator[None]:
    """Note that the store failed, and go on: what AgentOS answered matters more."""
    try:
        yield
    except Exception as failure:
        _log.warning("agentos_operation_rest_not_kept", error=type(failure).__name__)


def _operation_id(agency: Agency, operation: str) -> str:
    """The digest under which an operation of the agency's key rests."""
    return blake2b(f"{key_id(agency)} {operation}".encode(), digest_size=16, person=b"agentos-rest").hexdigest()
