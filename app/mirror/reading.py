"""Reading for a view: rows at once, a refresh asked for behind them, a wait only for what was never read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from app.agentos.budget import Budget
from app.agentos.errors import Crowded
from app.agentos.waiters import Waiters
from app.domain.agency import Agency
from app.domain.clock import Clock, Deadline
from app.domain.errors import NotReady
from app.domain.reading import Reading
from app.mirror.kinds import Collection, Kind
from app.mirror.store import Mirror, State

if TYPE_CHECKING:
    from config import Config

T = TypeVar("T")

FIRST_READING_S = 10.0
"""How long a view waits for a collection that was never read."""
FAILURE_REMEMBERED_S = 5.0
"""How long a failed reading keeps everybody from trying again: a dead AgentOS is not asked by every reader."""
STATEMENTS_BEHIND_VIEW_S = 600.0
"""From which age on a view of statements has them read again, though their age limit is higher."""
POLL_S = 0.1

Needs = Callable[[], list[Collection] | None]
"""The collections an answer is made of; None while even that is not known."""


class Reader:
    """Lets views read the mirror."""

    def __init__(self, mirror: Mirror, budget: Budget, waiters: Waiters, clock: Clock, config: Config) -> None:
        self._mirror = mirror
        self._budget = budget
        self._clock = clock
        self._waiters = waiters
        self.age_limits_s = {
            Kind.BRANCH: config.age_contacts_s,
            Kind.STATUS: config.age_contacts_s,
            Kind.STAFF: config.age_contacts_s,
            Kind.PROPERTY: config.age_contacts_s,
            Kind.NOTES: config.age_contacts_s,
            Kind.CONTRACTOR: config.age_account_s,
            Kind.JOB: config.age_jobs_s,
            Kind.HISTORICAL: config.age_statements_s,
            Kind.PENDING: config.age_statements_s,
            Kind.INVOICE: config.age_statements_s,
        }

    def read(
        self, agency: Agency, needs: Needs, deadline: Deadline, value: Callable[[], T], *, kind: Kind | None = None
    ) -> Reading[T]:
        """`value()` once all it `needs` was read at least once, with its freshness.

        `kind`: the one whose age the answer is judged by, where others only lend it words. Raises `NotReady`.
        """
        states = self.wait(agency, needs, deadline)
        judged = {one: state for one, state in states.items() if kind in (None, one.kind)} or states
        as_of = min(state.read_at or self._clock.now() for state in judged.values())
        return Reading(value(), as_of, self._stale(agency, judged))

    def wait(self, agency: Agency, needs: Needs, deadline: Deadline) -> dict[Collection, State]:
        """The states of all `needs`, each read at least once. Raises `NotReady`.

        Single things count as read once their reading was tried: one that AgentOS will not give holds nobody up. Nor
        does a branch that came later and fails from its start: its jobs are left out, and the answer is stale.
        """
        states, unread = self._look(agency, needs)
        if not unread:
            return states
        try:
            with self._waiters.place():
                return self._wait(agency, needs, deadline)
        except Crowded as crowded:
            self._mirror.ask(unread)
            raise NotReady(crowded.retry_after_s) from None

    def _wait(self, agency: Agency, needs: Needs, deadline: Deadline) -> dict[Collection, State]:
        began = self._clock.now()
        patience = Deadline(self._clock, min(FIRST_READING_S, deadline.left()))
        asked: set[Collection] = set()
        while True:
            states, unread = self._look(agency, needs)
            if not unread:
                return states
            since = began - timedelta(seconds=FAILURE_REMEMBERED_S)
            failed = [state.failed_at for state in self._mirror.states(unread).values()]
            if any(moment is not None and moment > since for moment in failed):
                raise NotReady(FAILURE_REMEMBERED_S)
            if (rest := self._budget.resting(agency)) > 0:
                raise NotReady(rest)
            if new := [one for one in unread if one not in asked]:
                self._mirror.ask(new)
                asked.update(new)
            if patience.left() <= 0:
                raise NotReady(FIRST_READING_S)
            self._clock.sleep(POLL_S)

    def _look(self, agency: Agency, needs: Needs) -> tuple[dict[Collection, State], list[Collection]]:
        """The states of what was read, and what was not; if all was, a refresh of the old is asked for."""
        wanted = needs()
        known = wanted if wanted is not None else [Collection(agency.short_name, Kind.BRANCH)]
        states = self._mirror.states(known)
        unread = [one for one, state in states.items() if not _was_read(one, state)]
        left_out = self._left_out(unread, states)
        unread = [one for one in unread if one not in left_out]
        if not unread and wanted is None:
            unread = known  # read a moment ago: the next look will know the rest
        if not unread:
            self._refresh_behind({one: state for one, state in states.items() if one not in left_out})
        return {one: state for one, state in states.items() if state.read_at or one in left_out}, unread

    def _left_out(self, unread: list[Collection], states: dict[Collection, State]) -> set[Collection]:
        """Of lists that were never read, those that hold nobody up, for the jobs of all branches were shown before."""
        failing = {one for one in unread if one.kind is Kind.JOB and states[one].failed_at}
        others = any(state.read_at for one, state in states.items() if one.kind is Kind.JOB)
        return failing if failing and others and self._mirror.jobs_were_whole(unread[0].agency) else set()

    def _refresh_behind(self, states: dict[Collection, State]) -> None:
        """Ask for whatever is past its age and not asked for yet."""
        old = [one for one, state in states.items() if not state.asked_at and self._age_s(state) >= self._limit_s(one)]
        if old:
            self._mirror.ask(old)

    def _limit_s(self, one: Collection) -> float:
        limit = self.age_limits_s[one.kind]
        statement = one.kind in (Kind.HISTORICAL, Kind.PENDING, Kind.INVOICE)
        return min(limit, STATEMENTS_BEHIND_VIEW_S) if statement else limit

    def _stale(self, agency: Agency, states: dict[Collection, State]) -> bool:
        old = [state for one, state in states.items() if self._age_s(state) > self.age_limits_s[one.kind]]
        return any(state.failed_at is not None for state in old) or (bool(old) and self._budget.resting(agency) > 0)

    def _age_s(self, state: State) -> float:
        return (self._clock.now() - state.read_at).total_seconds() if state.read_at else float("inf")


def _was_read(one: Collection, state: State) -> bool:
    return state.read_at is not None or (one.kind in (Kind.STAFF, Kind.PROPERTY) and state.failed_at is not None)


def fixed(collections: Iterable[Collection]) -> Needs:
    """Needs that are known beforehand."""
    wanted = list(collections)
    return lambda: wanted
