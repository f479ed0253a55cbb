"""The contractor's record, the contacts at the agency, and the agency itself."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.account import Branch, Contractor, Staff
from app.domain.agency import CONTACTS, Agency
from app.domain.reading import Reading
from app.mirror.kinds import Collection, Kind
from app.mirror.reader import fixed_needs
from app.services import RequestContext, Services


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """A contractor's record with the agency it belongs to."""

    contractor: Contractor
    agency: Agency
    branch_id: str | None
    branch_name: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """A branch, whose `role` is None, or a member of its staff."""

    contact_id: str
    name: str | None
    role: str | None
    branch_name: str | None
    email: str | None
    phone: str | None
    mobile: str | None


def account(services: Services, context: RequestContext) -> Reading[Account]:
    """Return the signed-in contractor's own record."""
    agency = context.agency.short_name
    lists = services.mirror.lists_containing(agency, Kind.CONTRACTOR, context.contractor_id)

    def value() -> Account:
        # Read again: a cached response must come from rows that have not changed since the reading began.
        contractor: Contractor = (
            services.mirror.get_record(agency, Kind.CONTRACTOR, context.contractor_id) or context.contractor
        )
        branch_id = contractor.branch_id or lists[0].scope
        branch: Branch | None = services.mirror.get_record(agency, Kind.BRANCH, branch_id)
        return Account(
            contractor=contractor,
            agency=context.agency,
            branch_id=branch_id,
            branch_name=branch.name if branch else None,
        )

    needs = fixed_needs([*lists, Collection(agency, Kind.BRANCH)])
    return services.reader.read(context.agency, needs, context.caller, value, kind=Kind.CONTRACTOR)


def contacts(services: Services, context: RequestContext) -> Reading[list[Contact]]:
    """Return the agency's branches and the staff who manage this contractor's jobs, each once, by name.

    Raise `NotOffered` or `NotReady`.
    """
    context.agency.require(CONTACTS, "contacts")
    name, mirror = context.agency.short_name, services.mirror

    def staff_ids() -> list[str]:
        jobs = mirror.list_records(name, Kind.JOB, contractor_id=context.contractor_id)
        return sorted({job.staff_id for job in jobs if job.staff_id})

    def needs() -> list[Collection] | None:
        jobs = mirror.branch_lists(context.agency, Kind.JOB)
        if jobs is None:
            return None
        people = [Collection(name, Kind.STAFF, identity) for identity in staff_ids()]
        return [Collection(name, Kind.BRANCH), *jobs, *people]

    def value() -> list[Contact]:
        branches: dict[str, Branch] = {branch.branch_id: branch for branch in mirror.list_records(name, Kind.BRANCH)}
        configured = [
            branch
            for branch in branches.values()
            if context.agency.branches in ((), None) or branch.branch_id in context.agency.branches
        ]
        records: list[Staff | None] = [mirror.get_record(name, Kind.STAFF, staff_id) for staff_id in staff_ids()]
        people = [_of_staff(staff, branches) for staff in records if staff]
        entries = [_of_branch(branch) for branch in configured] + people
        return sorted(entries, key=lambda contact: ((contact.name or "").casefold(), contact.contact_id))

    return services.reader.read(context.agency, needs, context.caller, value)


def agency(services: Services, context: RequestContext) -> Reading[Agency]:
    """Return the agency as it is configured, as of the start of this process."""
    started: datetime = services.started_at
    return Reading(context.agency, started, stale=False)


def _of_branch(branch: Branch) -> Contact:
    return Contact(
        contact_id=branch.branch_id,
        name=branch.name,
        role=None,
        branch_name=branch.name,
        email=branch.email,
        phone=branch.phone,
        mobile=None,
    )


def _of_staff(staff: Staff, branches: dict[str, Branch]) -> Contact:
    branch = branches.get(staff.branch_id or "")
    return Contact(
        contact_id=staff.staff_id,
        name=staff.name,
        role=staff.job_title,
        branch_name=branch.name if branch else None,
        email=staff.email,
        phone=None,
        mobile=staff.mobile,
    )
