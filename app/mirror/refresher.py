"""The refresher: the worker task that fetches due collections from AgentOS, page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import structlog

from app.agentos.budget import Budget
from app.agentos.caller import PERSON_WAIT_S, Caller, Role
from app.agentos.errors import AgentOSError, Busy, Failed, NotFound, OperationRests, RateLimited, TimedOut, Unreachable
from app.agentos.gateway import Gateway, Gateways, Listing, Row
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

NO_PROGRESS_S = 600.0
"""Maximum time without a page before the refresher gives up a list."""
PAGE_ATTEMPTS = 3
"""Attempts at a page of a list before the refresher gives up the list."""
PAGE_RETRY_S = 2.0
"""Wait before the next attempt at a page. The lease is renewed before and after the wait."""
SLOT_WAIT_S: dict[Role, float] = {"awaited": PERSON_WAIT_S, "worker": 2.0, "background": 0.0}
"""Maximum wait for a slot of the call budget before the refresher checks again which collections are due."""
SLOT_RETRY_S = 5.0
"""Maximum wait before retrying when no slot was free."""
SCHEDULE_S = 5.0
"""Time for which a schedule of due collections is used. Requested refreshes are noticed at once."""
SCHEDULE_SHARE = 0.05
"""Maximum share of the time spent on the schedule: an agency may have 100,000 scheduled collections."""
MAX_DUE = 1_000
"""Maximum number of due collections in a schedule: far more than are fetched before the next schedule."""
MAX_PAUSE_S = 60.0
"""Maximum wait after repeated failures. The wait doubles each time; there is none while a person waits."""
SLEEP_S = 0.5
"""Length of a sleep between pages, after which the refresher checks whether to stop."""

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

log = structlog.get_logger("mirror")


class Stopped(Exception):
    """The worker must stop. The list will be fetched again from its beginning."""


class Refresher:
    """Keeps an agency's rows of these `kinds` fresh. If `stopping()` is True, it leaves a list unfinished."""

    def __init__(
        self,
        mirror: Mirror,
        gateways: Gateways,
        budget: Budget,
        ages: AgeLimits,
        clock: Clock,
        agency: Agency,
        kinds: frozenset[Kind] = frozenset(Kind),
        stopping: Callable[[], bool] = lambda: False,
    ) -> None:
        self._mirror = mirror
        self._gateways = gateways
        self._budget = budget
        self._ages = ages
        self._clock = clock
        self._agency = agency
        self._kinds = kinds
        self._stopping = stopping
        self._no_slot_until: dict[Role, float] = {}
        self._failures: Counter[Collection] = Counter()
        self._causes: dict[Collection, str] = {}
        self._due_collections: list[Collection] = []
        self._states: dict[Collection, CollectionState] = {}
        self._schedule_until = 0.0
        delete_unconfigured_branches(self._mirror, agency)
        self._mirror.note_all_jobs_read(agency)

    def run_once(self) -> bool:
        """Refresh the most urgent due collection. Return False if nothing can be done now."""
        if self._budget.resting(self._agency) > 0:
            return False
        for collection, role in self.due():
            seen = self._states.get(collection, NEVER_READ)
            if self._clock.boot() < self._no_slot_until.get(role, 0.0):
                continue
            lease = leases.acquire(self._mirror.database, self._clock, collection, seen)
            done = lease is not None and self._refresh(lease, role)
            self._states[collection] = self._mirror.state(collection)
            if lease is not None:
                return done
        return False

    def due(self) -> list[tuple[Collection, Role]]:
        """Return the due collections that can be fetched before the next schedule, the most urgent first."""
        if self._clock.boot() >= self._schedule_until:
            self._update_schedule()
        self._states |= self._mirror.all_states(self._agency.short_name, self._kinds, asked=True)
        return self._due(self._due_collections)

    def _update_schedule(self) -> None:
        began = self._clock.boot()
        scheduled = scheduled_collections(self._mirror, self._agency, self._clock.now(), self._kinds)
        self._states = self._mirror.all_states(self._agency.short_name, self._kinds)
        until_s = max(SCHEDULE_S, (self._clock.boot() - began) / SCHEDULE_SHARE)
        # Collections that become due before the next schedule are included; otherwise they would wait for it.
        self._due_collections = [collection for collection, _ in self._due(scheduled, within_s=until_s)[:MAX_DUE]]
        self._states = {each: self._states[each] for each in self._due_collections if each in self._states}
        self._schedule_until = began + until_s

    def _due(self, scheduled: list[Collection], *, within_s: float = 0.0) -> list[tuple[Collection, Role]]:
        now = self._clock.now() + timedelta(seconds=within_s)
        return [
            (collection, role)
            for collection, role in due(self._states, scheduled, self._agency, self._ages.limits_s, now)
            if collection.kind in self._kinds and not self._pauses(collection, role, now)
        ]

    def _pauses(self, collection: Collection, role: Role, now: datetime) -> bool:
        """Return True if the collection must wait because of repeated failures."""
        failed_at = self._states.get(collection, NEVER_READ).failed_at
        if role == "awaited" or failed_at is None:
            return False
        times = min(self._failures[collection], 5)
        return now < failed_at + timedelta(seconds=min(RETRY_FAILED_AFTER_S * 2 ** (times - 1), MAX_PAUSE_S))

    def _refresh(self, lease: leases.Lease, role: Role) -> bool:
        """Fetch a collection and store it. Return False if AgentOS cannot be called now."""
        collection, started = lease.collection, self._clock.boot()
        try:
            rows, changed = (self._read_single if collection.kind in SINGLES else self._read_list)(lease, role)
            self._failures.pop(collection, None)
            self._causes.pop(collection, None)
            if changed and collection.kind in AGENCY_LISTS:  # new rows may refer to records to schedule
                self._schedule_until = 0.0
            log.info(
                "refreshed",
                agency=collection.agency,
                kind=collection.kind,
                rows=rows,
                changed=changed,
                milliseconds=round((self._clock.boot() - started) * 1_000, 1),
            )
        except OperationRests as error:  # the agency's other lists can still be fetched
            self._failed(lease, error)
        except (Busy, RateLimited) as refusal:
            lease.release()
            self._no_slot_until[role] = self._clock.boot() + min(refusal.retry_after_s or 0.0, SLOT_RETRY_S)
            return False
        except Stopped:
            lease.release()
            return False
        except leases.LeaseLost:
            log.info("lease_lost", agency=collection.agency, kind=collection.kind)
        except AgentOSError as error:
            self._failed(lease, error)
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
        began, collection = self._clock.now(), lease.collection
        try:
            record = SINGLES[collection.kind](self._agentos(role), collection.scope)
        except NotFound:  # an archived record counts as fetched
            record = None
        return int(record is not None), store_single(self._mirror, lease, record, lease.sequence, began)

    def _read_list(self, lease: leases.Lease, role: Role) -> tuple[int, int]:
        """Fetch a list. Return the number of fetched rows and of changed rows."""
        began, collection = self._clock.now(), lease.collection
        listing = LISTS[collection.kind](self._agentos(role), collection.scope)
        intake = Intake(self._mirror, lease, listing, began)
        rows = listing.next_page()
        while rows is not None:
            intake.store_page(rows)
            rows = self._next_page(listing, lease)
        intake.finish()
        if collection.kind is Kind.JOB:
            self._mirror.note_all_jobs_read(self._agency)
        return len(listing.ids), intake.changed

    def _next_page(self, listing: Listing[Any], lease: leases.Lease) -> list[Row] | None:
        """Return the next page of a list as soon as there is a slot, or None at the end of the list.

        Wait for up to `NO_PROGRESS_S`, because giving up between pages would waste the slots already used.
        """
        time_left, attempts = Deadline(self._clock, NO_PROGRESS_S), 0
        while True:
            if self._stopping():
                raise Stopped
            try:
                return listing.next_page(self._caller("worker"))
            except OperationRests:
                raise
            except (Busy, RateLimited) as refusal:
                if not time_left.left():
                    raise
                wait_s = min(refusal.retry_after_s or 0.0, SLOT_RETRY_S)
            except (Failed, TimedOut, Unreachable):
                attempts += 1
                if attempts == PAGE_ATTEMPTS:
                    raise
                wait_s = PAGE_RETRY_S
            lease.renew()
            self._wait(wait_s)
            lease.renew()

    def _wait(self, seconds: float) -> None:
        until = Deadline(self._clock, seconds)
        while not self._stopping() and (left := until.left()):
            self._clock.sleep(min(left, SLEEP_S))

    def _agentos(self, role: Role) -> Gateway:
        return self._gateways.open(self._agency, self._caller(role))

    def _caller(self, role: Role) -> Caller:
        return Caller(role=role, deadline=Deadline(self._clock, LONGEST_ATTEMPT_S), wait_s=SLOT_WAIT_S[role])
