"""How requests are read and answers written: flask-smorest, bent to our contract."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import IO, Any, NoReturn, TypeVar, cast

import marshmallow as ma
from flask import Flask, Request, current_app, request
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import ValidationError
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.routing import BaseConverter

from app.api import openapi
from app.api.fields import UNKNOWN_PARAMETER
from app.api.multipart import FormRequest
from app.api.request_body import each_once, first_fault, kept, load_body, load_either, printable
from app.domain.errors import Invalid
from app.domain.ids import ID_PATTERN
from app.domain.limits import BODY_BYTES

View = TypeVar("View", bound=Callable[..., Any])


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
                with kept(_body_of()):
                    body = load_either(_request(), json_schema, form_schema)
                return view(body, *args, **kwargs)

            documented = self.doc(requestBody={"required": True, "content": content})
            return documented(cast(View, wrapper))

        return decorate


def new_file() -> IO[bytes]:
    """A file that ends with the request."""
    return _request().new_file()


def _request() -> FormRequest:
    return cast(FormRequest, request)


def takes_body(most: int, *, deadline_s: float, of: str) -> Callable[[View], View]:
    """Let a view take bodies of up to `most` bytes instead of `BODY_BYTES`, and that long to answer.

    `of`: what such a body is, in sentences.
    """

    def mark(view: View) -> View:
        view.body_of = of  # type: ignore[attr-defined]
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
    most = getattr(_view(), "body_limit", BODY_BYTES)
    length = request.content_length
    # In chunks: Werkzeug cuts it off at the limit without a word, and what is left may look like a whole body. And with
    # a limit, it tells of a lost connection by an exception of its own, which no fault of our files is taken for.
    request.max_content_length = most + 1
    if length is None:
        with kept(_body_of()):
            length = _request().measure()
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


def _body_of() -> str:
    """What the body is, in sentences."""
    return str(getattr(_view(), "body_of", "request"))


def _view() -> Any:
    return current_app.view_functions[str(request.endpoint)]


def install(app: Flask) -> openapi.PortalApi:
    """Make `app` read and write as the contract says."""
    app.request_class = FormRequest
    app.url_map.converters["id"] = IdConverter
    app.url_map.merge_slashes = False
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.compact = True  # type: ignore[attr-defined] # in debug mode too: an answer's bytes are the same anywhere
    return openapi.new_api(app, IdConverter)
