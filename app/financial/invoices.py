"""A contractor's invoices: sending an invoice, and listing all invoices."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.domain import errors
from app.domain.agency import LIST_INVOICES, PENDING, SUBMIT_INVOICE
from app.domain.invoice import Document, Invoice, InvoiceDraft, InvoiceState, ListedInvoice
from app.domain.paging import WHOLE, Page, PageQuery, Position, page_of, position_of
from app.domain.reading import Reading
from app.domain.submission import SubmissionKind
from app.financial.pdf_subprocess import check_pdf
from app.financial.statements import pending_ids
from app.ledger.idempotency import WriteOptions
from app.mirror.kinds import Collection, Kind
from app.services import RequestContext, Services
from app.submissions.invoice_list import invoices_of
from app.submissions.submit import Outcome, new_submission, submit

T = TypeVar("T")


def send(
    services: Services, context: RequestContext, draft: InvoiceDraft, document: Document | None, options: WriteOptions
) -> Outcome:
    """Send an invoice to the agency.

    Raise `Invalid` or `Unchecked` for the document, `NotOffered`, `NotFound`, `NotReady`, or as `submit` does.
    """
    context.agency.require(SUBMIT_INVOICE, "sending invoices")
    if draft.statement_id is not None:
        context.agency.require(PENDING, "invoices for a statement")
    at_agentos: list[Invoice] = services.mirror.list_records(
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
        rejected=frozenset(
            record.invoice_id for record in at_agentos if record.invoice_id and record.state is InvoiceState.REJECTED
        ),
        likeness=[draft.job_id, draft.statement_id, draft.amount, draft.invoice_date, draft.invoice_number],
        document=document,
        amount_pence=int(draft.amount * 100),
    )

    def check() -> None:
        if draft.statement_id is not None and draft.statement_id not in pending_ids(services, context):
            raise errors.NotFound("pending statement")
        if document is not None:
            check_pdf(document, str(context.email))

    return submit(services, context, new, document=document, check=check)


def list_invoices(
    services: Services, context: RequestContext, *, status: InvoiceState | None = None, page: PageQuery = WHOLE
) -> Reading[Page[ListedInvoice]]:
    """Return this contractor's invoices: newest first, each once. Raise `NotOffered` or `NotReady`."""

    def value(invoices: list[ListedInvoice]) -> Page[ListedInvoice]:
        return page_of((each for each in invoices if status in (None, each.state)), _position, page)

    return _read(services, context, value)


def get_invoice(services: Services, context: RequestContext, identity: str) -> Reading[ListedInvoice]:
    """Return this contractor's invoice with this id or submission id. Raise `NotOffered`, `NotFound` or `NotReady`.

    An invoice that was sent through the portal has both addresses, because AgentOS may not return its id.
    """

    def value(invoices: list[ListedInvoice]) -> ListedInvoice:
        by_address = {each.submission_id: each for each in invoices} | {each.invoice_id: each for each in invoices}
        if identity not in by_address:
            raise errors.NotFound("invoice")
        return by_address[identity]

    return _read(services, context, value)


def _read(services: Services, context: RequestContext, value_of: Callable[[list[ListedInvoice]], T]) -> Reading[T]:
    """Return `value_of` for this contractor's invoices, each once."""
    context.agency.require(LIST_INVOICES, "a list of invoices")
    needs = [Collection(context.agency.short_name, Kind.INVOICE, context.contractor_id)]

    def value() -> T:
        return value_of(invoices_of(services, context))

    return services.reader.read(context.agency, lambda: needs, context.caller, value)


def _position(invoice: Invoice) -> Position:
    """Return the position by the id that the invoice had first, because a position must not change."""
    return position_of(invoice.submitted_at, invoice.submission_id or invoice.invoice_id or "")
