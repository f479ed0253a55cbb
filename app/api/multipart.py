"""Requests whose files are on the disk, and forms whose faults are told, broken UTF-8 among them.

By itself, Werkzeug takes a form that it cannot parse for an empty one, and puts U+FFFD in place of broken bytes, so
that afterwards nobody knows what came. Here they become lone surrogates, which no UTF-8 decodes to (PEP 383), and are
refused.
"""

from __future__ import annotations

import codecs
from contextlib import suppress
from functools import cached_property
from typing import IO, Any

from flask import Request, current_app
from werkzeug.datastructures import FileStorage, Headers, MultiDict
from werkzeug.exceptions import BadRequest, HTTPException, RequestEntityTooLarge
from werkzeug.formparser import FormDataParser, MultiPartParser
from werkzeug.http import parse_options_header

from app.domain.errors import Invalid, TooLarge
from app.domain.limits import BODY_BYTES, KIB

CODEC = "utf-8-with-broken-bytes"
"""The name of a codec, since Werkzeug lets nobody choose what happens on errors but does ask for a part's charset."""

NOT_VALID = "The form is not valid."
TOO_LONG = f"Shorten the request: everything besides its document must fit into {BODY_BYTES // KIB} KB."
MOST_PARTS = 100
"""Of a form, known or not."""
PIECE_BYTES = 64 * 1024
"""Of what comes, read at a time."""
FORM_PIECE_BYTES = 16 * 1024
"""The same of a form, where Werkzeug holds a piece against the limit of a text."""


class _Parts(MultiPartParser):
    def get_part_charset(self, headers: Headers) -> str:
        """What a part says (RFC 7578, 4.5), if it says Latin-1; else UTF-8, of which ASCII is a part."""
        named = super().get_part_charset(headers)
        return named if named == "iso-8859-1" else CODEC


class _Parser(FormDataParser):
    def _parse_multipart(
        self, stream: IO[bytes], mimetype: str, content_length: int | None, options: dict[str, str]
    ) -> tuple[IO[bytes], MultiDict[str, str], MultiDict[str, FileStorage]]:
        parts = _Parts(self.stream_factory, BODY_BYTES, self.cls, FORM_PIECE_BYTES, MOST_PARTS)
        try:
            if not (boundary := options.get("boundary", "").encode("ascii")):
                raise ValueError("no boundary")
            form, files = parts.parse(stream, boundary, content_length)
            if not all(isinstance(name, str) for name in (*form, *files)):
                raise ValueError("a part without a name")
        except RequestEntityTooLarge:  # one text, or too many parts
            raise TooLarge(TOO_LONG) from None
        except UnicodeDecodeError as error:
            raise Invalid(_about(error.object)) from None
        except ValueError:
            raise Invalid(NOT_VALID) from None
        if sum(len(text.encode(errors="surrogateescape")) for _, text in form.items(multi=True)) > BODY_BYTES:
            raise TooLarge(TOO_LONG)
        return stream, form, files


class FormRequest(Request):
    """A request whose form's texts hold lone surrogates where their bytes were no UTF-8.

    Asking for its `form` or `files` raises `Invalid` where they cannot be parsed, `TooLarge` where they hold more than
    `BODY_BYTES` besides files, and OSError where a file of it cannot be kept.
    """

    form_data_parser_class = _Parser

    @cached_property
    def _new_files(self) -> list[IO[bytes]]:
        return []

    def new_file(self) -> IO[bytes]:
        """A file for what came, or was made of it, that ends with the request."""
        self._new_files.append(current_app.extensions["services"].ledger.documents.temporary())
        return self._new_files[-1]

    def _get_file_stream(self, *_: Any, **__: Any) -> IO[bytes]:
        return self.new_file()

    def measure(self) -> int:
        """The length of a body that came without one, in chunks; it is read for that, into a file."""
        file = self.new_file()
        length = copy(self.stream, file)
        file.seek(0)
        # As Werkzeug puts there what is known once a form was read.
        self.__dict__ |= {"stream": file, "content_length": length}
        return length

    def close(self) -> None:
        """Let go of all files."""
        for file in self._new_files:
            with suppress(OSError):  # of a full disk, which was told already
                file.close()
        super().close()


def copy(stream: IO[bytes], file: IO[bytes]) -> int:
    """Write what comes into a file, piece by piece; its length in bytes. An OSError is the file's."""
    length = 0
    while piece := _read(stream):
        length += file.write(piece)
    return length


def _read(stream: IO[bytes]) -> bytes:
    try:
        return stream.read(PIECE_BYTES)
    except HTTPException:
        raise
    except Exception:  # every server has exceptions of its own for chunks that are none
        raise BadRequest from None


def is_utf8(text: str) -> bool:
    """Whether a text of such a form came as UTF-8."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _about(line: bytes) -> str:
    """What is wrong with a form if this line among its parts' headers is no UTF-8."""
    header, _, value = line.decode(errors="surrogateescape").partition(":")
    name = parse_options_header(value)[1].get("name", "") if header.strip().lower() == "content-disposition" else ""
    if not is_utf8(name):
        return "The names of the form's fields must be text in UTF-8."
    return f"{name[:64]}: must have a file name in UTF-8." if name and name.isprintable() else NOT_VALID


def _codec(name: str) -> codecs.CodecInfo | None:
    if name.replace("_", "-") != CODEC:
        return None
    return codecs.CodecInfo(
        name=CODEC,
        encode=codecs.utf_8_encode,
        decode=lambda data, _errors="replace": codecs.utf_8_decode(data, "surrogateescape", True),
    )


codecs.register(_codec)
