"""How requests are read and answers written: flask-smorest, bent to our contract."""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import wraps
from typing import Any, NoReturn, TypeVar, cast

import marshmallow as ma
from flask import Flask, Request, current_app, request
from flask_smorest import Api
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import ValidationError
from webargs.flaskparser import FlaskParser
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest, HTTPException, RequestEntityTooLarge
from werkzeug.routing import BaseConverter

from app import openapi
from app.domain.errors import Invalid
from app.domain.ids import ID_PATTERN
from app.fields import UNKNOWN_PARAMETER, GivenFile
from app.forms import FormRequest, is_utf8
from app.portal import Portal

View = TypeVar("View", bound=Callable[..., Any])

JSON_LIMIT = 64 * 1024
"""Bytes of a JSON body, where a route does not say otherwise."""


class IdConverter(BaseConverter):
    """An id in a path; anything that cannot be one is an unknown address."""

    regex = ID_PATTERN


class Parser(FlaskParser):
    """Reads arguments strictly: unknown names, repeated names and other media types are refused with 400."""

    DEFAULT_VALIDATION_STATUS = 400
    DEFAULT_UNKNOWN_BY_LOCATION = {**FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION, "query": ma.RAISE, "form": ma.RAISE}

    def load_json(self, req: Request, schema: ma.Schema) -> Any:
        """The body as an object."""
        return load_body(req)

    def load_querystring(self, req: Request, schema: ma.Schema) -> Any:
        """The query, each name once."""
        each_once(req.args)
        return super().load_querystring(req, schema)

    def handle_error(self, error: ValidationError, *args: Any, **kwargs: Any) -> NoReturn:
        """One sentence that calls the field by its JSON name."""
        raise Invalid(first_fault(error.messages)) from None


class Blueprint(SmorestBlueprint):
    """An area's blueprint. Its decorators are flask-smorest's, with types."""

    ARGUMENTS_PARSER = Parser()

    def route(self, rule: str, **options: Any) -> Callable[[View], View]:
        """Stand the view at `rule`."""
        return cast(Callable[[View], View], super().route(rule, **options))

    def arguments(self, schema: type[ma.Schema], **options: Any) -> Callable[[View], View]:
        """Hand the view what the request says, checked by `schema`."""
        return cast(Callable[[View], View], super().arguments(schema, **options))

    def response(
        self, status_code: int, schema: type[ma.Schema] | dict[str, Any] | None = None, **options: Any
    ) -> Callable[[View], View]:
        """Answer with what the view returns, written by `schema`, whose docstring is what the answer is said to be."""
        if isinstance(schema, type):
            options.setdefault("description", openapi.said_of(schema))
        return cast(Callable[[View], View], super().response(status_code, schema, **options))

    def doc(self, **options: Any) -> Callable[[View], View]:
        """Describe the view further, in OpenAPI's own words."""
        return cast(Callable[[View], View], super().doc(**options))

    def json_or_form(
        self, json_schema: type[ma.Schema], form_schema: type[ma.Schema], *, example: dict[str, Any]
    ) -> Callable[[View], View]:
        """Hand the view a body that may be JSON or a form with files, checked by the schema of its kind."""
        content = {
            "application/json": {"schema": json_schema, "example": example},
            "multipart/form-data": {"schema": form_schema, "example": example},
        }

        def decorate(view: View) -> View:
            @wraps(view)
            def wrapper(*args: Any, **kwargs: Any) -> Any:
                return view(load_either(request, json_schema, form_schema), *args, **kwargs)

            documented = self.doc(requestBody={"required": True, "content": content})
            return documented(cast(View, wrapper))

        return decorate


def portal() -> Portal:
    """The parts of this process."""
    parts: Portal = current_app.extensions["portal"]
    return parts


def load_either(req: Request, json_schema: type[ma.Schema], form_schema: type[ma.Schema]) -> dict[str, Any]:
    """The body as its media type's schema loads it. Raises `Invalid`."""
    try:
        if req.mimetype == "multipart/form-data":
            files = [(name, GivenFile(part.filename or "", part.read())) for name, part in req.files.items(multi=True)]
            # An input that was left empty comes as an empty text.
            texts = [(name, text) for name, text in req.form.items(multi=True) if text]
            for name, text in texts:
                if not is_utf8(text):
                    raise Invalid(f"{printable(name)}: must be text in UTF-8.")
            return dict(form_schema().load(each_once(MultiDict[str, Any]([*texts, *files]))))
        return dict(json_schema().load(load_body(req, or_form=True)))
    except ValidationError as error:
        raise Invalid(first_fault(error.messages)) from None


def load_body(req: Request, *, or_form: bool = False) -> dict[str, Any]:
    """The JSON object in a request, its numbers exact; no body at all is an empty one. Raises `Invalid`.

    `or_form`: where another media type is refused, say that a form would be taken as well.
    """
    body = req.get_data(cache=True)
    if body and req.mimetype != "application/json":
        others = ", or a form, sent as multipart/form-data" if or_form else ""
        raise Invalid(f"The body must be JSON, sent as application/json{others}.")
    return load_object(body) if body else {}


