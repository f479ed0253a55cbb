"""Words of the web app: states of the outbox, sign-in failures and ages. Node.js alone runs them."""

from __future__ import annotations

from typing import Any

import pytest

from app.auth import limits
from app.auth.sso import openid
from app.domain.errors import ProviderAway
from tests.web.js_modules import evaluate

LABELS: list[tuple[str, dict[str, Any]]] = [
    ("On this phone", {"state": "waiting", "sentAt": None}),
    ("May have arrived", {"state": "waiting", "sentAt": 1}),
    ("Sending", {"state": "sending", "sentAt": None}),
    ("Being checked", {"state": "checking", "sentAt": 1}),
    ("With the portal", {"state": "checking", "sentAt": 1, "promised": True}),
    ("With the agency", {"state": "done"}),
    ("Refused", {"state": "refused"}),
    ("Not delivered", {"state": "refused", "ended": "expired"}),
    ("Not delivered", {"state": "refused", "ended": "abandoned"}),
    ("Only Acme can check whether it arrived", {"state": "review"}),
]
AGES = {0: "today", 1: "yesterday", 13: "13 days ago", 14: "2 weeks ago", 59: "8 weeks ago", 60: "2 months ago"}
LATER = {729: "24 months ago", 730: "2 years ago", 1_826: "5 years ago"}


@pytest.mark.parametrize(("days", "age"), {**AGES, **LATER}.items())
def test_age_is_given_in_its_largest_unit(days: int, age: str) -> None:
    now = "2026-11-26T12:00:00Z"
    argument = {"now": now, "days": days}
    moment = "new Date(Date.parse(argument.now) - argument.days * 86_400_000)"
    assert evaluate("format.js", f"it.age({moment}, new Date(argument.now))", argument) == age


def test_label_says_the_state_in_words() -> None:
    labels = evaluate(
        "outbox/labels.js", "argument.map((item) => it.stateLabel(item, 'Acme'))", [item for _, item in LABELS]
    )
    assert labels == [label for label, _ in LABELS]


@pytest.mark.parametrize(
    ("label", "ended"),
    [("Refused, because: The job is closed.", None), ("Not delivered: The job is closed.", "expired")],
)
def test_refused_item_says_why(label: str, ended: str | None) -> None:
    item = {"state": "refused", "ended": ended, "sentence": "The job is closed."}
    assert evaluate("outbox/labels.js", "it.stateLabelWithReason(argument, 'Acme')", item) == label


def test_sentences_are_those_of_the_api() -> None:
    sentences = evaluate("sign-in/failures.js", "it.SENTENCES")
    # The API says "this e-mail address". After a redirect, no screen shows the address.
    assert "e-mail address of that sign-in" in sentences.pop("no-account")
    assert sentences == {**openid.SENTENCES, "busy": limits.TOO_MANY, "away": ProviderAway("").sentence}
