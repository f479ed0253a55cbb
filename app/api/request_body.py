"""The body of a request: JSON, parsed strictly, or a form with files.

`json.loads` of a large body would stop all threads for a second. So it only parses `BODY_BYTES`. In a larger body with
an invoice, msgspec ends at the first unknown name or wrong type. Then the document is cut out, and the rest parsed.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, NoReturn

import marshmallow as ma
import msgspec
from flask import Request
from marshmallow import ValidationError, fields
from msgspec.json import Decoder
from werkzeug.exceptions import RequestEntityTooLarge

from app.api.faults import Fault, InvalidValues, Place, invalid
from app.api.fields import Pounds, UploadedFile
from app.api.form_request import KEEPS_BYTES, FormRequest
from app.domain.errors import Invalid, TooLarge, UploadFailed
from app.domain.limits import BODY_BYTES, KIB

ONLY_ONCE = "must appear only once."
NOT_UTF8 = "must be text in UTF-8."
NOT_JSON = "The body is not valid JSON."
NO_OBJECT = "The body must be a JSON object."
TOO_DEEP = "The body is nested too deeply."
TOO_LONG = f"Shorten the request: everything besides its document must fit into {BODY_BYTES // KIB} KB."
MOST_LEVELS = 8
"""Levels of objects and lists in a body. The deepest body of the API has 4, and an unknown field may have as many."""
REPLACED = "\ufffd"
"""The replacement for bytes of a query or of JSON that are not UTF-8."""
UNKNOWN = re.compile(r"Object contains unknown field `(?P<name>.*?)`(?: - at `\$\.(?P<at>.*)`)?", re.DOTALL)
WRONG = re.compile(r".* - at `\$\.(?P<at>.*)`", re.DOTALL)
"""Messages of msgspec. `at`: the names that lead to the object or the value."""
LONG_TEXT = re.compile(rb'"[A-Za-z0-9+/\\][^"]{%d,}+"' % BODY_BYTES)
"""A long text that may be base64, perhaps escaped. The signs and blanks between two texts begin otherwise."""


def strict_decoder(schema: ma.Schema) -> Decoder[msgspec.Struct]:
    """Return a decoder of bodies that ends at the first unknown name or wrong type. Make it at import."""
    return Decoder(_struct(schema))


def _struct(schema: ma.Schema) -> type[msgspec.Struct]:
    names: list[tuple[str, Any, Any]] = []
    for field in schema.fields.values():
        kind: Any = str
        if isinstance(field, fields.Nested):
            kind = _struct(field.schema)
        elif isinstance(field, Pounds):
            kind = int | float
        elif field.metadata.get("format") == "byte":
            kind = bytes
        names.append((str(field.data_key), kind | None | msgspec.UnsetType, msgspec.UNSET))
    return msgspec.defstruct(type(schema).__name__, names, forbid_unknown_fields=True)


def load_json_or_form(
    req: FormRequest,
    json_schema: type[ma.Schema],
    form_schema: type[ma.Schema],
    large: Decoder[msgspec.Struct],
    more_faults: Callable[[dict[str, Any]], list[Fault]],
) -> dict[str, Any]:
    """Return the body, loaded by the schema of its media type. Raise Invalid, TooLarge, or OSError for an upload.

    `large`: the strict decoder of a large body in JSON. `more_faults`: returns further faults, by rules, of the values
    without a fault.
    """
    if req.mimetype == "multipart/form-data":
        return _load(form_schema(), _form(req), more_faults)
    if req.mimetype == "application/json" and (req.content_length or 0) > BODY_BYTES:
        schema = json_schema()
        req.store()
        return _load(schema, _load_large(req.stream.read(), large, schema), more_faults)
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
    if all_faults := [*repeated_names(body), *faults, *more_faults(valid)]:
        raise InvalidValues(*all_faults)
    return valid


@contextmanager
def upload_errors(what: str) -> Iterator[None]:
    """Convert an OSError while storing an upload into `UploadFailed`. `what`: the upload's name in the sentence."""
    try:
        yield
    except OSError as error:
        raise UploadFailed(what) from error


