"""A contractor's invoices: sending one, and what became of those that were sent."""

from __future__ import annotations

from dataclasses import replace

from app.agentos.gateway import WriteAnswer
from app.api.fields import as_json
from app.domain import errors
from app.domain.agency import LIST_INVOICES, PENDING, SUBMIT_INVOICE
from app.domain.clock import LeaseEnd
from app.domain.invoice import Document, Invoice, InvoiceDraft, InvoiceState
from app.domain.paging import Page, cut
from app.domain.reading import Reading
from app.domain.recognition import Listing, Sent, listed_invoice, sent_invoice
from app.domain.submission import State, Submission, SubmissionKind
from app.financial.pdf_check import check_pdf
from app.financial.schemas import InvoiceSchema
from app.financial.statements import pending_ids
from app.ledger.idempotency import Wish
from app.mirror.kinds import Collection, Kind
from app.mirror.reader import fixed
from app.services import Portal, Visit
from app.submissions.handler import RecordHandler, remembered
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


def send(portal: Portal, visit: Visit, draft: InvoiceDraft, document: Document | None, wish: Wish) -> Outcome:
    """Send an invoice to the agency.

    Raises `NotOffered`, `Invalid` for its document, `Unchecked`, `NotFound`, `NotReady`, and as `submit`.
    """
    visit.agency.require(SUBMIT_INVOICE, "sending invoices")
    if draft.statement_id is not None:
        visit.agency.require(PENDING, "invoices for a statement")
    theirs: list[Invoice] = portal.mirror.things(
        visit.agency.short_name, Kind.INVOICE, contractor_id=visit.contractor_id
    )
    new = new_submission(
        visit,
        SubmissionKind.INVOICE,
        wish,
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
        if draft.statement_id is not None and draft.statement_id not in pending_ids(portal, visit):
            raise errors.NotFound("pending statement")

    return submit(portal, visit, InvoiceHandler, new, document=document, check=check)


class InvoiceHandler(RecordHandler):
    """Invoices: found in AgentOS's list of the contractor's invoices."""

    kind = SubmissionKind.INVOICE
    what = "invoice"
    status = 201

    def prepare(self) -> None:
        """Load the document."""
        row = self.submission
        documents = self.portal.ledger.documents
        self._document = documents.load(row.submission_id, row.document) if row.document else None

    def send(self, lease: LeaseEnd) -> WriteAnswer:
        row = self.submission
        return self.agentos.submit_invoice(row.contractor_id, row.content, self._document, lease=lease)

    def sent(self) -> Sent:
        return sent_invoice(self.submission.content, self.submission.document)

    def listing(self) -> Listing | None:
        if not self.visit.agency.offers(LIST_INVOICES):
            return None
        listing = self.agentos.invoices(self.submission.contractor_id)
        records = [listed_invoice(one) for one in listing.whole()]
        return Listing(records=records, whole=listing.complete)

    def mirrored(self) -> frozenset[str]:
        agency, contractor_id = self.submission.agency, self.submission.contractor_id
        known: list[Invoice] = self.portal.mirror.things(agency, Kind.INVOICE, contractor_id=contractor_id)
        return frozenset(one.invoice_id for one in known if one.invoice_id)

    def read_back(self, now: float) -> tuple[float, Listing | None]:
        key = ("invoices", self.submission.agency, self.submission.contractor_id)
        return self._readings.get(key, now, self.listing)

    def apply(self, row: Submission, answer: WriteAnswer | None, agentos_id: str | None) -> bytes | None:
        """The invoice as it was sent; AgentOS's list is read again soon."""
        if self.visit.agency.offers(LIST_INVOICES):
            with remembered():
                self.portal.mirror.ask([Collection(row.agency, Kind.INVOICE, row.contractor_id)])
        invoice = _shown(row, InvoiceState.SUBMITTED)
        return as_json(InvoiceSchema, replace(invoice, invoice_id=agentos_id))


def list_invoices(portal: Portal, visit: Visit, *, offset: int = 0, limit: int | None = None) -> Reading[Page[Invoice]]:
    """What this contractor submitted, newest first, each once. Raises `NotOffered`, `NotReady`."""
    visit.agency.require(LIST_INVOICES, "a list of invoices")
    agency = visit.agency.short_name

    def value() -> Page[Invoice]:
        sent, _ = portal.ledger.of(agency, visit.contractor_id, kind=SubmissionKind.INVOICE)
        ours = [_shown(one, SHOWN[one.state]) for one in sent if one.state in SHOWN and one.content is not None]
        theirs: list[Invoice] = portal.mirror.things(agency, Kind.INVOICE, contractor_id=visit.contractor_id)
        found = sorted(_joined(ours, theirs), key=lambda one: one.invoice_id or "")
        found.sort(key=lambda one: one.submitted_at.timestamp() if one.submitted_at else 0.0, reverse=True)
        return cut(found, offset, limit)

    needs = fixed([Collection(agency, Kind.INVOICE, visit.contractor_id)])
    return portal.reader.read(visit.agency, needs, visit.asker, value)


def _shown(submission: Submission, state: InvoiceState) -> Invoice:
    draft: InvoiceDraft = submission.content
    document = submission.document
    return Invoice(
        invoice_id=submission.agentos_id,
        job_id=draft.job_id,
        statement_id=draft.statement_id,
        amount=draft.amount,
        vat=draft.vat,
        description=draft.description,
        invoice_date=draft.invoice_date,
        invoice_number=draft.invoice_number,
        state=state,
        submitted_at=submission.created_at,
        document_name=document.name if document else None,
        document_size=document.size if document else None,
    )


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
