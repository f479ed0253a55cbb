"""Forms read by Werkzeug, with texts that are no UTF-8 told from texts that hold U+FFFD.

Werkzeug puts U+FFFD in place of broken bytes, so that afterwards nobody knows what came. Here they become lone
surrogates, which no UTF-8 decodes to (PEP 383), and are refused.
"""

from __future__ import annotations

import codecs
from typing import IO

from flask import Request
from werkzeug.datastructures import FileStorage, Headers, MultiDict
from werkzeug.formparser import FormDataParser, MultiPartParser

CODEC = "utf-8-with-broken-bytes"
"""The name of a codec, since Werkzeug lets nobody choose what happens on errors but does ask for a part's charset."""


class _Parts(MultiPartParser):
    def get_part_charset(self, headers: Headers) -> str:
        """What a part says (RFC 7578, 4.5), if it says Latin-1; else UTF-8, of which ASCII is a part."""
        named = super().get_part_charset(headers)
        return named if named == "iso-8859-1" else CODEC


class _Parser(FormDataParser):
    def _parse_multipart(
        self, stream: IO[bytes], mimetype: str, content_length: int | None, options: dict[str, str]
    ) -> tuple[IO[bytes], MultiDict[str, str], MultiDict[str, FileStorage]]:
        if not (boundary := options.get("boundary", "").encode("ascii")):
            raise ValueError("no boundary")
        parts = _Parts(self.stream_factory, self.max_form_memory_size, self.cls, max_form_parts=self.max_form_parts)
        return stream, *parts.parse(stream, boundary, content_length)


class FormRequest(Request):
    """A request whose form's texts hold lone surrogates where their bytes were no UTF-8."""

    form_data_parser_class = _Parser


def is_utf8(text: str) -> bool:
    """Whether a text of such a form came as UTF-8."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _codec(name: str) -> codecs.CodecInfo | None:
    if name.replace("_", "-") != CODEC:
        return None
    return codecs.CodecInfo(
        name=CODEC,
        encode=codecs.utf_8_encode,
        decode=lambda data, _errors="replace": codecs.utf_8_decode(data, "surrogateescape", True),
    )


codecs.register(_codec)
