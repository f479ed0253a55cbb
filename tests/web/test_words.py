"""Words of the web app: sign-in failures, ages and telephone numbers. Node.js alone runs them."""

from __future__ import annotations

import pytest

from app.auth import limits
from app.auth.sso import openid
from app.domain.errors import ProviderAway
from tests.web.js_modules import evaluate

NUMBERS = {
    "07700 900321": "07700900321",
    "(01632) 960-001": "01632960001",
    "+44 1632 960001": "+441632960001",
    "+44 (0)1632 960001": "+441632960001",
    "0044 (0) 1632 960001": "00441632960001",
    "Mob: 07700 900321 (evenings)": "07700900321",
    "01632 960001 / 07700 900321": "01632960001",
    "01632 960001 or +44 7700 900321": "01632960001",
    "01632 960001 ext 5": "01632960001",
    "0\u200b7700\u2011900321\u202c": "07700900321",
    "flat 2, 07700 900321": "07700900321",
    "ask at 12": "",
}
AGES = {0: "today", 1: "1 day", 13: "13 days", 55: "55 days", 56: "8 weeks", 365: "52 weeks"}


@pytest.mark.parametrize("written", NUMBERS)
def test_dialled_number_is_the_first_number_in_the_text(written: str) -> None:
    assert evaluate("parts/contact-links.js", "it.dialledNumber(argument)", written) == NUMBERS[written]


@pytest.mark.parametrize(("days", "age"), AGES.items())
def test_age_is_given_in_days_then_in_weeks(days: int, age: str) -> None:
    now = "2026-11-26T12:00:00Z"
    argument = {"now": now, "days": days}
    moment = "new Date(Date.parse(argument.now) - argument.days * 86_400_000)"
    assert evaluate("format.js", f"it.age({moment}, new Date(argument.now))", argument) == age


def test_sentences_are_those_of_the_api() -> None:
    sentences = evaluate("words.js", "it.signIn.failures")
    # The API says "this e-mail address". After a redirect, no screen shows the address.
    assert "e-mail address of that sign-in" in sentences.pop("no-account")
    assert sentences == {**openid.SENTENCES, "busy": limits.TOO_MANY, "away": ProviderAway("").sentence}
