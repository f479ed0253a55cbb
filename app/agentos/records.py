"""AgentOS's records, field by field, and the domain objects made from them.

Only the fields named here pass the gateway: bank details, National Insurance numbers and commission rates do not.
Names of fields come from the vendor's Swagger files or are assumed; the documentation calls them D and A.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, ClassVar

from marshmallow import EXCLUDE, Schema, ValidationError, post_load
from marshmallow.fields import Raw

from app.agentos.field_types import Day, Flag, Id, Moment, Money, Reference, Text
from app.domain.account import Branch, Contractor, Staff
from app.domain.invoice import Invoice, InvoiceState
from app.domain.job import Job, Note, Property, StatusType
from app.domain.statement import Statement

_STATES = {state.value: state for state in (InvoiceState.AUTHORISED, InvoiceState.REJECTED, InvoiceState.PAID)}
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Row(Schema):
    """A record. `makes` is called with the fields that `arranged` returns."""

    makes: ClassVar[Callable[..., Any]]

    class Meta:
        unknown = EXCLUDE

    @post_load
    def make(self, fields: dict[str, Any], **_: Any) -> Any:
        return type(self).makes(**self.arranged(fields))

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Return the fields as the domain object takes them."""
        return fields


class BranchRow(Row):
    makes = Branch
    branch_id = Id("OID")
    name = Text("Name")
    company_name = Text("CompanyName")
    email = Text("EMailAddress")
    phone = Text("LandPhone")

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        company = fields.pop("company_name")
        return fields | {"name": fields["name"] or company}


class StaffRow(Row):
    makes = Staff
    staff_id = Id("OID")
    forename = Text("Forename")
    surname = Text("Surname")
    job_title = Text("JobTitle")
    branch_id = Reference("BranchOID")
    email = Text("ContactEMail")
    mobile = Text("ContactMobile")

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        return fields | {"name": _joined(" ", fields.pop("forename"), fields.pop("surname"))}


class ContractorRow(Row):
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


class StatusTypeRow(Row):
    makes = StatusType
    status_id = Id("OID")
    name = Text("Name")

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        if fields["name"] is None:
            raise ValidationError("a status without a word", "Name")
        return fields


class PropertyRow(Row):
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
        return fields | {"address": _joined(", ", *lines)}


class NoteRow(Row):
    makes = Note
    note_id = Reference("OID")
    note = Text("NoteContents")
    author = Text("CreatedBy")
    created_at = Moment("CreatedAt")

    def arranged(self, fields: dict[str, Any]) -> dict[str, Any]:
        return fields | {"note": fields["note"] or ""}


class JobRow(Row):
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


class StatementRow(Row):
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


class InvoiceRow(Row):
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


_NOTE_ROW = NoteRow()


def _notes(value: Any) -> tuple[Note, ...] | None:
    """Return the notes, oldest first, or None ("unknown") if a note is unreadable.

    A search for a note must not miss it, or the note would be sent again.
    """
    if not isinstance(value, list):
        return None
    try:
        notes: list[Note] = [_NOTE_ROW.load(each) for each in value]
    except ValidationError:
        return None
    return tuple(sorted(notes, key=lambda note: note.created_at or _LONG_AGO))


def _joined(by: str, *parts: str | None) -> str | None:
    return by.join(part for part in parts if part) or None
