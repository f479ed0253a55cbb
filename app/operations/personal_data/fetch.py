"""The lists of AgentOS behind an export. Lists that the portal lacks are fetched, within the budget of calls."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from app.domain.agency import Agency
from app.domain.clock import Clock, Deadline, to_london
from app.mirror.ages import FAR_PAST
from app.mirror.kinds import PERSONAL_LISTS, Collection, Kind
from app.mirror.mirror import CollectionState
from app.mirror.refresher import Steps
from app.mirror.schedule import is_read
from app.services import Services, refresher

PERSONAL_FILES = {"statements-paid": Kind.HISTORICAL, "statements-pending": Kind.PENDING, "invoices": Kind.INVOICE}
"""The files with a list of the contractor alone."""
PATIENCE_S = 300.0
"""Seconds for which an export waits for slots."""
NO_SLOT_S = 1.0
"""Wait before the next try if no slot was free, or if a worker is fetching the same list."""


def fetch_lacking(services: Services, agency: Agency, contractor_id: str) -> dict[str, str]:
    """Fetch the lists that the portal lacks. Return a sentence about each file that is still incomplete.

    A contractor's own lists are kept fresh only while somebody signs in, so old ones are fetched, too.
    """
    worker, patience = refresher(services, agency), Deadline(services.clock, PATIENCE_S)
    tried: set[Collection] = set()

    def untried() -> list[Collection]:
        lists = _lacking(services, agency, contractor_id).values()
        return [each for file in lists for each in file if each not in tried]

    while (lacking := untried()) and patience.left():
        if _run(worker.refresh_first([(lacking[0], "awaited")]), services.clock):
            tried.add(lacking[0])
        else:
            services.clock.sleep(NO_SLOT_S)
    still_lacking = _lacking(services, agency, contractor_id)
    return {file: _sentence(lists.values()) for file, lists in still_lacking.items() if lists}


def _lacking(services: Services, agency: Agency, contractor_id: str) -> dict[str, dict[Collection, CollectionState]]:
    """Return the missing or old lists behind each file, with their states."""
    mirror, name, now = services.mirror, agency.short_name, services.clock.now()
    branches = [Collection(name, Kind.BRANCH)]
    jobs = mirror.list_records(name, Kind.JOB, contractor_id=contractor_id)
    behind = {file: [Collection(name, kind, contractor_id)] for file, kind in PERSONAL_FILES.items()}
    behind["contractor"] = mirror.branch_lists(agency, Kind.CONTRACTOR) or branches
    behind["jobs"] = [
        *(mirror.branch_lists(agency, Kind.JOB) or branches),
        Collection(name, Kind.STATUS),
        *(Collection(name, Kind.NOTES, job.job_id) for job in jobs if job.notes is None),
    ]

    def is_lacking(collection: Collection, state: CollectionState) -> bool:
        age_limit = timedelta(seconds=services.reader.ages.limits_s[collection.kind])
        is_old = collection.kind in PERSONAL_LISTS and state.read_at is not None and state.read_at < now - age_limit
        return is_read(agency, collection) and (state.read_at is None or is_old)

    return {
        file: {each: state for each, state in mirror.states(lists).items() if is_lacking(each, state)}
        for file, lists in behind.items()
    }


def _run(steps: Steps[bool], clock: Clock) -> bool:
    while True:
        try:
            clock.sleep(next(steps))
        except StopIteration as end:
            return bool(end.value)


def _sentence(states: Iterable[CollectionState]) -> str:
    read_at = min((state.read_at or FAR_PAST) for state in states)
    if read_at == FAR_PAST:
        return "AgentOS's data could not be fetched, so this is missing or incomplete. Export again later."
    return f"AgentOS's data could not be fetched again: they are of {to_london(read_at):%Y-%m-%d %H:%M}."
