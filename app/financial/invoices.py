"""A contractor's invoices: sending one, and what became of those that were sent."""

from __future__ import annotations

from dataclasses import replace

from app.domain import errors
from app.domain.agency import LIST_INVOICES, PENDING, SUBMIT_INVOICE
from app.domain.invoice import Document, Invoice, InvoiceDraft, InvoiceState
from app.domain.paging import Page, cut
from app.domain.reading import Reading
from app.domain.submission import State, SubmissionKind
from app.financial.pdf_check import check_pdf
from app.financial.statements import pending_ids
from app.ledger.idempotency import WriteOptions
from app.mirror.kinds import Collection, Kind
from app.mirror.reader import fixed_needs
from app.services import RequestContext, Services
from app.submissions.invoice import invoice_of
from app.submissions.submit import Outcome, new_submission, submit

SHOWN = {
    State.WAITING: InvoiceState.SENDING,
    State.SENDING: InvoiceState.SENDING,
    State.CONFIRMED: InvoiceState.SUBMITTED,
    State.REJECTED: InvoiceState.REJECTED,
    State.UNCONFIRMED: InvoiceState.UNCONFIRMED,
    State.REVIEW: InvoiceState.REVIEW,
}
"""The state that a submission has among the contractor's invoices; the others never were sent."""


def send(
    services: Services, context: RequestContext, draft: InvoiceDraft, document: Document | None, options: WriteOptions
) -> Outcome:
    """Send an invoice to the agency.

    Raises `NotOffered`, `Invalid` for its document, `Unchecked`, `NotFound`, `NotReady`, and as `submit`.
    """
    context.agency.require(SUBMIT_INVOICE, "sending invoices")
    if draft.statement_id is not None:
        context.agency.require(PENDING, "invoices for a statement")
    theirs: list[Invoice] = services.mirror.list_records(
        context.agency.short_name, Kind.INVOICE, contractor_id=context.contractor_id
    )
    new = new_submission(
        context,
        SubmissionKind.INVOICE,
        options,
        job_id=draft.job_id,
        statement_id=draft.statement_id,
        request=draft,
        content=draft,
        rejected=frozenset(one.invoice_id for one in theirs if one.invoice_id and one.state is InvoiceState.REJECTED),
        likeness=[draft.job_id, draft.statement_id, draft.amount, draft.invoice_date, draft.invoice_number],
        document=document,
        amount_pence=int(draft.amount * 100),
    )

    def check() -> None:
        if document is not None:
            check_pdf(document)
        if draft.statement_id is not None and draft.statement_id not in pending_ids(services, context):
            raise errors.NotFound("pending statement")

    return submit(services, context, new, document=document, check=check)


def list_invoices(
    services: Services, context: RequestContext, *, offset: int = 0, limit: int | None = None
) -> Reading[Page[Invoice]]:
    """What this contractor submitted, newest first, each once. Raises `NotOffered`, `NotReady`."""
    context.agency.require(LIST_INVOICES, "a list of invoices")
    agency = context.agency.short_name

    def value() -> Page[Invoice]:
        sent, _ = services.ledger.of(agency, context.contractor_id, kind=SubmissionKind.INVOICE)
        ours = [invoice_of(one, SHOWN[one.state]) for one in sent if one.state in SHOWN and one.content is not None]
        theirs: list[Invoice] = services.mirror.list_records(agency, Kind.INVOICE, contractor_id=context.contractor_id)
        found = sorted(_joined(ours, theirs), key=lambda one: one.invoice_id or "")
        found.sort(key=lambda one: one.submitted_at.timestamp() if one.submitted_at else 0.0, reverse=True)
        return cut(found, offset, limit)

    needs = fixed_needs([Collection(agency, Kind.INVOICE, context.contractor_id)])
    return services.reader.read(context.agency, needs, context.caller, value)


def _joined(ours: list[Invoice], theirs: list[Invoice]) -> list[Invoice]:
    """Both lists as one: a row of ours and AgentOS's are one if the ids match or, ours being null, by their content."""
    left = {one.invoice_id: one for one in theirs}
    found = []
    for own in sorted(ours, key=lambda one: one.invoice_id is None):
        other = left.get(own.invoice_id) if own.invoice_id else None
        if own.invoice_id is None:
            other = next((one for one in left.values() if _same(one, own)), None)
        if other is not None:
            del left[other.invoice_id]
            own = replace(own, invoice_id=other.invoice_id, state=other.state)
        found.append(own)
    return [*found, *left.values()]


def _same(one: Invoice, other: Invoice) -> bool:
    def content(invoice: Invoice) -> tuple[object, ...]:
        return invoice.job_id, invoice.amount, invoice.invoice_number, invoice.invoice_date

    return content(one) == content(other)
