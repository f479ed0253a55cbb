"""One typed method per call to AgentOS. Arguments and results are domain objects."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from app.agentos import responses
from app.agentos.caller import Caller
from app.agentos.endpoints import PAGE_SIZE, Call, Upload, Write, url_path
from app.agentos.errors import Malformed
from app.agentos.records import Kind
from app.agentos.responses import Row
from app.agentos.transport import Transport
from app.domain.account import Branch, Contractor, Staff
from app.domain.agency import Agency
from app.domain.clock import LeaseEnd
from app.domain.invoice import Document, Invoice, InvoiceDraft
from app.domain.job import Job, Note, Property, StatusType
from app.domain.statement import Statement

T = TypeVar("T")
MOST_ROWS = 1_000_000
"""Most rows of a list: no agency has a million jobs."""
Ask = Callable[[int, Caller], bytes]
"""Requests the page that begins at an offset, and returns the body of AgentOS's response."""


class Listing(Generic[T]):
    """A list in AgentOS, fetched page by page. After a failed call, the same page can be requested again.

    `ids` are the ids of all rows so far. `ended` is True after the last page. If the list is `complete`, any other
    record is gone from AgentOS.
    """

    def __init__(self, kind: Kind[T], ask: Ask, caller: Caller) -> None:
        self._kind = kind
        self._ask = ask
        self._caller = caller
        self._offset = 0
        self._unreadable = 0
        self._bad: set[str] = set()
        self._totals: set[int | None] = set()
        self.ids: set[str] = set()
        self.ended = False

    def next_page(self, caller: Caller | None = None) -> list[Row] | None:
        """Return the next page's rows that have an id, or None after the last page.

        Raise `AgentOSError`; Malformed for a list that repeats itself, or has more than `MOST_ROWS`. `caller` replaces
        the gateway's caller.
        """
        if self.ended:
            return None
        body = self._ask(self._offset, caller or self._caller)
        sent, total = responses.unwrapped(responses.decode(body))
        rows = [row for each in sent if (row := responses.row(self._kind, each)) is not None]
        known = len(self.ids)
        self.ids.update(row.identity for row in rows)
        self._unreadable += len(sent) - len(rows)
        self._totals.add(total)
        self._offset += len(sent)
        self.ended = len(sent) < PAGE_SIZE if total is None else self._offset >= total or not sent
        if not self.ended and (len(self.ids) == known or len(self.ids) > MOST_ROWS):
            raise Malformed("a list that repeats itself, or does not end")
        return rows

    def read(self, row: Row) -> T | None:
        """Return a row's domain object. If the row is unreadable, return None, and the list becomes incomplete."""
        record = responses.readable(self._kind, row.value)
        if record is None:
            self._unreadable += 1
            self._bad.add(row.identity)
        return record

    @property
    def complete(self) -> bool:
        """True if all rows were readable, and each page's total is the number of distinct ids, or no page has one."""
        return self.ended and not self._unreadable and self._totals in ({None}, {len(self.ids)})

    def check(self) -> None:
        """Raise Malformed if the list has rows, but no readable row."""
        if self._unreadable and not self.ids - self._bad:
            raise Malformed("a list without a readable row")

    def whole(self) -> tuple[T, ...]:
        """Return all records of a short list, each once. Raise `AgentOSError`."""
        records: dict[str, T] = {}
        while (rows := self.next_page()) is not None:
            records |= {row.identity: record for row in rows if (record := self.read(row)) is not None}
        self.check()
        return tuple(records.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class WriteAnswer:
    """AgentOS's response to an accepted write: an object with the OID `object_id`, or a bare string (`reference`).

    The string may or may not be an id. `job` or `note` is the object itself, if it was readable. `lacks_id`: the
    response is an object without an OID.
    """

    object_id: str | None = None
    reference: str | None = None
    job: Job | None = None
    note: Note | None = None
    lacks_id: bool = False


class Gateway:
    """The calls of one caller to one agency.

    Every method may raise any `AgentOSError`. A method that returns a `Listing` makes no call; reading its pages does.
    After `lease`, the end of the sender's lease, a write sends nothing more and raises LeaseEnded.
    """

    def __init__(self, transport: Transport, agency: Agency, caller: Caller) -> None:
        self._transport = transport
        self._agency = agency
        self._caller = caller

    def branches(self) -> Listing[Branch]:
        """Return the agency's branches."""
        return self._list(responses.BRANCH, "branches")

    def contractors(self, branch_id: str) -> Listing[Contractor]:
        """Return the contractors of a branch."""
        return self._list(responses.CONTRACTOR, "contractors", branch_id=branch_id)

    def staff(self, staff_id: str) -> Staff:
        """Return the member of staff with this id."""
        return self._record(responses.STAFF, "staff", staff_id=staff_id)

    def property(self, property_id: str) -> Property:
        """Return the property with this id."""
        return self._record(responses.PROPERTY, "property", property_id=property_id)

    def status_types(self) -> Listing[StatusType]:
        """Return the agency's statuses of jobs."""
        return self._list(responses.STATUS_TYPE, "status_types")

    def jobs(self, branch_id: str) -> Listing[Job]:
        """Return the jobs of all contractors of a branch. `Job.notes` is None if the list leaves notes out."""
        return self._list(responses.JOB, "jobs", branch_id=branch_id)

    def job(self, job_id: str) -> Job:
        """Return the job with this id."""
        return self._record(responses.JOB, "job", job_id=job_id)

    def historical(self, contractor_id: str) -> Listing[Statement]:
        """Return the statements that were paid to the contractor."""
        return self._list(responses.STATEMENT, "historical", contractor_id=contractor_id)

    def pending(self, contractor_id: str) -> Listing[Statement]:
        """Return the statements that are still to be paid to the contractor."""
        return self._list(responses.STATEMENT, "pending", contractor_id=contractor_id)

    def invoices(self, contractor_id: str) -> Listing[Invoice]:
        """Return the invoices that the contractor submitted."""
        return self._list(responses.INVOICE, "invoices", contractor_id=contractor_id)

    def set_status(self, job_id: str, status_id: str, *, lease: LeaseEnd) -> WriteAnswer:
        """Set a job's status. Return the job as `job` of the result, if AgentOS returned it with a status.

        A field of `job` that AgentOS left out is None, although the job may have a value there.
        """
        response = self._write("set_status", Write({"StatusID": status_id}, lease), job_id=job_id)
        job = responses.readable(responses.JOB, response)
        is_job = job and job.job_id == job_id and (job.status_id or job.status)
        return _answer(response, job=job if is_job else None)

    def add_note(self, job_id: str, text: str, author: str, *, lease: LeaseEnd) -> WriteAnswer:
        """Add a note to a job. Return it as `note` of the result, if AgentOS returned it with its id and text."""
        response = self._write("add_note", Write({"NoteContents": text, "CreatedBy": author}, lease), job_id=job_id)
        note = responses.readable(responses.NOTE, response)
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
        return responses.record(kind, responses.decode(answer.body))

    def _list(self, kind: Kind[T], operation: str, **ids: str) -> Listing[T]:
        def ask(offset: int, caller: Caller) -> bytes:
            path = url_path(self._agency, operation, offset=offset, count=PAGE_SIZE, **ids)
            return self._transport.send(Call(self._agency, operation, path, caller)).body

        return Listing(kind, ask, self._caller)

    def _write(self, operation: str, write: Write, **ids: str) -> Any:
        path = url_path(self._agency, operation, **ids)
        answer = self._transport.send(Call(self._agency, operation, path, self._caller, write))
        try:
            return responses.written(answer.body)
        except Malformed as error:
            error.status = answer.status
            raise


OpenGateway = Callable[[Agency, Caller], Gateway]
"""Returns the gateway of an agency for a caller, without a call."""


def _answer(response: Any, *, job: Job | None = None, note: Note | None = None) -> WriteAnswer:
    if isinstance(response, dict):
        object_id = responses.own_id(response)
        return WriteAnswer(object_id=object_id, job=job, note=note, lacks_id=object_id is None)
    return WriteAnswer(reference=response)
