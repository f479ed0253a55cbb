"""What several properties draw from, and how many examples they try."""

import json
from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.portal_server import PortalServer

over_http = settings(
    max_examples=max(1, settings.default.max_examples // 5),
    # One portal for all examples of a test: each of them sets all that it looks at.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
"""For properties whose every example asks a portal: a fifth of the profile's examples."""

over_refreshes = settings(over_http, max_examples=max(1, over_http.max_examples // 2))
"""For those whose every example has the worker read AgentOS again: a tenth."""

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
"""Any Unicode: controls, halves of surrogate pairs, characters that are none."""


ANOTHER = {"X-Allow-Duplicate": "true"}
"""Of writes whose examples may say the same, and are not one the repeat of the other."""


def fresh_log(portal_server: PortalServer) -> None:
    """Empty the simulator's log, and let a minute pass, in which the budget comes back."""
    portal_server.advance_clock(61)
    portal_server.simulator.control("DELETE", "calls")


def as_json(value: object, *, escaped: bool = True) -> bytes:
    """JSON, everything beyond ASCII escaped or as it is; half a surrogate pair can only be escaped."""
    text = json.dumps(value, ensure_ascii=escaped)
    return (text if text.isascii() or not _has_halves(text) else json.dumps(value)).encode()


def _has_halves(text: str) -> bool:
    return any("\ud800" <= sign <= "\udfff" for sign in text)


# London's clock by the law that has held since 1996, and not by the library that the portal asks.


def last_sunday(year: int, month: int) -> date:
    """The last Sunday of a month of 31 days."""
    end = date(year, month, 31)
    return end - timedelta(days=(end.weekday() + 1) % 7)


def is_summer(utc: datetime) -> bool:
    """Whether London is an hour ahead at a moment of UTC (naive): between 1 a.m. on the last Sundays."""
    start, end = (
        datetime.combine(last_sunday(utc.year, month), datetime.min.time()) + timedelta(hours=1) for month in (3, 10)
    )
    return start <= utc < end


def utc_of_london(naive: datetime) -> datetime:
    """UTC of a time on London's clocks: of two the first, one that does not occur an hour later."""
    hour_before = naive - timedelta(hours=1)
    return hour_before if is_summer(hour_before) else naive


def shown_in_london(utc: datetime) -> str:
    """ISO 8601 in London with its offset, of a moment of UTC (naive)."""
    summer = is_summer(utc)
    return (utc + timedelta(hours=summer)).isoformat() + ("+01:00" if summer else "+00:00")


def _near_a_change(year: int, month: int, minutes: int) -> datetime:
    return datetime.combine(last_sunday(year, month), datetime.min.time()) + timedelta(minutes=minutes)


_ODD_HOURS = st.builds(
    _near_a_change, st.integers(1997, 2098), st.sampled_from((3, 10)), st.integers(-60, 240)
)  # 23:00 to 4:00

CLOCK_TIMES = st.datetimes(*map(datetime.fromisoformat, ("1997-01-01", "2098-12-31"))) | _ODD_HOURS
"""Times on a clock, naive: any, and many around the hours that London has twice or not at all."""
