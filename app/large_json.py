"""A large JSON body with a document in it, which is taken out before the rest is parsed.

It is read into a file; the document's base64 is found there and decoded, piece by piece, into another one; and what is
left of the body, which is short then, is parsed like any other. A body in which nothing is found is parsed as it is.
"""

from __future__ import annotations

import json
import re
import secrets
import threading
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from typing import IO

from app.forms import PIECE_BYTES, FormRequest, copy

_FOUND = re.compile(rb'"content"[ \t\r\n]*:[ \t\r\n]*"((?:[A-Za-z0-9+/=]++|\\/|\\u00[0-9A-Fa-f]{2})*+)"')
"""Base64 under the name of a document's content, with what writers of JSON escape in it. Nothing in the midst of a text
looks so, for there a quotation mark has a backslash before it."""
_LONGEST_ESCAPE = len(b"\\u002b")
_ONE_AT_A_TIME = threading.Lock()
"""Parsing takes a core, so taking turns costs nothing; together, bodies that are parsed as they are would take a lot of
memory."""


@contextmanager
def taken_apart(request: FormRequest) -> Iterator[tuple[bytes, dict[str, IO[bytes]]]]:
    """What is left of the body, and the files that belong where the texts stand in it that name them.

    Bodies are taken apart, and parsed meanwhile, one at a time. Raises OSError.
    """
    with request.new_file() as whole:
        if not copy(request.stream, whole):
            yield b"", {}
            return
        whole.flush()
        with _ONE_AT_A_TIME, mmap(whole.fileno(), 0, access=ACCESS_READ) as body:
            found = _FOUND.search(body)
            file = request.new_file()
            if found is None or not decode(body, *found.span(1), file):
                yield body[:], {}
                return
            name = secrets.token_hex()
            yield b"".join((body[: found.start(1)], name.encode(), body[found.end(1) :])), {name: file}


def decode(body: mmap, start: int, end: int, file: IO[bytes]) -> bool:
    """Write into the file what stands there as base64; whether it is that."""
    left, is_padded = b"", False
    while start < end:
        piece = body[start : min(start + PIECE_BYTES, end)]
        escape = piece.rfind(b"\\", 1 - _LONGEST_ESCAPE)
        if escape > 0 and start + len(piece) < end:
            piece = piece[:escape]  # which may go on behind it
        start += len(piece)
        left += json.loads(b'"%b"' % piece).encode() if b"\\" in piece else piece
        whole = len(left) // 4 * 4 if start < end else len(left)
        try:
            decoded = b64decode(left[:whole], validate=True)
        except ValueError:
            return False
        if is_padded:
            return False
        is_padded = left[:whole].endswith(b"=")
        file.write(decoded)
        left = left[whole:]
    return True
