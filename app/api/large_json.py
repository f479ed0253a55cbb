"""A large JSON body, whose document is taken out before the rest is parsed.

It is read into a file; the document's base64 is found there and decoded, piece by piece, into another one; and what is
left of the body, which must be short, is parsed like any other.
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
"""The name of a document's content, and the quotation mark of its text. Nothing in the midst of a text looks so, for
there a quotation mark has a backslash before it."""
_TEXT = re.compile(rb'(?:[^"\\]++|\\.)*+', re.DOTALL)
_LONGEST_ESCAPE = len(b"\\u002b")
_STRANGE = re.compile(rb"[\x00-\x1f]|[\xc2-\xf4][\x80-\xbf]{1,3}|[\x80-\xff]")
"""What is no JSON in a text, no UTF-8 or, the least, no base64."""


@contextmanager
def taken_apart(request: FormRequest) -> Iterator[tuple[bytes, dict[str, IO[bytes]]]]:
    """What is left of the body, and the files that belong where the texts stand in it that name them.

    Content that is not base64 leaves a short text there with the same fault. Raises `TooLarge` where more than
    `BODY_BYTES` bytes would be left, and OSError.
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
                strange = _STRANGE.search(body, start, end)
                yield (strange[0] if strange else b"*").join((body[:start], body[end:])), {}
                return
            yield name.encode().join((body[:start], body[end:])), {name: file}


def _document_in(body: mmap) -> tuple[int, int]:
    """Where the text of the content stands without which the body is short. Raises `TooLarge` if there is none."""
    for opening in _OPENING.finditer(body, 0, BODY_BYTES):
        text = _TEXT.match(body, opening.end())
        start, end = text.span() if text else (0, 0)
        if len(body) - (end - start) <= BODY_BYTES:
            return start, end
    raise TooLarge(TOO_LONG)


def decode(body: mmap, start: int, end: int, file: IO[bytes]) -> bool:
    """Write into the file what stands there as base64; whether it is that."""
    left, is_padded = b"", False
    while start < end:
        piece = body[start : min(start + PIECE_BYTES, end)]
        escape = piece.rfind(b"\\", 1 - _LONGEST_ESCAPE)
        if escape > 0 and start + len(piece) < end:
            piece = piece[:escape]  # which may go on behind it
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
