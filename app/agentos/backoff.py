"""Back-off: after a 403 or 429, a key or an operation *rests*: it must not be used for a while.

Refused keys (401) are logged, and noted in the database for operators.
"""

from hashlib import blake2b

import structlog

from app.agentos.budget import Budget, despite_the_store, key_id
from app.agentos.endpoints import Call
from app.agentos.errors import OperationRests, RateLimited
from app.domain.agency import Agency
from app.domain.clock import Clock
from app.store.refused_keys import RefusedKeys
from app.store.slots import OperationRestStore

EVIDENCE_S = 600.0
"""Seconds for which a successful call of another operation proves that AgentOS does not forbid the whole key.

A later 403 cancels the proof. If AgentOS blocks the key, at most two operations are refused before the key rests.
"""

_NOT_KEPT = "agentos_operation_rest_not_kept"
_log = structlog.get_logger("agentos")


class Rests:
    """Makes keys and operations rest. Each process remembers only its own successful calls."""

    def __init__(self, store: OperationRestStore, refused_keys: RefusedKeys, budget: Budget, clock: Clock) -> None:
        self._store = store
        self._refused_keys = refused_keys
        self._budget = budget
        self._clock = clock
        self._refused: set[tuple[str, str]] = set()
        self._succeeded_at: dict[str, dict[str, float]] = {}
        self._forbidden: dict[str, tuple[str, float]] = {}

    def begin(self, call: Call, trial_s: float) -> bool:
        """Return True if this is the trial call after the operation's rest. Raise OperationRests during the rest.

        If the store fails, allow the call, because the budget still counts the call.
        """
        rest_s, is_trial = 0.0, False
        with despite_the_store(_NOT_KEPT):
            rest_s, is_trial = self._store.begin(_operation_id(call), trial_s)
        if rest_s > 0:
            raise OperationRests(rest_s)
        return is_trial

    def note(self, call: Call, status: int, *, is_trial: bool) -> RateLimited | None:
        """Record the status of a response. Return an error if the status makes the key or the operation rest."""
        if status == 429:
            return self._rest_key(call.agency, status)
        if status == 403:
            return self._note_forbidden(call, is_trial=is_trial)
        name, operation = call.agency.short_name, call.operation
        if status == 401 and (name, operation) not in self._refused:
            # Logged once for each operation: the key may be wrong, or its tier may exclude some operations.
            look_at = "api_key_env and the key's tiers"
            _log.error("agentos_refuses_the_key", agency=name, operation=operation, look_at=look_at)
            self._refused.add((name, operation))
        elif 200 <= status < 300:
            self._succeeded_at.setdefault(name, {})[operation] = self._clock.boot()
            self._refused.discard((name, operation))
        with despite_the_store(_NOT_KEPT):
            if is_trial and status < 500:
                self._store.end(_operation_id(call))
        with despite_the_store(_NOT_KEPT):
            if status == 401:
                self._refused_keys.note(key_id(call.agency), operation)
            elif 200 <= status < 300:  # another process may have noted a refusal
                self._refused_keys.forget(key_id(call.agency), operation)
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
                # Otherwise this operation could use up the one call after each rest, and no other could ever succeed.
                with despite_the_store(_NOT_KEPT):
                    most_s = 2 * (limited.retry_after_s or 0.0)
                    self._store.rest(_operation_id(call), is_trial=is_trial, most_s=most_s)
            return limited
        with despite_the_store(_NOT_KEPT):
            rest_s = self._store.rest(_operation_id(call), is_trial=is_trial)
            _log.warning("agentos_operation_rests", agency=name, operation=call.operation, seconds=rest_s)
            return OperationRests(rest_s, status=403)
        return self._rest_key(call.agency, 403)

    def _rest_key(self, agency: Agency, status: int) -> RateLimited:
        rest_s = self._budget.rest(agency)
        _log.warning("agentos_rests", agency=agency.short_name, status=status, seconds=rest_s)
        return RateLimited(rest_s, status=status)


class CheckRests:
    """The rests of a check, which stores nothing: the portal's own calls go on as before it."""

    def __init__(self, rest_s: float) -> None:
        self._rest_s = rest_s
        self._accepted: set[str] = set()

    def begin(self, _call: Call, _trial_s: float) -> bool:
        """Return False: the check makes each call once, so no call is a trial."""
        return False

    def note(self, call: Call, status: int, *, is_trial: bool) -> RateLimited | None:
        """Return an error for a 403 or 429, by the rule of `Rests`: the last success decides what rests."""
        name = call.agency.short_name
        if 200 <= status < 300:
            self._accepted.add(name)
        if status == 403 and name in self._accepted:
            self._accepted.remove(name)
            return OperationRests(self._rest_s, status=status)
        return RateLimited(self._rest_s, status=status) if status in (403, 429) else None


def _operation_id(call: Call) -> str:
    """Return the digest under which the operation's rest is stored, for this agency's key."""
    text = f"{key_id(call.agency)} {call.operation}"
    return blake2b(text.encode(), digest_size=16, person=b"agentos-rest").hexdigest()
