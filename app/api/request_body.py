"""What a request's body says: JSON, read strictly, or a form with files."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from typing import IO, Any, NoReturn

import marshmallow as ma
from flask import Request
from marshmallow import ValidationError
from werkzeug.datastructures import MultiDict

from app.api.fields import UploadedFile
from app.api.large_json import taken_apart
from app.api.multipart import FormRequest, is_utf8
from app.domain.errors import Invalid, UploadFailed
from app.domain.limits import BODY_BYTES


def load_either(req: FormRequest, json_schema: type[ma.Schema], form_schema: type[ma.Schema]) -> dict[str, Any]:
    """The body as its media type's schema loads it.

    Raises `Invalid`, `TooLarge`, and OSError where files cannot be kept.
    """
    try:
        if req.mimetype == "multipart/form-data":
            return dict(form_schema().load(_form(req)))
        if req.mimetype == "application/json" and (req.content_length or 0) > BODY_BYTES:
            with taken_apart(req) as (body, files):
                return dict(json_schema().load(load_object(body, files)))
        return dict(json_schema().load(load_body(req, or_form=True)))
    except ValidationError as error:
        raise Invalid(first_fault(error.messages)) from None


@contextmanager
def kept(of: str) -> Iterator[None]:
    """Whatever has to do with the files of an `of` that comes. Raises `UploadFailed` for OSError."""
    try:
        yield
    except OSError as error:
        raise UploadFailed(of) from error


def _form(req: FormRequest) -> dict[str, Any]:
    files = [(name, UploadedFile(part.filename or "", part.stream)) for name, part in req.files.items(multi=True)]
    # An input that was left empty comes as an empty text.
    texts = [(name, text) for name, text in req.form.items(multi=True) if text]
    for name, text in texts:
        if not is_utf8(text):
            raise Invalid(f"{printable(name)}: must be text in UTF-8.")
    return each_once(MultiDict[str, Any]([*texts, *files]))


def load_body(req: Request, *, or_form: bool = False) -> dict[str, Any]:
    """The JSON object in a request, its numbers exact; no body at all is an empty one. Raises `Invalid`.

    `or_form`: where another media type is refused, say that a form would be taken as well.
    """
    if req.content_length and req.mimetype != "application/json":
        others = ", or a form, sent as multipart/form-data" if or_form else ""
        raise Invalid(f"The body must be JSON, sent as application/json{others}.")
    body = req.get_data(cache=True)
    return load_object(body) if body else {}


def load_object(body: bytes, files: Mapping[str, IO[bytes]] | None = None) -> dict[str, Any]:
    """A JSON object; numbers with a fraction or an exponent come as `Decimal`. Raises `Invalid`.

    `files` come in place of the texts that name them.
    """
    text, is_broken = _decoded(body)
    pairs = partial(_object, files or {})
    try:
        value = json.loads(text, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=pairs)
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


def _object(files: Mapping[str, IO[bytes]], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; by itself, json takes the last of two values that stand under one name."""
    if files:
        pairs = [(name, files.get(value, value) if isinstance(value, str) else value) for name, value in pairs]
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
