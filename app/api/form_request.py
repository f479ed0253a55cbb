"""Requests whose uploads are files on disk, and whose malformed forms are refused.

Werkzeug's parser writes U+FFFD for bytes of a text that are not UTF-8. Here it decodes texts as ISO 8859-1, which keeps
all bytes, so `app.api.request_body` can decode them strictly and name the text at fault.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any

from flask import Request, current_app
from werkzeug.exceptions import BadRequest, HTTPException
from werkzeug.formparser import FormDataParser, MultiPartParser

from app.domain.limits import BODY_BYTES

if TYPE_CHECKING:
    from werkzeug.datastructures import Headers

MOST_PARTS = 100
"""Maximum number of parts of a form, known or unknown."""
KEEPS_BYTES = "latin-1"
PIECE_BYTES = 64 * 1024
"""Bytes of a body that are read at a time."""


class BytesParser(MultiPartParser):
    """A parser of `multipart/form-data` whose texts are bytes as ISO 8859-1."""

    def get_part_charset(self, headers: Headers) -> str:
        """Return the encoding of a text."""
        return KEEPS_BYTES


class FormParser(FormDataParser):
    """Werkzeug's parser of forms with `BytesParser`."""

    def parse(
        self, stream: IO[bytes], mimetype: str, content_length: int | None, options: dict[str, str] | None = None
    ) -> Any:
        """Return the stream, the texts and the files. Raise ValueError for a malformed form."""
        boundary = (options or {}).get("boundary", "").encode("ascii")
        if mimetype != "multipart/form-data" or not boundary:
            return super().parse(stream, mimetype, content_length, options)
        parser = BytesParser(
            self.stream_factory, self.max_form_memory_size, self.cls, max_form_parts=self.max_form_parts
        )
        return stream, *parser.parse(stream, boundary, content_length)


class FormRequest(Request):
    """A request with uploads. Texts in `form` are bytes as ISO 8859-1 (`KEEPS_BYTES`).

    `form` and `files` raise ValueError if the form cannot be parsed, RequestEntityTooLarge if it has more than
    `MOST_PARTS` parts or a very long text, and OSError if a file cannot be stored.
    """

    form_data_parser_class = FormParser

    @cached_property
    def _new_files(self) -> list[IO[bytes]]:
        return []

    def new_file(self) -> IO[bytes]:
        """Return a new temporary file that is deleted when the request ends."""
        self._new_files.append(current_app.extensions["services"].ledger.documents.temporary())
        return self._new_files[-1]

    def make_form_data_parser(self) -> FormDataParser:
        parser = super().make_form_data_parser()
        parser.silent = False
        parser.max_form_parts = MOST_PARTS
        parser.max_form_memory_size = BODY_BYTES + 2 * PIECE_BYTES  # Werkzeug counts unread pieces, too
        parser.stream_factory = lambda *_, **__: self.new_file()
        return parser

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
