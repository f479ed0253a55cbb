"""Times in and out: London's clock, its two odd hours, and unset dates."""

import re
from datetime import UTC, date, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st
from marshmallow import ValidationError

from app.agentos import responses
from app.domain.agency import Agency
from app.domain.clock import to_london, to_utc
from app.financial.schemas import LondonDate, StatementSchema
from app.jobs.schemas import NoteSchema
from tests.agentos.kinds import read
from tests.payloads import note_row, statement_row
from tests.properties.examples import ANY_TEXT, CLOCK_TIMES, shown_in_london, utc_of_london

AGENCY = Agency(short_name="acme", name="Acme Lettings", api_key="k")
OFFSETS = st.none() | st.integers(-1439, 1439)
"""Minutes ahead of UTC, or None without a time zone."""


def written(clock: datetime, offset: int | None, sign: str = "T") -> str:
    """Return a time in the form of AgentOS or a client."""
    zone = "" if offset is None else f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02}:{abs(offset) % 60:02}"
    return clock.isoformat(sign) + zone


def meant(clock: datetime, offset: int | None) -> datetime:
    """Return the time in UTC (naive) that was meant."""
    return utc_of_london(clock) if offset is None else clock - timedelta(minutes=offset)


def shown(text: str) -> str | None:
    """Return a time of AgentOS as the portal shows it."""
    note = read(responses.NOTE, note_row(CreatedAt=text))
    created_at: str | None = NoteSchema().dump(note)["createdAt"]
    return created_at


@given(clock=CLOCK_TIMES, offset=OFFSETS, sign=st.sampled_from("T "))
@example(clock=datetime.fromisoformat("2026-10-25T01:30"), offset=None, sign="T")
@example(clock=datetime.fromisoformat("2026-03-29T01:30"), offset=None, sign="T")
def test_upstream_time_is_shown_in_london_time(clock: datetime, offset: int | None, sign: str) -> None:
    assert shown(written(clock, offset, sign)) == shown_in_london(meant(clock, offset))


@given(clock=CLOCK_TIMES, offset=OFFSETS)
def test_date_is_london_calendar_date(clock: datetime, offset: int | None) -> None:
    day = shown_in_london(meant(clock, offset))[:10]
    assert StatementSchema().dump(read(responses.STATEMENT, statement_row(Date=written(clock, offset))))["date"] == day
    assert LondonDate().deserialize(written(clock, offset)) == date.fromisoformat(day)
    assert LondonDate().deserialize(clock.date().isoformat()) == clock.date()


@given(clock=CLOCK_TIMES)
def test_displayed_time_converts_back_to_same_moment(clock: datetime) -> None:
    moment = clock.replace(tzinfo=UTC)
    assert to_utc(datetime.fromisoformat(to_london(moment).isoformat())) == moment


@given(ANY_TEXT | st.text("0123456789-:TWZ+., ", max_size=30))
@example("2026-11-25x09:00")
@example("2026-11-25\n09:00")
@example("2026-11-25509:00")
@example("2016-12-31T23:59:60Z")
def test_random_text_is_iso_date_or_refused(text: str) -> None:
    try:
        loaded = LondonDate().deserialize(text)
    except ValidationError:
        return
    day, sign, clock = text.partition("T")
    assert re.fullmatch(r"\d{4}-?(\d\d-?\d\d|W\d\d(-?\d)?)", day, re.ASCII)
    assert bool(sign) == bool(clock)
    assert re.fullmatch(r"[\d:.,+Z-]*", clock, re.ASCII)
    assert abs(loaded - date.fromisoformat(day)) <= timedelta(days=1)
