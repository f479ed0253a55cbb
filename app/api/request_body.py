"""The body of a request: JSON, parsed strictly, or a form with files."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from typing import IO, Any, NoReturn

import marshmallow as ma
from flask import Request
from marshmallow import ValidationError
from werkzeug.datastructures import MultiDict

from app.api.faults import Fault, InvalidValues, Place, invalid
from app.api.fields import UploadedFile
from app.api.large_json import without_document
from app.api.multipart import NAMES_NOT_UTF8, NOT_UTF8, FormRequest, is_utf8
from app.domain.errors import Invalid, UploadFailed
from app.domain.limits import BODY_BYTES


def load_json_or_form(
    req: FormRequest,
    json_schema: type[ma.Schema],
    form_schema: type[ma.Schema],
    more_faults: Callable[[dict[str, Any]], list[Fault]],
) -> dict[str, Any]:
    """Return the body, loaded by the schema of its media type. Raise Invalid, TooLarge, or OSError for an upload.

    `more_faults`: returns further faults, by rules, of the values without a fault.
    """
    try:
        if req.mimetype == "multipart/form-data":
            return dict(form_schema().load(_form(req)))
        if req.mimetype == "application/json" and (req.content_length or 0) > BODY_BYTES:
            with without_document(req) as (body, files):
                return dict(json_schema().load(load_object(body, files)))
        return dict(json_schema().load(load_body(req, or_form=True)))
    except ValidationError as error:
        faults = invalid(error.messages, Place.BODY).faults
        valid = error.valid_data if isinstance(error.valid_data, dict) else {}
        raise InvalidValues(*faults, *more_faults(valid)) from None


@contextmanager
def upload_errors(what: str) -> Iterator[None]:
    """Convert an OSError while storing an upload into `UploadFailed`. `what`: the upload's name in the sentence."""
    try:
        yield
    except OSError as error:
        raise UploadFailed(what) from error


def _form(req: FormRequest) -> dict[str, Any]:
    files = [(name, UploadedFile(part.filename or "", part.stream)) for name, part in req.files.items(multi=True)]
    # Browsers send an empty text for an empty input.
    texts = [(name, text) for name, text in req.form.items(multi=True) if text]
    if broken := [Fault((name,), NOT_UTF8) for name, text in texts if not is_utf8(text)]:
        raise InvalidValues(*broken)
    return unique_names(MultiDict[str, Any]([*texts, *files]))


def load_body(req: Request, *, or_form: bool = False) -> dict[str, Any]:
    """Return the JSON object in a request, with exact numbers, or {} if there is no body. Raise `Invalid`.

    `or_form`: for another media type, the error sentence adds that a form is accepted too.
    """
    if req.content_length and req.mimetype != "application/json":
        alternative = ", or a form, sent as multipart/form-data" if or_form else ""
        raise Invalid(f"The body must be JSON, sent as application/json{alternative}.")
    body = req.get_data(cache=True)
    return load_object(body) if body else {}


def load_object(body: bytes, files: Mapping[str, IO[bytes]] | None = None) -> dict[str, Any]:
    """Return a JSON object. Numbers with a fraction or an exponent are `Decimal`. Raise `Invalid`.

    A text that is a key of `files` becomes that file. Bytes that are not UTF-8 become lone surrogates, as in forms.
    """
    try:
        text, is_broken = body.decode(), False
    except UnicodeDecodeError:
        text, is_broken = body.decode(errors="surrogateescape"), True
    pairs = partial(_object, files or {})
    try:
        value = json.loads(text, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=pairs)
    except (ValueError, ArithmeticError, RecursionError):  # ArithmeticError: an exponent beyond Decimal's
        raise Invalid("The body is not valid JSON.") from None
    if not isinstance(value, dict):
        raise Invalid("The body must be a JSON object.")
    if is_broken:
        raise _about_broken_bytes(value)
    return value


def _about_broken_bytes(value: dict[str, Any]) -> Invalid:
    """Return the error, which names the fields whose text is not UTF-8."""
    broken = [
        Fault((name,), NOT_UTF8)
        for name, content in value.items()
        if is_utf8(name) and not is_utf8(json.dumps(content, ensure_ascii=False, default=str))
    ]
    return InvalidValues(*broken) if broken else Invalid(NAMES_NOT_UTF8.format("body"))


def unique_names(values: MultiDict[str, Any], place: Place = Place.BODY) -> dict[str, Any]:
    """Return a query, a form or an object as a dict. Raise `InvalidValues` if names are repeated."""
    if repeated := [Fault((name,), "must appear only once.", place) for name, all_ in values.lists() if len(all_) > 1]:
        raise InvalidValues(*repeated)
    return values.to_dict()


def _object(files: Mapping[str, IO[bytes]], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object. Raise `Invalid` if a name is repeated: `json` would silently use the last value."""
    if files:
        pairs = [(name, files.get(value, value) if isinstance(value, str) else value) for name, value in pairs]
    unique = dict(pairs)
    return unique if len(unique) == len(pairs) else unique_names(MultiDict(pairs))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
