"""Leases of the ledger's rows, and their durations. Every change of a row but the first needs its lease."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.clock import LeaseEnd
from app.domain.limits import INVOICE_S

GRACE_S = 30.0
"""Seconds by which a lease outlasts the time that its owner may take."""
BESIDE_S = 60.0
"""Seconds that the worker may spend on calls other than the upload."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Times:
    """Durations in seconds.

    `settle_s`: the time in which AgentOS may still act on an attempt. `upload_timeout_s`: the longest attempt.
    """

    settle_s: float
    upload_timeout_s: float

    @property
    def lease_s(self) -> float:
        """The longest lease. A lease that seems longer was written before the clock was changed."""
        return max(self.upload_timeout_s + BESIDE_S, INVOICE_S) + GRACE_S


@dataclass(frozen=True)
class Lease:
    """The right to work on a row until `end`."""

    submission_id: str
    owner: str
    end: LeaseEnd


class LeaseLost(Exception):
    """Another process works on the row, or promised delivery just before it was to be given up. Nothing was changed."""


class OperationPaused(Exception):
    """The operation is paused, and another submission may be its trial. Nothing was changed."""


class Claimed(Exception):
    """The record in AgentOS belongs to another submission. Nothing was changed."""
