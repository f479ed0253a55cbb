"""Settings of a simulated AgentOS: the flags of `python -m simulator` and the body of `/_control/reset`."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

DATES = {"today": date, "now": datetime}
LOWEST = {"branches": 1, "contractors": 1, "jobs": 0, "limit": 1}


@dataclass(frozen=True)
class Settings:
    """Sizes are per agency. `limit` is requests per key in any rolling `window_s` seconds; None means no limit.

    Equal settings give equal data. The data depends on no date but `today`. Records that calls make get the current
    time, or `now` (London, naive) if it is set: then the clock stands still.
    """

    seed: int = 1
    branches: int = 5
    contractors: int = 60
    jobs: int = 800
    limit: int | None = 50
    window_s: float = 60.0
    today: date = field(default_factory=date.today)
    now: datetime | None = None

    def __post_init__(self) -> None:
        for name, lowest in LOWEST.items():
            value = getattr(self, name)
            if value is not None and value < lowest:
                raise ValueError(f"{name} must be at least {lowest}")
        if not self.window_s > 0:
            raise ValueError("window_s must be more than 0")

    def changed(self, changes: dict[str, Any]) -> Settings:
        """Return these settings with the JSON values of `changes`. Raise ValueError that names a wrong value."""
        known = {each.name for each in fields(self)}
        values: dict[str, Any] = {}
        for name, value in changes.items():
            if name not in known:
                raise ValueError(f"unknown field {name}")
            values[name] = _value(name, value)
        return replace(self, **values)


def _value(name: str, value: Any) -> Any:
    if name in DATES and isinstance(value, str):
        return DATES[name].fromisoformat(value)
    if name in DATES:
        raise ValueError(f"{name} must be a {DATES[name].__name__} in ISO 8601 format")
    if name == "limit" and value is None:
        return None
    allowed = (int, float) if name == "window_s" else (int,)
    if isinstance(value, bool) or not isinstance(value, allowed):
        raise ValueError(f"{name} must be a number")
    return value
