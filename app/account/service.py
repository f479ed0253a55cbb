"""The contractor's record, the contacts at the agency, and the agency itself."""

from typing import Any

from app.domain.account import Branch, Contractor, Staff
from app.domain.agency import CONTACTS
from app.domain.reading import Reading
from app.mirror.kinds import Collection, Kind
from app.services import RequestContext, Services


def account(services: Services, context: RequestContext) -> Reading[dict[str, Any]]:
    """Return the signed-in contractor's own record, and the agency that it belongs to."""
    agency = context.agency.short_name
    lists = services.mirror.lists_containing(agency, Kind.CONTRACTOR, context.contractor_id)

    def value() -> dict[str, Any]:
        # Not `context.contractor`: a cached response must come from rows that have not changed since the read began.
        contractor: Contractor = (
            services.mirror.get_record(agency, Kind.CONTRACTOR, context.contractor_id) or context.contractor
        )
        branch_id = contractor.branch_id or lists[0].scope
        branch: Branch | None = services.mirror.get_record(agency, Kind.BRANCH, branch_id)
        own_agency = {
            "short_name": agency,
            "name": context.agency.name,
            "branch_id": branch_id,
            "branch_name": branch.name if branch else None,
        }
        return {"contractor": contractor, "agency": own_agency}

    needs = [*lists, Collection(agency, Kind.BRANCH)]
    return services.reader.read(context.agency, lambda: needs, context.caller, value, kinds=(Kind.CONTRACTOR,))


def contacts(services: Services, context: RequestContext) -> Reading[list[dict[str, Any]]]:
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

    def value() -> list[dict[str, Any]]:
        branches: dict[str, Branch] = {branch.branch_id: branch for branch in mirror.list_records(name, Kind.BRANCH)}
        entries = [
            {
                "contact_id": key,
                "name": branch.name,
                "role": None,
                "branch_name": branch.name,
                "email": branch.email,
                "phone": branch.phone,
                "mobile": None,
            }
            for key, branch in branches.items()
            if not context.agency.branches or key in context.agency.branches
        ]
        records: list[Staff | None] = [mirror.get_record(name, Kind.STAFF, staff_id) for staff_id in staff_ids()]
        entries += [_of_staff(staff, branches.get(staff.branch_id or "")) for staff in records if staff]
        return sorted(entries, key=lambda contact: ((contact["name"] or "").casefold(), contact["contact_id"]))

    return services.reader.read(context.agency, needs, context.caller, value)


def _of_staff(staff: Staff, branch: Branch | None) -> dict[str, Any]:
    return {
        "contact_id": staff.staff_id,
        "name": staff.name,
        "role": staff.job_title,
        "branch_name": branch.name if branch else None,
        "email": staff.email,
        "phone": None,
        "mobile": staff.mobile,
    }
