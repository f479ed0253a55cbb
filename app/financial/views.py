"""Financial: statements, insights, invoices."""

from typing import Any

from flask import Response

from app.api.blueprint import Blueprint, RouteFacts, context, services
from app.api.conditional_get import with_freshness, with_page
from app.api.faults import Fault
from app.api.fields import PeriodSchema
from app.domain import limits
from app.domain.clock import london_date
from app.domain.errors import NotOffered
from app.domain.invoice import Invoice
from app.domain.limits import KIB, LIMITS, MIB
from app.domain.reading import Reading
from app.domain.statement import Statement
from app.domain.submission import SubmissionKind
from app.financial import invoices, statements
from app.financial.schemas import (
    AN_INVOICE,
    InsightsSchema,
    InvoiceFilterSchema,
    InvoiceFormSchema,
    InvoiceSchema,
    InvoicesSchema,
    NewInvoiceSchema,
    SingleInvoiceSchema,
    SingleStatementSchema,
    StatementsSchema,
    draft,
    rule_faults,
)
from app.mirror.kinds import Kind
from app.submissions.http import note_lane, submission_quota, submission_response, write_options

blueprint = Blueprint("financial", __name__, description="Statements, invoices, and figures made of them.")


@blueprint.route("/statements/historical", facts=RouteFacts(failures={404: NotOffered("historical statements")}))
@blueprint.arguments(PeriodSchema, location="query")
@blueprint.response(200, StatementsSchema)
def list_historical_statements(filters: dict[str, Any]) -> Reading[Any]:
    """List processed and paid statements

    The contractor's payments, newest first. Amounts are in pounds. The totals cover all statements that match.
    """
    return _statements(Kind.HISTORICAL, filters)


@blueprint.route("/statements/pending", facts=RouteFacts(failures={404: NotOffered("pending statements")}))
@blueprint.arguments(PeriodSchema, location="query")
@blueprint.response(200, StatementsSchema)
def list_pending_statements(filters: dict[str, Any]) -> Reading[Any]:
    """List statements raised and not yet paid

    The payments that the contractor expects, newest first. Amounts are in pounds. The totals cover all statements that
    match.
    """
    return _statements(Kind.PENDING, filters)


@blueprint.route("/statements/<id:statement_id>")
@blueprint.response(200, SingleStatementSchema)
def get_statement(statement_id: str) -> Reading[Statement]:
    """Get a statement

    A statement, paid or pending. For another contractor's statement, the answer is 404, as for a statement that does
    not exist.
    """
    return with_freshness(statements.get_statement(services(), context(), statement_id))


@blueprint.route("/insights")
@blueprint.response(200, InsightsSchema)
def get_insights() -> Reading[Any]:
    """Get figures for the home screen

    The numbers of jobs, and the money earned and pending, in pounds. A figure is null if its source failed, or
    if the agency does not offer it.
    """
    return with_freshness(statements.insights(services(), context()))


@blueprint.route("/invoices", facts=RouteFacts(failures={404: NotOffered("a list of invoices")}))
@blueprint.arguments(InvoiceFilterSchema, location="query")
@blueprint.response(200, InvoicesSchema)
def list_invoices(filters: dict[str, Any]) -> Reading[Any]:
    """List invoices

    Every invoice of the contractor once, with its state, newest first; also those not sent through the portal.
    """
    return with_page(invoices.list_invoices(services(), context(), **filters), "invoices")


@blueprint.route("/invoices/<id:invoice_id>")
@blueprint.response(200, SingleInvoiceSchema)
def get_invoice(invoice_id: str) -> Reading[Invoice]:
    """Get an invoice

    The invoice with this `invoiceId` or `submissionId`, with its state. For another contractor's invoice, the answer is
    404, as for an invoice that does not exist.
    """
    return with_freshness(invoices.get_invoice(services(), context(), invoice_id))


def _rule_faults(valid: dict[str, Any]) -> list[Fault]:
    note_lane(valid.get("job_id"), valid.get("statement_id"))
    return rule_faults(context().agency, london_date(services().clock.now()), valid)


@blueprint.route(
    "/invoices",
    methods=["POST"],
    facts=RouteFacts(
        body="invoice",
        body_limit=limits.INVOICE_BYTES,
        deadline_s=limits.INVOICE_S,
        quota=submission_quota,
        submits=SubmissionKind.INVOICE,
    ),
)
@blueprint.json_or_form(
    NewInvoiceSchema,
    InvoiceFormSchema,
    example=AN_INVOICE,
    more_faults=_rule_faults,
)
@blueprint.doc(
    description="For a job or, where the agency allows it, for a pending statement. The agency may require more "
    f"fields: getAgency lists them. The whole request may have {limits.INVOICE_BYTES // MIB} MiB, the document "
    f"{LIMITS.document_bytes // MIB} MiB, the rest {limits.BODY_BYTES // KIB} KiB. *Repeats*, above, says which "
    "invoices are repeats or are refused as duplicates."
)
@blueprint.response(201, InvoiceSchema)
def submit_invoice(body: dict[str, Any]) -> Response:
    """Submit an invoice"""
    invoice, document = draft(body)
    return submission_response(invoices.send(services(), context(), invoice, document, write_options()))


def _statements(kind: Kind, filters: dict[str, Any]) -> Reading[Any]:
    reading = statements.list_statements(services(), context(), kind, **filters)
    page, amount = reading.value
    return with_freshness(reading, statements=page.items, total=page.total, total_amount=amount, next=page.next)
