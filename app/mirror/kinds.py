"""The kinds of mirrored records, and the collections in which the portal fetches them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from msgspec.json import Decoder

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

# msgspec 0.22 reads a class when the class is first decoded. A second thread that decodes it meanwhile ends the process
# with SIGSEGV. An import is done by one thread, so decoders are made here.
DECODERS: dict[Kind, Decoder[Any]] = {
    Kind.BRANCH: Decoder(Branch),
    Kind.STATUS: Decoder(StatusType),
    Kind.CONTRACTOR: Decoder(Contractor),
    Kind.JOB: Decoder(Job),
    Kind.STAFF: Decoder(Staff),
    Kind.PROPERTY: Decoder(Property),
    Kind.HISTORICAL: Decoder(Statement),
    Kind.PENDING: Decoder(Statement),
    Kind.INVOICE: Decoder(Invoice),
}
"""A decoder of the stored bodies of each kind, which returns domain objects."""

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
