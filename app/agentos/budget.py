"""The shared budget of calls: so many per key in any window of time, people before the worker's idle calls.

AgentOS allows 50 requests per key in any rolling 60 seconds, and a slot returns 60 s after it was used (vendor's page
on throttle limits). It does not say whether a call is counted when it begins or when it ends, so a slot is in use from
before the first byte until a window after the attempt ended.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import blake2b
from typing import Protocol

import structlog

from app.agentos.asker import Asker, Role
from app.agentos.errors import Busy, RateLimited
from app.domain.agency import Agency
from app.domain.clock import Clock

LONGEST_HOLD_S = 600.0
"""No attempt may hold a slot longer. A row that returns later than this and a window from now was written before the
machine restarted, when the boot clock stood higher; kept, it would block its slot for the length of the old uptime."""

_FIRST_STEP_S = 0.02
_LONGEST_STEP_S = 0.1

_log = structlog.get_logger("agentos")


class SlotStore(Protocol):
    """Where slots and rests are counted, once for all processes. Times are seconds of `Clock.boot`."""

    def take(
        self, key_id: str, asker: str, admits: Callable[[int, int], bool], now: float, returns_at: float, latest: float
    ) -> tuple[int | None, float]:
        """In one transaction: forget slots returned by `now` or returning after `latest`, then count and take.

        `admits(people, worker)` decides by the slots in use, the background's being the worker's. Gives the slot's
        number, or None and the seconds after which one could be had as things stand.
        """

    def in_use(self, key_id: str, now: float, latest: float) -> tuple[int, int]:
        """Slots of people and of the worker that are in use, by the same count as `take`'s."""

    def end(self, slot: int, returns_at: float) -> None:
        """The attempt is over: its slot returns then."""

    def rest(self, key_id: str, until: float) -> None:
        """Nobody uses the key before `until`."""

    def rests_until(self, key_id: str) -> float:
        """The last `until` given for the key, 0 if none."""


class Budget:
    """Hands out slots; `window_s` and `rest_s` are seconds, `worker_share` is slots kept from people for the worker."""

    def __init__(
        self, slot_store: SlotStore, clock: Clock, *, window_s: float, worker_share: int, rest_s: float
    ) -> None:
        self._store = slot_store
        self._clock = clock
        self._window_s = window_s
        self._worker_share = worker_share
        self._rest_s = rest_s

    @contextmanager
    def slot(self, agency: Agency, asker: Asker, hold_s: float, wait_s: float) -> Iterator[None]:
        """Hold one slot of the agency's key for an attempt of at most `hold_s` seconds.

        Waits at most `wait_s`, and no longer than the asker's deadline. Raises Busy when no slot came free, RateLimited
        at once while the key rests.
        """
        slot = self._take(agency, asker, hold_s, wait_s)
        try:
            yield
        finally:
            self._end(slot)

    def rest(self, agency: Agency) -> float:
        """Let the whole key rest from now: asking on after a 429 can get it blocked. Returns the seconds it rests."""
        self._store.rest(key_id(agency), self._clock.boot() + self._rest_s)
        return self._rest_s

    def resting(self, agency: Agency) -> float:
        """Seconds for which the agency's key still rests, 0 if it does not."""
        left = self._store.rests_until(key_id(agency)) - self._clock.boot()
        # Further ahead than a rest can be: written before the machine restarted.
        return left if 0 < left <= self._rest_s else 0.0

    def in_use(self, agency: Agency) -> tuple[int, int]:
        """Slots of the agency's key that people and the worker, with its background, have in use."""
        now = self._clock.boot()
        return self._store.in_use(key_id(agency), now, latest=now + LONGEST_HOLD_S + self._window_s)

    def _take(self, agency: Agency, asker: Asker, hold_s: float, wait_s: float) -> int:
        started = self._clock.boot()
        give_up = started + min(wait_s, asker.deadline.left())
        admits = partial(_admits, asker.role, agency.budget, self._worker_share)
        step = _FIRST_STEP_S
        while True:
            rest_s = self.resting(agency)
            if rest_s:
                raise RateLimited(rest_s)
            now = self._clock.boot()
            slot, free_in_s = self._store.take(
                key_id(agency),
                asker.role,
                admits,
                now,
                returns_at=now + min(hold_s, LONGEST_HOLD_S) + self._window_s,
                latest=now + LONGEST_HOLD_S + self._window_s,
            )
            if slot is not None:
                return slot
            # A held slot may end before its time-out, but cannot return sooner than a window from now.
            free_in_s = min(free_in_s, self._window_s)
            if now + free_in_s > give_up or now >= give_up:
                raise Busy(free_in_s)
            jitter = random.uniform(0.5, 1.0)  # noqa: S311 - keeps waiters out of step, guards nothing
            self._clock.sleep(min(step * jitter, give_up - now))
            step = min(step * 1.5, _LONGEST_STEP_S)

    def _end(self, slot: int) -> None:
        try:
            self._store.end(slot, self._clock.boot() + self._window_s)
        except Exception as failure:
            # What AgentOS answered matters more than our count, and an unended slot returns by itself.
            _log.warning("agentos_slot_not_ended", error=type(failure).__name__)


def key_id(agency: Agency) -> str:
    """What the agency's key is counted under: a digest. Agencies that share a key share its slots."""
    return blake2b(agency.api_key.encode(), digest_size=16, person=b"agentos-key").hexdigest()


def _admits(role: Role, limit: int, worker_share: int, people: int, worker: int) -> bool:
    """Whether `role` may have one more slot.

    People may use all but the worker's share; the worker its share, and what is idle as long as a third stays free;
    what nobody waits for is read in the background only while two thirds are free. Of two slots or more each side can
    have at least one.
    """
    in_use = people + worker
    if in_use >= limit or limit == 1:
        return in_use < limit
    share = max(1, min(worker_share, limit - 1))
    if role == "background":
        return in_use < max(1, limit // 3)
    if role == "person":
        return people < limit - share
    return worker < share or in_use < limit * 2 // 3
