"""The rules that every write to AgentOS keeps."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import structlog
from sqlalchemy.exc import SQLAlchemyError

from app.agentos import errors as agentos
from app.domain.agency import Agency
from app.domain.errors import NotFound, NotOffered, TooMany, WriteFailed
from app.domain.job import Job
from app.portal import Portal, Visit

P = ParamSpec("P")
T = TypeVar("T")

log = structlog.get_logger("submissions")


def waits_for_agentos(
    write: Callable[Concatenate[Portal, Visit, P], T],
) -> Callable[Concatenate[Portal, Visit, P], T]:
    """Let a write keep its place among the threads that wait for AgentOS until its end.

    So none is refused halfway, between sending and the look at what became of it. Raises Crowded before the beginning.
    """

    @wraps(write)
    def with_a_place(portal: Portal, visit: Visit, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with portal.waiters.place():
            return write(portal, visit, *args, **kwargs)

    return with_a_place


def require_offered(agency: Agency, operation: str, what: str) -> None:
    """Raise `NotOffered` if the agency's AgentOS lacks that operation."""
    if not agency.offers(operation):
        raise NotOffered(what)


def count_write(portal: Portal, visit: Visit) -> None:
    """Count one submission of this contractor. Raises `TooMany`."""
    key = f"write:{visit.agency.short_name}:{visit.contractor_id}"
    wait_s = portal.hits.take(key, portal.config.writes_per_minute, 60)
    if wait_s is not None:
        raise TooMany("You have sent a lot within a minute. Please wait a moment and try again.", retry_after_s=wait_s)


def own_job_now(portal: Portal, visit: Visit, job_id: str) -> Job:
    """The job as AgentOS has it now, if it is this contractor's: the mirror must not decide whose job it is.

    Raises `NotFound`, or an `AgentOSError` when it cannot be read; nothing was sent then.
    """
    noted = portal.mirror.number()
    try:
        job = visit.gateway(portal).job(job_id)
    except agentos.NotFound:
        raise NotFound("job") from None
    job = portal.mirror.take_job(visit.agency.short_name, job, noted)
    if job.contractor_id != visit.contractor_id:
        raise NotFound("job")
    return job


@contextmanager
def remembered() -> Iterator[None]:
    """Let a failing database not undo what AgentOS has taken: told "try again", people would send it twice."""
    try:
        yield
    except SQLAlchemyError:
        log.exception("not_remembered")


@contextmanager
def sending(what: str) -> Iterator[None]:
    """Say of a write that fails what became of it. Raises `WriteFailed`."""
    try:
        yield
    except agentos.AgentOSError as error:
        if isinstance(error, agentos.Rejected | agentos.NotFound):
            sentence = f"Your agency's system did not accept the {what}. Please contact the agency."
        elif error.sent:
            sentence = (
                f"Your agency's system did not confirm the {what}. It may have arrived: "
                "please look in a minute before you send it again."
            )
        else:
            sentence = f"Your agency's system cannot take the {what} just now. Nothing was sent; please try again."
        raise WriteFailed(sentence, retry_after_s=error.retry_after_s) from error
