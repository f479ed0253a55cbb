"""Maintenance Jobs as JSON."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from app.api.fields import (
    NEXT,
    AnswerSchema,
    Cursor,
    FreshSchema,
    LondonTime,
    OneLine,
    PeriodSchema,
    PlainText,
    RequestSchema,
    Text,
    TrueOrFalse,
    about,
    at_most,
)
from app.domain.job import INVOICING_STATES, NO_CHARGE
from app.domain.limits import LIMITS, SEARCH_CHARACTERS

WHY_NO_INVOICE = "`elsewhere`: invoiced outside the portal. `no-charge`: not invoiced."
INVOICE_NUMBER = "The number of the invoice that was sent elsewhere."


class JobFilterSchema(PeriodSchema):
    """Selects jobs. The dates are those of their reports, in London."""

    status = Text(
        load_default=None,
        validate=validate.OneOf(("open", "completed", "cancelled")),
        **about("`open`: neither completed nor cancelled. Without it, all jobs.", "open"),
    )
    q = Text(
        load_default="",
        validate=at_most(SEARCH_CHARACTERS),
        **about(
            "All words must be in reference, title, description, address, postcode, category, or the name or phone of "
            "`reportedBy`. Case is ignored, and so are blanks and dashes in reference, postcode and phone.",
            "boiler leeds",
        ),
    )
    to_invoice = fields.Boolean(
        load_default=False,
        truthy={"true"},
        falsy={"false"},
        error_messages={"invalid": "Must be true or false."},
        **about(
            "`true`: only completed jobs that have no mark `invoicing`, and no invoice or statement, except rejected "
            "invoices.",
            True,
        ),
    )


class PropertySchema(AnswerSchema):
    """The property of a job."""

    property_id = fields.String(allow_none=True, **about("The property's id.", "PR-3"))
    address = fields.String(allow_none=True, **about("Its address in one line.", "Flat 2, 9 Canal Street, Leeds"))
    postcode = fields.String(allow_none=True, **about("Its postcode.", "LS2 8AA"))
    access = fields.String(
        allow_none=True,
        **about("Access arrangements; null 30 days after completion, or as configured.", "Key safe at the door"),
    )


class ReporterSchema(AnswerSchema):
    """The person who reported a job. Phone and e-mail are null 30 days after completion, or as configured."""

    name = fields.String(allow_none=True, **about("Their name.", "J. Patel"))
    phone = fields.String(allow_none=True, **about("Their phone number, as the agency has it.", "07700 900321"))
    email = fields.String(allow_none=True, **about("Their e-mail address.", "j.patel@tenant.example"))


class NoteSchema(AnswerSchema):
    """A note on a job. The agency can read it, and perhaps the landlord."""

    note_id = fields.String(allow_none=True, **about("The note's id; null if AgentOS did not return it.", "N-1"))
    note = fields.String(**about("Its text, which may have line breaks.", "Part ordered"))
    author = fields.String(allow_none=True, **about("Its author.", "Harper Plumbing Ltd"))
    created_at = LondonTime(allow_none=True, **about("When it was written.", "2026-11-21T10:00:00+00:00"))


class InvoicingSchema(AnswerSchema):
    """The contractor's mark of a job that needs no invoice through the portal."""

    state = fields.String(
        validate=validate.OneOf(INVOICING_STATES),
        **about(WHY_NO_INVOICE, "elsewhere"),
    )
    invoice_number = fields.String(allow_none=True, **about(INVOICE_NUMBER, "H-1042"))
    at = LondonTime(**about("When the job was marked.", "2026-11-25T09:12:00+00:00"))


class JobSchema(AnswerSchema):
    """A maintenance job."""

    job_id = fields.String(**about("The job's id.", "JOB-7"))
    reference = fields.String(allow_none=True, **about("The agency's number for the job.", "M-2041"))
    title = fields.String(allow_none=True, **about("Its title.", "No hot water"))
    description = fields.String(allow_none=True, **about("The work to do.", "Boiler shows E119"))
    status = fields.String(allow_none=True, **about("The job's status, in the agency's own word.", "In progress"))
    completed = fields.Boolean(**about("True if that status means that the job is completed.", False))
    priority = fields.String(allow_none=True, **about("How urgent it is, in the agency's own word.", "High"))
    priority_rank = fields.Integer(
        allow_none=True,
        **about("0: an emergency. 1 to 3: the words High, Medium and Low. null: any other word, or none.", 1),
    )
    emergency = fields.Boolean(**about("True if the agency's word means an emergency.", False))
    category = fields.String(allow_none=True, **about("The kind of work, in the agency's own word.", "Plumbing"))
    reported_at = LondonTime(allow_none=True, **about("When it was reported.", "2026-11-20T08:15:00+00:00"))
    completed_at = LondonTime(allow_none=True, **about("When it was completed; null if it was not.", None))
    place = fields.Nested(PropertySchema, data_key="property", allow_none=True, **about("Its property."))
    reported_by = fields.Nested(ReporterSchema, **about("The person who reported it."))
    notes = fields.List(fields.Nested(NoteSchema), **about("Its notes, oldest first."))
    notes_complete = fields.Boolean(**about("False until the notes of this job have been fetched from AgentOS.", True))
    invoicing = fields.Nested(InvoicingSchema, allow_none=True, **about("The contractor's mark; null without one."))


class SingleJobSchema(JobSchema, FreshSchema):
    """A maintenance job, with its freshness."""


class JobsSchema(FreshSchema):
    """A page of a contractor's jobs."""

    jobs = fields.List(fields.Nested(JobSchema), **about("In the order of `listJobs`. Jobs without a date are last."))
    total = fields.Integer(**about("The number of all matching jobs; `jobs` is one page of them.", 42))
    next = Cursor(allow_none=True, **NEXT)


class CompletionSchema(RequestSchema):
    """The target status. Without it, the request toggles the job."""

    completed = TrueOrFalse(
        load_default=None,
        allow_none=False,
        **about("True completes the job, false reopens it. If the job already has that status, nothing is sent.", True),
    )


class NewInvoicingSchema(RequestSchema):
    """A mark of a job that needs no invoice through the portal."""

    state = Text(
        required=True,
        validate=validate.OneOf(INVOICING_STATES),
        **about(WHY_NO_INVOICE, "elsewhere"),
    )
    invoice_number = OneLine(
        load_default=None,
        longest=LIMITS.invoice_number_characters,
        **about(f"{INVOICE_NUMBER} Only with `elsewhere`.", "H-1042"),
    )

    @validates_schema
    def refuse_number_of_nothing(self, data: dict[str, Any], **_: Any) -> None:
        """Refuse the number of an invoice if there is none."""
        if data["state"] == NO_CHARGE and data.get("invoice_number") is not None:
            raise ValidationError("must be missing with no-charge.", "invoiceNumber")


class NewNoteSchema(RequestSchema):
    """A note to add."""

    note = PlainText(
        required=True,
        longest=LIMITS.note_characters,
        **about(
            "The note's text, which the agency reads. Spaces at its ends do not count. Line breaks are kept.",
            "Part ordered, back on Thursday",
        ),
    )
