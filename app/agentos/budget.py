"""The shared budget of calls: a limited number per key in any window of time. People take precedence over the worker.

AgentOS allows 50 requests per key in any rolling 60 seconds, and a slot returns 60 s after its use (vendor's page on
throttle limits). The page does not say whether a call counts when it begins or when it ends. So a slot is in use from
before the first byte until one window after the attempt ended.
"""

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b

import structlog

from app.agentos.caller import Caller, Role
from app.agentos.errors import AgentOSError, Busy, RateLimited
from app.domain.agency import Agency
from app.domain.clock import Clock, Deadline
from app.domain.slots import (
    LONGEST_HOLD_S,
    ROUNDING_S,
    VENDOR_LIMIT,
    VENDOR_WINDOW_S,
    Ask,
    Terms,
    keeps_to_vendor_limit,
)
from app.store.slots import KeyUsage, SlotStore

_SHORTEST_SLEEP_S = 0.005
"""Least seconds between two checks for a slot: a sleep may end a little early, and the loop must not spin."""
PEOPLE: tuple[Role, ...] = ("person", "awaited")
PARTS_OF_PEOPLES_SLOTS = 7
"""The number of equal parts of people's slots. A busy contractor leaves one part to others (`terms_of`)."""
DELIVERING_S = 10.0
"""Seconds after a delivery in which refreshes leave half the worker's share free (specification, page 4, section 2)."""
_log = structlog.get_logger("agentos")


class Budget:
    """Hands out slots. `worker_share` is the number of slots reserved for the worker.

    If `is_careful`, as in production, assume that a whole budget was used just before a new count's first window. Then
    the first window has only the calls that AgentOS allows beyond that budget (`first_terms_of`).
    """

    def __init__(
        self,
        slot_store: SlotStore,
        clock: Clock,
        *,
        window_s: float,
        worker_share: int,
        rest_s: float,
        is_careful: bool = False,
    ) -> None:
        self._store = slot_store
        self._clock = clock
        self._window_s = window_s
        self._worker_share = worker_share
        self._rest_s = rest_s
        self._delivered_at: dict[str, float] = {}
        self._is_careful = is_careful

    @contextmanager
    def slot(self, agency: Agency, caller: Caller, hold_s: float, wait_s: float) -> Iterator[None]:
        """Hold one slot of the agency's key for an attempt of at most `hold_s` seconds.

        Wait at most `wait_s`, and not beyond the caller's deadline. People are served in order of arrival. They do not
        wait if no slot can be free in time, or if their contractor has made so many calls that the free slots are kept
        for others (`terms_of`). Raise Busy if no slot became free, RateLimited at once while the key rests, and
        AgentOSError if the store fails.
        """
        slot = self._take(agency, caller, hold_s, wait_s)
        try:
            yield
        finally:
            with despite_the_store("agentos_slot_not_ended"):
                self._store.end(key_id(agency), slot, caller.role in PEOPLE, caller.contractor_id, self._window_s)

    def rest(self, agency: Agency) -> float:
        """Let the key rest, because calls after a 429 can get it blocked. Return the length of the rest in seconds."""
        with despite_the_store("agentos_rest_not_noted"):
            self._store.rest(key_id(agency), self._rest_s)
        return self._rest_s

    def resting(self, agency: Agency) -> float:
        """Return the seconds for which the agency's key still rests, or 0 if it does not rest or the store fails."""
        left = 0.0
        with despite_the_store("agentos_rest_not_known"):
            left = self._store.resting(key_id(agency))
        return self._rest_left(left)

    def warnings(self, agency: Agency) -> list[str]:
        """Return warnings about the agency's number of calls."""
        rate = f"{agency.budget} calls in {self._window_s:g} s"
        warnings = []
        if not keeps_to_vendor_limit(agency.budget, self._window_s):
            warnings.append(f"{rate} is more than AgentOS's {VENDOR_LIMIT} in {VENDOR_WINDOW_S} s: it may bar the key")
        if self._worker_share >= agency.budget:
            warnings.append(f"of {rate}, the worker's share ({self._worker_share}) leaves people one at most")
        return warnings

    def usage(self, agencies: Iterable[Agency]) -> dict[str, KeyUsage]:
        """Return the use of each agency's key, by the agency's short name. Raise SQLAlchemyError if the store fails."""
        by_key = self._store.usage(self._window_s)
        usage = {agency.short_name: by_key.get(key_id(agency), KeyUsage()) for agency in agencies}
        return {name: use._replace(rest_s=self._rest_left(use.rest_s)) for name, use in usage.items()}

    def _rest_left(self, left: float) -> float:
        """Return 0 if the key does not rest. An impossibly long rest was written before the machine restarted."""
        return left if 0 < left <= self._rest_s + ROUNDING_S else 0.0

    def _take(self, agency: Agency, caller: Caller, hold_s: float, wait_s: float) -> int:
        patience = Deadline(self._clock, min(wait_s, caller.deadline.left()))
        if caller.role == "delivery":
            self._delivered_at[key_id(agency)] = self._clock.boot()
        terms = terms_of(
            caller.role,
            agency.budget,
            self._worker_share,
            delivers=self._clock.boot() - self._delivered_at.get(key_id(agency), -math.inf) < DELIVERING_S,
            calls_to_follow=caller.calls_to_follow,
        )
        first = first_terms_of(caller.role, agency.budget, self._worker_share, self._window_s)
        ticket: int | None = None
        try:
            while True:
                ask = Ask(
                    key_id=key_id(agency),
                    terms=terms,
                    hold_s=min(hold_s, LONGEST_HOLD_S),
                    window_s=self._window_s,
                    rest_s=self._rest_s,
                    patience_s=patience.left(),
                    ticket=ticket,
                    contractor_id=caller.contractor_id,
                    first=first if self._is_careful else None,
                    first_s=max(self._window_s, VENDOR_WINDOW_S),
                )
                try:
                    reply = self._store.take(ask)
                except Exception as failure:  # a call that cannot be counted is not sent
                    raise AgentOSError(f"calls cannot be counted: {type(failure).__name__}") from failure
                if reply.begins:
                    _log.warning("budget_begins", agency=agency.short_name, calls=first.all_most, seconds=ask.first_s)
                if reply.slot is not None:
                    ticket = None
                    return reply.slot
                if reply.rest_s:
                    raise RateLimited(reply.rest_s)
                ticket = reply.ticket or ticket
                unplaced = terms.people and ticket is None  # a busy contractor, or a wait slightly too long
                if unplaced or reply.wait_s > patience.left() or not patience.left():
                    raise Busy(reply.wait_s)
                self._clock.sleep(max(reply.wait_s, _SHORTEST_SLEEP_S))
        finally:
            if ticket is not None:
                with despite_the_store("agentos_queue_not_left"):
                    self._store.leave(ticket)


