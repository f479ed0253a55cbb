"""Large JSON bodies, whose document is removed before the rest is parsed.

The body is read into a file. The document's base64 is located there and decoded, piece by piece, into a second file.
The rest of the body, which must be short, is then parsed like any other body.

No step takes long without a pause, because other threads wait meanwhile: `re` lets none run until it returns.
"""

from __future__ import annotations

import json
import re
import secrets
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from typing import IO

from app.api.multipart import PIECE_BYTES, TOO_LONG, FormRequest, copy
from app.domain.errors import TooLarge
from app.domain.limits import BODY_BYTES

_LETTERS = b"".join(rb"(?:%c|\\u(?i:%04x))" % (letter, letter) for letter in b"content")
_OPENING = re.compile(rb'"%b"[ \t\r\n]*:[ \t\r\n]*"' % _LETTERS)
"""The name `content` in JSON, up to the opening quotation mark of its value. No text can contain this, because a
backslash precedes each quotation mark in a text."""
_TEXT = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
_LONGEST_ESCAPE = len(b"\\u002b")
_NOT_BASE64 = re.compile(rb"[\x00-\x1f\x80-\xff](?:(?<=[\xc2-\xf4])[\x80-\xbf]{1,3})?")
"""Bytes that are not valid in a JSON text, not UTF-8, or not base64. The first class finds them fast."""


@contextmanager
def without_document(request: FormRequest) -> Iterator[tuple[bytes, dict[str, IO[bytes]]]]:
    """Yield the body with a short text in place of its document, and the document's file by that text.

    Replace content that is not base64 by a short text with the same fault. Raise `TooLarge` if more than `BODY_BYTES`
    bytes would be left, or OSError.
    """
    with request.new_file() as whole:
        if not copy(request.stream, whole):
            yield b"", {}
            return
        whole.flush()
        with mmap(whole.fileno(), 0, access=ACCESS_READ) as body:
            start, end = _document_in(body)
            file, name = request.new_file(), secrets.token_hex()
            if not decode(body, start, end, file):
                yield fault_in(body, start, end).join((body[:start], body[end:])), {}
                return
            yield name.encode().join((body[:start], body[end:])), {name: file}


def _document_in(body: mmap) -> tuple[int, int]:
    """Return the start and end of the content to remove. Raise `TooLarge` if the rest would still be too long."""
    for opening in _OPENING.finditer(body, 0, BODY_BYTES):
        start = opening.end()
        end = end_of_text(body, start)
        if len(body) - (end - start) <= BODY_BYTES:
            return start, end
    raise TooLarge(TOO_LONG)


def end_of_text(body: mmap, start: int) -> int:
    """Return the position of the quotation mark that ends the JSON text, or of the body's end if there is none."""
    end = start
    while (piece := _TEXT.match(body, end, end + PIECE_BYTES)) and piece.end() > end:
        end = piece.end()
    return end


def fault_in(body: mmap, start: int, end: int) -> bytes:
    """Return the first bytes that make the content invalid JSON or UTF-8 or, without any, a sign that is not base64."""
    for piece_start in range(start, end, PIECE_BYTES):
        if first := _NOT_BASE64.search(body, piece_start, min(piece_start + PIECE_BYTES, end)):
            whole = _NOT_BASE64.match(body, first.start(), end)  # it may continue in the next piece
            return (whole or first)[0]
    return b"*"


def decode(body: mmap, start: int, end: int, file: IO[bytes]) -> bool:
    """Decode the base64 between `start` and `end` into the file. Return whether it is valid base64."""
    left, is_padded = b"", False
    while start < end:
        piece = body[start : min(start + PIECE_BYTES, end)]
        escape = piece.rfind(b"\\", 1 - _LONGEST_ESCAPE)
        if escape > 0 and start + len(piece) < end:
            piece = piece[:escape]  # the escape may continue in the next piece
        start += len(piece)
        try:
            left += json.loads(b'"%b"' % piece).encode() if b"\\" in piece else piece
            whole = len(left) // 4 * 4 if start < end else len(left)
            decoded = b64decode(left[:whole], validate=True)
        except ValueError:
            return False
        if is_padded:
            return False
        is_padded = left[:whole].endswith(b"=")
        file.write(decoded)
        left = left[whole:]
    return True
