"""Views and schemas in OpenAPI 3.1. `app/api/description.py` adds the parts that all routes share."""

from collections.abc import Mapping
from typing import Any

from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from flask import Flask
from flask_smorest import Api, Blueprint
from marshmallow import Schema, fields, validate
from werkzeug.routing import BaseConverter

from app.api.error_responses import OF_STATE
from app.api.faults import MOST_FAULTS
from app.api.fields import AnswerSchema, Cursor, LondonTime, PlainText, Pounds, about
from app.api.problem_types import ProblemType
from app.domain.limits import ID_PATTERN

VERSION = "3.0"
"""Version of the API. A change that breaks clients increases the first part, any other change the second."""


def description_of(schema: type[Schema]) -> str:
    """Return a schema's docstring on one line."""
    return " ".join((schema.__doc__ or "").split())


class FailureSchema(AnswerSchema):
    """Why a request failed."""

    error = fields.String(**about("One sentence that a contractor can act on.", "There is no such job."))


class FaultSchema(AnswerSchema):
    """A fault of one value in a request. Either `pointer`, `parameter` or `header` names the value."""

    pointer = fields.String(**about("The field of the body, as a JSON pointer (RFC 6901).", "#/amount"))
    parameter = fields.String(**about("The query parameter.", "limit"))
    header = fields.String(**about("The header of the request.", "Idempotency-Key"))
    detail = fields.String(**about("What is wrong with it.", "must be more than 0 pounds."))

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Describe only `detail` as always present."""
        super().on_bind_field(field_name, field_obj)
        field_obj.required = field_name == "detail"


class ProblemSchema(AnswerSchema):
    """Why a request failed, in the form of RFC 9457. Members that do not apply are left out."""

    type = fields.String(
        validate=validate.OneOf([each.uri for each in ProblemType]),
        **about("The type of the failure, which is the address of its description.", ProblemType.NO_SUCH_OBJECT.uri),
    )
    title = fields.String(
        **about("The type in words. All failures of a type have the same.", "There is no such object")
    )
    status = fields.Integer(**about("The HTTP status.", 404))
    detail = fields.String(**about("The sentence that `error` would have.", "There is no such job."))
    request_id = fields.String(
        **about("The value of `X-Request-ID`, for questions to support.", "6f1c8f0e9d3b4c5a8e7d6c5b4a392817")
    )
    errors = fields.List(
        fields.Nested(FaultSchema),
        **about("The faults of the request's values. `detail` is about the first.", maxItems=MOST_FAULTS),
    )
    submission_state = fields.String(
        validate=validate.OneOf([each.anchor for each in OF_STATE.values()]),
        **about("The value of `Submission-State`.", "not-sent"),
    )
    retry_after = fields.Integer(**about("The value of `Retry-After`, in seconds.", 12))

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Describe the members of RFC 9457 and the request's id as always present."""
        super().on_bind_field(field_name, field_obj)
        field_obj.required = field_name in ("type", "title", "status", "detail", "request_id")


class IdConverter(BaseConverter):
    """An id in a path. If the text there cannot be an id, the address does not exist."""

    regex = ID_PATTERN


class _Converter(OpenAPIConverter):
    """Converts schemas to JSON Schema, with their docstrings as descriptions and without defaults of null."""

    def field2default(self, field: fields.Field[Any], **kwargs: Any) -> dict[str, Any]:
        default: dict[str, Any] = super().field2default(field, **kwargs)
        return {} if default.get("default") is None else default

    def schema2jsonschema(self, schema: Any) -> dict[str, Any]:
        described: dict[str, Any] = super().schema2jsonschema(schema)  # type: ignore[no-untyped-call]
        return {"type": "object", "description": description_of(type(schema)), **described}


class _Plugin(MarshmallowPlugin):
    Converter = _Converter


class _Api(Api):  # type: ignore[misc]  # flask-smorest is untyped
    """flask-smorest's `Api`, with the portal's own errors."""

    ERROR_SCHEMA = FailureSchema
    DEFAULT_ERROR_RESPONSE_NAME = None


def describe_blueprints(prefixes: Mapping[Blueprint, str]) -> dict[str, Any]:
    """Return the OpenAPI description of blueprints, with their URL prefixes.

    They are registered in an application for this alone, because their description would delay the start of the portal.
    """
    app = Flask("description")
    app.config.update(API_TITLE="Contractor Portal", API_VERSION=VERSION, OPENAPI_VERSION="3.1.0")
    app.url_map.converters["id"] = IdConverter
    api = _Api(app, spec_kwargs={"marshmallow_plugin": _Plugin()})
    api.register_converter(IdConverter, lambda _: {"type": "string", "pattern": f"^{ID_PATTERN}$"})
    api.register_field(Pounds, "number", None)
    api.register_field(PlainText, "string", None)
    api.register_field(Cursor, "string", None)
    api.register_field(LondonTime, "string", "date-time")
    for blueprint, prefix in prefixes.items():
        api.register_blueprint(blueprint, url_prefix=prefix)
    api.spec.components.schema("Problem", schema=ProblemSchema)  # flask-smorest knows only `ERROR_SCHEMA`
    document: dict[str, Any] = api.spec.to_dict()
    return document
