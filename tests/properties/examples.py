"""Strategies and numbers of examples that several properties share."""

import json
from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.portal_server import PortalServer

over_http = settings(
    max_examples=max(1, settings.default.max_examples // 5),
    # One portal for all examples of a test: each example sets everything that it checks.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
"""For properties that make HTTP requests in each example: a fifth of the profile's examples."""

over_refreshes = settings(over_http, max_examples=max(1, over_http.max_examples // 2))
"""For properties that refresh AgentOS's data in each example: a tenth."""

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
"""Any Unicode: control characters, halves of surrogate pairs, non-characters."""


ANOTHER = {"X-Allow-Duplicate": "true"}
"""Headers for writes whose examples may be equal without being repeats."""


def fresh_log(portal_server: PortalServer) -> None:
    """Empty the simulator's log, and let a minute pass, after which the budget is free again."""
    portal_server.advance_clock(61)
    portal_server.simulator.control("DELETE", "calls")


def as_json(value: object, *, escaped: bool = True) -> bytes:
    """Return JSON with non-ASCII characters escaped or not. Half a surrogate pair is always escaped."""
    text = json.dumps(value, ensure_ascii=escaped)
    return (text if text.isascii() or not _has_halves(text) else json.dumps(value)).encode()


def _has_halves(text: str) -> bool:
    return any("\ud800" <= sign <= "\udfff" for sign in text)


# London's clock by the law since 1996, independently of the library that the portal uses.


def last_sunday(year: int, month: int) -> date:
    """Return the last Sunday of a month of 31 days."""
    end = date(year, month, 31)
    return end - timedelta(days=(end.weekday() + 1) % 7)


def is_summer(utc: datetime) -> bool:
    """Return True if London is an hour ahead at a time in UTC (naive), from 1 a.m. on the last Sundays."""
    start, end = (
        datetime.combine(last_sunday(utc.year, month), datetime.min.time()) + timedelta(hours=1) for month in (3, 10)
    )
    return start <= utc < end


def utc_of_london(naive: datetime) -> datetime:
    """Return the UTC of a time on London's clocks: the first of two, or an hour later if it does not exist."""
    hour_before = naive - timedelta(hours=1)
    return hour_before if is_summer(hour_before) else naive


def shown_in_london(utc: datetime) -> str:
    """Return a time in UTC (naive) as ISO 8601 in London, to the second, with its offset."""
    summer = is_summer(utc)
    return (utc + timedelta(hours=summer)).isoformat(timespec="seconds") + ("+01:00" if summer else "+00:00")


def _near_a_change(year: int, month: int, minutes: int) -> datetime:
    return datetime.combine(last_sunday(year, month), datetime.min.time()) + timedelta(minutes=minutes)


_ODD_HOURS = st.builds(
    _near_a_change, st.integers(1997, 2098), st.sampled_from((3, 10)), st.integers(-60, 240)
)  # 23:00 to 4:00

CLOCK_TIMES = st.datetimes(*map(datetime.fromisoformat, ("1997-01-01", "2098-12-31"))) | _ODD_HOURS
"""Naive clock times: any, with many near the hours that London has twice or not at all."""
