"""The refresher: the worker's task that fetches an agency's due collections from AgentOS, page by page.

A refresher is a generator between pages: it yields the seconds to wait, so no thread waits for a slot of the budget.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator
from datetime import datetime, timedelta
from typing import Any, TypeVar

import structlog

from app.agentos.budget import Budget
from app.agentos.caller import Caller, Role
from app.agentos.errors import AgentOSError, Busy, Failed, NotFound, OperationRests, RateLimited, TimedOut, Unreachable
from app.agentos.gateway import Gateway, Listing, OpenGateway
from app.agentos.responses import Row
from app.domain.agency import Agency
from app.domain.clock import Clock, Deadline
from app.domain.worker_lease import LONGEST_ATTEMPT_S
from app.mirror import lease as leases
from app.mirror.ages import AgeLimits
from app.mirror.intake import Intake, store_single
from app.mirror.kinds import AGENCY_LISTS, Collection, Kind
from app.mirror.mirror import NEVER_READ, CollectionState, Mirror
from app.mirror.reader import RETRY_FAILED_AFTER_S
from app.mirror.schedule import delete_unconfigured_branches, due, scheduled_collections
from app.observability.database_log import is_away
from app.store.worker_tasks import FAULT_PAUSE_S

MOST_OF_A_RUN = 10
"""Collections after which a run ends although others are due. An agency has one run of each task at a time."""
NO_PROGRESS_S = 600.0
"""Maximum time without a page before the refresher gives up a list."""
PAGE_ATTEMPTS = 3
"""Attempts at a page of a list before the refresher gives up the list."""
PAGE_RETRY_S = 2.0
"""Wait before the next attempt at a page. The lease is renewed before and after the wait."""
SLOT_RETRY_S = 5.0
"""Maximum wait before retrying when no slot was free."""
PAGE_SLOT_RETRY_S = 15.0
"""The same between two pages of a list: less than a lease."""
AWAITED_RETRY_S = 1.0
"""Maximum wait before retrying when no slot was free and a person waits for a first fetch."""
MAX_DUE = 1_000
"""Maximum number of due collections in a schedule: far more than a run fetches."""
MAX_PAUSE_S = 60.0
"""Maximum wait after repeated failures. The wait doubles each time; there is none while a person waits."""
LEASED_RETRY_S = 1.0
"""Wait before the next look at a collection that another worker has leased."""

LISTS: dict[Kind, Callable[[Gateway, str], Listing[Any]]] = {
    Kind.BRANCH: lambda agentos, _: agentos.branches(),
    Kind.STATUS: lambda agentos, _: agentos.status_types(),
    Kind.CONTRACTOR: Gateway.contractors,
    Kind.JOB: Gateway.jobs,
    Kind.HISTORICAL: Gateway.historical,
    Kind.PENDING: Gateway.pending,
    Kind.INVOICE: Gateway.invoices,
}
SINGLES: dict[Kind, Callable[[Gateway, str], Any]] = {
    Kind.STAFF: Gateway.staff,
    Kind.PROPERTY: Gateway.property,
    Kind.NOTES: Gateway.job,
}

T = TypeVar("T")
Steps = Generator[float, None, T]
"""Work in steps. Each yields the seconds to wait before the next step: 0 between two pages without a wait."""

log = structlog.get_logger("mirror")


class Refresher:
    """Keeps an agency's rows of these `kinds` fresh."""

    def __init__(
        self,
        mirror: Mirror,
        open_gateway: OpenGateway,
        budget: Budget,
        ages: AgeLimits,
        clock: Clock,
        agency: Agency,
        kinds: frozenset[Kind] = frozenset(Kind),
    ) -> None:
        self._mirror = mirror
        self._open_gateway = open_gateway
        self._budget = budget
        self._ages = ages
        self.clock = clock
        self._agency = agency
        self._kinds = kinds
        self._no_slot_until: dict[Role, float] = {}
        self._failures: Counter[Collection] = Counter()
        self._causes: dict[Collection, str] = {}
        self._faulty_until: dict[Collection, float] = {}
        self._due_collections: list[Collection] = []
        self._states: dict[Collection, CollectionState] = {}
        self._next_due_at: datetime | None = None
        delete_unconfigured_branches(self._mirror, agency)
        self._mirror.note_all_jobs_read(agency)

    def run(self, *, only_awaited: bool = False) -> Steps[float | None]:
        """Refresh due collections until none can be fetched. Return the seconds until the next can be, None if none is.

        `only_awaited`: end before a collection that nobody waits for, so that other agencies are not delayed. After
        `MOST_OF_A_RUN` collections, end so that another worker can continue.
        """
        self.update_schedule()
        for _ in range(MOST_OF_A_RUN):
            if rest_s := self._budget.resting(self._agency):
                return rest_s
            due = self.due()
            if due and only_awaited and due[0][1] != "awaited":
                return 0.0
            if not (yield from self.refresh_first(due)):
                return self._idle_s()
            yield 0.0
        return 0.0

    def refresh_first(self, due: list[tuple[Collection, Role]]) -> Steps[bool]:
        """Refresh the first collection for which there may be a slot. Return False if nothing could be done."""
        for collection, role in due:
            if self.clock.boot() < self._no_slot_until.get(role, 0.0):
                continue
            lease = leases.acquire(self._mirror.database, self.clock, collection)
            done = lease is not None and (yield from self._refresh(lease, role))
            self._states[collection] = self._mirror.state(collection)
            if (due_at := self._due_at(collection)) > self.clock.now():
                self._next_due_at = min(self._next_due_at or due_at, due_at)
            if lease is not None:
                return done
        return False

    def _idle_s(self) -> float | None:
        """Return the seconds until a collection may be fetched, or None if none is kept fresh."""
        boot, now = self.clock.boot(), self.clock.now()
        waits = [
            max(self._no_slot_until.get(role, 0.0) - boot, LEASED_RETRY_S)
            for _, role in self._due(self._due_collections)
        ]
        if self._next_due_at is not None:
            # The wall clock may have been wrong, so wait no longer than the shortest age limit.
            shortest_s = min(self._ages.limits_s[kind] for kind in self._kinds)
            waits.append(min((self._next_due_at - now).total_seconds(), shortest_s))
        if any(state.asked_at for state in self._states.values()):  # it failed, or this worker has just fetched it
            waits.append(RETRY_FAILED_AFTER_S)
        return max(0.0, min(waits)) if waits else None

    def due(self) -> list[tuple[Collection, Role]]:
        """Return the due collections of the schedule, and those of which somebody has requested a refresh.

        The most urgent is first.
        """
        self._states |= self._mirror.all_states([self._agency], self._kinds, asked=True)
        return self._due(self._due_collections)

    def update_schedule(self) -> None:
        """Find the collections that are due now, at the start of a run and when lists of the agency have changed."""
        scheduled = scheduled_collections(self._mirror, [self._agency], self.clock.now(), self._kinds)
        self._states = self._mirror.all_states([self._agency], self._kinds)
        if self._mirror.age_future_fetches(self._agency.short_name, self._states.values()):
            self._states = self._mirror.all_states([self._agency], self._kinds)
        self._due_collections = [collection for collection, _ in self._due(scheduled)[:MAX_DUE]]
        times = [self._due_at(collection) for collection in scheduled]
        self._next_due_at = min((time for time in times if time > self.clock.now()), default=None)
        self._states = {each: self._states[each] for each in self._due_collections if each in self._states}

    def _due_at(self, collection: Collection) -> datetime:
        """Return the time at which a collection is due by its age, or may be tried again after a failure."""
        now, state = self.clock.now(), self._states.get(collection, NEVER_READ)
        due_at = state.read_at + timedelta(seconds=self._ages.limits_s[collection.kind]) if state.read_at else now
        if state.failed_at is not None:
            due_at = max(due_at, state.failed_at + timedelta(seconds=self._pause_s(collection)))
        faulty_s = self._faulty_until.get(collection, 0.0) - self.clock.boot()
        return max(due_at, now + timedelta(seconds=faulty_s)) if faulty_s > 0 else due_at

    def _due(self, scheduled: list[Collection]) -> list[tuple[Collection, Role]]:
        now = self.clock.now()
        return [
            (collection, role)
            for collection, role in due(self._states, scheduled, self._agency, self._ages.limits_s, now)
            if collection.kind in self._kinds and not self._pauses(collection, role, now)
        ]

    def _pauses(self, collection: Collection, role: Role, now: datetime) -> bool:
        """Return True if the collection must wait because of failures. A person waits only for the shortest time."""
        if self.clock.boot() < self._faulty_until.get(collection, 0.0):
            return True
        failed_at = self._states.get(collection, NEVER_READ).failed_at
        pause_s = RETRY_FAILED_AFTER_S if role == "awaited" else self._pause_s(collection)
        return failed_at is not None and now < failed_at + timedelta(seconds=pause_s)

    def _pause_s(self, collection: Collection) -> float:
        times = min(self._failures[collection], 5)
        return min(RETRY_FAILED_AFTER_S * 2.0 ** max(times - 1, 0), MAX_PAUSE_S)

    def _refresh(self, lease: leases.Lease, role: Role) -> Steps[bool]:
        """Fetch a collection and store it. Return False if AgentOS cannot be called now."""
        collection, started = lease.collection, self.clock.boot()
        try:
            if collection.kind in SINGLES:
                rows, changed = self._read_single(lease, role)
            else:
                rows, changed = yield from self._read_list(lease, role)
            self._failures.pop(collection, None)
            self._causes.pop(collection, None)
            if changed and collection.kind in AGENCY_LISTS:  # new rows may refer to records to schedule
                self.update_schedule()
            log.info(
                "refreshed",
                agency=collection.agency,
                kind=collection.kind,
                rows=rows,
                changed=changed,
                milliseconds=round((self.clock.boot() - started) * 1_000, 1),
            )
        except OperationRests as error:  # the agency's other lists can still be fetched
            self._failed(lease, error)
        except (Busy, RateLimited) as refusal:
            lease.release()
            most_s = AWAITED_RETRY_S if role == "awaited" else SLOT_RETRY_S
            self._no_slot_until[role] = self.clock.boot() + min(refusal.retry_after_s or 0.0, most_s)
            return False
        except GeneratorExit:  # the worker stops, so the list will be fetched again from its beginning
            lease.release()
            raise
        except leases.LeaseLost:
            log.info("lease_lost", agency=collection.agency, kind=collection.kind)
        except AgentOSError as error:
            self._failed(lease, error)
        except Exception as error:
            if is_away(error):
                raise
            log.exception("not_refreshed", agency=collection.agency, kind=collection.kind)
            self._faulty_until[collection] = self.clock.boot() + FAULT_PAUSE_S
            lease.release_failed()
        return True

    def _failed(self, lease: leases.Lease, error: AgentOSError) -> None:
        """Record a failed fetch. Log a new cause as a warning, and a known cause as information."""
        lease.release_failed()
        collection, cause = lease.collection, str(error).partition(": ")[2]
        self._failures[collection] += 1
        write_log = log.info if cause in self._causes.values() else log.warning
        self._causes[collection] = cause
        write_log("reading_failed", agency=collection.agency, kind=collection.kind, error=str(error))

    def _read_single(self, lease: leases.Lease, role: Role) -> tuple[int, int]:
        """Fetch a single record. Return the number of fetched rows (1 or 0) and of changed rows."""
        began, collection = self.clock.now(), lease.collection
        try:
            record = SINGLES[collection.kind](self._agentos(role), collection.scope)
        except NotFound:  # an archived record counts as fetched
            record = None
        return int(record is not None), store_single(self._mirror, lease, record, lease.sequence, began)

    def _read_list(self, lease: leases.Lease, role: Role) -> Steps[tuple[int, int]]:
        """Fetch a list. Return the number of fetched rows and of changed rows."""
        began, collection = self.clock.now(), lease.collection
        listing = LISTS[collection.kind](self._agentos(role), collection.scope)
        intake = Intake(self._mirror, lease, listing, began)
        rows = listing.next_page()
        while rows is not None:
            intake.store_page(rows)
            rows = None  # the wait for the next page may be long, and many lists may wait
            rows = yield from self._next_page(listing, lease)
        intake.finish()
        if collection.kind is Kind.JOB:
            self._mirror.note_all_jobs_read(self._agency)
        return len(listing.ids), intake.changed

    def _next_page(self, listing: Listing[Any], lease: leases.Lease) -> Steps[list[Row] | None]:
        """Return the next page of a list as soon as there is a slot, or None at the end of the list.

        Wait for up to `NO_PROGRESS_S`, because giving up between pages would waste the slots already used.
        """
        if listing.ended:  # the list is finished in the same step, so that its lease does not wait for other tasks
            return None
        yield 0.0
        time_left, attempts = Deadline(self.clock, NO_PROGRESS_S), 0
        while True:
            try:
                return listing.next_page(self._caller("worker"))
            except OperationRests:
                raise
            except (Busy, RateLimited) as refusal:
                if not time_left.left():
                    raise
                wait_s = min(refusal.retry_after_s or 0.0, PAGE_SLOT_RETRY_S)
            except (Failed, TimedOut, Unreachable):
                attempts += 1
                if attempts == PAGE_ATTEMPTS:
                    raise
                wait_s = PAGE_RETRY_S
            lease.renew()  # the attempt may have been long
            yield wait_s
            lease.renew()

    def _agentos(self, role: Role) -> Gateway:
        return self._open_gateway(self._agency, self._caller(role))

    def _caller(self, role: Role) -> Caller:
        return Caller(role=role, deadline=Deadline(self.clock, LONGEST_ATTEMPT_S), wait_s=0.0)
