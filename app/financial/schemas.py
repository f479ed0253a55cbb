"""Financial as JSON."""

import re
from datetime import date, datetime, timedelta
from typing import IO, Any

import msgspec
from marshmallow import ValidationError, fields, post_load, validate

from app.api.blueprint import new_file
from app.api.faults import Fault
from app.api.fields import (
    IS_REQUIRED,
    NEXT,
    AnswerSchema,
    Cursor,
    FilePart,
    FreshSchema,
    LondonTime,
    OneLine,
    PagingSchema,
    PlainText,
    Pounds,
    PoundsSent,
    RequestSchema,
    Text,
    TextsSchema,
    UploadedFile,
    about,
    at_most,
    id_field,
)
from app.domain.agency import Agency
from app.domain.clock import london_date
from app.domain.invoice import Document, InvoiceDraft, InvoiceState
from app.domain.limits import DOCUMENT_SIZE, LIMITS, in_words
from app.financial.pdf_subprocess import document

IN_JSON = msgspec.json.Decoder(bytes)
YEARS_BACK = in_words(LIMITS.invoice_years_back, "year")
DAYS_AHEAD = in_words(LIMITS.invoice_days_ahead, "day")
PENDING_STATEMENT = "The pending statement it is for."
OWN_NUMBER = "The contractor's own number for it."


class StatementSchema(AnswerSchema):
    """A statement. Amounts are in pounds."""

    statement_id = fields.String(**about("The statement's id.", "ST-501"))
    reference = fields.String(allow_none=True, **about("The number of the statement's invoice.", "INV-77"))
    dated = fields.Date(data_key="date", allow_none=True, **about("Its date.", "2026-11-20"))
    description = fields.String(allow_none=True, **about("What it is for.", "New valve fitted"))
    job_id = fields.String(allow_none=True, **about("The job it is for.", "JOB-7"))
    net = Pounds(allow_none=True, **about("Pounds before VAT.", 400.0))
    vat = Pounds(allow_none=True, **about("VAT in pounds.", 80.0))
    gross = Pounds(allow_none=True, **about("Pounds with VAT.", 480.0))
    commission = Pounds(allow_none=True, **about("The agency's commission, in pounds.", 57.6))
    amount = Pounds(allow_none=True, **about("The amount that the contractor receives, in pounds.", 422.4))
    status = fields.String(allow_none=True, **about("Its status, in AgentOS's own word.", "Paid"))
    paid_at = fields.Date(allow_none=True, **about("The date of payment.", "2026-11-24"))


class SingleStatementSchema(StatementSchema, FreshSchema):
    """A statement, with its freshness."""


class StatementsSchema(FreshSchema):
    """A page of statements. The totals cover all statements that match."""

    statements = fields.List(fields.Nested(StatementSchema), **about("Newest first; undated statements last."))
    total = fields.Integer(**about("The number of all matching statements; `statements` is one page of them.", 12))
    total_amount = Pounds(**about("The sum of `amount` of all matching statements, in pounds.", 5068.8))
    next = Cursor(allow_none=True, **NEXT)


class InsightsSchema(FreshSchema):
    """Figures for the home screen.

    A figure is null if its source failed (then `stale` is true), or if the agency does not offer its source.
    """

    total_assigned_jobs = fields.Integer(allow_none=True, **about("All jobs.", 42))
    active_jobs = fields.Integer(allow_none=True, **about("Jobs neither completed nor cancelled.", 7))
    completed_jobs = fields.Integer(allow_none=True, **about("Completed jobs.", 33))
    pending_payment_amount = Pounds(allow_none=True, **about("The sum of unpaid statements, in pounds.", 844.8))
    total_earned_amount = Pounds(allow_none=True, **about("The sum of statements paid so far, in pounds.", 5068.8))


class SentDocumentSchema(AnswerSchema):
    """A document that was sent with an invoice."""

    name = fields.String(**about("Its file name.", "invoice.pdf"))
    size = fields.Integer(allow_none=True, **about("Its size in bytes; null if only AgentOS has it.", 48213))


