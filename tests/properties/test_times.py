"""Times in and out: London's clock, its two odd hours, and unset dates."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from marshmallow import ValidationError

from app.agentos import responses
from app.agentos.errors import Malformed
from app.domain.agency import Agency
from app.domain.clock import to_london, to_utc
from app.domain.errors import Invalid
from app.financial.schemas import LondonDate, NewInvoiceSchema, StatementSchema, draft
from app.jobs.schemas import NoteSchema
from tests.agentos.kinds import read
from tests.payloads import note_row, statement_row
from tests.properties.examples import ANY_TEXT, CLOCK_TIMES, shown_in_london, utc_of_london

AGENCY = Agency(short_name="acme", name="Acme Lettings", api_key="k")
OFFSETS = st.none() | st.integers(-1439, 1439)
"""Minutes ahead of UTC, or None without a time zone."""
DAYS = st.dates(date(2025, 1, 1), date(2095, 12, 31))
LEAP_DAYS = st.integers(507, 523).map(lambda fourth: date(4 * fourth, 2, 29))


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


@given(st.datetimes(timezones=st.none() | OFFSETS.filter(bool).map(lambda m: timezone(timedelta(minutes=m)))))
@example(datetime.fromisoformat("1753-01-01"))
@example(datetime.fromisoformat("1899-12-30"))
@example(datetime.fromisoformat("1947-05-01"))  # London was two hours ahead
@example(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))))
@example(datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-14))))
def test_time_of_any_year_is_shown_with_whole_hour_offset_or_not_at_all(moment: datetime) -> None:
    """London's own time before 1847 was 1 minute and 15 seconds behind, which RFC 3339 cannot express."""
    try:
        text = shown(moment.isoformat())
    except Malformed:
        assert moment.year == 9999
        return
    assert (text is None) == (moment.year < 1900)
    assert text is None or re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[012]:00", text)


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


@given(today=DAYS | LEAP_DAYS, days=st.integers(-3, 3), years=st.sampled_from((0, 6)))
@example(today=date(2028, 2, 29), days=0, years=6)
def test_invoice_date_range_is_six_years_back_to_tomorrow(today: date, days: int, years: int) -> None:
    leap_day = (today.month, today.day) == (2, 29)
    oldest = date(today.year - 6, 2, 28) if leap_day else date(today.year - 6, today.month, today.day)
    dated = (oldest if years else today) + timedelta(days=days)
    body = {"jobId": "JOB-1", "amount": 1, "description": "Works", "invoiceDate": dated.isoformat()}
    loaded = NewInvoiceSchema().load(body)
    if oldest <= dated <= today + timedelta(days=1):
        assert draft(AGENCY, today, loaded)[0].invoice_date == dated
    else:
        with pytest.raises(Invalid, match="invoiceDate: "):
            draft(AGENCY, today, loaded)


@given(today=DAYS, clock=CLOCK_TIMES, offset=OFFSETS)
def test_invoice_date_with_time_is_london_date(today: date, clock: datetime, offset: int | None) -> None:
    moved = datetime.combine(today, clock.time())
    day = date.fromisoformat(shown_in_london(meant(moved, offset))[:10])
    assume(day != today + timedelta(days=2))
    body = {"jobId": "JOB-1", "amount": 1, "description": "Works", "invoiceDate": written(moved, offset)}
    assert draft(AGENCY, today, NewInvoiceSchema().load(body))[0].invoice_date == day
