"""Statements: what a contractor was paid or is waiting for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """One line of a contractor's account; `amount` is what they receive, in pounds."""

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
