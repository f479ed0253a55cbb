"""The gateway to the model of AgentOS, with the methods that submissions use."""

from __future__ import annotations

from typing import Any

from app.agentos.gateway import WriteAnswer
from app.domain.clock import LeaseEnd
from app.domain.invoice import Invoice, InvoiceDraft
from app.domain.job import Job
from tests.simulation.agentos import AgentOS
from tests.simulation.world import Process


class ListedInvoices:
    """A list of invoices, with the interface of `app.agentos.listing.Listing`."""

    def __init__(self, invoices: tuple[Invoice, ...], *, complete: bool) -> None:
        self._invoices = invoices
        self.complete = complete

    def whole(self) -> tuple[Invoice, ...]:
        """Return all invoices. As in the real list, rows without an id are omitted and make it incomplete."""
        if any(invoice.invoice_id is None for invoice in self._invoices):
            self.complete = False
        return tuple(invoice for invoice in self._invoices if invoice.invoice_id is not None)


class ModelGateway:
    """The gateway to the model, with the methods that submissions use."""

    def __init__(self, agentos: AgentOS, process: Process) -> None:
        self._agentos = agentos
        self._process = process

    def job(self, job_id: str) -> Job:
        """Fetch a job."""
        return self._agentos.job(self._process, job_id)

    def invoices(self, contractor_id: str) -> ListedInvoices:
        """Fetch a contractor's invoices."""
        invoices, is_complete = self._agentos.list_invoices(self._process, contractor_id)
        return ListedInvoices(invoices, complete=is_complete)

    def add_note(self, job_id: str, text: str, author: str, *, lease: LeaseEnd) -> WriteAnswer:
        """Add a note."""
        act = self._agentos.store_note(job_id, text, author)
        return self._agentos.write(self._process, f"a note for {job_id}", lease, 15.0, act)

    def set_status(self, job_id: str, status_id: str, *, lease: LeaseEnd) -> WriteAnswer:
        """Set a job's status."""
        act = self._agentos.store_status(job_id, status_id)
        return self._agentos.write(self._process, f"{status_id} for {job_id}", lease, 15.0, act)

    def submit_invoice(
        self, contractor_id: str, draft: InvoiceDraft, document: Any = None, *, lease: LeaseEnd
    ) -> WriteAnswer:
        """Submit an invoice."""
        act = self._agentos.store_invoice(contractor_id, draft, document.name if document else None)
        return self._agentos.write(self._process, f"an invoice for {draft.job_id}", lease, 60.0, act)
