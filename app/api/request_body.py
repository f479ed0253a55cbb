"""The body of a request: JSON, parsed strictly, or a form with files."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from typing import IO, Any, NoReturn

import marshmallow as ma
from flask import Request
from marshmallow import ValidationError

from app.api.faults import Fault, InvalidValues, Place, invalid
from app.api.fields import UploadedFile
from app.api.large_json import without_document
from app.api.multipart import NAMES_NOT_UTF8, NOT_UTF8, FormRequest, is_utf8
from app.domain.errors import Invalid, UploadFailed
from app.domain.limits import BODY_BYTES

ONLY_ONCE = "must appear only once."
TOO_DEEP = "The body is nested too deeply."
MOST_LEVELS = 8
"""Levels of objects and lists in a body. The deepest body of the API has 4, and an unknown field may have as many."""


def load_json_or_form(
    req: FormRequest,
    json_schema: type[ma.Schema],
    form_schema: type[ma.Schema],
    more_faults: Callable[[dict[str, Any]], list[Fault]],
) -> dict[str, Any]:
    """Return the body, loaded by the schema of its media type. Raise Invalid, TooLarge, or OSError for an upload.

    `more_faults`: returns further faults, by rules, of the values without a fault.
    """
    if req.mimetype == "multipart/form-data":
        return _load(form_schema(), _form(req), more_faults)
    if req.mimetype == "application/json" and (req.content_length or 0) > BODY_BYTES:
        with without_document(req) as (body, files):
            return _load(json_schema(), load_object(body, files), more_faults)
    return _load(json_schema(), load_body(req, or_form=True), more_faults)


def _load(
    schema: ma.Schema, body: dict[str, Any], more_faults: Callable[[dict[str, Any]], list[Fault]]
) -> dict[str, Any]:
    """Return the body, loaded by the schema. Raise `InvalidValues` with all its faults."""
    faults: Sequence[Fault] = ()
    try:
        valid = dict(schema.load(body))
    except ValidationError as error:
        faults = invalid(error.messages, Place.BODY).faults
        valid = error.valid_data if isinstance(error.valid_data, dict) else {}
    repeated = repeated_names(body)
    if not (faults or repeated):
        return valid
    raise InvalidValues(*repeated, *faults, *more_faults(valid))


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
    return _object({}, [*texts, *files])


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
    except (ValueError, ArithmeticError):  # ArithmeticError: an exponent beyond Decimal's
        raise Invalid("The body is not valid JSON.") from None
    except RecursionError:
        raise Invalid(TOO_DEEP) from None
    if not isinstance(value, dict):
        raise Invalid("The body must be a JSON object.")
    if _depth_exceeds(MOST_LEVELS, value):
        raise Invalid(TOO_DEEP)
    if is_broken:
        raise _about_broken_bytes(value)
    return value


def _depth_exceeds(levels: int, value: Any) -> bool:
    """Return whether objects and lists are nested in more than so many levels."""
    inner = [value]
    for _ in range(levels):
        contents = (each.values() if isinstance(each, dict) else each for each in inner)
        inner = [item for each in contents for item in each if isinstance(item, dict | list)]
    return bool(inner)


def _about_broken_bytes(value: dict[str, Any]) -> Invalid:
    """Return the error, which names the fields whose text is not UTF-8."""
    broken = [
        Fault((name,), NOT_UTF8)
        for name, content in value.items()
        if is_utf8(name) and not is_utf8(json.dumps(content, ensure_ascii=False, default=str))
    ]
    return InvalidValues(*broken) if broken else Invalid(NAMES_NOT_UTF8.format("body"))


class _Repeating(dict[str, Any]):
    """An object with `repeated` names, which has their last values."""

    repeated: Sequence[str] = ()


def repeated_names(body: dict[str, Any]) -> list[Fault]:
    """Return a fault for each repeated name in a body, at any depth. `json` would silently use the last value."""
    faults = []
    values: list[tuple[tuple[str | int, ...], Any]] = [((), body)]
    while values:
        path, value = values.pop()
        if isinstance(value, _Repeating):
            faults += [Fault((*path, name), ONLY_ONCE) for name in value.repeated]
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        values += [((*path, name), inner) for name, inner in items if isinstance(inner, dict | list)]
    return faults


def _object(files: Mapping[str, IO[bytes]], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object or a form."""
    if files:
        pairs = [(name, files.get(value, value) if isinstance(value, str) else value) for name, value in pairs]
    unique = dict(pairs)
    if len(unique) == len(pairs):
        return unique
    repeating = _Repeating(unique)
    repeating.repeated = [name for name, number in Counter(name for name, _ in pairs).items() if number > 1]
    return repeating


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
