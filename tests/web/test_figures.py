"""Sums, months and CSV files of the Money screen."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from tests.web.js_modules import evaluate

FIGURES, CSV = "money/figures.js", "money/csv.js"


def test_sum_is_exact_to_the_penny() -> None:
    assert evaluate(FIGURES, "it.sum(argument)", [0.1, 0.2, None, 1e6, -0.3]) == 1_000_000


@pytest.mark.parametrize(
    ("span", "date", "is_in"),
    [
        (("2026-04-06", "2027-04-05"), "2026-04-06", True),
        (("2026-04-06", "2027-04-05"), "2027-04-05", True),
        (("2026-04-06", "2027-04-05"), "2027-04-06", False),
        (("", "2026-04-05"), "2026-04-06", False),
        (("2026-04-06", ""), "2026-04-05", False),
        (("2026-04-06", ""), None, False),
        (("", ""), None, True),
    ],
)
def test_period_includes_its_first_and_last_day(span: tuple[str, str], date: str | None, is_in: bool) -> None:
    assert evaluate(FIGURES, "it.within(...argument[0])(argument[1])", [span, date]) is is_in


@pytest.mark.parametrize(
    ("today", "name", "period"),
    [
        ("2026-04-05", "This tax year", ["2025-04-06", "2026-04-05"]),
        ("2026-04-06", "This tax year", ["2026-04-06", "2027-04-05"]),
        ("2028-03-31", "Last month", ["2028-02-01", "2028-02-29"]),
        ("2028-03-31", "This month", ["2028-03-01", "2028-03-31"]),
    ],
)
def test_named_periods_have_these_first_and_last_days(today: str, name: str, period: list[str]) -> None:
    assert evaluate(FIGURES, "it.namedPeriods(argument)", today)[name] == period


def by_month(*entries: tuple[str | None, float]) -> Any:
    rows = evaluate(FIGURES, "it.byMonth(argument)", [{"date": date, "amount": amount} for date, amount in entries])
    return [(row["month"], row["amount"]) for row in rows]


def test_month_without_payment_has_a_zero_row() -> None:
    months = by_month(("2026-01-31", 5), ("2025-11-01", 0.1), ("2025-11-30", 0.2), (None, 9))
    assert months == [("2025-11", 0.3), ("2025-12", 0), ("2026-01", 5)]


def test_months_before_the_last_twelve_are_one_row() -> None:
    months = by_month(("2026-11-01", 1), ("2025-12-01", 2), ("2025-11-30", 3), ("2019-01-01", 4))
    assert months[:2] == [(None, 7), ("2025-12", 2)]
    assert (len(months), months[-1]) == (13, ("2026-11", 1))
    assert by_month() == []


TEXTS = ["plain", 'with "quotes", and commas', "two\r\nlines", "ünï £", "", None]
FORMULAS = ["=1+1", "+44 7700 900001", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1"]


def table(texts: list[Any]) -> str:
    rows = [{"text": text} for text in texts]
    return str(evaluate(CSV, "it.csv([['A text, of any kind', ({text}) => text]], argument)", rows))


def test_csv_that_is_read_back_has_the_same_texts() -> None:
    text = table(TEXTS)
    assert text.startswith("\ufeff"), "or Excel takes UTF-8 for something else"
    assert text.count("\r\n") == len(TEXTS) + 2, "each line ends so, besides the line break within a text"
    read = [*csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)]
    assert read[0] == ["A text, of any kind"]
    assert [row[0] if row else "" for row in read[1:]] == [text or "" for text in TEXTS]


@pytest.mark.parametrize("formula", FORMULAS)
def test_csv_texts_cannot_be_formulas(formula: str) -> None:
    [_, [cell]] = csv.reader(io.StringIO(table([formula]).removeprefix("\ufeff"), newline=""))
    assert cell == f"'{formula}"


def test_csv_amounts_are_numbers_even_if_negative() -> None:
    assert table([-5, 1234.5, 0]).splitlines()[1:] == ["-5.00", "1234.50", "0.00"]
