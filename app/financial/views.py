"""Financial: statements, insights, invoices."""

from typing import Any

from flask import request
from marshmallow import ValidationError

from app.api import Blueprint, each_once, first_fault, load_body, portal, takes_body
from app.auth.guard import visit
from app.domain.errors import Invalid
from app.domain.invoice import Invoice, InvoiceDraft
from app.domain.times import london_date
from app.fields import PagingSchema
from app.financial import invoices, statements
from app.financial.documents import pdf
from app.financial.schemas import (
    InsightsSchema,
    InvoiceFormSchema,
    InvoiceSchema,
    InvoicesSchema,
    NewInvoiceSchema,
    StatementFilterSchema,
    StatementsSchema,
    document_in_json,
    draft,
)
from app.freshness import shown
from app.mirror.kinds import Kind

blueprint = Blueprint("financial", __name__)


@blueprint.route("/statements/historical")
@blueprint.arguments(StatementFilterSchema, location="query")
@blueprint.response(200, StatementsSchema)
def list_historical(filters: dict[str, Any]) -> dict[str, Any]:
    """Processed and paid statements, newest first."""
    return _statements(Kind.HISTORICAL, filters)


@blueprint.route("/statements/pending")
@blueprint.arguments(StatementFilterSchema, location="query")
@blueprint.response(200, StatementsSchema)
def list_pending(filters: dict[str, Any]) -> dict[str, Any]:
    """Statements raised and not yet paid, newest first."""
    return _statements(Kind.PENDING, filters)


@blueprint.route("/insights")
@blueprint.response(200, InsightsSchema)
def get_insights() -> statements.Insights:
    """How many jobs, and how much money is earned and pending, in pounds."""
    reading = statements.insights(portal(), visit())
    shown(reading)
    return reading.value


@blueprint.route("/invoices")
@blueprint.arguments(PagingSchema, location="query")
@blueprint.response(200, InvoicesSchema)
def list_invoices(paging: dict[str, Any]) -> dict[str, Any]:
    """What the contractor submitted, newest first, with its state."""
    reading = invoices.list_invoices(portal(), visit(), **paging)
    return shown(reading, invoices=reading.value.items, total=reading.value.total)


@blueprint.route("/invoices", methods=["POST"])
@takes_body(15 * 1024 * 1024, deadline_s=55)
@blueprint.response(201, InvoiceSchema)
def submit_invoice() -> Invoice:
    """Submit an invoice for a job or a pending statement; which fields are required varies by agency."""
    return invoices.submit(portal(), visit(), _draft())


def _statements(kind: Kind, filters: dict[str, Any]) -> dict[str, Any]:
    reading = statements.list_statements(portal(), visit(), kind, **filters)
    found = reading.value
    return shown(reading, statements=found.items, total=found.total, total_amount=found.total_amount)


def _draft() -> InvoiceDraft:
    """The invoice in the request, as JSON or as a form with a file part."""
    try:
        if request.mimetype == "multipart/form-data":
            loaded = InvoiceFormSchema().load(each_once(request.form))
            _only_document()
            part = request.files.get("document")
            document = pdf(part.filename, part.read()) if part else None
        else:
            loaded = NewInvoiceSchema().load(load_body(request))
            document = document_in_json(loaded["document"])
    except ValidationError as error:
        raise Invalid(first_fault(error.messages)) from None
    return draft(visit().agency, london_date(portal().clock.now()), loaded, document)


def _only_document() -> None:
    others = [name for name in request.files if name != "document"]
    if others or len(request.files.getlist("document")) > 1:
        raise Invalid("document: must be one file, and there must be no other.")
