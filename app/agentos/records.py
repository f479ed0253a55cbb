"""AgentOS's records, field by field, and the domain objects made from them.

The gateway passes on only the fields named here: no bank details, National Insurance numbers or commission rates.
Field names are documented in the vendor's Swagger files (D) or assumed (A): see page 3 of the specification.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar

from marshmallow import EXCLUDE, Schema, ValidationError, fields, post_load
from marshmallow.fields import Raw

from app.domain.account import Branch, Contractor, Staff, joined
from app.domain.clock import london_date, to_utc
from app.domain.invoice import Invoice, InvoiceState, to_pence
from app.domain.job import Job, Note, Property, StatusType
from app.domain.limits import ID
from app.domain.statement import Statement

T = TypeVar("T")
FIRST_YEAR = 1900
"""A date before this year means "no date": .NET writes year 1, SQL Server 1753, and OLE the end of 1899."""
_MONEY = re.compile(r"[-+]?£? ?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?", re.ASCII)
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_STATES = {state.value: state for state in (InvoiceState.AUTHORISED, InvoiceState.REJECTED, InvoiceState.PAID)}
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class _Value(fields.Field[Any], ABC):
    """A field that AgentOS calls `name`. Subclasses convert only values that are neither missing nor null."""

    def __init__(self, name: str, **options: Any) -> None:
        super().__init__(data_key=name, **(options or {"load_default": None}))

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> Any:
        return self.read(value)

    @abstractmethod
    def read(self, value: Any) -> Any:
        """Return the converted value, or None if it counts as missing. Raise ValidationError if it is unreadable."""


class Text(_Value):
    """Text, trimmed. Numbers become text: a job number may be sent as 2041, or as the double 2041.0."""

    def read(self, value: Any) -> str | None:
        return as_text(value)


class Id(_Value):
    """A record's own id: the only value that every row must have."""

    def __init__(self, name: str) -> None:
        super().__init__(name, required=True)

    def read(self, value: Any) -> str:
        text = as_text(value)
        if text is None or not ID.fullmatch(text):
            raise ValidationError("not an id")
        return text


class Reference(_Value):
    """Another record's id. A value that cannot be an id counts as missing."""

    def read(self, value: Any) -> str | None:
        try:
            text = as_text(value)
        except ValidationError:
            return None
        return text if text and ID.fullmatch(text) else None


class Money(_Value):
    """Pounds, rounded half up to pence: a JSON double, or text such as "480.00" or "£1,480"."""

    def read(self, value: Any) -> Decimal | None:
        text = as_text(value)
        if text is None:
            return None
        if isinstance(value, str):
            if not _MONEY.fullmatch(text):
                raise ValidationError("not an amount")
            text = re.sub("[£, ]", "", text)
        try:
            return to_pence(Decimal(text))
        except InvalidOperation:
            raise ValidationError("not an amount") from None


class Flag(_Value):
    """A boolean: true or false, 1 or 0, as a JSON value or as text."""

    def read(self, value: Any) -> bool | None:
        text = str(value) if isinstance(value, bool) else as_text(value)
        if text is None:
            return None
        if text.lower() not in _BOOLEANS:
            raise ValidationError("not a boolean")
        return _BOOLEANS[text.lower()]


class Moment(_Value):
    """A date-time, converted to UTC. A time without a zone is London time; a date alone is midnight in London."""

    def read(self, value: Any) -> datetime | None:
        return _moment(value)


class Day(_Value):
    """A date in London, sent as a date-time or a date."""

    def read(self, value: Any) -> date | None:
        moment = _moment(value)
        return london_date(moment) if moment else None


def as_text(value: Any) -> str | None:
    """Return the text of a JSON string or number, or None if it is empty. Raise ValidationError for anything else.

    NUL and half surrogate pairs, which JSON can contain but no database accepts, become U+FFFD.
    """
    if isinstance(value, str):
        if not value.isascii():  # most values are, and encoding takes long
            value = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return value.replace("\0", "\ufffd").strip() or None
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not Decimal(value).is_finite():
        raise ValidationError("not text")
    return str(value).removesuffix(".0")


def _moment(value: Any) -> datetime | None:
    text = as_text(value) if isinstance(value, str) else ""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
        return None if moment.year < FIRST_YEAR else to_utc(moment)
    except (ValueError, OverflowError):
        raise ValidationError("not a time") from None


