"""The rules that every write to AgentOS keeps."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy.exc import SQLAlchemyError

from app.domain.agency import Agency
from app.domain.errors import NotOffered

log = structlog.get_logger("submissions")


def require_offered(agency: Agency, operation: str, what: str) -> None:
    """Raise `NotOffered` if the agency's AgentOS lacks that operation."""
    if not agency.offers(operation):
        raise NotOffered(what)


@contextmanager
def remembered() -> Iterator[None]:
    """Let a failing database not undo what AgentOS has taken: told "try again", people would send it twice."""
    try:
        yield
    except SQLAlchemyError:
        log.exception("not_remembered")
