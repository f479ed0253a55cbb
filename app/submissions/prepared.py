"""What a request is to send, and what is looked at before something new is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.agentos import errors as agentos
from app.domain.errors import NotFound
from app.domain.invoice import Document
from app.domain.job import Job
from app.domain.submission import SubmissionKind
from app.mirror.kinds import Kind
from app.portal import Portal, Visit
from app.submissions.repeats import NewSubmission, Wish


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """What is known of what is to be sent, once everything about it was looked at.

    `content` where it may not have been known before; `job` if it was read just now; not `is_fresh`: AgentOS cannot be
    asked.
    """

    content: Any = None
    document: Document | None = None
    job: Job | None = None
    is_fresh: bool = True


def new_submission(visit: Visit, kind: SubmissionKind, wish: Wish, **said: Any) -> NewSubmission:
    """What this visit's request is to send; `said` are the fields of `NewSubmission` that depend on what it is."""
    agency = visit.agency.short_name
    return NewSubmission(kind=kind, agency=agency, contractor_id=visit.contractor_id, wish=wish, **said)


def own_job(portal: Portal, visit: Visit, new: NewSubmission) -> tuple[Job, bool]:
    """The job, and whether AgentOS was asked for it: the mirror must not decide whose job it is.

    Only where the answer may come later, and AgentOS cannot be asked now, the mirror will do: before anything is sent,
    the job is read. Raises `NotFound`, or an `AgentOSError`.
    """
    agency, job_id = visit.agency.short_name, new.job_id or ""
    noted = portal.mirror.number()
    job: Job | None
    try:
        job, is_fresh = visit.gateway(portal).job(job_id), True
        job = portal.mirror.take_job(agency, job, noted)
    except agentos.NotFound:
        raise NotFound("job") from None
    except agentos.AgentOSError:
        if not new.wish.respond_async:
            raise
        job, is_fresh = portal.mirror.thing(agency, Kind.JOB, job_id), False
    if job is None or job.contractor_id != visit.contractor_id:
        raise NotFound("job")
    return job, is_fresh
