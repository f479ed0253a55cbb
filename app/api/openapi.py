"""Views and schemas as OpenAPI 3.1 sees them. What is common to all routes is added in `app/docs/description.py`."""

from typing import Any

from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from flask import Flask
from flask_smorest import Api, Blueprint
from marshmallow import Schema, fields
from werkzeug.routing import BaseConverter

from app.api.fields import AnswerSchema, LondonTime, PlainText, Pounds, about
from app.domain.ids import ID_PATTERN

VERSION = "2.1"
"""Of the API. Its first part goes up with a change that breaks clients, the second with any other."""


def said_of(schema: type[Schema]) -> str:
    """A schema's docstring on one line."""
    return " ".join((schema.__doc__ or "").split())


class ErrorSchema(AnswerSchema):
    """Why a request failed."""

    error = fields.String(**about("One sentence that a contractor can act on.", "There is no such job."))


class _Converter(OpenAPIConverter):
    """Schemas as JSON Schema, each with its docstring; that nothing stands for nothing is not said."""

    def field2default(self, field: fields.Field[Any], **kwargs: Any) -> dict[str, Any]:
        default: dict[str, Any] = super().field2default(field, **kwargs)
        return {} if default.get("default") is None else default

    def schema2jsonschema(self, schema: Any) -> dict[str, Any]:
        described: dict[str, Any] = super().schema2jsonschema(schema)  # type: ignore[no-untyped-call]
        return {"type": "object", "description": said_of(type(schema)), **described}


class _Plugin(MarshmallowPlugin):
    Converter = _Converter


class PortalApi(Api):  # type: ignore[misc]  # flask-smorest is untyped
    """flask-smorest's, with the portal's own errors."""

    ERROR_SCHEMA = ErrorSchema
    DEFAULT_ERROR_RESPONSE_NAME = None

    def __init__(self, app: Flask, **kwargs: Any) -> None:
        super().__init__(app, **kwargs)
        self._undescribed: list[Blueprint] = []

    def register_blueprint(self, blueprint: Blueprint, **options: Any) -> None:
        """Register it in the application. It is described once somebody asks: that takes longer than all the rest."""
        self._app.extensions["flask-smorest"]["blp_name_to_api"][blueprint.name] = self
        self._app.register_blueprint(blueprint, **options)
        self._undescribed.append(blueprint)

    def described(self) -> dict[str, Any]:
        """What is registered, in OpenAPI's words."""
        while self._undescribed:
            blueprint = self._undescribed.pop(0)
            blueprint.register_views_in_doc(self, self._app, self.spec, name=blueprint.name, parameters=None)
            self.spec.tag({"name": blueprint.name, "description": blueprint.description})
        document: dict[str, Any] = self.spec.to_dict()
        return document


def new_api(app: Flask, id_converter: type[BaseConverter]) -> PortalApi:
    """What blueprints are registered with, so that they are described."""
    app.config.update(API_TITLE="Contractor Portal", API_VERSION=VERSION, OPENAPI_VERSION="3.1.0")
    api = PortalApi(app, spec_kwargs={"marshmallow_plugin": _Plugin()})
    app.cli.commands.pop("openapi")  # prints the description before it is complete
    api.register_converter(id_converter, lambda _: {"type": "string", "pattern": f"^{ID_PATTERN}$"})
    api.register_field(Pounds, "number", None)
    api.register_field(PlainText, "string", None)
    api.register_field(LondonTime, "string", "date-time")
    return api
