"""The worker's part: reading in what is due, page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import structlog

from app.agentos.budget import Budget
from app.agentos.caller import PERSON_WAIT_S, Caller, Role
from app.agentos.errors import (
    AgentOSError,
    Busy,
    Failed,
    NotFound,
    OperationRests,
    RateLimited,
    TimedOut,
    Unreachable,
)
from app.agentos.gateway import Gateway, Gateways, Listing, Row
from app.domain.agency import Agency
from app.domain.clock import Clock, Deadline
from app.mirror import lease as leases
from app.mirror.ages import AgeLimits
from app.mirror.intake import Intake, store_single
from app.mirror.kinds import AGENCY_LISTS, Collection, Kind
from app.mirror.mirror import NEVER_READ, CollectionState, Mirror
from app.mirror.reader import RETRY_FAILED_AFTER_S
from app.mirror.schedule import delete_unconfigured_branches, due, scheduled_collections

PAGE_S = 25.0
"""The longest that one page may take, waiting for a slot included: less than a lease."""
NO_PROGRESS_S = 600.0
"""How long a list that was begun may go on without getting a page."""
PAGE_TRIES = 3
"""How often AgentOS may fail to give one page of a list that was begun, before all of the list is given up."""
TRY_AGAIN_S = 2.0
"""How long after that the page is asked for again; with `PAGE_S` still less than a lease."""
SLOT_WAIT_S: dict[Role, float] = {"awaited": PERSON_WAIT_S, "worker": 2.0, "background": 0.0}
"""How long one step waits for a slot before it looks again at what is due."""
LOOK_AGAIN_S = 5.0
"""The longest an errand that found no slot leaves it at that: one may come free sooner than was foreseen."""
LOOK_AROUND_S = 5.0
"""How long what is due is remembered; what somebody asks for is known at once."""
LOOKING_SHARE = 0.05
"""The most of its time that an errand looks around: an agency may have 100,000 things that are kept fresh."""
NEXT = 1_000
"""How much of what is due is remembered: far more than is read before the next look around."""
PAUSE_MOST_S = 60.0
"""The longest that what keeps failing is left alone, twice as long each time; unless a person waits for it."""
NAP_S = 0.5
"""How long who waits between pages sleeps at a time, so as to hear when to stop."""

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
    """The worker is told to stop; the list it was reading is begun anew some time."""


class Refresher:
    """Keeps one agency's rows of some `kinds` fresh, or of all; `stopping` says when to leave a list unfinished."""

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
        self._next: list[Collection] = []
        self._states: dict[Collection, CollectionState] = {}
        self._known_until = 0.0
        delete_unconfigured_branches(self._mirror, agency)
        self._mirror.note_all_jobs_read(agency)

    def run_once(self) -> bool:
        """Read in the most urgent collection that is due; False if nothing could be done now."""
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
        """What is due, the most urgent first, as far as it will be read before the next look around."""
        if self._clock.boot() >= self._known_until:
            self._look_around()
        self._states |= self._mirror.all_states(self._agency.short_name, self._kinds, asked=True)
        return self._due(self._next)

    def _look_around(self) -> None:
        began = self._clock.boot()
        kept = scheduled_collections(self._mirror, self._agency, self._clock.now(), self._kinds)
        self._states = self._mirror.all_states(self._agency.short_name, self._kinds)
        until_s = max(LOOK_AROUND_S, (self._clock.boot() - began) / LOOKING_SHARE)
        # With what comes due before the next look around: else it would wait for that, unless somebody looked at it.
        self._next = [one for one, _ in self._due(kept, within_s=until_s)[:NEXT]]
        self._states = {one: self._states[one] for one in self._next if one in self._states}
        self._known_until = began + until_s

    def _due(self, kept: list[Collection], *, within_s: float = 0.0) -> list[tuple[Collection, Role]]:
        limits_s, now = self._ages.limits_s, self._clock.now() + timedelta(seconds=within_s)
        found = due(self._states, kept, self._agency, limits_s, now)
        return [(one, role) for one, role in found if one.kind in self._kinds and not self._pauses(one, role, now)]

    def _pauses(self, collection: Collection, role: Role, now: datetime) -> bool:
        """Whether it has failed so often that it is left alone for now."""
        failed_at = self._states.get(collection, NEVER_READ).failed_at
        if role == "awaited" or failed_at is None:
            return False
        times = min(self._failures[collection], 5)
        return now < failed_at + timedelta(seconds=min(RETRY_FAILED_AFTER_S * 2 ** (times - 1), PAUSE_MOST_S))

    def _refresh(self, lease: leases.Lease, role: Role) -> bool:
        """Read one collection and store it; False if AgentOS cannot be asked now."""
        collection, started = lease.collection, self._clock.boot()
        try:
            rows, changed = (self._read_one if collection.kind in SINGLES else self._read_list)(lease, role)
            self._failures.pop(collection, None)
            self._causes.pop(collection, None)
            if changed and collection.kind in AGENCY_LISTS:  # what they name is kept fresh as well
                self._known_until = 0.0
            log.info(
                "refreshed",
                agency=collection.agency,
                kind=collection.kind,
                rows=rows,
                changed=changed,
                milliseconds=round((self._clock.boot() - started) * 1_000, 1),
            )
        except OperationRests as error:  # the agency's other lists can be read meanwhile
            self._failed(lease, error)
        except (Busy, RateLimited) as refusal:
            lease.release()
            self._no_slot_until[role] = self._clock.boot() + min(refusal.retry_after_s or 0.0, LOOK_AGAIN_S)
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
        lease.release_failed()
        self._failures[lease.collection] += 1
        self._tell(lease.collection, str(error))

    def _tell(self, collection: Collection, error: str) -> None:
        """Log a failed reading: what fails as something else does already, or as before, is no news."""
        cause = error.partition(": ")[2]
        tell = log.info if cause in self._causes.values() else log.warning
        self._causes[collection] = cause
        tell("reading_failed", agency=collection.agency, kind=collection.kind, error=error)

    def _read_one(self, lease: leases.Lease, role: Role) -> tuple[int, int]:
        """Read a single thing; returns how many rows it is and how many changed."""
        began, one = self._clock.now(), lease.collection
        noted = lease.renew()
        try:
            thing = SINGLES[one.kind](self._agentos(role), one.scope)
        except NotFound:  # an archived one: it was read, and is not there
            thing = None
        return int(thing is not None), store_single(self._mirror, lease, thing, noted, began)

    def _read_list(self, lease: leases.Lease, role: Role) -> tuple[int, int]:
        """Read a list; returns how many rows it has and how many changed."""
        began, one = self._clock.now(), lease.collection
        listing = LISTS[one.kind](self._agentos(role), one.scope)
        intake = Intake(self._mirror, lease, listing, began)
        rows = listing.next_page()
        while rows is not None:
            intake.store_page(rows)
            rows = self._next_page(listing, lease)
        intake.finish()
        if one.kind is Kind.JOB:
            self._mirror.note_all_jobs_read(self._agency)
        return len(listing.ids), intake.changed

    def _next_page(self, listing: Listing[Any], lease: leases.Lease) -> list[Row] | None:
        """One more page of a list that was begun, whenever there is a slot for it.

        Giving up between pages would throw away the slots already spent, again and again.
        """
        patience, tries = Deadline(self._clock, NO_PROGRESS_S), 0
        while True:
            if self._stopping():
                raise Stopped
            try:
                return listing.next_page(self._caller("worker"))
            except OperationRests:
                raise
            except (Busy, RateLimited) as refusal:
                if not patience.left():
                    raise
                wait_s = min(refusal.retry_after_s or 0.0, LOOK_AGAIN_S)
            except (Failed, TimedOut, Unreachable):
                tries += 1
                if tries == PAGE_TRIES:
                    raise
                wait_s = TRY_AGAIN_S
            self._wait(wait_s)
            lease.renew()

    def _wait(self, seconds: float) -> None:
        until = Deadline(self._clock, seconds)
        while not self._stopping() and (left := until.left()):
            self._clock.sleep(min(left, NAP_S))

    def _agentos(self, role: Role) -> Gateway:
        return self._gateways.open(self._agency, self._caller(role))

    def _caller(self, role: Role) -> Caller:
        return Caller(role=role, deadline=Deadline(self._clock, PAGE_S), wait_s=SLOT_WAIT_S[role])
