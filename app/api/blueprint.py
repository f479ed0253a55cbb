"""Blueprints of the API, based on flask-smorest's: with strict parsing and a table of each route's properties."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps
from tempfile import SpooledTemporaryFile
from typing import Any, NoReturn, TypeVar, cast
from urllib.parse import parse_qsl

import marshmallow as ma
from flask import Flask, Request, Response, current_app, g, request
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import ValidationError
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import NotFound as PathNotFound
from werkzeug.exceptions import RequestEntityTooLarge

from app.api.faults import Fault, InvalidValues, Place, invalid
from app.api.fields import UNKNOWN_PARAMETER, IdConverter, description_of
from app.api.request_body import (
    NOT_UTF8,
    ONLY_ONCE,
    REPLACED,
    FormRequest,
    load_body,
    load_json_or_form,
    repeated_names,
    strict_decoder,
    upload_errors,
)
from app.domain.errors import PortalError
from app.domain.limits import BODY_BYTES
from app.domain.submission import SubmissionKind
from app.services import RequestContext, Services
from app.store.rate_limit import Quota

View = TypeVar("View", bound=Callable[..., Any])


class Parser(FlaskParser):
    """Parses arguments strictly: refuses unknown names, repeated names and other media types with 400."""

    DEFAULT_VALIDATION_STATUS = 400
    DEFAULT_UNKNOWN_BY_LOCATION = {**FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION, "query": ma.RAISE}

    def load_json(self, req: Request, schema: ma.Schema) -> Any:
        """Return the JSON object in the body. Raise `InvalidValues` with all its faults if a name is repeated."""
        body = load_body(req)
        if repeated := repeated_names(body):
            raise InvalidValues(*repeated, *_faults(schema, body, Place.BODY))
        return body

    def load_querystring(self, req: Request, schema: ma.Schema) -> Any:
        """Return the query. Raise `InvalidValues` with all its faults if a name is repeated."""
        query = super().load_querystring(req, schema)
        if repeated := [Fault((name,), ONLY_ONCE, Place.QUERY) for name, all_ in req.args.lists() if len(all_) > 1]:
            raise InvalidValues(*repeated, *_faults(schema, query, Place.QUERY))
        return query

    def handle_error(self, error: ValidationError, *args: Any, **kwargs: Any) -> NoReturn:
        """Raise `InvalidValues`, which uses the fields' names in JSON."""
        [(location, messages)] = cast(dict[str, Any], error.messages).items()
        raise invalid(messages, _place(location)) from None


Input = tuple[str, type[ma.Schema]]
"""The place of a request's values, `query`, `json` or `form`, and the schema that checks them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RouteFacts:
    """The properties of a route that differ from the usual.

    `body`: the name of the request's body in error sentences. `body_limit`: the largest body, in bytes. `deadline_s`:
    the time limit of the view in seconds, or None for the usual limit. `failures`: statuses that the documentation adds
    to the usual ones, each with an example or None. `quota`: returns the limit that the route counts towards.
    `submits`: the kind of submission that the route takes, or None. `navigation_only`: pages of other sites may lead a
    browser here, but not send the request from a frame, an image or a script. `portal_pages_only`: pages of
    `ALLOWED_ORIGINS` may not send the request. `inputs`: added by the blueprint's own decorators.
    """

    body: str = "request"
    body_limit: int = BODY_BYTES
    deadline_s: float | None = None
    failures: Mapping[int, PortalError | None] = field(default_factory=dict)
    quota: Callable[[], Quota] | None = None
    submits: SubmissionKind | None = None
    navigation_only: bool = False
    portal_pages_only: bool = False
    inputs: tuple[Input, ...] = ()


USUAL = RouteFacts()


class Blueprint(SmorestBlueprint):
    """An area's blueprint. `facts`: each route's facts, by its endpoint without the blueprint's name."""

    ARGUMENTS_PARSER = Parser()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.facts: dict[str, RouteFacts] = {}
        self._inputs: defaultdict[str, tuple[Input, ...]] = defaultdict(tuple)

    def route(self, rule: str, *, facts: RouteFacts = USUAL, **options: Any) -> Callable[[View], View]:
        """Register the view at `rule`, with its facts."""
        register = super().route(rule, **options)

        def decorate(view: View) -> View:
            self.facts[view.__name__] = replace(facts, inputs=self._inputs.pop(view.__name__, ()))
            return cast(View, register(view))

        return decorate

    def arguments(self, schema: type[ma.Schema], *, location: str = "json", **options: Any) -> Callable[[View], View]:
        """Pass the view the request's values, checked by `schema`."""
        parse = super().arguments(schema, location=location, **options)

        def decorate(view: View) -> View:
            self._inputs[view.__name__] += ((location, schema),)
            return cast(View, parse(view))

        return decorate

    def response(
        self, status_code: int, schema: type[ma.Schema] | dict[str, Any] | None = None, **options: Any
    ) -> Callable[[View], View]:
        """Serialise the view's result with `schema`, whose docstring describes the response."""
        if isinstance(schema, type):
            options.setdefault("description", description_of(schema))
        return cast(Callable[[View], View], super().response(status_code, schema, **options))

    def doc(self, **options: Any) -> Callable[[View], View]:
        """Add to the view's description, in OpenAPI's own terms."""
        return cast(Callable[[View], View], super().doc(**options))

    def json_or_form(
        self,
        json_schema: type[ma.Schema],
        form_schema: type[ma.Schema],
        *,
        example: dict[str, Any],
        more_faults: Callable[[dict[str, Any]], list[Fault]],
    ) -> Callable[[View], View]:
        """Pass the view a body that may be JSON or a form with files, checked by the schema of its media type.

        `more_faults`: see `load_json_or_form`.
        """
        content = {
            "application/json": {"schema": json_schema, "example": example},
            "multipart/form-data": {"schema": form_schema, "example": example},
        }

        large = strict_decoder(json_schema())

        def decorate(view: View) -> View:
            @wraps(view)
            def wrapper(*args: Any, **kwargs: Any) -> Any:
                with upload_errors(_facts().body):
                    body = load_json_or_form(
                        _request(), json_schema, form_schema, large, more_faults, str(context().email)
                    )
                return view(body, *args, **kwargs)

            self._inputs[view.__name__] += (("json", json_schema), ("form", form_schema))
            documented = self.doc(requestBody={"required": True, "content": content})
            return documented(cast(View, wrapper))

        return decorate


