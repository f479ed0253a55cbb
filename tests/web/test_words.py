"""Words of the web app: sign-in failures and ages. Node.js alone runs them."""

from __future__ import annotations

import pytest

from app.auth import limits
from app.auth.sso import openid
from app.domain.errors import ProviderAway
from tests.web.js_modules import evaluate

AGES = {0: "today", 1: "1 day", 13: "13 days", 55: "55 days", 56: "8 weeks", 365: "52 weeks"}


@pytest.mark.parametrize(("days", "age"), AGES.items())
def test_age_is_given_in_days_then_in_weeks(days: int, age: str) -> None:
    now = "2026-11-26T12:00:00Z"
    argument = {"now": now, "days": days}
    moment = "new Date(Date.parse(argument.now) - argument.days * 86_400_000)"
    assert evaluate("format.ts", f"it.age({moment}, new Date(argument.now))", argument) == age


def test_sentences_are_those_of_the_api() -> None:
    sentences = evaluate("words.ts", "it.signIn.failures")
    # The API says "this e-mail address". After a redirect, no screen shows the address.
    assert "e-mail address of that sign-in" in sentences.pop("no-account")
    assert sentences == {**openid.SENTENCES, "busy": limits.TOO_MANY, "away": ProviderAway("").sentence}
