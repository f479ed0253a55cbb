"""Formats of AgentOS's answers: three list bodies, many answers to a write, and irregular error bodies."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

ENVELOPES = ("count", "data", "bare")
WRITE_ANSWERS = ("object", "string", "reference", "null", "empty", "array", "html")
BODIES = ("done", *WRITE_ANSWERS, "truncated")
"""Answers of a fault: AgentOS's own success (`done`), one of the shapes, or half of its JSON (`truncated`)."""

JSON = "application/json; charset=utf-8"
HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Answer:
    """One HTTP answer. `headers` are added to Content-Type and Content-Length."""

    status: int = 200
    body: bytes = b""
    content_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


class Refused(Exception):
    """A call that AgentOS refuses. `html`: the refusal is a web page at every agency."""

    def __init__(self, status: int, words: str, *, html: bool = False, allow: str | None = None) -> None:
        super().__init__(words)
        self.status = status
        self.words = words
        self.html = html
        self.allow = allow


def as_json(value: Any, status: int = 200) -> Answer:
    """Return the value as UTF-8 JSON. A lone surrogate becomes `?`, because UTF-8 cannot encode it."""
    return Answer(status, json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"), JSON)


def as_html(status: int, words: str) -> Answer:
    """Return a web page, as a proxy does in place of an API's answer."""
    page = f"<!DOCTYPE html><html><head><title>{status}</title></head><body><h1>{words}</h1></body></html>"
    return Answer(status, page.encode(), HTML)


def as_text(status: int, words: str) -> Answer:
    """Return plain text, the throttle's format."""
    return Answer(status, words.encode(), TEXT)


def listed(envelope: str, rows: list[dict[str, Any]], total: int | None) -> Answer:
    """Return a page of a list in its envelope. `total`: the length of the whole list; None leaves `Count` out."""
    if envelope == "count" and total is None:
        envelope = "data"
    if envelope == "count":
        return as_json({"Count": total, "Data": rows})
    return as_json({"Data": rows} if envelope == "data" else rows)


def written(kind: str, record: Callable[[], dict[str, Any]], *, made: bool) -> Answer:
    """Return the answer to a successful write. `made`: the write made a new record, so an object comes with 201.

    `record` is called only if the answer contains the record.
    """
    match kind:
        case "object":
            return as_json(record(), 201 if made else 200)
        case "string":
            return as_json(record()["OID"])
        case "reference":
            return as_json(f"REF/{record()['OID']}/accepted, thank you")
        case "null":
            return as_json(None)
        case "empty":
            return Answer(204)
        case "array":
            return as_json([record()])
        case _:
            return as_html(200, "Saved")


def reshaped(word: str, answer: Answer) -> Answer:
    """Return the answer as `html`, `null`, `empty` or `truncated`; unchanged for any other word."""
    match word:
        case "html":
            return as_html(answer.status, "Please sign in")
        case "null":
            return as_json(None, answer.status)
        case "empty":
            return replace(answer, body=b"")
        case "truncated":
            return replace(answer, body=answer.body[: max(1, len(answer.body) // 2)])
        case _:
            return answer


def moved(status: int) -> Answer:
    """Return a redirect to a sign-in page."""
    page = as_html(status, "Moved")
    return replace(page, headers={"Location": "/sign-in"})


def refusal(errors: str, refused: Refused) -> Answer:
    """Return an error in the agency's format: `json`, or `mixed` (a web page, or no body for 401 and 404)."""
    headers = {"Allow": refused.allow} if refused.allow else {}
    if refused.html:
        answer = as_html(refused.status, refused.words)
    elif errors == "json":
        answer = as_json({"Message": refused.words}, refused.status)
    elif refused.status in (401, 404):
        answer = Answer(refused.status)
    else:
        answer = as_html(refused.status, refused.words)
    return Answer(answer.status, answer.body, answer.content_type, headers)
