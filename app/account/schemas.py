"""Account & Contacts as JSON."""

from typing import Any

from marshmallow import Schema, fields

from app.domain.agency import OPERATIONS, Agency
from app.fields import FreshSchema


class ContractorAgencySchema(Schema):
    """The agency that an account belongs to."""

    short_name = fields.String(data_key="shortName", attribute="agency.short_name")
    name = fields.String(attribute="agency.name")
    branch_id = fields.String(data_key="branchId", allow_none=True)
    branch_name = fields.String(data_key="branchName", allow_none=True)


class ContractorSchema(FreshSchema):
    """A contractor's own record."""

    contractor_id = fields.String(data_key="contractorId", attribute="account.contractor.contractor_id")
    company_name = fields.String(data_key="companyName", attribute="account.contractor.company_name")
    display_name = fields.String(data_key="displayName", attribute="account.contractor.display_name")
    email = fields.String(attribute="account.contractor.email")
    phone = fields.String(attribute="account.contractor.phone")
    mobile = fields.String(attribute="account.contractor.mobile")
    address = fields.String(attribute="account.contractor.address")
    address_line1 = fields.String(data_key="addressLine1", attribute="account.contractor.address1")
    address_line2 = fields.String(data_key="addressLine2", attribute="account.contractor.address2")
    address_line3 = fields.String(data_key="addressLine3", attribute="account.contractor.address_line3")
    postcode = fields.String(attribute="account.contractor.postcode")
    vat_number = fields.String(data_key="vatNumber", attribute="account.contractor.vat_number")
    status = fields.Function(lambda obj: "archived" if obj["account"].contractor.archived else "active")
    agency = fields.Nested(ContractorAgencySchema, attribute="account")


class ContactSchema(Schema):
    """A branch or one of its people."""

    contact_id = fields.String(data_key="contactId")
    name = fields.String()
    role = fields.String()
    branch_name = fields.String(data_key="branchName")
    email = fields.String()
    phone = fields.String()
    mobile = fields.String()


class ContactsSchema(FreshSchema):
    """Everybody the contractor deals with."""

    contacts = fields.List(fields.Nested(ContactSchema))


class InvoiceRulesSchema(Schema):
    """What an invoice to this agency must have."""

    required = fields.Method("list_required")
    link = fields.String(attribute="invoice_link")

    def list_required(self, agency: Agency) -> list[str]:
        """The JSON names of all required fields."""
        link = ["jobId"] if agency.invoice_link == "job" else []
        return [*link, "amount", "description", "invoiceDate", *agency.invoice_required]


class AgencySchema(Schema):
    """What a screen needs to know of the agency."""

    short_name = fields.String(data_key="shortName")
    name = fields.String()
    offers = fields.Function(lambda agency: [one for one in OPERATIONS if agency.offers(one)])
    invoice = fields.Nested(InvoiceRulesSchema, attribute="itself")
    accent = fields.Constant(None)
    logo = fields.Constant(None)

    def get_attribute(self, obj: Any, attr: str, default: Any) -> Any:
        """The agency itself where a nested schema wants it whole."""
        return obj if attr == "itself" else super().get_attribute(obj, attr, default)
