"""What delivery must know of a kind of submission; the areas know the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

import structlog
from sqlalchemy.exc import SQLAlchemyError

from app.agentos.gateway import Gateway, WriteAnswer
from app.domain.clock import LeaseEnd
from app.domain.job import Job
from app.domain.submission import Submission, SubmissionKind
from app.portal import Portal, Visit

log = structlog.get_logger("submissions")

Send = Callable[[], WriteAnswer]
"""Sends; raises any `AgentOSError` and nothing else."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """One turn at a submission: by whom, and the job it is for as AgentOS has it now (None: it has it no more)."""

    portal: Portal
    visit: Visit
    submission: Submission
    job: Job | None

    @property
    def content(self) -> Any:
        """What is sent."""
        return self.submission.content

    @property
    def agentos(self) -> Gateway:
        """AgentOS, asked for who works."""
        return self.visit.gateway(self.portal)

    @property
    def lease(self) -> LeaseEnd:
        """The moment after which nothing may be sent."""
        return LeaseEnd.after(self.portal.clock, self.visit.asker.deadline.left())

    @property
    def is_own(self) -> bool:
        """Whether the job, where there is one, is this contractor's now."""
        if self.submission.job_id is None:
            return True
        return self.job is not None and self.job.contractor_id == self.submission.contractor_id


class Sendable(Protocol):
    """A kind of submission."""

    kind: SubmissionKind
    what: str
    """Its name in sentences."""
    status: int
    """Of the answer to who sent it."""
    is_set: bool
    """Whether it is how something is to be, not a new object: there is nothing to claim then."""
    in_job: bool
    """Whether it can be seen in its job."""

    def check(self, work: Work) -> None:
        """Raise `Invalid` if it may not be sent (any more), as its job is now."""

    def look(self, work: Work) -> frozenset[str] | None:
        """The ids of all that looks just like it in AgentOS now; None if that cannot be told.

        Of what is set: an id of any kind if it is so. Raises any `AgentOSError`.
        """

    def prepare(self, work: Work) -> Send:
        """Make ready all that it takes to send it. May raise anything: nothing was sent then."""

    def take_over(self, work: Work, answer: WriteAnswer | None, found: str | None) -> tuple[str | None, bytes | None]:
        """Change the mirror as AgentOS has changed; returns its id there, if that is known, and the answer's JSON.

        `answer` is what AgentOS said to it, or None where a look has `found` it. A failing database may keep the mirror
        from changing, and nothing else.
        """


@contextmanager
def remembered() -> Iterator[None]:
    """Let a failing database not undo what AgentOS has taken: told "try again", people would send it twice."""
    try:
        yield
    except SQLAlchemyError:
        log.exception("not_remembered")
