"""A contractor's invoices: sending one, and what became of those that were sent."""

from __future__ import annotations

from dataclasses import replace

from app.agentos.errors import AgentOSError
from app.agentos.gateway import WriteAnswer
from app.domain import errors
from app.domain.agency import LIST_INVOICES, PENDING, SUBMIT_INVOICE
from app.domain.invoice import Document, Invoice, InvoiceDraft, InvoiceState
from app.domain.job import Job
from app.domain.paging import Page, cut
from app.domain.reading import Reading
from app.domain.submission import State, Submission, SubmissionKind
from app.fields import as_json
from app.financial.documents import check_pdf
from app.financial.schemas import InvoiceSchema
from app.financial.statements import pending_ids
from app.mirror.kinds import Collection, Kind
from app.mirror.reading import fixed
from app.portal import Portal, Visit
from app.submissions.prepared import Prepared, new_submission, own_job
from app.submissions.repeats import Wish
from app.submissions.sendable import Send, Work, remembered
from app.submissions.submit import Told, submit

SHOWN = {
    State.WAITING: InvoiceState.SENDING,
    State.SENDING: InvoiceState.SENDING,
    State.CONFIRMED: InvoiceState.SUBMITTED,
    State.REJECTED: InvoiceState.REJECTED,
    State.UNCONFIRMED: InvoiceState.UNCONFIRMED,
}
"""What a contractor is told of a submission among their invoices; the others never were sent."""


def send(portal: Portal, visit: Visit, draft: InvoiceDraft, document: Document | None, wish: Wish) -> Told:
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

    def prepare(_known: InvoiceDraft | None) -> Prepared:
        if document is not None:
            check_pdf(document)
        if draft.statement_id is not None and draft.statement_id not in pending_ids(portal, visit):
            raise errors.NotFound("pending statement")
        job: Job | None = None
        is_fresh = True
        if draft.job_id is not None:
            job, is_fresh = own_job(portal, visit, new)
        return Prepared(document=document, job=job if is_fresh else None, is_fresh=is_fresh)

    return submit(portal, visit, Invoices(), new, prepare)


class Invoices:
    """Invoices on their way."""

    kind = SubmissionKind.INVOICE
    what = "invoice"
    status = 201
    is_set = False
    in_job = False

    def check(self, work: Work) -> None:
        """An invoice may go to any job of one's own, a cancelled one too."""

    def look(self, work: Work) -> frozenset[str] | None:
        """The contractor's invoices for the same job, of the same amount, number, date and words."""
        listed = self._listed(work)
        return None if listed is None else _like(listed, work.submission)

    def prepare(self, work: Work) -> Send:
        """It with its document."""
        stored = work.submission.document
        document = work.portal.ledger.documents.load(work.submission.submission_id, stored) if stored else None
        contractor_id = work.submission.contractor_id
        return lambda: work.agentos.submit_invoice(contractor_id, work.content, document, lease=work.lease)

    def take_over(self, work: Work, answer: WriteAnswer | None, found: str | None) -> tuple[str | None, bytes | None]:
        """The invoice as it was sent; AgentOS's list is read again soon."""
        identity = found if answer is None else answer.object_id or self._taken(work, answer)
        if work.visit.agency.offers(LIST_INVOICES):
            with remembered():
                work.portal.mirror.ask(
                    [Collection(work.submission.agency, Kind.INVOICE, work.submission.contractor_id)]
                )
        invoice = _shown(work.submission, InvoiceState.SUBMITTED)
        return identity, as_json(InvoiceSchema(), replace(invoice, invoice_id=identity))

    def _taken(self, work: Work, answer: WriteAnswer) -> str | None:
        """The new invoice's id: what AgentOS called it if that is an id, else found by its content."""
        try:
            listed = self._listed(work) or ()
        except AgentOSError:
            return None
        if answer.reference is not None and any(one.invoice_id == answer.reference for one in listed):
            return answer.reference
        if work.submission.baseline is None:
            return None
        new = _like(listed, work.submission) - work.submission.baseline
        with remembered():
            return min(work.portal.ledger.unclaimed(work.submission, new), default=None)
        return None

    def _listed(self, work: Work) -> tuple[Invoice, ...] | None:
        """AgentOS's list of theirs; None where there is none, or one that leaves some out."""
        if not work.visit.agency.offers(LIST_INVOICES):
            return None
        listing = work.agentos.invoices(work.submission.contractor_id)
        listed = listing.whole()
        return listed if listing.complete else None


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


def _like(listed: tuple[Invoice, ...], submission: Submission) -> frozenset[str]:
    """The ids of those that look just like what is sent."""
    return frozenset(one.invoice_id for one in listed if one.invoice_id and _is_like(one, submission))


def _is_like(one: Invoice, submission: Submission) -> bool:
    return _same(one, _shown(submission, InvoiceState.SENDING)) and one.description in (
        None,
        submission.content.description,
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
