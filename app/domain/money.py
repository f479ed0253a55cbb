"""Money: pounds as `Decimal`, to the penny."""

from decimal import ROUND_HALF_UP, Decimal

PENNY = Decimal("0.01")


def to_pence(amount: Decimal) -> Decimal:
    """`amount` rounded half up to whole pence: AgentOS keeps doubles, and 0.1+0.2 is 0.30. Nothing has no sign."""
    return amount.quantize(PENNY, rounding=ROUND_HALF_UP) or Decimal("0.00")


def has_whole_pence(amount: Decimal) -> bool:
    """Whether `amount` needs no more than two decimals: 1.500 does not, 1.005 does."""
    return amount.is_finite() and amount == to_pence(amount)
