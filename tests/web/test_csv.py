"""The CSV files of Money, read by another program."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from tests.web.js_modules import evaluate

CSV = "money/csv.ts"


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
