"""Requests whose uploads are files on disk, and whose malformed forms and queries are refused.

Werkzeug alone treats a form that it cannot parse as empty, and replaces broken UTF-8 by U+FFFD or, in a query, by
escapes. Here broken bytes become lone surrogates (PEP 383), which valid UTF-8 never contains, and the portal refuses
these.

Werkzeug's `MultiPartParser` is undocumented (checked in version `WERKZEUG_READ`) and has no option for broken bytes.
Therefore `_Parts` has every text decoded as Latin-1, which loses nothing, and decodes it again.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any, cast
from urllib.parse import parse_qsl

from flask import Request, current_app
from werkzeug.datastructures import FileStorage, Headers, MultiDict
from werkzeug.exceptions import BadRequest, HTTPException, RequestEntityTooLarge
from werkzeug.formparser import FormDataParser, MultiPartParser
from werkzeug.http import parse_options_header

from app.api.faults import Fault, InvalidValues
from app.domain.errors import Invalid, TooLarge
from app.domain.limits import BODY_BYTES, KIB

if TYPE_CHECKING:
    from werkzeug.formparser import TStreamFactory

Texts = list[tuple[str, str]]
Files = list[tuple[str, FileStorage]]

WERKZEUG_READ = "3.1.9"
LATIN_1 = "iso-8859-1"
NOT_UTF8 = "must be text in UTF-8."
NAMES_NOT_UTF8 = "The names of the {}'s fields must be text in UTF-8."
NOT_VALID = "The form is not valid."
TOO_LONG = f"Shorten the request: everything besides its document must fit into {BODY_BYTES // KIB} KB."
MOST_PARTS = 100
"""Maximum number of parts of a form, known or unknown."""
PIECE_BYTES = 64 * 1024
"""Bytes of a body that are read at a time."""
FORM_PIECE_BYTES = 16 * 1024
"""Bytes of a form that are read at a time: fewer, because Werkzeug counts a piece towards the limit of a text."""


class _Parts(MultiPartParser):
    def __init__(self, stream_factory: TStreamFactory) -> None:
        pairs = cast("type[MultiDict[str, Any]]", list)  # keeps the order of the texts, which a MultiDict does not
        super().__init__(stream_factory, BODY_BYTES, pairs, FORM_PIECE_BYTES, MOST_PARTS)
        self._charsets: list[str] = []

    def get_part_charset(self, headers: Headers) -> str:
        """Record the charset in the headers of a text's part (RFC 7578, 4.5). Return Latin-1 for every text."""
        self._charsets.append(super().get_part_charset(headers))
        return LATIN_1

    def pairs(self, stream: IO[bytes], boundary: bytes, content_length: int | None) -> tuple[Texts, Files]:
        """Return texts and files with their names. A text is Latin-1 if its part declares that, else UTF-8."""
        texts, files = cast(tuple[Texts, Files], self.parse(stream, boundary, content_length))
        return [
            (name, text if charset == LATIN_1 else text.encode(LATIN_1).decode(errors="surrogateescape"))
            for (name, text), charset in zip(texts, self._charsets, strict=True)
        ], files


class _Parser(FormDataParser):
    def parse(
        self, stream: IO[bytes], mimetype: str, content_length: int | None, options: dict[str, str] | None = None
    ) -> tuple[IO[bytes], MultiDict[str, str], MultiDict[str, FileStorage]]:
        if mimetype != "multipart/form-data":
            return super().parse(stream, mimetype, content_length, options)
        try:
            if not (boundary := (options or {}).get("boundary", "").encode("ascii")):
                raise ValueError("no boundary")
            texts, files = _Parts(self.stream_factory).pairs(stream, boundary, content_length)
            if not all(isinstance(name, str) for name, _ in (*texts, *files)):
                raise ValueError("a part without a name")
        except RequestEntityTooLarge:  # a text is too long, or there are too many parts
            raise TooLarge(TOO_LONG) from None
        except UnicodeDecodeError as error:
            raise _about(error.object) from None
        except ValueError:
            raise Invalid(NOT_VALID) from None
        if sum(len(text.encode(errors="surrogateescape")) for _, text in texts) > BODY_BYTES:
            raise TooLarge(TOO_LONG)
        return stream, self.cls(texts), self.cls(files)


class FormRequest(Request):
    """A request whose query and form have lone surrogates in place of bytes that are not UTF-8.

    `form` and `files` raise `Invalid` if the form cannot be parsed, `TooLarge` if it has more than `BODY_BYTES` bytes
    besides files, and OSError if a file cannot be stored.
    """

    form_data_parser_class = _Parser

    @cached_property
    def args(self) -> MultiDict[str, str]:
        """The parameters of the query."""
        query, errors = self.query_string, "surrogateescape"
        pairs = parse_qsl(query.decode(errors=errors), keep_blank_values=True, errors=errors)
        return self.parameter_storage_class(pairs)

    @cached_property
    def _new_files(self) -> list[IO[bytes]]:
        return []

    def new_file(self) -> IO[bytes]:
        """Return a new temporary file that is deleted when the request ends."""
        self._new_files.append(current_app.extensions["services"].ledger.documents.temporary())
        return self._new_files[-1]

    def make_form_data_parser(self) -> FormDataParser:
        parser = super().make_form_data_parser()
        parser.stream_factory = lambda *_, **__: self.new_file()
        return parser

    def measure(self) -> int:
        """Read a chunked body, which has no declared length, into a file. Return its length in bytes."""
        file = self.new_file()
        length = copy(self.stream, file)
        file.seek(0)
        self.stream, self.content_length = file, length
        return length

    def close(self) -> None:
        for file in self._new_files:
            with suppress(OSError):  # a full disk, which was reported already
                file.close()
        super().close()


def copy(stream: IO[bytes], file: IO[bytes]) -> int:
    """Copy a stream into a file. Return the length in bytes. Raise OSError for faults of the file only."""
    length = 0
    while piece := _read(stream):
        length += file.write(piece)
    return length


def _read(stream: IO[bytes]) -> bytes:
    try:
        return stream.read(PIECE_BYTES)
    except HTTPException:
        raise
    except Exception:  # every server raises its own exceptions for malformed chunks
        raise BadRequest from None


def is_utf8(text: str) -> bool:
    """Return whether a text was valid UTF-8 before its broken bytes became lone surrogates."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _about(line: bytes) -> Invalid:
    """Return the error about this header line of a form's part, which is not UTF-8."""
    header, _, value = line.decode(errors="surrogateescape").partition(":")
    name = parse_options_header(value)[1].get("name", "") if header.strip().lower() == "content-disposition" else ""
    if not is_utf8(name):
        return Invalid(NAMES_NOT_UTF8.format("form"))
    if not name or not name.isprintable():
        return Invalid(NOT_VALID)
    return InvalidValues(Fault((name,), "must have a file name in UTF-8."))
