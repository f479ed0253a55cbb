"""Money: pounds as `Decimal`, to the penny."""

from decimal import ROUND_HALF_UP, Decimal

PENNY = Decimal("0.01")


def to_pence(amount: Decimal) -> Decimal:
    """Return `amount` rounded half up to pence, because AgentOS keeps doubles: 0.1+0.2 is 0.30. Zero has no sign."""
    return amount.quantize(PENNY, rounding=ROUND_HALF_UP) or Decimal("0.00")


def has_whole_pence(amount: Decimal) -> bool:
    """Return True if two decimals are enough for `amount`: true for 1.500, false for 1.005."""
    return amount.is_finite() and amount == to_pence(amount)
