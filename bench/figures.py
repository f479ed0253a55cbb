"""The figures of a row. Some have a bar that they must meet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One number and its bar. A figure without `at_least` and `at_most` is printed for scale only."""

    what: str
    value: float
    unit: str = ""
    at_least: float | None = None
    at_most: float | None = None

    @property
    def passed(self) -> bool | None:
        """Return whether the figure meets its bar; None if it has none."""
        if self.at_least is None and self.at_most is None:
            return None
        enough = self.at_least is None or self.value >= self.at_least
        return enough and (self.at_most is None or self.value <= self.at_most)

    @property
    def measured(self) -> str:
        """Return the value as text."""
        return f"{_short(self.value)} {self.unit}".strip()

    @property
    def bar(self) -> str:
        """Return the bar as text."""
        if self.at_least is not None:
            return f"≥ {_short(self.at_least)} {self.unit}".strip()
        return f"≤ {_short(self.at_most)} {self.unit}".strip() if self.at_most is not None else ""


def _short(value: float) -> str:
    if value == int(value) and abs(value) < 1e9:
        return f"{int(value):,}"
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:,.{min(digits, 4)}f}"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the percentile by nearest rank; `share` is from 0 to 1. Raise ValueError if there are no values."""
    if not values:
        raise ValueError("nothing was measured")
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
