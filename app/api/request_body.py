"""The body of a request: JSON, parsed strictly, or a form with files.

`json.loads` of a large body would stop all threads for a second. So it only parses `BODY_BYTES`. In a larger body with
an invoice, msgspec ends at the first unknown name. Then the document is cut out, and the rest parsed.

Werkzeug's parser of forms writes U+FFFD for bytes of a text that are not UTF-8. Here it decodes texts as ISO 8859-1,
which keeps all bytes, so `_form` can decode them strictly and name the text at fault.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from decimal import Decimal
from functools import cached_property, partial
from tempfile import SpooledTemporaryFile
from typing import Any, NoReturn, cast

import marshmallow as ma
import msgspec
from flask import Request, current_app
from marshmallow import ValidationError, fields
from msgspec.json import Decoder
from werkzeug.datastructures import FileStorage, Headers, MultiDict
from werkzeug.exceptions import BadRequest, HTTPException, RequestEntityTooLarge
from werkzeug.formparser import MultiPartParser

from app.api.faults import Fault, InvalidValues, Place, invalid
from app.api.fields import UploadedFile
from app.domain.bulkhead import MOST_FOR_DOCUMENTS, Bulkhead
from app.domain.errors import NOTHING_SENT, Invalid, TooLarge, TooMany, UploadFailed
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
UNFIT = re.compile(r"(?:Object contains unknown field `(?P<name>.*?)`|.*?)(?: - at `\$\.(?P<at>.*)`)?", re.DOTALL)
"""Messages of msgspec: an unknown `name`, or a value that is no object. `at`: the names that lead there."""
MOST_PARTS = 100
"""Maximum number of parts of a form, known or unknown."""
KEEPS_BYTES = "latin-1"
PIECE_BYTES = 64 * 1024
"""Bytes of a body that are read at a time."""
BUSY = f"Too many large requests at the same time. {NOTHING_SENT} Please try again in a few seconds."
BULKHEAD = Bulkhead(MOST_FOR_DOCUMENTS, partial(TooMany, BUSY, retry_after_s=5))
"""A place is held while a large body in JSON is read and decoded, and its document is written to the disk."""
WAIT_S = 2.0
"""The longest wait for a place, in seconds. One large body usually takes a tenth of a second."""


class BytesParser(MultiPartParser):
    """A parser of `multipart/form-data` whose texts are bytes as ISO 8859-1."""

    def get_part_charset(self, headers: Headers) -> str:
        """Return the encoding of a text."""
        return KEEPS_BYTES


class FormRequest(Request):
    """A request with uploads."""

    @cached_property
    def _new_files(self) -> list[SpooledTemporaryFile[bytes]]:
        return []

    def new_file(self) -> SpooledTemporaryFile[bytes]:
        """Return a new temporary file that is deleted when the request ends."""
        self._new_files.append(current_app.extensions["services"].ledger.documents.temporary())
        return self._new_files[-1]

    def parts(self) -> tuple[MultiDict[str, str], MultiDict[str, FileStorage]]:
        """Return the texts and the files of a form. The texts are bytes as ISO 8859-1 (`KEEPS_BYTES`).

        Raise ValueError for a malformed form, RequestEntityTooLarge for more than `MOST_PARTS` parts or a very long
        text, and OSError if a file cannot be stored.
        """
        parser = BytesParser(
            stream_factory=lambda *_, **__: self.new_file(),
            max_form_memory_size=BODY_BYTES + 2 * PIECE_BYTES,  # Werkzeug counts unread pieces, too
            max_form_parts=MOST_PARTS,
        )
        return parser.parse(self.stream, self.mimetype_params["boundary"].encode("ascii"), self.content_length)

    def store(self) -> int:
        """Read the body into a file, which becomes its stream. Return its length in bytes."""
        file = self.new_file()
        length = 0
        while piece := self._read():
            length += file.write(piece)
        file.seek(0)
        self.stream, self.content_length = file, length
        return length

    def _read(self) -> bytes:
        try:
            return self.stream.read(PIECE_BYTES)
        except HTTPException:
            raise
        except Exception:  # every server raises its own exceptions for malformed chunks
            raise BadRequest from None

    def close(self) -> None:
        for file in self._new_files:
            with suppress(OSError):  # a full disk, which was reported already
                file.close()
        super().close()


def strict_decoder(schema: ma.Schema) -> Decoder[Any]:
    """Return a decoder of bodies that ends at the first unknown name, and leaves values as text. Make it at import."""
    return Decoder(_struct(schema))


def _struct(schema: ma.Schema) -> type[msgspec.Struct]:
    names: list[tuple[str, Any, Any]] = []
    for field in schema.fields.values():
        if isinstance(field, fields.Nested):
            names.append((str(field.data_key), _struct(field.schema) | None, None))
        else:
            names.append((str(field.data_key), msgspec.Raw, msgspec.Raw()))
    return msgspec.defstruct(type(schema).__name__, names, forbid_unknown_fields=True)


def load_json_or_form(
    req: FormRequest,
    json_schema: type[ma.Schema],
    form_schema: type[ma.Schema],
    large: Decoder[Any],
    more_faults: Callable[[dict[str, Any]], list[Fault]],
    person: str,
) -> dict[str, Any]:
    """Return the body, loaded by the schema of its media type. Raise Invalid, TooLarge, or OSError for an upload.

    `large`: the strict decoder of a large body in JSON. `more_faults`: returns further faults, by rules, of the values
    without a fault. `person`: the address of the sender, who may send one large body in JSON at a time. Raise `TooMany`
    for a second.
    """
    if req.mimetype == "multipart/form-data":
        return _load(form_schema(), _form(req), more_faults)
    if req.mimetype == "application/json" and (req.content_length or 0) > BODY_BYTES:
        with BULKHEAD.acquire({person: 1}, wait_s=WAIT_S):
            req.store()
            return _load(json_schema(), _load_large(req.stream.read().strip(), large), more_faults)
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


def _load_large(body: bytes, decoder: Decoder[Any]) -> dict[str, Any]:
    """Return a large JSON object, with the content of its document as text in JSON. Raise `Invalid`, `TooLarge`."""
    try:
        document = decoder.decode(body).document
    except msgspec.ValidationError as error:
        raise _unfit(str(error)) from None
    except ValueError:
        raise Invalid(NOT_JSON) from None
    except RecursionError:
        raise Invalid(TOO_DEEP) from None
    content = document.content if document else msgspec.Raw()
    if content == msgspec.Raw() or len(body) - memoryview(content).nbytes > BODY_BYTES:
        raise TooLarge(TOO_LONG)
    values = load_object(body.replace(content, b'""', 1))
    values["document"]["content"] = content
    return values


def _unfit(message: str) -> Invalid:
    """Return the error for a message of msgspec."""
    parts = cast("re.Match[str]", UNFIT.fullmatch(message))
    path = tuple(parts["at"].split(".")) if parts["at"] else ()
    if parts["name"] is not None:
        return InvalidValues(Fault((*path, parts["name"]), "unknown field."))
    return InvalidValues(Fault(path, "must be an object.")) if path else Invalid(NO_OBJECT)


def _form(req: FormRequest) -> dict[str, Any]:
    try:
        form, parts = req.parts()
    except RequestEntityTooLarge:  # a text is too long, or there are too many parts
        raise TooLarge(TOO_LONG) from None
    except (KeyError, ValueError):  # KeyError: it names no boundary
        raise Invalid("The form is not valid.") from None
    # Browsers send an empty text for an empty input.
    sent = [(name, text.encode(KEEPS_BYTES)) for name, text in form.items(multi=True) if text]
    if sum(len(text) for _, text in sent) > BODY_BYTES:
        raise TooLarge(TOO_LONG)
    texts, broken = [], []
    for name, text in sent:
        try:
            texts.append((name, text.decode()))
        except UnicodeDecodeError:
            broken.append(Fault((name,), NOT_UTF8))
    if broken:
        raise InvalidValues(*broken)
    files = [(name, UploadedFile(part.filename or "", part.stream)) for name, part in parts.items(multi=True)]
    if not all(name for name, _ in (*texts, *files)):
        raise Invalid("The form is not valid.")
    return _object([*texts, *files])


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
    if not isinstance(value, dict | list):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(_depth_exceeds(levels - 1, each) for each in inner)


class _Repeating(dict[str, Any]):
    """An object with `repeated` names, which has their last values."""

    repeated: Sequence[str] = ()


def repeated_names(value: Any, path: tuple[str | int, ...] = ()) -> list[Fault]:
    """Return a fault for each repeated name in a body, at any depth. `json` would silently use the last value."""
    repeated = value.repeated if isinstance(value, _Repeating) else ()
    faults = [Fault((*path, name), ONLY_ONCE) for name in repeated]
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in items:
        faults += repeated_names(inner, (*path, name))
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
