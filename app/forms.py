"""Forms read by Werkzeug, with what is wrong with them told, and texts that are no UTF-8 told from those with U+FFFD.

By itself, Werkzeug takes a form that it cannot parse for an empty one, and puts U+FFFD in place of broken bytes, so
that afterwards nobody knows what came. Here they become lone surrogates, which no UTF-8 decodes to (PEP 383), and are
refused.
"""

from __future__ import annotations

import codecs
from typing import IO

from flask import Request
from werkzeug.datastructures import FileStorage, Headers, MultiDict
from werkzeug.formparser import FormDataParser, MultiPartParser
from werkzeug.http import parse_options_header

from app.domain.errors import Invalid, Unread

CODEC = "utf-8-with-broken-bytes"
"""The name of a codec, since Werkzeug lets nobody choose what happens on errors but does ask for a part's charset."""

NOT_VALID = "The form is not valid."


class _Parts(MultiPartParser):
    def get_part_charset(self, headers: Headers) -> str:
        """What a part says (RFC 7578, 4.5), if it says Latin-1; else UTF-8, of which ASCII is a part."""
        named = super().get_part_charset(headers)
        return named if named == "iso-8859-1" else CODEC


class _Parser(FormDataParser):
    def _parse_multipart(
        self, stream: IO[bytes], mimetype: str, content_length: int | None, options: dict[str, str]
    ) -> tuple[IO[bytes], MultiDict[str, str], MultiDict[str, FileStorage]]:
        parts = _Parts(self.stream_factory, self.max_form_memory_size, self.cls, max_form_parts=self.max_form_parts)
        try:
            if not (boundary := options.get("boundary", "").encode("ascii")):
                raise ValueError("no boundary")
            form, files = parts.parse(stream, boundary, content_length)
            if not all(isinstance(name, str) for name in (*form, *files)):
                raise ValueError("a part without a name")
        except UnicodeDecodeError as error:
            raise Invalid(_about(error.object)) from None
        except ValueError:
            raise Invalid(NOT_VALID) from None
        except OSError as error:  # large parts go to the disk, which may be full
            raise Unread("request") from error
        return stream, form, files


class FormRequest(Request):
    """A request whose form's texts hold lone surrogates where their bytes were no UTF-8.

    Asking for its `form` or `files` raises `Invalid` where they cannot be parsed.
    """

    form_data_parser_class = _Parser


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