class Kind(Schema, Generic[T]):
    """A kind of record of AgentOS. `makes` creates the domain object from the fields that `arranged` returns."""

    makes: ClassVar[Callable[..., Any]]

    class Meta:
        unknown = EXCLUDE

    @cached_property
    def names(self) -> tuple[str, ...]:
        """AgentOS's names for the fields that the portal uses."""
        return tuple(str(field.data_key) for field in self.fields.values())

    @post_load
    def make(self, fields: dict[str, Any], **_: Any) -> Any:
        return type(self).makes(**self.arranged(fields))

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Return the fields, renamed and converted for the domain object."""
        return fields


class BranchRow(Kind[Branch]):
    makes = Branch
    branch_id = Id("OID")
    name = Text("Name")
    company_name = Text("CompanyName")
    email = Text("EMailAddress")
    phone = Text("LandPhone")

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        company = fields.pop("company_name")
        return fields | {"name": fields["name"] or company}


class StaffRow(Kind[Staff]):
    makes = Staff
    staff_id = Id("OID")
    forename = Text("Forename")
    surname = Text("Surname")
    job_title = Text("JobTitle")
    branch_id = Reference("BranchOID")
    email = Text("ContactEMail")
    mobile = Text("ContactMobile")

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        return fields | {"name": joined(" ", fields.pop("forename"), fields.pop("surname"))}


class ContractorRow(Kind[Contractor]):
    makes = Contractor
    contractor_id = Id("OID")
    branch_id = Reference("BranchOID")
    global_reference = Text("GlobalReference")
    company_name = Text("CompanyName")
    forename = Text("Forename")
    surname = Text("Surname")
    email = Text("EMailAddress")
    phone = Text("LandPhone")
    mobile = Text("MobilePhone")
    address1 = Text("Address1")
    address2 = Text("Address2")
    address3 = Text("Address3")
    address4 = Text("Address4")
    postcode = Text("Postcode")
    vat_number = Text("VATNumber")
    archived = Flag("IsArchived")

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        return fields | {"archived": bool(fields["archived"])}


class StatusTypeRow(Kind[StatusType]):
    makes = StatusType
    status_id = Id("OID")
    name = Text("Name")

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        if fields["name"] is None:
            raise ValidationError("a status without a word", "Name")
        return fields


class PropertyRow(Kind[Property]):
    makes = Property
    property_id = Id("OID")
    address1 = Text("Address1")
    address2 = Text("Address2")
    address3 = Text("Address3")
    address4 = Text("Address4")
    postcode = Text("Postcode")
    access = Text("AccessArrangements")

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        lines = [fields.pop(f"address{number}") for number in (1, 2, 3, 4)]
        return fields | {"address": joined(", ", *lines)}


class NoteRow(Kind[Note]):
    makes = Note
    note_id = Reference("OID")
    note = Text("NoteContents")
    author = Text("CreatedBy")
    created_at = Moment("CreatedAt")

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        return fields | {"note": fields["note"] or ""}


class JobRow(Kind[Job]):
    makes = Job
    job_id = Id("OID")
    contractor_id = Reference("ContractorOID")
    reference = Text("JobNumber")
    title = Text("Title")
    description = Text("Description")
    status_id = Reference("StatusOID")
    status = Text("Status")
    priority = Text("Priority")
    category = Text("Category")
    property_id = Reference("PropertyOID")
    address = Text("Property")
    postcode = Text("Postcode")
    access = Text("AccessArrangements")
    staff_id = Reference("StaffOID")
    reported_at = Moment("Reported")
    completed_at = Moment("CompletedDate")
    reporter_name = Text("ReportedByName")
    reporter_phone = Text("ReportedByPhone")
    reporter_email = Text("ReportedByEMail")
    notes = Raw(data_key="MaintenanceNotes", load_default=None)
    etag = Text("ETag")

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        return fields | {"notes": _notes(fields["notes"])}


class StatementRow(Kind[Statement]):
    makes = Statement
    statement_id = Id("OID")
    reference = Text("InvoiceNumber")
    dated = Day("Date")
    description = Text("Description")
    job_id = Reference("JobOID")
    net = Money("Net")
    vat = Money("VAT")
    gross = Money("Gross")
    commission = Money("Commission")
    amount = Money("Amount")
    status = Text("Status")
    paid_at = Day("PaidDate")


class InvoiceRow(Kind[Invoice]):
    makes = Invoice
    invoice_id = Id("OID")
    job_id = Reference("JobOID")
    amount = Money("Amount")
    description = Text("Description")
    invoice_date = Day("InvoiceDate")
    invoice_number = Text("InvoiceNumber")
    state = Text("Status")
    submitted_at = Moment("SubmittedAt")
    document_name = Text("DocumentName")

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        word = (fields["state"] or "").lower()
        return fields | {"state": _STATES.get(word, InvoiceState.SUBMITTED)}


NOTE_ROW = NoteRow()


def _notes(value: Any) -> tuple[Note, ...] | None:
    """Return the notes, oldest first. Return None (unknown) if any is unreadable: a search must not miss a note."""
    if not isinstance(value, list):
        return None
    try:
        notes: list[Note] = [NOTE_ROW.load(each) for each in value]
    except ValidationError:
        return None
    return tuple(sorted(notes, key=lambda note: note.created_at or _LONG_AGO))
