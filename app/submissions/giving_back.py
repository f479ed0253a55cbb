"""Giving a row back, or up, where the database may fail at that as well."""

from __future__ import annotations

from contextlib import suppress

import structlog
from sqlalchemy.exc import SQLAlchemyError

from app.submissions.ledger import Hold, HoldLost

log = structlog.get_logger("submissions")


def discard(hold: Hold) -> bool:
    """Forget the row; where even that fails, the worker gives it up, for nobody was promised anything.

    False if somebody else works on it by now, and may send it.
    """
    try:
        return hold.ledger.discard(hold)
    except (OSError, SQLAlchemyError):
        log.exception("not_discarded")
    with suppress(SQLAlchemyError):
        left = hold.ledger.find(hold.submission_id)
        return left is None or left.is_bare
    return True


def release(hold: Hold) -> None:
    """Give it back; where that fails, its lease runs out."""
    with suppress(HoldLost, SQLAlchemyError):
        hold.release()
