"""The phones of a history: their requests, repeats, and responses."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.agentos.caller import Caller
from app.agentos.errors import AgentOSError
from app.domain.account import Contractor
from app.domain.clock import Deadline
from app.domain.errors import InProgress, PortalError, WriteFailed
from app.domain.invoice import Document
from app.domain.submission import FINAL, NewNote, State, SubmissionKind, WantedEnd
from app.ledger.idempotency import NewSubmission, WriteOptions
from app.services import RequestContext
from app.submissions.submit import new_submission, submit
from tests.simulation.plan import JOBS, Request
from tests.simulation.records import an_invoice
from tests.simulation.world import Process

if TYPE_CHECKING:
    from tests.simulation.history import History

PATIENCE_S = 60.0
"""A client's time-out for a response."""


@dataclass
class ClientResult:
    """The response to a request, and the number of writes that had begun before."""

    request: Request
    at: float
    what: str
    writes: int
    submission_id: str | None = None


class Client:
    """A person's client. It sends a request, and repeats it until it gets a response that it understands."""

    def __init__(self, history: History, request: Request) -> None:
        self._history = history
        self._request = request
        self._answered = -1

    def send(self, attempt: int) -> None:
        """Send the request. `attempt` counts from 0."""
        history = self._history
        if history.is_removed:
            return
        process = history.processes["web1" if (self._request.number + attempt) % 2 else "web2"]
        if not process.is_alive:
            history.world.at(history.world.now + 2.0, lambda: self.send(attempt))
            return
        when = ", to be answered later" if self._request.later else ""
        history.world.tell("phone", f"sends {self._request}{when}{', again' if attempt else ''}")
        process.start(lambda: self._submit(process, attempt))
        history.world.at(history.world.now + PATIENCE_S, lambda: self._missed(attempt))

    def _submit(self, process: Process, attempt: int) -> None:
        request, portal = self._request, self._history.portals[process.name]
        caller = Caller(role="person", deadline=Deadline(process, 50.0))
        contractor = Contractor(contractor_id=JOBS[request.job_id])
        context = RequestContext(self._history.agency, contractor, caller, f"{request.number}@example.com")
        submission_id: str | None = None
        try:
            document = document_of(request)
            outcome = submit(portal, context, new_of(context, request, document), document=document)
            submission_id, state = outcome.submission.submission_id, outcome.submission.state
            what = "202" if state not in FINAL else state.value
        except InProgress as error:
            what, submission_id = "in progress", error.submission_id
        except WriteFailed as error:
            what = "not-sent" if error.state is State.ABANDONED else error.state.value
            submission_id = error.submission_id
        except AgentOSError:
            what = "not-sent"
        except PortalError as error:
            what = type(error).__name__
        self._receive(attempt, what, submission_id)

    def _receive(self, attempt: int, what: str, submission_id: str | None) -> None:
        history, request = self._history, self._request
        if self._answered >= attempt:
            return  # the client no longer waits for this response
        self._answered = attempt
        if request.response_lost and attempt == 0:
            history.world.tell("phone", f"does not get the response to {request} ({what})")
            history.world.at(history.world.now + 3.0, lambda: self.send(1))
            return
        history.world.tell("phone", f"{request} is told: {what}")
        history.answers.append(ClientResult(request, history.world.now, what, history.agentos.writes, submission_id))
        if what in ("not-sent", "unconfirmed", "in progress") and attempt < request.repeats:
            history.world.at(history.world.now + request.again_after_s, lambda: self.send(attempt + 1))

    def _missed(self, attempt: int) -> None:
        """Handle a connection that ended without a response."""
        if self._answered < attempt:
            self._answered = attempt
            if attempt < request_most(self._request):
                self.send(attempt + 1)


def request_most(request: Request) -> int:
    """Return the number of repeats of a client that gets no response."""
    return request.repeats + 2


def new_of(context: RequestContext, request: Request, document: Document | None) -> NewSubmission:
    """Return the submission of a request."""
    key = f"key {request.number}" if request.keyed else None
    route = f"POST /{request.kind}/{request.job_id}"
    options = WriteOptions(route=route, key=key, respond_async=request.later)
    kind = SubmissionKind(request.kind)
    job_id = request.job_id
    if kind is SubmissionKind.NOTE:
        return new_submission(
            context,
            kind,
            options,
            job_id=job_id,
            request={"note": request.text},
            content=NewNote(text=request.text, author=context.contractor.display_name),
            likeness=[job_id, request.text],
        )
    if kind is SubmissionKind.COMPLETION:
        end = WantedEnd(completed=request.completed)
        return new_submission(
            context, kind, options, job_id=job_id, request={"completed": request.completed}, content=end
        )
    draft = draft_of(request)
    return new_submission(
        context,
        kind,
        options,
        job_id=job_id,
        request=draft,
        content=draft,
        likeness=[draft.job_id, draft.amount, draft.invoice_number],
        document=document,
        amount_pence=int(draft.amount * 100),
    )


def draft_of(request: Request) -> Any:
    """Return a request's invoice. Amounts differ, so no invoice looks like a duplicate."""
    return an_invoice(request.job_id, request.text, request.number, 100 + request.number * 50)


def document_of(request: Request) -> Document | None:
    """Return a request's document; None if it has none."""
    if not request.has_document:
        return None
    digest = hashlib.sha256(request.text.encode()).hexdigest()
    return Document(name=f"{request.number}.pdf", size=10, sha256=digest, open=_never)


def _never() -> Any:
    raise AssertionError("the model does not read documents")