def _load_large(body: bytes, decoder: Decoder[Any], schema: ma.Schema) -> dict[str, Any]:
    """Return a large JSON object, with its document as bytes. Raise `Invalid`, `TooLarge`."""
    try:
        typed = decoder.decode(body)
    except msgspec.ValidationError as error:
        raise _about(str(error), schema) from None
    except ValueError:
        raise Invalid(NOT_JSON) from None
    body = body.strip()
    rest = _without_long_text(body)
    if len(rest) > 2 * BODY_BYTES:
        raise TooLarge(TOO_LONG)
    values = load_object(rest)
    if repeated_names(values):
        return values
    content = (values.get("document") or {}).get("content")
    is_other_text = content and rest != body
    if content is None or is_other_text or len(rest) - len(content) > BODY_BYTES:
        raise TooLarge(TOO_LONG)
    values["document"]["content"] = typed.document.content
    return values


def _without_long_text(body: bytes) -> bytes:
    """Return the body with an empty text in place of its first long one, if that may be a document in base64."""
    text = LONG_TEXT.search(body)
    return body if text is None else body[: text.start()] + b'""' + body[text.end() :]


def _about(message: str, schema: ma.Schema) -> Invalid:
    """Return the error for msgspec's message about a value. For a wrong type, its sentence is that of the schema."""
    if unknown := UNKNOWN.fullmatch(message):
        path = unknown["at"].split(".") if unknown["at"] else []
        return InvalidValues(Fault((*path, unknown["name"]), "unknown field."))
    wrong = WRONG.fullmatch(message)
    if wrong is None:
        return Invalid(NO_OBJECT)
    names = tuple(wrong["at"].split("."))
    stub: Any = []  # of a type that no field accepts
    for name in reversed(names):
        stub = {name: stub}
    faults = invalid(schema.validate(stub), Place.BODY).faults
    return InvalidValues(*(fault for fault in faults if fault.path == names))


def _form(req: FormRequest) -> dict[str, Any]:
    try:
        # Browsers send an empty text for an empty input.
        sent = [(name, text.encode(KEEPS_BYTES)) for name, text in req.form.items(multi=True) if text]
        parts = list(req.files.items(multi=True))
    except RequestEntityTooLarge:  # a text is too long, or there are too many parts
        raise TooLarge(TOO_LONG) from None
    except ValueError:
        raise Invalid("The form is not valid.") from None
    if sum(len(text) for _, text in sent) > BODY_BYTES:
        raise TooLarge(TOO_LONG)
    if broken := [Fault((name,), NOT_UTF8) for name, text in sent if not _is_utf8(text)]:
        raise InvalidValues(*broken)
    texts = [(name, text.decode()) for name, text in sent]
    files = [(name, UploadedFile(part.filename or "", part.stream)) for name, part in parts]
    if not all(name for name, _ in (*texts, *files)):
        raise Invalid("The form is not valid.")
    return _object([*texts, *files])


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True


def load_body(req: Request, *, or_form: bool = False) -> dict[str, Any]:
    """Return the JSON object in a request, with exact numbers, or {} if there is no body. Raise `Invalid`.

    `or_form`: for another media type, the error sentence adds that a form is accepted too.
    """
    if req.content_length and req.mimetype != "application/json":
        alternative = ", or a form, sent as multipart/form-data" if or_form else ""
        raise Invalid(f"The body must be JSON, sent as application/json{alternative}.")
    body = req.get_data(cache=True)
    return load_object(body) if body else {}


def load_object(body: bytes) -> dict[str, Any]:
    """Return a JSON object. Numbers with a fraction or an exponent are `Decimal`. Raise `Invalid`."""
    text = body.decode(errors="replace")
    try:
        value = json.loads(text, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_object)
    except (ValueError, ArithmeticError):  # ArithmeticError: an exponent beyond Decimal's
        raise Invalid(NOT_JSON) from None
    except RecursionError:
        raise Invalid(TOO_DEEP) from None
    if not isinstance(value, dict):
        raise Invalid(NO_OBJECT)
    if _depth_exceeds(MOST_LEVELS, value):
        raise Invalid(TOO_DEEP)
    if text.encode() != body:
        broken = [Fault((name,), NOT_UTF8) for name, content in value.items() if REPLACED in f"{name}{content}"]
        raise InvalidValues(*broken) if broken else Invalid(NOT_JSON)
    return value


def _depth_exceeds(levels: int, value: Any) -> bool:
    """Return whether objects and lists are nested in more than so many levels."""
    inner = [value]
    for _ in range(levels):
        contents = (each.values() if isinstance(each, dict) else each for each in inner)
        inner = [item for each in contents for item in each if isinstance(item, dict | list)]
    return bool(inner)


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


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object or a form."""
    unique = dict(pairs)
    if len(unique) == len(pairs):
        return unique
    repeating = _Repeating(unique)
    repeating.repeated = [name for name, number in Counter(name for name, _ in pairs).items() if number > 1]
    return repeating


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