@contextmanager
def despite_the_store(event: str) -> Iterator[None]:
    """Log a failure of the store and continue: AgentOS's response matters more, and slots expire by themselves."""
    try:
        yield
    except Exception as failure:
        _log.warning(event, error=type(failure).__name__)


def key_id(agency: Agency) -> str:
    """Return the digest under which calls with the agency's key are counted. Agencies with the same key share slots."""
    return blake2b(agency.api_key.encode(), digest_size=16, person=b"agentos-key").hexdigest()


def terms_of(role: Role, limit: int, worker_share: int, *, delivers: bool = False, calls_to_follow: int = 0) -> Terms:
    """Return the terms on which `role` may take another slot of a key that has `limit` slots.

    People may use all slots except the worker's share. The worker may use its share. While no person waits, it may also
    use idle slots, as long as a third of all slots stays free. First fetches that nobody waits for use only idle slots.
    Background refreshes may use slots only while two thirds are free. With two slots or more, people and the worker can
    each have at least one. While the worker delivers submissions, refreshes leave half of the worker's share free.

    Contractors share people's slots. A contractor who has made more calls in the window than a seventh of people's
    slots leaves a seventh free for others, or two sevenths if others have made calls too. docs/scaling.md has examples.

    After the caller's next call, `calls_to_follow` more must be possible. They count as made by the contractor.
    """
    share = min(max(1, worker_share), limit - 1)
    if role in PEOPLE:
        people = limit - share
        return Terms(
            people=True,
            side_most=people,
            all_most=limit,
            idle_most=0,
            left_to_others=people // PARTS_OF_PEOPLES_SLOTS,
            calls_to_follow=min(calls_to_follow, people - 1),
        )
    if role == "background":
        return Terms(people=False, side_most=0, all_most=limit, idle_most=max(1, limit // 3))
    reserve = share - share // 2 if delivers and role != "delivery" else 0
    return Terms(
        people=False,
        side_most=0 if role == "first" else share - reserve,
        all_most=limit,
        idle_most=max(1, limit * 2 // 3 - reserve),
        calls_to_follow=max(0, min(calls_to_follow, share - reserve - 1)),
    )


def first_terms_of(role: Role, limit: int, worker_share: int, window_s: float) -> Terms:
    """Return the terms on which `role` may make a call in the first window of a new count.

    `limit` calls may have been made in each `window_s` just before. The first window has the calls that AgentOS allows
    beyond these: 5 if the limit is 45 a minute, none if it is 50, and never more than `limit`. They are shared like the
    budget: of 5, people may have 4, and the worker 1, or up to 3 while no person waits.
    """
    calls = min(limit, VENDOR_LIMIT - limit * math.ceil(VENDOR_WINDOW_S / window_s))
    if calls < 1:
        return Terms(people=role in PEOPLE, side_most=0, all_most=0, idle_most=0)
    return terms_of(role, calls, worker_share * calls // limit)
