"""One call to AgentOS: what is asked, for whom, and the body of a write."""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.agentos.caller import Caller
from app.agentos.endpoints import ENDPOINTS
from app.domain.agency import Agency
from app.domain.clock import LeaseEnd
from app.domain.invoice import Document

PIECE_BYTES = 48 * 1024
"""Bytes of a document read at a time: a multiple of three, because only the last piece of base64 may be padded."""
_END = b'"}]}'


class Upload:
    """A request body: a JSON object with a document under `Documents`. Its length is known before it is sent.

    Each iteration yields its bytes from the beginning and encodes the document piece by piece. Raises OSError.
    """

    def __init__(self, fields: Mapping[str, Any], document: Document) -> None:
        entry = {
            "DocumentName": document.name,
            "MimeType": "application/pdf",
            "Size": document.size,
            "Content": "",  # last, because the bytes after it must be known
        }
        self._beginning = json.dumps({**fields, "Documents": [entry]}, allow_nan=False).encode().removesuffix(_END)
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
    """The body of a write, and the end of its sender's lease. Nothing is sent after the lease.

    `is_upload`: whether the time-out of uploads applies.
    """

    body: Body = field(repr=False)
    lease: LeaseEnd
    is_upload: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """One call: an operation of `ENDPOINTS` at an agency, the path to request, its caller, and the write's body.

    `write` is None for a read.
    """

    agency: Agency
    operation: str
    path: str
    caller: Caller
    write: Write | None = None

    @property
    def method(self) -> str:
        """The HTTP method of the operation."""
        return ENDPOINTS[self.operation].method
