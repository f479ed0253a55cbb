"""Build one agency's data: the handwritten records first, then as many records as the settings ask for."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator

from simulator import people
from simulator.agencies import Profile
from simulator.agency import Agency, Record
from simulator.jobs import JobMaker, References, changed
from simulator.payments import Bookkeeper
from simulator.settings import Settings
from simulator.special_contractors import CONTRACTORS
from simulator.special_jobs import JOBS

# These contractors have only handwritten jobs, at every size.
SETTLED = {"CON-1001", "CON-5001"}


def build(profile: Profile, settings: Settings, clock: Callable[[], float] = time.monotonic) -> Agency:
    """Return an agency. Equal settings make equal agencies. `clock` gives the time of later changes."""
    rng = random.Random(f"{settings.seed}:{profile.short_name}")
    agency = Agency(profile, settings.now, clock)
    branches = people.branches(profile, settings.branches)
    branch_oids = [each["OID"] for each in branches]
    staff = people.staff(profile, rng, branch_oids)
    properties = people.properties(profile, rng, min(max(settings.jobs // 4, 20), 40_000))
    tenants = people.tenants(rng, min(len(properties), 2_000))
    kinds = {
        "branches": branches,
        "staff": staff,
        "properties": properties,
        "tenants": tenants,
        "status_types": [{"OID": f"SX-{at}", "Name": word} for at, word in enumerate(profile.statuses, 1)],
    }
    for kind, records in kinds.items():
        for record in records:
            agency.tables[kind].put(record)
    for contractor, home in _contractors(profile, rng, branches, settings.contractors):
        agency.tables["contractors"].put(contractor, home)
    names = {oid: _signature(record) for oid, record in agency.tables["contractors"].records.items()}
    references = References(profile, rng, settings.today, properties, tenants, staff, names)
    _add_jobs(agency, JobMaker(references), branch_oids, settings.jobs)
    _add_payments(agency, Bookkeeper(rng, settings.today))
    return agency


def _contractors(
    profile: Profile, rng: random.Random, branches: list[Record], count: int
) -> Iterator[tuple[Record, str]]:
    by_hand = CONTRACTORS[profile.short_name][:count]
    for branch_number, record in by_hand:
        home = branches[min(branch_number, len(branches)) - 1]["OID"]
        yield ({**record, "BranchOID": home} if "BranchOID" in record else record), home
    for number in range(profile.first_contractor + len(by_hand), profile.first_contractor + count):
        branch = branches[number % len(branches)]
        yield people.contractor(profile, rng, number, branch), branch["OID"]


def _signature(contractor: Record) -> str:
    person = f"{contractor.get('Forename') or ''} {contractor.get('Surname') or ''}".strip()
    return contractor.get("CompanyName") or person or contractor["OID"]


def _add_jobs(agency: Agency, maker: JobMaker, branch_oids: list[str], count: int) -> None:
    by_hand = JOBS[agency.profile.short_name][:count]
    for number, sketch in enumerate(by_hand, 1):
        job = changed(maker.make(number, sketch.contractor, sketch.status, sketch.days_ago), sketch.changes)
        agency.jobs.put(job, branch_oids[min(sketch.branch, len(branch_oids)) - 1])
        if sketch.list_notes:
            agency.list_notes[job["OID"]] = sketch.list_notes
    contractors = agency.tables["contractors"]
    # Most jobs go to a contractor of the same branch, as in real agencies.
    local: dict[str, list[str]] = defaultdict(list)
    for oid, record in contractors.records.items():
        if oid not in SETTLED and not record.get("IsArchived"):
            local[contractors.homes[oid]].append(oid)
    for number in range(len(by_hand) + 1, count + 1):
        branch = branch_oids[number % len(branch_oids)]
        agency.jobs.put(maker.random(number, local[branch]), branch)


def _add_payments(agency: Agency, bookkeeper: Bookkeeper) -> None:
    finished: dict[str, list[str]] = defaultdict(list)
    for job in agency.jobs.records.values():
        if job.get("CompletedDate"):
            finished[job.get("ContractorOID") or ""].append(job["OID"])
    for oid in agency.tables["contractors"].records:
        match agency.profile.short_name, oid:
            case "acme", "CON-1001":
                agency.statements[oid], agency.invoices[oid] = bookkeeper.harper()
            case "harbour", "CON-5002":
                agency.statements[oid], agency.invoices[oid] = bookkeeper.racing("JOB-11"), []
            case _:
                agency.statements[oid], agency.invoices[oid] = bookkeeper.random(finished[oid])