def load_object(body: bytes) -> dict[str, Any]:
    """A JSON object; numbers with a fraction or an exponent come as `Decimal`. Raises `Invalid`."""
    text, is_broken = _decoded(body)
    try:
        value = json.loads(text, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_object)
    except (ValueError, ArithmeticError, RecursionError):  # ArithmeticError: an exponent beyond Decimal's
        raise Invalid("The body is not valid JSON.") from None
    if not isinstance(value, dict):
        raise Invalid("The body must be a JSON object.")
    if is_broken:
        raise Invalid(_about_broken_bytes(value))
    return value


def _decoded(body: bytes) -> tuple[str, bool]:
    """The text, and whether bytes of it are no UTF-8: these become lone surrogates, as in a form's texts."""
    try:
        return body.decode(), False
    except UnicodeDecodeError:
        return body.decode(errors="surrogateescape"), True


def _about_broken_bytes(value: dict[str, Any]) -> str:
    """Which field of a JSON object is no UTF-8."""
    for name, said in value.items():
        if is_utf8(name) and not is_utf8(json.dumps(said, ensure_ascii=False, default=str)):
            return f"{printable(name)}: must be text in UTF-8."
    return "The names of the body's fields must be text in UTF-8."


def each_once(values: MultiDict[str, Any]) -> dict[str, Any]:
    """A query, a form or an object, each name once. Raises `Invalid`."""
    for name, given in values.lists():
        if len(given) > 1:
            raise Invalid(f"{printable(name)}: must be given once.")
    return values.to_dict()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; by itself, json takes the last of two values that stand under one name."""
    found = dict(pairs)
    return found if len(found) == len(pairs) else each_once(MultiDict(pairs))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def first_fault(messages: Any, path: str = "") -> str:
    """marshmallow's messages as one sentence about the first of them."""
    if isinstance(messages, dict):
        name, inner = next(iter(messages.items()))
        hidden = isinstance(name, int) or name in ("_schema", "json", "query", "form", "files")
        return first_fault(inner, path if hidden else ".".join(part for part in (path, printable(str(name))) if part))
    text = str(messages[0] if isinstance(messages, list) else messages)
    return f"{path}: {text[:1].lower()}{text[1:]}" if path else text


def printable(name: str) -> str:
    """A name that a stranger chose, fit for a sentence."""
    return "".join(c if c.isprintable() else "?" for c in name[:64])


def takes_body(most: int, *, deadline_s: float) -> Callable[[View], View]:
    """Let a view take bodies of up to `most` bytes instead of `JSON_LIMIT`, and that long to answer."""

    def mark(view: View) -> View:
        view.body_limit = most  # type: ignore[attr-defined]
        view.deadline_s = deadline_s  # type: ignore[attr-defined]
        return view

    return mark


def fails(*statuses: int, saying: Mapping[int, str] | None = None) -> Callable[[View], View]:
    """Tell the documentation that a view fails with these as well, beside what its place and its method make likely.

    `saying`: what it says with some of them, as an example; the others say what such failures say anywhere.
    """

    def mark(view: View) -> View:
        view.failures = {**dict.fromkeys(statuses), **(saying or {})}  # type: ignore[attr-defined]
        return view

    return mark


def check_size() -> None:
    """Refuse a body over its route's limit; one without a length is read here, and no further than that."""
    most = getattr(_view(), "body_limit", JSON_LIMIT)
    length = request.content_length
    if length is None:
        # In chunks: Werkzeug cuts it off at the limit without a word, and what is left may look like a whole body.
        request.max_content_length = most + 1
        try:
            length = len(request.get_data())
        except HTTPException:
            raise
        except Exception:  # every server has exceptions of its own for chunks that are none
            raise BadRequest from None
    if length > most:
        raise RequestEntityTooLarge


def check_query() -> None:
    """Refuse query parameters where the route has none; the others check their own."""
    if request.args and not any(parameter["in"] == "query" for parameter in _arguments(_view())):
        raise Invalid(f"{printable(next(iter(request.args)))}: {UNKNOWN_PARAMETER}")


def refusal(view: Any) -> str | None:
    """What `view` says when everything is left out or, where it may be, when the first value is empty.

    None where it has neither a query nor a body.
    """
    documented = getattr(view, "_apidoc", {})
    bodies = documented.get("manual_doc", {}).get("requestBody", {"content": {}})["content"].values()
    for taken in (*_arguments(view), *bodies):
        schema: ma.Schema = taken["schema"]()
        return first_fault(schema.validate({}) or schema.validate({next(iter(schema.fields)): ""}))
    return None


def _arguments(view: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = getattr(view, "_apidoc", {}).get("arguments", {}).get("parameters", [])
    return found


def _view() -> Any:
    return current_app.view_functions[str(request.endpoint)]


def install(app: Flask) -> Api:
    """Make `app` read and write as the contract says."""
    app.request_class = FormRequest
    app.url_map.converters["id"] = IdConverter
    app.url_map.merge_slashes = False
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.compact = True  # type: ignore[attr-defined] # in debug mode too: an answer's bytes are the same anywhere
    return openapi.new_api(app, IdConverter)
