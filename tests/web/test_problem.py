"""The web app reads the portal's errors in both formats, and knows no other server's errors."""

from __future__ import annotations

import re
from typing import Any

import pytest

from app.api.problem_types import PAGE, ProblemType
from tests.web.js_modules import evaluate
from tests.web.test_built import WEB

PROBLEM: dict[str, Any] = {
    "type": "/api/problems#duplicate-invoice",
    "title": "A title",
    "status": 409,
    "detail": "Said by the portal.",
    "requestId": "6f1c8f0e9d3b4c5a8e7d6c5b4a392817",
}
READ = {
    "type": "duplicate-invoice",
    "sentence": "Said by the portal.",
    "errors": [],
    "retryAfter": None,
    "submissionState": None,
}
EARLIER = {"type": None, "sentence": "Said by the portal.", "errors": None, "retryAfter": None, "submissionState": None}
SENTENCE = {"error": "Said by the portal."}
MORE = {"retryAfter": 12, "submissionState": "not-sent", "errors": [{"pointer": "#/a", "detail": "is required."}]}


@pytest.mark.parametrize(
    ("status", "body", "headers", "problem"),
    [
        (409, PROBLEM, {}, READ),
        (500, {**PROBLEM, **MORE}, {"Retry-After": "1"}, {**READ, **MORE}),
        (409, SENTENCE, {}, EARLIER),
        (409, SENTENCE, {"Retry-After": "2"}, {**EARLIER, "type": "in-progress", "retryAfter": 2}),
        (
            500,
            SENTENCE,
            {"Retry-After": "12", "Submission-State": "not-sent"},
            {**EARLIER, "retryAfter": 12, "submissionState": "not-sent"},
        ),
        (500, SENTENCE, {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}, EARLIER),
        (500, {**PROBLEM, "type": "about:blank"}, {}, None),
        (500, {**PROBLEM, "type": "https://gateway.example/api/problems#x"}, {}, None),
        (500, {**PROBLEM, "detail": None}, {}, None),
        (500, {"message": "no"}, {}, None),
        (500, {"error": {"code": 1}}, {}, None),
        (500, [], {}, None),
        (500, None, {}, None),
    ],
)
def test_error_is_read_in_both_formats(status: int, body: Any, headers: dict[str, str], problem: Any) -> None:
    call = "it.problemOf(argument.status, argument.body, new Headers(argument.headers))"
    assert evaluate("problem.ts", call, {"status": status, "body": body, "headers": headers}) == problem


def test_faults_are_sentences_by_field() -> None:
    errors = [
        {"pointer": "#/amount", "detail": "must be more than 0 pounds."},
        {"pointer": "#/amount", "detail": "must be a number of pounds."},
        {"pointer": "#/document/content", "detail": "is required."},
        {"pointer": "#", "detail": "must be an object."},
        {"header": "Idempotency-Key", "detail": "must be short."},
    ]
    expected = {"amount": "Must be more than 0 pounds.", "document": "Is required."}
    assert evaluate("problem.ts", "it.fieldFaults(argument)", {"problem": {"errors": errors}}) == expected
    for unknown in (None, {"errors": None}, {"errors": []}):
        assert evaluate("problem.ts", "it.fieldFaults(argument)", {"problem": unknown}) == {}


def test_app_uses_only_types_of_the_list() -> None:
    text = "".join(path.read_text("utf-8") for path in (WEB / "src").rglob("*.ts"))
    names = {name for name in re.findall(r'type [!=]== "([a-z-]+)"', text) if "-" in name or name == "unauthenticated"}
    assert {"unauthenticated", "foreign-account", "duplicate-invoice", "in-progress", "no-account"} <= names
    assert names - {"multipart"} <= {each.anchor for each in ProblemType}
    assert f'"{PAGE}#"' in (WEB / "src" / "problem.ts").read_text("utf-8")
