"""Reading for a view: rows at once, a refresh asked for behind them, a wait only for what was never read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import timedelta
from typing import TypeVar

from app.agentos.budget import Budget
from app.agentos.bulkhead import Bulkhead
from app.agentos.caller import Caller
from app.agentos.errors import Crowded
from app.domain.agency import Agency
from app.domain.clock import Clock, Deadline
from app.domain.errors import NotReady, NoWorker
from app.domain.reading import Reading, Source
from app.mirror.ages import AgeLimits, Freshness
from app.mirror.kinds import Collection, Kind
from app.mirror.mirror import CollectionState, Mirror
from app.store.engine import Occupied
from app.store.heartbeat import Heartbeat

T = TypeVar("T")

FIRST_READ_WAIT_S = 10.0
"""How long a view waits for a collection that was never read."""
RETRY_FAILED_AFTER_S = 5.0
"""How long a failed reading keeps everybody from trying again: a dead AgentOS is not asked by every reader."""
POLL_S = 0.1
REST_KNOWN_S = 1.0
"""How long a process goes by what it saw of an agency's rest."""

Needs = Callable[[], list[Collection] | None]
"""The collections an answer is made of; None while even that is not known."""


class Reader:
    """Lets views read the mirror."""

    def __init__(
        self,
        mirror: Mirror,
        budget: Budget,
        bulkhead: Bulkhead,
        heartbeat: Heartbeat,
        clock: Clock,
        ages: AgeLimits,
    ) -> None:
        self._mirror = mirror
        self._budget = budget
        self._clock = clock
        self._bulkhead = bulkhead
        self._heartbeat = heartbeat
        self._resting: dict[str, tuple[float, bool]] = {}
        self.ages = ages

    def read(
        self, agency: Agency, needs: Needs, caller: Caller, value: Callable[[], T], *, kind: Kind | None = None
    ) -> Reading[T]:
        """`value()` once all it `needs` was read at least once, with its freshness.

        `kind`: the one whose age the answer is judged by, where others only lend it words. Raises `NotReady`.
        """
        states = self.wait_until_read(agency, needs, caller)
        judged = {one for one in states if kind in (None, one.kind)} or set(states)
        fresh = self.ages.freshness_of((one.kind, one in judged, state) for one, state in states.items())
        sources = frozenset(Source(one.kind, one.scope, one in judged) for one in states)
        return Reading(value(), fresh.as_of or self._clock.now(), self.is_stale(agency, fresh), sources)

    def is_stale(self, agency: Agency, fresh: Freshness) -> bool:
        """Whether what has this freshness is stale now. Everything is while no worker is alive to read it again."""
        now = self._clock.now()
        if not self._heartbeat.is_alive():
            return True
        return now > fresh.failed_from or (now > fresh.over_age_from and self._rests(agency))

    def _rests(self, agency: Agency) -> bool:
        """Whether AgentOS rests, as looked up within the last `REST_KNOWN_S`: readers of old rows are many."""
        now = self._clock.boot()
        known_at, rests = self._resting.get(agency.short_name, (-REST_KNOWN_S, False))
        if now >= known_at + REST_KNOWN_S:
            rests = self._budget.resting(agency) > 0
            self._resting[agency.short_name] = now, rests
        return rests

    def refresh_overdue(self, agency: str, sources: Iterable[Source]) -> None:
        """Note that somebody looks at what is made of `sources`: what is past its age is asked for."""
        self._refresh_behind(self._mirror.states([Collection(agency, Kind(kind), scope) for kind, scope, _ in sources]))

    def wait_until_read(self, agency: Agency, needs: Needs, caller: Caller) -> dict[Collection, CollectionState]:
        """The states of all `needs`, each read at least once. Raises `NotReady`, `NoWorker` at once.

        Single things count as read once their reading was tried: one that AgentOS will not give holds nobody up. Nor
        does a branch that came later and fails from its start: its jobs are left out, and the answer is stale. For the
        background, which is nobody who looks, nothing is asked for and nothing waited for.
        """
        states, unread = self._look(agency, needs)
        if caller.role == "background" and unread:
            raise NotReady(FIRST_READ_WAIT_S)
        if not unread:
            if caller.role != "background":
                self._refresh_behind(states)
            return states
        if not self._heartbeat.is_alive():
            raise NoWorker("is not reading your agency's records")
        try:
            with self._bulkhead.acquire():
                return self._wait(agency, needs, caller.deadline)
        except Crowded as crowded:
            self._mirror.request_refresh(unread, states)
            raise NotReady(crowded.retry_after_s) from None

    def _wait(self, agency: Agency, needs: Needs, deadline: Deadline) -> dict[Collection, CollectionState]:
        began = self._clock.now()
        patience = Deadline(self._clock, min(FIRST_READ_WAIT_S, deadline.left()))
        asked: set[Collection] = set()
        while True:
            states, unread = self._look(agency, needs)
            if not unread:
                self._refresh_behind(states)
                return states
            since = began - timedelta(seconds=RETRY_FAILED_AFTER_S)
            failed = [state.failed_at for state in self._mirror.states(unread).values()]
            if any(moment is not None and moment > since for moment in failed):
                raise NotReady(RETRY_FAILED_AFTER_S, failed=True)
            if (rest := self._budget.resting(agency)) > 0:
                raise NotReady(rest, failed=True)
            if new := [one for one in unread if one not in asked and not _was_read(one, states[one])]:
                self._mirror.request_refresh(new, states)
                asked.update(new)
            if patience.left() <= 0:
                raise NotReady(FIRST_READ_WAIT_S, failed=any(failed))
            self._clock.sleep(POLL_S)

    def _look(self, agency: Agency, needs: Needs) -> tuple[dict[Collection, CollectionState], list[Collection]]:
        """The states of what is needed, as far as that is known, and what of it was never read."""
        wanted = needs()
        known = wanted if wanted is not None else [Collection(agency.short_name, Kind.BRANCH)]
        states = self._mirror.states(known)
        unread = [one for one, state in states.items() if not _was_read(one, state)]
        left_out = self._left_out(unread, states)
        unread = [one for one in unread if one not in left_out]
        if not unread and wanted is None:
            unread = known  # read a moment ago: the next look will know the rest
        return states, unread

    def _left_out(self, unread: list[Collection], states: dict[Collection, CollectionState]) -> set[Collection]:
        """Of lists that were never read, those that hold nobody up, for the jobs of all branches were shown before."""
        failing = {one for one in unread if one.kind is Kind.JOB and states[one].failed_at}
        others = any(state.read_at for one, state in states.items() if one.kind is Kind.JOB)
        return failing if failing and others and self._mirror.all_jobs_were_read(unread[0].agency) else set()

    def _refresh_behind(self, states: dict[Collection, CollectionState]) -> None:
        """Ask for whatever is past its age and not asked for yet; where that cannot be at once, the next look does."""
        now = self._clock.now()
        if old := [one for one, state in states.items() if now >= self.ages.refresh_from(one.kind, state)]:
            with suppress(Occupied):
                self._mirror.request_refresh(old, states, patient=False)


def _was_read(one: Collection, state: CollectionState) -> bool:
    return state.read_at is not None or (one.kind in (Kind.STAFF, Kind.PROPERTY) and state.failed_at is not None)


def fixed_needs(collections: Iterable[Collection]) -> Needs:
    """Needs that are known beforehand."""
    wanted = list(collections)
    return lambda: wanted
