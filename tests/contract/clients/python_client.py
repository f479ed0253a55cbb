"""The main job with a client generated from the API description.

Usage: python_client.py PORTAL EMAIL PDF, with the code on stdin.
"""

import base64
import json
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Protocol, TypeVar
from uuid import uuid4

import httpx
from contractor_portal_client.api.account import get_account
from contractor_portal_client.api.financial import (
    list_invoices,
    submit_invoice,
)
from contractor_portal_client.api.jobs import add_note, complete_job, list_jobs
from contractor_portal_client.api.session import get_session, request_code, sign_in, sign_out
from contractor_portal_client.client import AuthenticatedClient
from contractor_portal_client.models import (
    Account,
    CodeRequest,
    Completion,
    Invoice,
    InvoiceForm,
    Invoices,
    InvoiceStatus,
    Job,
    Jobs,
    ListJobsStatus,
    NewDocument,
    NewInvoice,
    NewNote,
    Note,
    Problem,
    Session,
    SignIn,
    SubmitInvoiceXAllowDuplicate,
)
from contractor_portal_client.types import File

T = TypeVar("T")


class Answer(Protocol):
    """The response of any operation."""

    @property
    def status_code(self) -> int:
        """Return the HTTP status."""

    @property
    def parsed(self) -> object:
        """Return the parsed body."""


def good(kind: type[T], answer: Answer) -> T:
    """Return the body of a successful response. Its type must be checked, because it may be an error or None (304)."""
    assert isinstance(answer.parsed, kind), answer
    return answer.parsed


def refused(answer: Answer) -> tuple[int, str]:
    """Return the status and the sentence of a failure."""
    return answer.status_code, good(Problem, answer).detail


def signed_in(portal: str, email: str) -> AuthenticatedClient:
    """Return a client with a session.

    It stores the cookie itself. The generator requires a token, which the portal ignores.
    """
    problems = {"Accept": "application/problem+json"}
    client = AuthenticatedClient(base_url=portal, timeout=httpx.Timeout(60), token="none", headers=problems)
    asked = request_code.sync_detailed(client=client, body=CodeRequest(email=email, agency="acme"))
    assert asked.status_code == 204, asked
    good(Session, sign_in.sync_detailed(client=client, body=SignIn(email=email, code=sys.stdin.read().strip())))
    return client


def main(portal: str, email: str, pdf: bytes) -> dict[str, object]:
    """Do the main job. Return the ids of the records that it made."""
    client = signed_in(portal, email)
    account = good(Account, get_account.sync_detailed(client=client))
    assert account.as_of.tzinfo is not None
    job = good(Jobs, list_jobs.sync_detailed(client=client, status=ListJobsStatus.OPEN, limit=3)).jobs[0]
    assert good(Job, complete_job.sync_detailed(job.job_id, client=client)).completed
    reopened = good(Job, complete_job.sync_detailed(job.job_id, client=client, body=Completion(completed=False)))
    assert reopened.status == job.status

    key = str(uuid4())
    new = NewNote(note="From Python")
    note = good(Note, add_note.sync_detailed(job.job_id, client=client, body=new, idempotency_key=key))
    repeated = add_note.sync_detailed(job.job_id, client=client, body=new, idempotency_key=key)
    assert repeated.headers["Idempotency-Replayed"] == "true"
    assert good(Note, repeated) == note
    assert note.author == account.display_name

    today = datetime.now(UTC).date().isoformat()
    encoded = NewDocument(name="invoice.pdf", content=base64.b64encode(pdf).decode())
    invoice = NewInvoice(
        amount=130.5,
        description="New valve fitted",
        invoice_date=today,
        job_id=job.job_id,
        vat=20.08,
        invoice_number="PY-1",
        document=encoded,
    )
    sent = good(Invoice, submit_invoice.sync_detailed(client=client, body=invoice))
    assert sent.status is InvoiceStatus.SUBMITTED
    part = File(payload=BytesIO(pdf), file_name="invoice.pdf", mime_type="application/pdf")
    form = InvoiceForm(
        amount=99.0,
        description="Call-out",
        invoice_date=today,
        job_id=job.job_id,
        invoice_number="PY-2",
        document=part,
    )
    assert refused(submit_invoice.sync_detailed(client=client, body=form))[0] == 409
    another = SubmitInvoiceXAllowDuplicate.TRUE
    by_form = good(Invoice, submit_invoice.sync_detailed(client=client, body=form, x_allow_duplicate=another))
    assert by_form.document is not None
    assert by_form.document.size == len(pdf)
    page = good(Invoices, list_invoices.sync_detailed(client=client, limit=2))
    listed = {item.invoice_id for item in page.invoices}
    while page.next_ is not None:
        page = good(Invoices, list_invoices.sync_detailed(client=client, limit=2, after=page.next_))
        listed |= {item.invoice_id for item in page.invoices}
    assert {sent.invoice_id, by_form.invoice_id} <= listed

    known = get_account.sync_detailed(client=client).headers["ETag"]
    assert get_account.sync_detailed(client=client, if_none_match=known).status_code == 304
    status, sentence = refused(add_note.sync_detailed(job.job_id, client=client, body=NewNote(note=" ")))
    assert status == 400
    assert "note" in sentence

    assert sign_out.sync_detailed(client=client).status_code == 204
    assert refused(get_session.sync_detailed(client=client))[0] == 401
    return {"jobId": job.job_id, "noteId": note.note_id, "invoiceIds": [sent.invoice_id, by_form.invoice_id]}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], sys.argv[2], Path(sys.argv[3]).read_bytes())))
