"""One typed method per call to AgentOS. Arguments and results are domain objects."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from app.agentos import parse
from app.agentos.call import Call, Upload, Write
from app.agentos.caller import Caller
from app.agentos.endpoints import PAGE_SIZE, url_path
from app.agentos.errors import Malformed
from app.agentos.listing import Listing
from app.agentos.parse import Kind, Row
from app.agentos.transport import Answer, Transport
from app.domain.account import Branch, Contractor, Staff
from app.domain.agency import Agency
from app.domain.clock import LeaseEnd
from app.domain.invoice import Document, Invoice, InvoiceDraft
from app.domain.job import Job, Note, Property, StatusType
from app.domain.statement import Statement

__all__ = ["Caller", "Gateway", "Gateways", "Listing", "Row", "WriteAnswer"]

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class WriteAnswer:
    """AgentOS's response to a write that it accepted.

    `object_id` is the OID of the object in the response. `reference` is a bare string, which may or may not be an id.
    `job` and `note` are the object itself, if the response was a readable object.
    """

    object_id: str | None = None
    reference: str | None = None
    job: Job | None = None
    note: Note | None = None


class Gateway:
    """The calls of one caller to one agency.

    Every method may raise any `AgentOSError`. A method that returns a `Listing` makes no call; reading its pages does.
    A write sends nothing after `lease`, the end of the sender's lease, and raises LeaseEnded then.
    """

    def __init__(self, transport: Transport, agency: Agency, caller: Caller) -> None:
        self._transport = transport
        self._agency = agency
        self._caller = caller

    def branches(self) -> Listing[Branch]:
        """Return the agency's branches."""
        return self._list(parse.BRANCH, "branches")

    def contractors(self, branch_id: str) -> Listing[Contractor]:
        """Return the contractors of a branch."""
        return self._list(parse.CONTRACTOR, "contractors", branch_id=branch_id)

    def staff(self, staff_id: str) -> Staff:
        """Return the member of staff with this id."""
        return self._record(parse.STAFF, "staff", staff_id=staff_id)

    def property(self, property_id: str) -> Property:
        """Return the property with this id."""
        return self._record(parse.PROPERTY, "property", property_id=property_id)

    def status_types(self) -> Listing[StatusType]:
        """Return the agency's statuses of jobs."""
        return self._list(parse.STATUS_TYPE, "status_types")

    def jobs(self, branch_id: str) -> Listing[Job]:
        """Return the jobs of a branch, of all contractors. `notes` is None if the list leaves notes out."""
        return self._list(parse.JOB, "jobs", branch_id=branch_id)

    def job(self, job_id: str) -> Job:
        """Return the job with this id."""
        return self._record(parse.JOB, "job", job_id=job_id)

    def historical(self, contractor_id: str) -> Listing[Statement]:
        """Return the statements that the contractor was paid."""
        return self._list(parse.STATEMENT, "historical", contractor_id=contractor_id)

    def pending(self, contractor_id: str) -> Listing[Statement]:
        """Return the statements that are still to be paid."""
        return self._list(parse.STATEMENT, "pending", contractor_id=contractor_id)

    def invoices(self, contractor_id: str) -> Listing[Invoice]:
        """Return the invoices that the contractor submitted."""
        return self._list(parse.INVOICE, "invoices", contractor_id=contractor_id)

    def set_status(self, job_id: str, status_id: str, *, lease: LeaseEnd) -> WriteAnswer:
        """Set a job's status. The answer's `job` is that job, if AgentOS returned it with its status.

        A field that AgentOS left out is None, which says nothing about the job.
        """
        response = self._write("set_status", Write({"StatusID": status_id}, lease), job_id=job_id)
        job = parse.readable(parse.JOB, response)
        is_job = job and job.job_id == job_id and (job.status_id or job.status)
        return _answer(response, job=job if is_job else None)

    def add_note(self, job_id: str, text: str, author: str, *, lease: LeaseEnd) -> WriteAnswer:
        """Add a note to a job. The answer's `note` is that note, if AgentOS returned it with its id and text."""
        response = self._write("add_note", Write({"NoteContents": text, "CreatedBy": author}, lease), job_id=job_id)
        note = parse.readable(parse.NOTE, response)
        return _answer(response, note=note if note and note.note_id and note.note else None)

    def submit_invoice(
        self, contractor_id: str, draft: InvoiceDraft, document: Document | None = None, *, lease: LeaseEnd
    ) -> WriteAnswer:
        """Submit an invoice, with its document in the same request."""
        fields = {
            "ContractorID": contractor_id,
            "JobID": draft.job_id,
            "StatementID": draft.statement_id,
            "Amount": float(draft.amount),
            "VAT": None if draft.vat is None else float(draft.vat),
            "Description": draft.description,
            "InvoiceDate": f"{draft.invoice_date.isoformat()}T00:00:00",
            "InvoiceNumber": draft.invoice_number,
        }
        known = {name: value for name, value in fields.items() if value is not None}
        body = known if document is None else Upload(known, document)
        return _answer(self._write("submit_invoice", Write(body, lease, is_upload=True)))

    def _record(self, kind: Kind[T], operation: str, **ids: str) -> T:
        path = url_path(self._agency, operation, **ids)
        answer = self._transport.send(Call(self._agency, operation, path, self._caller))
        with _with_status(answer):
            return parse.record(kind, parse.decode(answer.body))

    def _list(self, kind: Kind[T], operation: str, **ids: str) -> Listing[T]:
        def ask(offset: int, caller: Caller) -> bytes:
            path = url_path(self._agency, operation, offset=offset, count=PAGE_SIZE, **ids)
            return self._transport.send(Call(self._agency, operation, path, caller)).body

        return Listing(kind, ask, self._caller)

    def _write(self, operation: str, write: Write, **ids: str) -> Any:
        path = url_path(self._agency, operation, **ids)
        answer = self._transport.send(Call(self._agency, operation, path, self._caller, write))
        with _with_status(answer):
            return parse.written(answer.body)


class Gateways:
    """Opens gateways on one transport."""

    def __init__(self, transport: Transport) -> None:
        self.transport = transport

    def open(self, agency: Agency, caller: Caller) -> Gateway:
        """Return the gateway of `agency` for `caller`. Makes no call."""
        return Gateway(self.transport, agency, caller)


@contextmanager
def _with_status(answer: Answer) -> Iterator[None]:
    """Add the response's status to the error of a body that cannot be read."""
    try:
        yield
    except Malformed as error:
        error.status = answer.status
        raise


def _answer(response: Any, *, job: Job | None = None, note: Note | None = None) -> WriteAnswer:
    if isinstance(response, dict):
        return WriteAnswer(object_id=parse.own_id(response), job=job, note=note)
    return WriteAnswer(reference=response)
