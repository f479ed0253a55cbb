"""Delivery of invoices. The portal finds an invoice in AgentOS's list of the contractor's invoices."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.agentos.gateway import WriteAnswer
from app.domain.agency import LIST_INVOICES
from app.domain.clock import LeaseEnd
from app.domain.invoice import Invoice, InvoiceDraft, InvoiceState
from app.domain.recognition import Listing, Sent, listed_invoice, sent_invoice
from app.domain.submission import Submission, SubmissionKind
from app.mirror.kinds import Collection, Kind
from app.submissions.handler import Readings, RecordHandler, tolerate_database_failure


class InvoiceHandler(RecordHandler):
    """Delivers an invoice."""

    kind = SubmissionKind.INVOICE
    what = "invoice"
    status = 201
    calls_after_job = 2  # AgentOS's list of invoices, and the invoice itself

    def prepare(self) -> None:
        """Load the document, if the invoice has one."""
        row = self.submission
        documents = self.services.ledger.documents
        self._document = documents.load(row.submission_id, row.document) if row.document else None

    def send(self, lease: LeaseEnd) -> WriteAnswer:
        row = self.submission
        return self.agentos.submit_invoice(row.contractor_id, row.content, self._document, lease=lease)

    def sent(self) -> Sent:
        return sent_invoice(self.submission.content, self.submission.document)

    @property
    def has_list(self) -> bool:
        return self.context.agency.offers(LIST_INVOICES)

    def listing(self) -> Listing | None:
        if not self.has_list:
            return None
        listing = self.agentos.invoices(self.submission.contractor_id)
        records = [listed_invoice(invoice) for invoice in listing.whole()]
        return Listing(records=records, whole=listing.complete)

    def mirrored_ids(self) -> frozenset[str]:
        agency, contractor_id = self.submission.agency, self.submission.contractor_id
        invoices: list[Invoice] = self.services.mirror.list_records(agency, Kind.INVOICE, contractor_id=contractor_id)
        return frozenset(invoice.invoice_id for invoice in invoices if invoice.invoice_id)

    def read_back(self, now: float) -> tuple[float, Listing | None]:
        key = ("invoices", self.submission.agency, self.submission.contractor_id)
        return self._readings.get(key, now, self.listing)

    def put_mirrored(self, readings: Readings, now: float) -> datetime | None:
        """Put the mirror's copy of the contractor's invoices into `readings`. Return when it was fetched."""
        listed = Collection(self.submission.agency, Kind.INVOICE, self.submission.contractor_id)
        invoices = self.services.mirror.list_records(listed.agency, Kind.INVOICE, contractor_id=listed.scope)
        listing = Listing(records=[listed_invoice(invoice) for invoice in invoices], whole=True)
        readings.put(("invoices", listed.agency, listed.scope), now, listing)
        return self.services.mirror.state(listed).read_at

    def apply(self, row: Submission, answer: WriteAnswer | None, agentos_id: str | None) -> bytes | None:
        """Return the invoice as it was sent, and request a refresh of the contractor's invoices in the mirror."""
        if self.has_list:
            with tolerate_database_failure():
                self.services.mirror.request_refresh([Collection(row.agency, Kind.INVOICE, row.contractor_id)])
        invoice = invoice_of(row, InvoiceState.SUBMITTED)
        return self.response(replace(invoice, invoice_id=agentos_id))


def invoice_of(submission: Submission, state: InvoiceState) -> Invoice:
    draft: InvoiceDraft = submission.content
    document = submission.document
    return Invoice(
        invoice_id=submission.agentos_id,
        submission_id=submission.submission_id,
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