class InvoiceSchema(AnswerSchema):
    """An invoice that was sent."""

    invoice_id = fields.String(allow_none=True, **about("Its id; null if AgentOS did not return it.", "IN-31"))
    job_id = fields.String(allow_none=True, **about("The job it is for.", "JOB-7"))
    statement_id = fields.String(allow_none=True, **about("The statement it is for.", "ST-501"))
    amount = Pounds(allow_none=True, **about("Pounds with VAT.", 120.0))
    vat = Pounds(allow_none=True, **about("VAT in pounds.", 0.0))
    description = fields.String(allow_none=True, **about("What it is for.", "New valve fitted"))
    invoice_date = fields.Date(allow_none=True, **about("Its date.", "2026-11-25"))
    invoice_number = fields.String(allow_none=True, **about(OWN_NUMBER, "H-1042"))
    state = fields.String(
        data_key="status",
        validate=validate.OneOf([str(state) for state in InvoiceState]),
        **about(
            "Its state. `sending`: its submission is `waiting` or `sending`. `rejected`: the agency refused it. "
            "`unconfirmed`: it may or may not have arrived. `review`: only the agency can check that.",
            "submitted",
        ),
    )
    submitted_at = LondonTime(allow_none=True, **about("When it was sent.", "2026-11-25T09:12:00+00:00"))
    document = fields.Nested(SentDocumentSchema, allow_none=True, **about("The PDF that was sent with the invoice."))


class InvoiceEventSchema(AnswerSchema):
    """The beginning of a state of an invoice."""

    status = fields.String(
        validate=validate.OneOf([str(state) for state in InvoiceState]), **about("The state.", "authorised")
    )
    at = LondonTime(**about("When it began, or when the portal first saw it.", "2026-11-26T09:00:00+00:00"))
    exact = fields.Boolean(**about("False if the state may have begun earlier.", False))


class ListedInvoiceSchema(InvoiceSchema):
    """An invoice of the contractor. Its address ends with its `invoiceId` or, if that is null, its `submissionId`."""

    submission_id = fields.String(
        allow_none=True,
        **about(
            "The submission that sent it; null if it was not sent through the portal.",
            "0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d",
        ),
    )
    history = fields.List(
        fields.Nested(InvoiceEventSchema),
        **about(
            "Oldest first: when the portal received the invoice (`sending`), when AgentOS took it (`submitted`), and "
            "when the portal first saw a later state. Unknown times are left out."
        ),
    )
    rejected_by = fields.String(
        allow_none=True,
        validate=validate.OneOf(("system", "agency")),
        **about(
            "`system`: AgentOS refused the submission. `agency`: the agency refused the invoice. null: not rejected.",
            "agency",
        ),
    )


class SingleInvoiceSchema(ListedInvoiceSchema, FreshSchema):
    """An invoice of the contractor, with its freshness."""


class InvoiceFilterSchema(PagingSchema):
    """Selects invoices."""

    status = Text(
        load_default=None,
        validate=validate.OneOf([str(state) for state in InvoiceState]),
        **about("Only invoices in this state.", "unconfirmed"),
    )


class InvoicesSchema(FreshSchema):
    """A page of a contractor's invoices."""

    invoices = fields.List(fields.Nested(ListedInvoiceSchema), **about("Every invoice once, newest first."))
    total = fields.Integer(**about("The number of all matching invoices; `invoices` is one page of them.", 3))
    next = Cursor(allow_none=True, **NEXT)


_DATE = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?"
_OFFSET = r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
_MOMENT = rf"{_DATE}(T{_TIME}{_OFFSET}?)?"


class LondonDate(fields.Field[date]):
    """An ISO 8601 date, or a date-time, which becomes a date in London. Both are in the extended format."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> date:
        try:
            if not isinstance(value, str) or not re.fullmatch(_MOMENT, value):
                raise ValueError
            # The pattern is needed because datetime accepts any sign in place of the T.
            return london_date(datetime.fromisoformat(value)) if "T" in value else date.fromisoformat(value)
        except (ValueError, OverflowError):
            raise ValidationError(
                "Must be an ISO 8601 date or date-time, such as 2026-11-25 or 2026-11-25T09:00:00Z."
            ) from None


class Base64(fields.Field[IO[bytes]]):
    """Base64 inside JSON (RFC 4648, section 4), loaded into a file. That of a large body is still text in JSON."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> IO[bytes]:
        try:
            content = IN_JSON.decode(value) if isinstance(value, msgspec.Raw) else msgspec.convert(value, bytes)
        except ValueError:
            raise ValidationError("Must be base64.") from None
        file = new_file()
        file.rollover()  # to the disk: no copy of a large document is in memory
        file.write(content)
        return file


class NewDocumentSchema(RequestSchema):
    """A PDF inside JSON."""

    name = Text(
        required=True, validate=at_most(LIMITS.document_name_characters), **about("Its file name.", "invoice.pdf")
    )
    content = Base64(
        required=True,
        **about(
            f"Its bytes as base64; {DOCUMENT_SIZE} at most before encoding.",
            "JVBERi0xLjQK",
            type="string",
            format="byte",
        ),
    )

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> UploadedFile:
        """Return the file, which is not checked yet."""
        return UploadedFile(data["name"], data["content"])


