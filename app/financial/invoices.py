"""A contractor's invoices: sending one, and what became of those that were sent."""

from dataclasses import replace

from app.agentos.errors import AgentOSError, NotFound, Rejected
from app.agentos.gateway import WriteAnswer
from app.domain import errors
from app.domain.agency import LIST_INVOICES, PENDING, SUBMIT_INVOICE
from app.domain.invoice import Invoice, InvoiceDraft, InvoiceState
from app.domain.paging import Page, cut
from app.domain.reading import Reading
from app.financial.documents import check_pdf
from app.financial.statements import pending_ids
from app.mirror.kinds import Collection, Kind
from app.mirror.reading import fixed
from app.portal import Portal, Visit
from app.submissions.sending import (
    count_write,
    own_job_now,
    remembered,
    require_offered,
    sending,
    waits_for_agentos,
)

UNAUTHORISED = 401
"""AgentOS did not know the key: it never looked at the invoice."""


@waits_for_agentos
def submit(portal: Portal, visit: Visit, draft: InvoiceDraft) -> Invoice:
    """Send an invoice to the agency. Its id is None where AgentOS does not tell it.

    Raises `NotOffered`, `TooMany`, `Invalid` for its document, `Unchecked`, `NotFound`, `NotReady`, `WriteFailed`.
    """
    require_offered(visit.agency, SUBMIT_INVOICE, "sending invoices")
    count_write(portal, visit)
    if draft.document is not None:
        check_pdf(draft.document.content)  # counted first: reading a hostile one costs seconds
    agency = visit.agency.short_name
    if draft.statement_id is not None:
        require_offered(visit.agency, PENDING, "invoices for a statement")
    if draft.statement_id is not None and draft.statement_id not in pending_ids(portal, visit):
        raise errors.NotFound("pending statement")
    if draft.job_id is not None:
        own_job_now(portal, visit, draft.job_id)
    invoice = _begun(portal, draft)
    row = portal.sent_invoices.begin(agency, visit.contractor_id, invoice)
    try:
        with sending("invoice"):
            answer = visit.gateway(portal).submit_invoice(visit.contractor_id, draft)
    except errors.WriteFailed as failure:
        _settle_failed(portal, row, invoice, failure.__cause__)
        raise
    identity = answer.object_id or _read_back(portal, visit, invoice, answer)
    invoice = replace(invoice, invoice_id=identity, state=InvoiceState.SUBMITTED)
    with remembered():
        portal.sent_invoices.settle(row, invoice)
        if visit.agency.offers(LIST_INVOICES):
            portal.mirror.ask([Collection(agency, Kind.INVOICE, visit.contractor_id)])
    return invoice


def list_invoices(portal: Portal, visit: Visit, *, offset: int = 0, limit: int | None = None) -> Reading[Page[Invoice]]:
    """What this contractor submitted, newest first, each once. Raises `NotOffered`, `NotReady`."""
    require_offered(visit.agency, LIST_INVOICES, "a list of invoices")
    agency = visit.agency.short_name

    def value() -> Page[Invoice]:
        ours = portal.sent_invoices.of(agency, visit.contractor_id)
        theirs: list[Invoice] = portal.mirror.things(agency, Kind.INVOICE, contractor_id=visit.contractor_id)
        found = sorted(_joined(ours, theirs), key=lambda one: one.invoice_id or "")
        found.sort(key=lambda one: one.submitted_at.timestamp() if one.submitted_at else 0.0, reverse=True)
        return cut(found, offset, limit)

    # Before the rows are looked at: one whose time ends meanwhile may be shown as it was.
    settling = portal.sent_invoices.settling(agency, visit.contractor_id)
    needs = fixed([Collection(agency, Kind.INVOICE, visit.contractor_id)])
    return portal.reader.read(visit.agency, needs, visit.asker, value).until(*settling)


def _begun(portal: Portal, draft: InvoiceDraft) -> Invoice:
    return Invoice(
        invoice_id=None,
        job_id=draft.job_id,
        statement_id=draft.statement_id,
        amount=draft.amount,
        vat=draft.vat,
        description=draft.description,
        invoice_date=draft.invoice_date,
        invoice_number=draft.invoice_number,
        state=InvoiceState.SENDING,
        submitted_at=portal.clock.now(),
        document_name=draft.document.name if draft.document else None,
        document_size=draft.document.size if draft.document else None,
    )


def _settle_failed(portal: Portal, row: str, invoice: Invoice, cause: BaseException | None) -> None:
    refused = isinstance(cause, NotFound) or (isinstance(cause, Rejected) and cause.status != UNAUTHORISED)
    if refused:
        portal.sent_invoices.settle(row, replace(invoice, state=InvoiceState.REJECTED))
    elif isinstance(cause, AgentOSError) and not cause.sent:
        portal.sent_invoices.drop(row)
    else:
        portal.sent_invoices.settle(row, replace(invoice, state=InvoiceState.UNCONFIRMED))


def _read_back(portal: Portal, visit: Visit, invoice: Invoice, answer: WriteAnswer) -> str | None:
    """The new invoice's id: what AgentOS called it if that is an id, else found by its content; None if not found."""
    if not visit.agency.offers(LIST_INVOICES):
        return None
    try:
        listed = visit.gateway(portal).invoices(visit.contractor_id).whole()
    except AgentOSError:
        return None
    if answer.reference is not None and any(one.invoice_id == answer.reference for one in listed):
        return answer.reference
    taken = {one.invoice_id for one in portal.sent_invoices.of(visit.agency.short_name, visit.contractor_id)}
    known = portal.mirror.things(visit.agency.short_name, Kind.INVOICE, contractor_id=visit.contractor_id)
    taken |= {one.invoice_id for one in known}
    return next((one.invoice_id for one in listed if one.invoice_id not in taken and _same(one, invoice)), None)


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
