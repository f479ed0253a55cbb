"""The right to work on a row of the ledger: every change but the first needs it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from app.domain.clock import LeaseEnd
from app.domain.submission import Submission

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger

log = structlog.get_logger("submissions")


class LeaseLost(Exception):
    """Somebody else works on the row, or has promised a row that was to be given up; nothing was changed."""


class Claimed(Exception):
    """The record in AgentOS is another submission's; nothing was changed."""


@dataclass(frozen=True)
class Busy:
    """Somebody else works on the row."""


@dataclass(frozen=True)
class Lease:
    """The right to work on a row until `end`."""

    submission_id: str
    owner: str
    end: LeaseEnd
    ledger: Ledger

    def change(
        self,
        *,
        also: Callable[[Connection], None] | None = None,
        tell: Sequence[str] = (),
        **values: Any,
    ) -> Submission:
        """Change the row, `state` among others; it stays leased unless that is an end.

        `also` is done in the same transaction; `tell` are the kinds of notices that it makes due. Raises `LeaseLost`,
        `ImpossibleMove`, `Claimed`, SQLAlchemyError.
        """
        return self.ledger.change(self, also=also, tell=tell, **values)

    def release(self, *, lane_tried_s: float = 0.0, **values: Any) -> Submission:
        """Change the row as `change` does, and give the lease back.

        `lane_tried_s`: the time that also counts as tried for later submissions of the lane, which waited behind it.
        """
        return self.ledger.change(self, keep=False, lane_tried_s=lane_tried_s, **values)

    def give_back(self) -> None:
        """Give the lease back without a change; later, if the database fails now."""
        try:
            self.release()
        except (LeaseLost, SQLAlchemyError):
            self.ledger.release_later(self)

    def discard(self) -> bool:
        """Forget a row that nobody was promised; if even that fails, the worker gives it up.

        False if somebody else works on it by now, and may send it.
        """
        try:
            return self.ledger.discard(self)
        except (OSError, SQLAlchemyError):
            log.exception("not_discarded")
        self.ledger.release_later(self)
        with suppress(SQLAlchemyError):
            left = self.ledger.find(self.submission_id)
            return left is None or left.is_bare
        return True
