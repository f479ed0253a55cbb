"""Checks of every response, in addition to those of schemathesis."""

import re
from collections.abc import Iterator
from typing import Any

import schemathesis
from schemathesis import Case, Response
from schemathesis.checks import CheckContext

Json = dict[str, Any]
SECRET = re.compile(r"SECRET-[A-Z]+-\d")
"""The pattern does not match its own text, because hypothesis tries texts that it finds in these files."""


@schemathesis.check
def has_only_described_properties(ctx: CheckContext, response: Response, case: Case) -> None:
    """Fail for a property, at any depth, that the description does not name.

    It allows more, but only in later versions.
    """
    if response.request.method in ("HEAD", "OPTIONS"):
        return
    document = case.operation.schema.raw_schema
    schema = _answer_schema(document, case, response.status_code)
    if schema is not None:
        names = list(undescribed(response.json(), schema, document))
        assert not names, f"Not in the description: {', '.join(names)}"


@schemathesis.check
def contains_no_secret(ctx: CheckContext, response: Response, case: Case) -> None:
    """Fail for a value that contractors must never see. The simulator marks these values."""
    assert not SECRET.search(f"{response.text} {response.headers}")


@schemathesis.check
def has_request_id(ctx: CheckContext, response: Response, case: Case) -> None:
    """Fail without a request id, even at an unknown address or method."""
    assert "x-request-id" in response.headers, "There is no X-Request-ID."


def undescribed(value: Any, schema: Json, document: Json, where: str = "") -> Iterator[str]:
    """Yield the path of each property of `value` that `schema` does not name."""
    schemas = list(_parts(schema, document))
    properties = {name: definition for part in schemas for name, definition in part.get("properties", {}).items()}
    if isinstance(value, list):
        items = [part["items"] for part in schemas if "items" in part]
        for each in value if items else ():
            yield from undescribed(each, items[0], document, f"{where}[]")
    if isinstance(value, dict) and properties:
        for name, inner in value.items():
            path = f"{where}.{name}".removeprefix(".")
            if name in properties:
                yield from undescribed(inner, properties[name], document, path)
            else:
                yield path


def resolved(node: Json, document: Json) -> Json:
    """Return the target of a reference."""
    while "$ref" in node:
        target: Any = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def _parts(schema: Json, document: Json) -> Iterator[Json]:
    schema = resolved(schema, document)
    yield schema
    for keyword in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(keyword, ()):
            yield from _parts(part, document)


def _answer_schema(document: Json, case: Case, status: int) -> Json | None:
    """Return the schema of a response, or None if no JSON is described. Every failure is a `Failure`."""
    answers = case.operation.definition.raw["responses"]
    if status >= 400:
        return {"$ref": "#/components/schemas/Failure"}
    content: Json = resolved(answers.get(str(status), {}), document).get("content", {})
    return content.get("application/json", {}).get("schema")
