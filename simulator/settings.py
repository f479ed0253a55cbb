"""What a simulated AgentOS is made from: the flags of `python -m simulator` and the body of `/_control/reset`."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

MOMENTS = {"today": date, "now": datetime}
LOWEST = {"branches": 1, "contractors": 1, "jobs": 0, "limit": 1}


@dataclass(frozen=True)
class Settings:
    """Sizes are per agency. `limit` is requests per key in any rolling `window_s` seconds, None is no limit.

    Equal settings give equal data; `today` is the only date the data hangs on. What calls make is dated by the time it
    is, or by `now` (London's, naive): then the clock stands still.
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

    def changed(self, given: dict[str, Any]) -> Settings:
        """These settings with JSON values put in; ValueError says which one is wrong."""
        known = {each.name for each in fields(self)}
        values: dict[str, Any] = {}
        for name, value in given.items():
            if name not in known:
                raise ValueError(f"unknown field {name}")
            values[name] = _value(name, value)
        return replace(self, **values)


def _value(name: str, value: Any) -> Any:
    if name in MOMENTS and isinstance(value, str):
        return MOMENTS[name].fromisoformat(value)
    if name in MOMENTS:
        raise ValueError(f"{name} must be a {MOMENTS[name].__name__} as ISO 8601 writes it")
    if name == "limit" and value is None:
        return None
    allowed = (int, float) if name == "window_s" else (int,)
    if isinstance(value, bool) or not isinstance(value, allowed):
        raise ValueError(f"{name} must be a number")
    return value
