"""The body of a write: JSON, perhaps with a document, whose base64 is made piece by piece as it is sent."""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.clock import LeaseEnd
from app.domain.invoice import Document

PIECE_BYTES = 48 * 1024
"""Read at a time: a multiple of three, so that only the last piece of base64 can be padded."""
_END = b'"}]}'


class Upload:
    """A JSON object with a document under `Documents`, for a request's body: its length is known before it is sent.

    Iterating gives its bytes, from the beginning each time; may raise OSError.
    """

    def __init__(self, said: Mapping[str, Any], document: Document) -> None:
        entry = {
            "DocumentName": document.name,
            "MimeType": "application/pdf",
            "Size": document.size,
            "Content": "",  # the last of all, so that what comes behind it is known
        }
        self._beginning = json.dumps({**said, "Documents": [entry]}, allow_nan=False).encode().removesuffix(_END)
        self._document = document

    def __len__(self) -> int:
        return len(self._beginning) + (self._document.size + 2) // 3 * 4 + len(_END)

    def __iter__(self) -> Iterator[bytes]:
        yield self._beginning
        with self._document.open() as file:
            while piece := file.read(PIECE_BYTES):
                yield b64encode(piece)
        yield _END


Body = Mapping[str, Any] | Upload
"""The JSON of a write, with a document or without."""


@dataclass(frozen=True, slots=True)
class Write:
    """The body of a write, and the end of its sender's lease: nothing is written after that.

    `is_upload`: whether the time-out of uploads applies.
    """

    body: Body = field(repr=False)
    lease: LeaseEnd
    is_upload: bool = False
