"""The kinds of things mirrored, and the collections they are read in."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.account import Branch, Contractor, Staff
from app.domain.invoice import Invoice
from app.domain.job import Job, Property, StatusType
from app.domain.statement import Statement


class Kind(StrEnum):
    """What a row is; `NOTES` have no rows of their own, they are in their job's."""

    BRANCH = "branch"
    STATUS = "status"
    CONTRACTOR = "contractor"
    JOB = "job"
    STAFF = "staff"
    PROPERTY = "property"
    NOTES = "notes"
    HISTORICAL = "historical"
    PENDING = "pending"
    INVOICE = "invoice"


AGENCY_LISTS = (Kind.BRANCH, Kind.STATUS, Kind.CONTRACTOR, Kind.JOB)
"""Lists that answer for every contractor at once."""
SINGLES = (Kind.STAFF, Kind.PROPERTY, Kind.NOTES)
"""Things read one by one; of notes, the jobs whose lists leave them out."""
PERSONAL_LISTS = (Kind.HISTORICAL, Kind.PENDING, Kind.INVOICE)
"""Lists of one contractor."""

TYPES: dict[Kind, Any] = {
    Kind.BRANCH: Branch,
    Kind.STATUS: StatusType,
    Kind.CONTRACTOR: Contractor,
    Kind.JOB: Job,
    Kind.STAFF: Staff,
    Kind.PROPERTY: Property,
    Kind.HISTORICAL: Statement,
    Kind.PENDING: Statement,
    Kind.INVOICE: Invoice,
}

_ID_FIELD = {
    Kind.HISTORICAL: "statement_id",
    Kind.PENDING: "statement_id",
}


def record_id(kind: Kind, thing: Any) -> str:
    """The id of a domain object of that kind."""
    return str(getattr(thing, _ID_FIELD.get(kind, f"{kind.value}_id")))


@dataclass(frozen=True, slots=True)
class Collection:
    """One list as AgentOS gives it out, or one single thing.

    `scope` is the branch or the contractor whose list it is, the thing's own id for a single one, else "".
    """

    agency: str
    kind: Kind
    scope: str = ""