def route_facts(app: Flask, endpoint: str) -> RouteFacts:
    """Return the facts of a route of `app`."""
    blueprint_name, _, name = endpoint.rpartition(".")
    blueprint = app.blueprints.get(blueprint_name)
    return blueprint.facts.get(name, USUAL) if isinstance(blueprint, Blueprint) else USUAL


def new_file() -> SpooledTemporaryFile[bytes]:
    """Return a new temporary file that is deleted when the request ends."""
    return _request().new_file()


def _request() -> FormRequest:
    return cast(FormRequest, request)


def _facts() -> RouteFacts:
    return route_facts(current_app, str(request.endpoint))


def check_size() -> None:
    """Raise RequestEntityTooLarge if the body is over its route's limit. Read a chunked body up to the limit."""
    facts = _facts()
    length = request.content_length
    # One byte over the limit: Werkzeug cuts a chunked body off silently, and the remainder may look like a whole body.
    # With a limit, Werkzeug also reports a lost connection by its own exception. An OSError means a fault of our files.
    request.max_content_length = facts.body_limit + 1
    if length is None:
        with upload_errors(facts.body):
            length = _request().store()
    if length > facts.body_limit:
        raise RequestEntityTooLarge


def check_query() -> None:
    """Raise `Invalid` if the query is not UTF-8, or if a route without query parameters gets some.

    The parser checks the parameters of other routes. At a `navigation_only` route, other sites may add parameters that
    the portal ignores, in any encoding.
    """
    if _facts().navigation_only:
        return
    # Werkzeug itself would replace broken bytes by escapes.
    query = parse_qsl(request.query_string.decode(errors="replace"), keep_blank_values=True, errors="replace")
    if broken := [name for name, value in query if REPLACED in name + value]:
        raise invalid(dict.fromkeys(broken, NOT_UTF8), Place.QUERY)
    if request.args and not any(location == "query" for location, _ in _facts().inputs):
        raise invalid(dict.fromkeys(request.args, UNKNOWN_PARAMETER), Place.QUERY)


def example_of_400(facts: RouteFacts) -> InvalidValues | None:
    """Return the error for a request without values or, if that is valid, with an empty first value.

    Return None if the route has neither a query nor a body with fields.
    """
    for location, kind in facts.inputs:
        schema = kind()
        if schema.fields:
            messages = schema.validate({}) or schema.validate({next(iter(schema.fields)): ""})
            return invalid(messages, _place(location))
    return None


def _faults(schema: ma.Schema, values: Any, place: Place) -> Sequence[Fault]:
    """Return the faults of the values by the schema."""
    messages = schema.validate(values)
    return invalid(messages, place).faults if messages else ()


def _place(location: str) -> Place:
    """Return the place of values in a `location` of flask-smorest."""
    return Place.QUERY if location == "query" else Place.BODY


def _refuse_doubled_slash() -> None:
    """Raise NotFound for a path that begins with two slashes, because Werkzeug would remove one of them."""
    if request.environ["PATH_INFO"].startswith("//"):
        raise PathNotFound


def install(app: Flask) -> None:
    """Set up the requests, the ids in paths and the JSON of `app`."""
    app.request_class = FormRequest
    app.url_map.converters["id"] = IdConverter
    app.url_map.merge_slashes = False
    app.before_request(_refuse_doubled_slash)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.compact = True  # type: ignore[attr-defined] # in debug mode too: responses have the same bytes everywhere


def services() -> Services:
    """Return the services of this process."""
    return cast(Services, current_app.extensions["services"])


def context() -> RequestContext:
    """Return the request context that `require_contractor` made."""
    return cast(RequestContext, g.context)


def portal_origin() -> str:
    """Return the portal's origin in the browser: scheme, host and port. In production, TRUSTED_HOSTS names the host."""
    return f"{request.scheme}://{request.host}"


def no_content(headers: Mapping[str, str] | None = None) -> Response:
    """Return 204 without a body. For None, flask-smorest would send the body `null`."""
    response = Response(status=204, headers=headers)
    del response.headers["Content-Type"]
    return response
