"""Financial as JSON."""

import base64
import binascii
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from app.domain.agency import Agency
from app.domain.errors import Invalid
from app.domain.invoice import Document, InvoiceDraft
from app.domain.times import london_date
from app.fields import FreshSchema, LondonTime, PagingSchema, PlainText, Pounds, id_field
from app.financial.documents import pdf

MOST = Decimal(1_000_000)
OLDEST_YEARS = 6


class StatementFilterSchema(PagingSchema):
    """Which statements are wanted; both dates inclusive."""

    since = fields.Date(data_key="from", load_default=None)
    until = fields.Date(data_key="to", load_default=None)


class StatementSchema(Schema):
    """One statement; amounts in pounds."""

    statement_id = fields.String(data_key="statementId")
    reference = fields.String()
    dated = fields.Date(data_key="date")
    description = fields.String()
    job_id = fields.String(data_key="jobId")
    net = Pounds()
    vat = Pounds()
    gross = Pounds()
    commission = Pounds()
    amount = Pounds()
    status = fields.String()
    paid_at = fields.Date(data_key="paidAt")


class StatementsSchema(FreshSchema):
    """A slice of statements; totals over all that match."""

    statements = fields.List(fields.Nested(StatementSchema))
    total = fields.Integer()
    total_amount = Pounds(data_key="totalAmount")


class InsightsSchema(Schema):
    """Figures for a first screen."""

    total_assigned_jobs = fields.Integer(data_key="totalAssignedJobs")
    active_jobs = fields.Integer(data_key="activeJobs")
    completed_jobs = fields.Integer(data_key="completedJobs")
    pending_payment_amount = Pounds(data_key="pendingPaymentAmount")
    total_earned_amount = Pounds(data_key="totalEarnedAmount")


class SentDocumentSchema(Schema):
    """A document that went with an invoice; its size in bytes, null where AgentOS alone knows it."""

    name = fields.String(attribute="document_name")
    size = fields.Integer(attribute="document_size")


class InvoiceSchema(Schema):
    """An invoice that was sent."""

    invoice_id = fields.String(data_key="invoiceId")
    job_id = fields.String(data_key="jobId")
    statement_id = fields.String(data_key="statementId")
    amount = Pounds()
    vat = Pounds()
    description = fields.String()
    invoice_date = fields.Date(data_key="invoiceDate")
    invoice_number = fields.String(data_key="invoiceNumber")
    status = fields.String(attribute="state")
    submitted_at = LondonTime(data_key="submittedAt")
    document = fields.Function(lambda one: SentDocumentSchema().dump(one) if one.document_name else None)


class InvoicesSchema(FreshSchema):
    """A slice of what a contractor sent."""

    invoices = fields.List(fields.Nested(InvoiceSchema))
    total = fields.Integer()


class LondonDate(fields.Field[date]):
    """An ISO 8601 date, or a date-time whose date in London is meant."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> date:
        try:
            if not isinstance(value, str) or not value.isascii():
                raise ValueError
            return date.fromisoformat(value) if len(value) == 10 else london_date(datetime.fromisoformat(value))
        except (ValueError, OverflowError):
            raise ValidationError("Must be an ISO 8601 date, such as 2026-11-25.") from None


class DocumentSchema(Schema):
    """A PDF inside JSON."""

    name = fields.String(required=True, validate=validate.Length(max=255))
    content = fields.String(required=True)


class NewInvoiceSchema(Schema):
    """An invoice to send; amounts in pounds, `amount` includes VAT."""

    job_id = id_field(data_key="jobId", load_default=None)
    statement_id = id_field(data_key="statementId", load_default=None)
    amount = Pounds(required=True)
    vat = Pounds(load_default=None)
    description = PlainText(required=True, longest=2_000)
    invoice_date = LondonDate(data_key="invoiceDate", required=True)
    invoice_number = PlainText(data_key="invoiceNumber", load_default=None, longest=50)
    document = fields.Nested(DocumentSchema, load_default=None)


class InvoiceFormSchema(NewInvoiceSchema):
    """The same as a form; the document is a file part."""

    amount = Pounds(required=True, from_text=True)
    vat = Pounds(load_default=None, from_text=True)

    class Meta:
        """The file is no form field."""

        exclude = ("document",)


def draft(agency: Agency, today: date, loaded: dict[str, Any], document: Document | None) -> InvoiceDraft:
    """The invoice in `loaded`, checked against this agency's rules. Raises `Invalid`."""
    found = InvoiceDraft(**{**loaded, "document": document})
    values = {
        "statementId": found.statement_id,
        "invoiceNumber": found.invoice_number,
        "vat": found.vat,
        "document": document,
    }
    by_statement = agency.invoice_link == "job_or_statement" and found.statement_id is not None
    if found.job_id is None and not by_statement:
        alone = agency.invoice_link == "job"
        raise Invalid("jobId: missing data for required field." if alone else "jobId: give it, or a statementId.")
    for name in agency.invoice_required:
        if values[name] is None:
            raise Invalid(f"{name}: your agency requires it.")
    if not 0 < found.amount <= MOST:
        raise Invalid("amount: must be more than 0 and at most 1,000,000 pounds.")
    if found.vat is not None and not 0 <= found.vat <= found.amount:
        raise Invalid("vat: must be at least 0 and at most the amount.")
    oldest = today.replace(year=today.year - OLDEST_YEARS, day=min(today.day, 28 if today.month == 2 else 31))
    if not oldest <= found.invoice_date <= today + timedelta(days=1):
        raise Invalid("invoiceDate: must be at most one day ahead and six years back.")
    return found


def document_in_json(loaded: dict[str, Any] | None) -> Document | None:
    """The document of a JSON body. Raises `Invalid`, `TooLarge`."""
    if loaded is None:
        return None
    try:
        return pdf(loaded["name"], base64.b64decode(loaded["content"], validate=True))
    except (binascii.Error, ValueError):
        raise Invalid("document.content: must be base64.") from None
