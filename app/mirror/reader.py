"""Reads for views: stored rows at once, and a refresh in the background. Views wait only for a first fetch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import TypeVar

from app.agentos.budget import Budget
from app.agentos.caller import Caller
from app.agentos.errors import Crowded
from app.domain.agency import Agency
from app.domain.bulkhead import Bulkhead, agentos_holders
from app.domain.clock import Clock, Deadline
from app.domain.errors import NotReady, NoWorker
from app.domain.reading import Reading, Source
from app.mirror.ages import AgeLimits, Freshness
from app.mirror.kinds import Collection, Kind
from app.mirror.mirror import CollectionState, Mirror
from app.store.engine import DatabaseBusy
from app.store.heartbeat import Heartbeat

T = TypeVar("T")

FIRST_READ_WAIT_S = 10.0
"""Maximum wait of a view for a collection that was never fetched."""
RETRY_FAILED_AFTER_S = 5.0
"""Wait after a failed fetch, so an AgentOS that is down gets few calls."""
POLL_S = 0.1

Needs = Callable[[], list[Collection] | None]
"""Returns the collections that a response needs, or None while these are unknown."""


class Reader:
    """Reads the mirror for views."""

    def __init__(
        self, mirror: Mirror, budget: Budget, bulkhead: Bulkhead, heartbeat: Heartbeat, clock: Clock, ages: AgeLimits
    ) -> None:
        self._mirror = mirror
        self._budget = budget
        self._clock = clock
        self._bulkhead = bulkhead
        self._heartbeat = heartbeat
        self.ages = ages

    def read(
        self,
        agency: Agency,
        needs: Needs,
        caller: Caller,
        value: Callable[[], T],
        *,
        kinds: Sequence[Kind] = tuple(Kind),
    ) -> Reading[T]:
        """Return `value()` with its freshness, once every collection in `needs` was fetched at least once.

        `kinds`: those whose age counts; other collections only add names. Exceptions: see `wait_until_read`.
        """
        states = self.wait_until_read(agency, needs, caller)
        judged = {collection for collection in states if collection.kind in kinds} or set(states)
        freshness = self.ages.freshness_of(
            (collection.kind, collection in judged, state) for collection, state in states.items()
        )
        sources = frozenset(Source(collection.kind, collection.scope, collection in judged) for collection in states)
        return Reading(value(), freshness.as_of or self._clock.now(), self.is_stale(agency, freshness), sources)

    def is_stale(self, agency: Agency, freshness: Freshness) -> bool:
        """Return True if a value of this freshness is stale now. While no worker is alive, every value is stale."""
        now = self._clock.now()
        if not self._heartbeat.is_alive():
            return True
        return now > freshness.failed_from or (now > freshness.over_age_from and self._budget.resting(agency) > 0)

    def refresh_overdue(self, agency: str, sources: Iterable[Source]) -> None:
        """Request a refresh of each of the `sources` that is past its age limit, because a view shows it."""
        collections = [Collection(agency, Kind(kind), scope) for kind, scope, _ in sources]
        self._request_overdue(self._mirror.states(collections))

    def wait_until_read(self, agency: Agency, needs: Needs, caller: Caller) -> dict[Collection, CollectionState]:
        """Return the states of all `needs` after their first fetch. Raise `NotReady` if it fails or takes too long.

        Raise `NoWorker` at once if no worker is alive. A single record counts as fetched after a failed attempt, so a
        record that AgentOS refuses delays nobody. Nor does a later branch whose fetches all failed: its jobs are left
        out, and the response is stale. A prefetch waits for nothing and requests no refresh.
        """
        states, unread = self._states_and_unread(agency, needs)
        if unread:
            if not self._heartbeat.is_alive():
                raise NoWorker("is not reading your agency's records")
            if caller.is_prefetch:
                raise NotReady(FIRST_READ_WAIT_S)
            try:
                with self._bulkhead.acquire(agentos_holders(agency.short_name)):
                    states = self._poll_until_read(agency, needs, caller.deadline)
            except Crowded as crowded:
                self._mirror.request_refresh(unread, states)
                raise NotReady(crowded.retry_after_s) from None
        if not caller.is_prefetch:
            self._request_overdue(states)
        return states

    def _poll_until_read(self, agency: Agency, needs: Needs, deadline: Deadline) -> dict[Collection, CollectionState]:
        began = self._clock.now()
        time_left = Deadline(self._clock, min(FIRST_READ_WAIT_S, deadline.left()))
        requested: set[Collection] = set()
        while True:
            states, unread = self._states_and_unread(agency, needs)
            if not unread:
                return states
            since = began - timedelta(seconds=RETRY_FAILED_AFTER_S)
            failed = [state.failed_at for state in self._mirror.states(unread).values()]
            if any(moment is not None and moment > since for moment in failed):
                raise NotReady(RETRY_FAILED_AFTER_S, failed=True)
            if (rest := self._budget.resting(agency)) > 0:
                raise NotReady(rest, failed=True)
            if unrequested := [
                collection
                for collection in unread
                if collection not in requested and not _was_read(collection, states[collection])
            ]:
                self._mirror.request_refresh(unrequested, states)
                requested.update(unrequested)
            if time_left.left() <= 0:
                raise NotReady(FIRST_READ_WAIT_S, failed=any(failed))
            self._clock.sleep(POLL_S)

    def _states_and_unread(
        self, agency: Agency, needs: Needs
    ) -> tuple[dict[Collection, CollectionState], list[Collection]]:
        """Return the states of the needed collections, as far as known, and the collections never fetched."""
        needed = needs()
        known = needed if needed is not None else [Collection(agency.short_name, Kind.BRANCH)]
        states = self._mirror.states(known)
        unread = [collection for collection, state in states.items() if not _was_read(collection, state)]
        failing = {collection for collection in unread if collection.kind is Kind.JOB and states[collection].failed_at}
        others_were_read = any(state.read_at for collection, state in states.items() if collection.kind is Kind.JOB)
        if failing and others_were_read and self._mirror.all_jobs_were_read(agency.short_name):
            # Failing lists delay nobody, because the jobs of all branches were visible before.
            unread = [collection for collection in unread if collection not in failing]
        if not unread and needed is None:
            unread = known  # the branches have just been fetched: the next call knows the other collections
        return states, unread

    def _request_overdue(self, states: dict[Collection, CollectionState]) -> None:
        """Request a refresh of collections past their age limit. If the database is busy, leave it to the next view."""
        now = self._clock.now()
        if overdue := [
            collection for collection, state in states.items() if now >= self.ages.refresh_from(collection.kind, state)
        ]:
            with suppress(DatabaseBusy):
                self._mirror.request_refresh(overdue, states, patient=False)


def _was_read(collection: Collection, state: CollectionState) -> bool:
    return state.read_at is not None or (collection.kind in (Kind.STAFF, Kind.PROPERTY) and state.failed_at is not None)
