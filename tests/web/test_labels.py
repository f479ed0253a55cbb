"""The words for items of the outbox, by Node.js alone."""

from typing import Any

import pytest

from tests.web.js_modules import evaluate

MODULE = "outbox/labels.js"
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
    ("We asked Acme to check whether it arrived", {"state": "review"}),
]


def test_label_says_the_state_in_words() -> None:
    labels = evaluate(MODULE, "argument.map((item) => it.stateLabel(item, 'Acme'))", [item for _, item in LABELS])
    assert labels == [label for label, _ in LABELS]


@pytest.mark.parametrize(
    ("label", "ended"),
    [("Refused, because: The job is closed.", None), ("Not delivered: The job is closed.", "expired")],
)
def test_refused_item_says_why(label: str, ended: str | None) -> None:
    item = {"state": "refused", "ended": ended, "sentence": "The job is closed."}
    assert evaluate(MODULE, "it.stateLabelWithReason(argument, 'Acme')", item) == label
