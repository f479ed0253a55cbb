"""The differences between two API descriptions in words, for developers of clients. `make openapi` prints them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

METHODS = ("get", "post", "put", "patch", "delete")
WORDING = {"description", "title", "examples", "deprecated"}
"""Keywords of a schema that bind nobody."""

Json = dict[str, Any]
Fact = tuple[str, str]
"""A statement about the API in words, and the statement that it is part of, if any."""


def differences(old: Json, new: Json) -> list[str]:
    """Return what is new and what is gone, a line each, without the parts of what is new or gone as a whole."""
    before, after = dict(_facts(old)), dict(_facts(new))
    return [
        f"{label}: {fact}"
        for label, facts, others in (("new", after, before), ("gone", before, after))
        for fact, whole in facts.items()
        if fact not in others and (whole in others or not whole)
    ]


def _facts(document: Json) -> Iterator[Fact]:
    yield f"the API is called {document['info']['title']}", ""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield from _operation(f"{method.upper()} {path}", item[method], item.get("parameters", []))
    components = document["components"]
    for name, parameter in components["parameters"].items():
        yield from _parameter(f"parameter {name}", parameter, "")
    for name, response in components["responses"].items():
        yield from _response(f"response {name}", response, "")
    for name, schema in components["schemas"].items():
        yield from _schema(name, schema, "")


def _operation(name: str, operation: Json, parameters: list[Json]) -> Iterator[Fact]:
    yield name, ""
    yield f"{name} is called {operation['operationId']}", name
    for tag in operation["tags"]:
        yield f"{name} is among {tag}", name
    for scheme in operation["security"]:
        yield f"{name} needs a {', '.join(scheme)}", name
    for parameter in [*parameters, *operation.get("parameters", ())]:
        label = parameter.get("name") or _target(parameter)
        yield from _parameter(f"{name} takes {label}", parameter, name)
    for media_type, content in operation.get("requestBody", {}).get("content", {}).items():
        body = f"{name} takes a body of {media_type}"
        yield from _schema(body, content["schema"], name)
        for part, encoding in content.get("encoding", {}).items():
            yield f"{body}, with the {part} as {encoding}", body
    for status, response in operation["responses"].items():
        yield from _response(f"{name} answers {status}", response, name)


def _parameter(where: str, parameter: Json, whole: str) -> Iterator[Fact]:
    yield where, whole
    if parameter.get("required"):
        yield f"{where}: is required", where
    if "schema" in parameter:
        yield from _keywords(where, parameter["schema"])


def _response(where: str, response: Json, whole: str) -> Iterator[Fact]:
    yield where, whole
    if "$ref" in response:
        yield f"{where} as {_target(response)}", where
    for header in response.get("headers", ()):
        yield f"{where} with the header {header}", where
    for media_type, content in response.get("content", {}).items():
        yield from _schema(f"{where} with {media_type}", content["schema"], where)


def _schema(where: str, schema: Json, whole: str) -> Iterator[Fact]:
    yield where, whole
    yield from _keywords(where, schema)


def _keywords(where: str, schema: Json) -> Iterator[Fact]:
    for key, value in schema.items():
        if key == "$ref":
            yield f"{where}: is a {_target(schema)}", where
        elif key == "properties":
            for name, property_ in value.items():
                yield from _schema(f"{where}.{name}", property_, where)
        elif key == "required":
            for name in value:
                yield f"{where}.{name}: is required", f"{where}.{name}"
        elif key == "type":
            for kind in [value] if isinstance(value, str) else value:
                yield f"{where}: can be of the type {kind}", where
        elif key == "enum":
            for each in value:
                yield f"{where}: can be {each!r}", where
        elif key == "items":
            yield from _keywords(f"{where}[]", value)
        elif key == "anyOf":
            for option in value:
                yield from _keywords(where, option)
        elif key not in WORDING:
            yield f"{where}: has the {key} {value}", where


def _target(node: Json) -> str:
    """Return the name of the component that a reference leads to."""
    return str(node["$ref"]).rpartition("/")[2]