class NewInvoiceSchema(RequestSchema):
    """An invoice to send. The agency may require further fields."""

    job_id = id_field(
        load_default=None, **about("The job it is for; required unless the agency says otherwise.", "JOB-7")
    )
    statement_id = id_field(load_default=None, **about(PENDING_STATEMENT, "ST-501"))
    amount = PoundsSent(
        required=True, **about(f"Pounds with VAT, at most two decimals, at most {LIMITS.amount_most:,}.", 120.0)
    )
    vat = PoundsSent(
        load_default=None, or_zero=True, **about("VAT in pounds, at most the amount and two decimals.", 20.0)
    )
    description = PlainText(
        required=True, longest=LIMITS.description_characters, **about("What it is for.", "New valve fitted")
    )
    invoice_date = LondonDate(
        required=True,
        **about(
            f"An ISO 8601 date or date-time, at most {DAYS_AHEAD} ahead and {YEARS_BACK} back.",
            "2026-11-25",
            type="string",
            pattern=f"^{_MOMENT}$",
        ),
    )
    invoice_number = OneLine(
        load_default=None,
        longest=LIMITS.invoice_number_characters,
        **about(f"{OWN_NUMBER} Line breaks become spaces.", "H-1042"),
    )
    document: fields.Field[Any] = fields.Nested(NewDocumentSchema, load_default=None, **about("A PDF to send along."))


class InvoiceFormSchema(NewInvoiceSchema, TextsSchema):
    """An invoice as a form. The document is a file part, and an empty field counts as missing."""

    # The docs page fills a form in with examples. Most invoices are for no statement.
    statement_id = id_field(or_empty=True, load_default=None, **about(PENDING_STATEMENT, ""))
    amount = PoundsSent(required=True, from_text=True, **about("Pounds with VAT.", 120.0))
    vat = PoundsSent(load_default=None, or_zero=True, from_text=True, **about("VAT in pounds.", 20.0))
    document = FilePart(load_default=None, **about(f"A PDF of at most {DOCUMENT_SIZE} to send along."))


AN_INVOICE = {
    "jobId": "JOB-7",
    "amount": 120.0,
    "vat": 20.0,
    "description": "New valve fitted",
    "invoiceDate": "2026-11-25",
    "invoiceNumber": "H-1042",
}
"""A typical invoice: for a job, without a document."""


def draft(loaded: dict[str, Any]) -> tuple[InvoiceDraft, Document | None]:
    """Return the invoice and document in `loaded`, which has no fault. Raise the errors of `document`."""
    upload: UploadedFile | None = loaded.pop("document")
    return InvoiceDraft(**loaded), document(upload.name, upload.file) if upload else None


REQUIRABLE = {"statementId": "statement_id", "invoiceNumber": "invoice_number", "vat": "vat", "document": "document"}
"""The JSON name and the name here of each field that an agency may require."""


def rule_faults(agency: Agency, today: date, loaded: dict[str, Any]) -> list[Fault]:
    """Return the faults of an invoice by the agency's rules. `loaded` lacks values that have another fault already."""
    faults = []
    by_statement = agency.invoice_link == "job_or_statement" and loaded.get("statement_id", "faulty") is not None
    if loaded.get("job_id", "faulty") is None and not by_statement:
        needs_job = agency.invoice_link == "job"
        faults.append(Fault(("jobId",), IS_REQUIRED if needs_job else "enter a jobId or a statementId."))
    required = (name for name in agency.invoice_required if loaded.get(REQUIRABLE[name], "faulty") is None)
    faults += [Fault((name,), "your agency requires it.") for name in required]
    vat, amount, invoice_date = (loaded.get(name) for name in ("vat", "amount", "invoice_date"))
    if vat is not None and amount is not None and vat > amount:
        faults.append(Fault(("vat",), "must be at most the amount."))
    last_day = 28 if today.month == 2 else 31
    oldest = today.replace(year=today.year - LIMITS.invoice_years_back, day=min(today.day, last_day))
    if invoice_date and not oldest <= invoice_date <= today + timedelta(days=LIMITS.invoice_days_ahead):
        faults.append(Fault(("invoiceDate",), f"must be at most {DAYS_AHEAD} ahead and {YEARS_BACK} back."))
    return faults
