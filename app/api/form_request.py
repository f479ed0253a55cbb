"""Requests whose uploads are files on disk.

Werkzeug's parser of forms writes U+FFFD for bytes of a text that are not UTF-8. Here it decodes texts as ISO 8859-1,
which keeps all bytes, so `app.api.request_body` can decode them strictly and name the text at fault.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import IO, TYPE_CHECKING

from flask import Request, current_app
from werkzeug.exceptions import BadRequest, HTTPException
from werkzeug.formparser import MultiPartParser

from app.domain.limits import BODY_BYTES

if TYPE_CHECKING:
    from werkzeug.datastructures import FileStorage, Headers, MultiDict

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


class FormRequest(Request):
    """A request with uploads."""

    @cached_property
    def _new_files(self) -> list[IO[bytes]]:
        return []

    def new_file(self) -> IO[bytes]:
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
