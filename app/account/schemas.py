"""Account & Contacts as JSON."""

from marshmallow import fields, validate

from app.api.fields import AnswerSchema, FreshSchema, Pounds, about
from app.domain.agency import ALWAYS_REQUIRED, INVOICE_FIELDS, OPERATIONS
from app.domain.limits import LIMITS


class AccountAgencySchema(AnswerSchema):
    """The agency that an account belongs to."""

    short_name = fields.String(**about("The agency's short name.", "acme"))
    name = fields.String(**about("The agency's name.", "Acme Lettings"))
    branch_id = fields.String(allow_none=True, **about("The id of the branch that the record belongs to.", "BR-1"))
    branch_name = fields.String(allow_none=True, **about("That branch's name.", "Leeds"))


class AccountSchema(FreshSchema):
    """The contractor's record at the agency."""

    contractor_id = fields.String(attribute="contractor.contractor_id", **about("The contractor's id.", "CON-1001"))
    company_name = fields.String(
        attribute="contractor.company_name", allow_none=True, **about("The company's name.", "Harper Plumbing Ltd")
    )
    display_name = fields.String(
        attribute="contractor.display_name",
        **about("Their name on screens, and the author of their notes.", "Harper Plumbing Ltd"),
    )
    email = fields.String(
        attribute="contractor.email",
        allow_none=True,
        **about("Their e-mail address, or several, as the agency has them.", "office@harper.example"),
    )
    phone = fields.String(attribute="contractor.phone", allow_none=True, **about("Their landline.", "01632 960001"))
    mobile = fields.String(
        attribute="contractor.mobile", allow_none=True, **about("Their mobile phone.", "07700 900001")
    )
    address = fields.String(
        attribute="contractor.address",
        allow_none=True,
        **about("Their address in one line, with the postcode.", "1 Mill Lane, Leeds, LS1 1AA"),
    )
    address_line1 = fields.String(
        attribute="contractor.address1", allow_none=True, **about("Its first line.", "1 Mill Lane")
    )
    address_line2 = fields.String(
        attribute="contractor.address2", allow_none=True, **about("Its second line.", "Leeds")
    )
    address_line3 = fields.String(
        attribute="contractor.address_line3", allow_none=True, **about("Its third and fourth lines.", "West Yorkshire")
    )
    postcode = fields.String(attribute="contractor.postcode", allow_none=True, **about("Its postcode.", "LS1 1AA"))
    vat_number = fields.String(
        attribute="contractor.vat_number", allow_none=True, **about("Their VAT registration number.", "GB123456789")
    )
    status = fields.String(
        attribute="contractor.status",
        validate=validate.OneOf(("active", "archived")),
        **about("Whether the agency still works with them.", "active"),
    )
    agency = fields.Nested(AccountAgencySchema, **about("The agency that this record belongs to."))


class ContactSchema(AnswerSchema):
    """A branch or a member of its staff."""

    contact_id = fields.String(**about("The id of the branch or the person.", "ST-4"))
    name = fields.String(allow_none=True, **about("The name of the branch or the person.", "Priya Shah"))
    role = fields.String(allow_none=True, **about("Their role; null for a branch.", "Property manager"))
    branch_name = fields.String(allow_none=True, **about("The branch they work at.", "Leeds"))
    email = fields.String(allow_none=True, **about("Their e-mail address.", "priya.shah@acme.example"))
    phone = fields.String(allow_none=True, **about("Their landline.", "0113 496 0000"))
    mobile = fields.String(allow_none=True, **about("Their mobile phone.", "07700 900010"))


class ContactsSchema(FreshSchema):
    """The contacts of the contractor at the agency."""

    contacts = fields.List(fields.Nested(ContactSchema), **about("Every contact once, sorted by name."))


class InvoiceRulesSchema(AnswerSchema):
    """The rules for invoices to this agency."""

    required = fields.List(
        fields.String(validate=validate.OneOf(("jobId", *ALWAYS_REQUIRED, *INVOICE_FIELDS))),
        **about("The JSON names of all required fields.", ["jobId", "amount", "description", "invoiceDate"]),
    )
    link = fields.String(
        validate=validate.OneOf(("job", "job_or_statement")),
        **about("What an invoice is for: a job, or (`job_or_statement`) a job or a pending statement.", "job"),
    )


class LimitsSchema(AnswerSchema):
    """The limits that a form checks. The portal refuses anything beyond them."""

    email_characters = fields.Integer(**about("Maximum characters of an e-mail address.", LIMITS.email_characters))
    note_characters = fields.Integer(
        **about("Maximum characters of a note, without outer spaces.", LIMITS.note_characters)
    )
    description_characters = fields.Integer(
        **about("Maximum characters of a description, without outer spaces.", LIMITS.description_characters)
    )
    invoice_number_characters = fields.Integer(
        **about("Maximum characters of an invoice number, without outer spaces.", LIMITS.invoice_number_characters)
    )
    amount_least = Pounds(**about("Minimum amount of an invoice, in pounds.", float(LIMITS.amount_least)))
    amount_most = Pounds(**about("Maximum amount or VAT of an invoice, in pounds.", float(LIMITS.amount_most)))
    invoice_years_back = fields.Integer(
        **about("Maximum age of an invoice date in years, in London.", LIMITS.invoice_years_back)
    )
    invoice_days_ahead = fields.Integer(
        **about("Maximum days from today, in London, to a future invoice date.", LIMITS.invoice_days_ahead)
    )
    document_bytes = fields.Integer(**about("Maximum bytes of a PDF, before any encoding.", LIMITS.document_bytes))
    document_name_characters = fields.Integer(
        **about("Maximum characters of a PDF's file name inside JSON.", LIMITS.document_name_characters)
    )
    retry_hours = fields.Integer(
        **about("The number of hours for which the portal tries to deliver a submission.", LIMITS.retry_hours)
    )


class AgencySchema(FreshSchema):
    """The part of the agency's configuration that a screen needs.

    Nothing in it comes from AgentOS. `asOf` is the start of the process that answers, and `stale` is always false.
    """

    short_name = fields.String(**about("The agency's short name.", "acme"))
    name = fields.String(**about("The agency's name.", "Acme Lettings"))
    offers = fields.List(
        fields.String(validate=validate.OneOf(OPERATIONS)),
        attribute="offered",
        **about(
            "The operations that this agency offers to contractors. Any other operation answers 404.",
            ["contacts", "jobs.complete", "notes.add"],
        ),
    )
    invoice = fields.Nested(
        InvoiceRulesSchema, attribute="invoice_rules", **about("The rules for invoices to this agency.")
    )
    cancelled_status = fields.List(
        fields.String(),
        **about("The statuses, in any case, of a cancelled job, which is neither open nor completed.", ["Cancelled"]),
    )
    limits = fields.Nested(LimitsSchema, **about("The limits that a form checks."))
    accent = fields.String(
        allow_none=True, **about("The agency's colour as #rrggbb, dark enough for white text; or null.", "#0b5cad")
    )
    logo = fields.String(
        attribute="logo_url",
        allow_none=True,
        **about("The path of the agency's logo here, an SVG or PNG; or null.", "/logo/3f2a9c0d1e4b5a687f90.svg"),
    )
