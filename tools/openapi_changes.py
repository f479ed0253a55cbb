"""The differences between two API descriptions, for developers of clients. `make openapi` prints them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

METHODS = ("get", "post", "put", "patch", "delete")
WORDING = {"description", "summary", "title", "examples", "deprecated"}
"""Keywords that bind nobody."""

Json = dict[str, Any]
Fact = tuple[str, str]
"""A part of a description, as the names that lead to it, and the part that contains it."""


def differences(old: Json, new: Json) -> list[str]:
    """Return what is new and what is gone, a line each, without the parts of what is new or gone as a whole."""
    before, after = dict(_facts(old, "", "")), dict(_facts(new, "", ""))
    return [
        f"{label}: {fact}"
        for label, facts, others in (("new", after, before), ("gone", before, after))
        for fact, whole in facts.items()
        if fact not in others and whole in others
    ]


def _facts(node: Any, where: str, whole: str) -> Iterator[Fact]:
    yield where, whole
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in WORDING or where.endswith(" properties"):
                yield from _facts(value, f"{where} {key}".strip(), where)
    elif isinstance(node, list):
        for each in node:
            is_named = isinstance(each, dict) and "name" in each
            label = each["name"] if is_named else each
            yield from _facts(each if is_named else {}, f"{where} {label}", where)
    else:
        yield f"{where}: {node}", where
