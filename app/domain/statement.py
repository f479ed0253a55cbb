"""Statements: payments that a contractor received or expects."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """A line of a contractor's account. `amount` is the sum that the contractor receives, in pounds."""

    statement_id: str
    reference: str | None = None
    dated: date | None = None
    description: str | None = None
    job_id: str | None = None
    net: Decimal | None = None
    vat: Decimal | None = None
    gross: Decimal | None = None
    commission: Decimal | None = None
    amount: Decimal | None = None
    status: str | None = None
    paid_at: date | None = None
