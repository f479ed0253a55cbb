"""Checks of every response, in addition to those of schemathesis."""

import re
from collections.abc import Iterator
from typing import Any

import schemathesis
from schemathesis import Case, Response
from schemathesis.checks import CheckContext

Json = dict[str, Any]
PROBLEM = "application/problem+json"
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
    schema = _answer_schema(document, case, response)
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


@schemathesis.check
def fails_in_the_requested_format(ctx: CheckContext, response: Response, case: Case) -> None:
    """Fail for an error whose format is not that of `Accept`. A problem must say the same as the headers."""
    if response.status_code < 400 or response.request.method in ("HEAD", "OPTIONS"):
        return
    [media] = response.headers["content-type"]
    asked = response.request.headers.get("Accept") == PROBLEM
    assert media == (PROBLEM if asked else "application/json"), media
    if asked:
        problem = response.json()
        assert problem["status"] == response.status_code
        assert [problem["requestId"]] == response.headers["x-request-id"]
        assert problem.get("submissionState") == (response.headers.get("submission-state") or [None])[0]


def _answer_schema(document: Json, case: Case, response: Response) -> Json | None:
    """Return the schema of a response, or None if no JSON is described. A failure is an `Error` or a `Problem`."""
    answers = case.operation.definition.raw["responses"]
    if response.status_code >= 400:
        is_problem = response.headers["content-type"] == [PROBLEM]
        return {"$ref": f"#/components/schemas/{'Problem' if is_problem else 'Error'}"}
    content: Json = resolved(answers.get(str(response.status_code), {}), document).get("content", {})
    return content.get("application/json", {}).get("schema")
