"""A contractor's invoices: those sent through the portal and those in AgentOS, each once, with their history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace

from app.domain.invoice import Invoice, InvoiceDraft, InvoiceEvent, InvoiceState, ListedInvoice
from app.domain.submission import State, Submission, SubmissionKind
from app.ledger.lists import list_by_contractor
from app.mirror.kinds import Kind
from app.services import RequestContext, Services
from app.submissions.invoice import invoice_of

SHOWN = {
    State.WAITING: InvoiceState.SENDING,
    State.SENDING: InvoiceState.SENDING,
    State.CONFIRMED: InvoiceState.SUBMITTED,
    State.REJECTED: InvoiceState.REJECTED,
    State.UNCONFIRMED: InvoiceState.UNCONFIRMED,
    State.REVIEW: InvoiceState.REVIEW,
}
"""The state of an invoice, by the state of its submission. A submission in any other state is not shown."""


def invoices_of(services: Services, context: RequestContext) -> list[ListedInvoice]:
    """Return this contractor's invoices, each once, in no order, as far as the mirror has AgentOS's list."""
    agency, contractor_id = context.agency.short_name, context.contractor_id
    submissions = list_by_contractor(services.database, agency, contractor_id, kind=SubmissionKind.INVOICE).items
    sent = [row for row in submissions if row.state in SHOWN and row.content is not None]
    at_agentos: list[Invoice] = services.mirror.list_records(agency, Kind.INVOICE, contractor_id=contractor_id)
    sightings = services.mirror.invoice_sightings(agency, contractor_id)
    return [_listed(submission, record, sightings) for submission, record in _joined(sent, at_agentos)]


def _joined(
    sent: Sequence[Submission], at_agentos: Sequence[Invoice]
) -> Iterator[tuple[Submission | None, Invoice | None]]:
    """Join both lists. Two entries are one invoice if their ids match or, without an id, if their contents match."""
    unmatched = {record.invoice_id: record for record in at_agentos}
    for submission in sorted(sent, key=lambda submission: submission.agentos_id is None):
        record = unmatched.get(submission.agentos_id)
        if submission.agentos_id is None:
            record = next((each for each in unmatched.values() if _content(each) == _content(submission.content)), None)
        if record is not None:
            del unmatched[record.invoice_id]
        yield submission, record
    for record in unmatched.values():
        yield None, record


def _content(invoice: Invoice | InvoiceDraft) -> tuple[object, ...]:
    return invoice.job_id, invoice.amount, invoice.invoice_number, invoice.invoice_date


def _listed(
    submission: Submission | None, record: Invoice | None, sightings: Mapping[str, Sequence[InvoiceEvent]]
) -> ListedInvoice:
    """Return the invoice of a submission, of AgentOS's `record`, or of both: the record decides the state."""
    invoice = invoice_of(submission, SHOWN[submission.state]) if submission else record
    assert invoice is not None  # noqa: S101 # `_joined` yields at least one of them
    events = [*_events(submission, record), *(sightings.get(record.invoice_id or "", ()) if record else ())]
    if record is not None:
        invoice = replace(invoice, invoice_id=record.invoice_id, state=record.state)
    is_rejected = invoice.state is InvoiceState.REJECTED
    return ListedInvoice(
        **{field.name: getattr(invoice, field.name) for field in fields(Invoice)},
        history=tuple(sorted(events, key=lambda event: event.at)),
        rejected_by=None if not is_rejected else "agency" if record else "system",
    )


def _events(submission: Submission | None, record: Invoice | None) -> Iterator[InvoiceEvent]:
    """Yield the events until AgentOS had taken or refused the invoice.

    The time of the outcome is exact if AgentOS itself answered, and no attempt was in doubt.
    """
    if submission is not None:
        yield InvoiceEvent(status=InvoiceState.SENDING, at=submission.created_at, exact=True)
        if submission.state in (State.CONFIRMED, State.REJECTED):
            is_exact = not submission.doubts and submission.resolved_by is None
            yield InvoiceEvent(status=SHOWN[submission.state], at=submission.updated_at, exact=is_exact)
    elif record is not None and record.submitted_at is not None:
        yield InvoiceEvent(status=InvoiceState.SUBMITTED, at=record.submitted_at, exact=True)
