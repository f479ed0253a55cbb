"""The kinds of mirrored records, and the collections in which the portal fetches them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.account import Branch, Contractor, Staff
from app.domain.invoice import Invoice
from app.domain.job import Job, Property, StatusType
from app.domain.statement import Statement


class Kind(StrEnum):
    """The kind of a row. `NOTES` have no rows of their own: the row of their job contains them."""

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
"""Lists of an agency, which contain the records of all contractors."""
SINGLES = (Kind.STAFF, Kind.PROPERTY, Kind.NOTES)
"""Records that are fetched singly. `NOTES`: jobs whose lists do not contain their notes."""
PERSONAL_LISTS = (Kind.HISTORICAL, Kind.PENDING, Kind.INVOICE)
"""Lists of a single contractor."""

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

_ID_FIELD = {Kind.HISTORICAL: "statement_id", Kind.PENDING: "statement_id"}


def record_id(kind: Kind, record: Any) -> str:
    """Return the id of a domain object of this kind."""
    return str(getattr(record, _ID_FIELD.get(kind, f"{kind.value}_id")))


@dataclass(frozen=True, slots=True)
class Collection:
    """A list of AgentOS or a single record. `scope` is the list's branch or contractor, the record's id, or ""."""

    agency: str
    kind: Kind
    scope: str = ""
