"""The end of a chunked body."""

from __future__ import annotations

import re

LONGEST_LINE = 64 * 1024
"""Bytes of a line between chunks. gunicorn refuses fewer."""
SIZE = re.compile(rb"[0-9a-fA-F]+")


class Chunks:
    """Finds the end of a chunked body (RFC 9112, 7.1), as its bytes arrive."""

    def __init__(self) -> None:
        self._line = bytearray()
        self._skip = 0
        self._is_last = False

    def add(self, data: bytes) -> bool:
        """Return True if the body is complete, or malformed."""
        place = 0
        while place < len(data):
            if self._skip:
                skipped = min(self._skip, len(data) - place)
                self._skip -= skipped
                place += skipped
                continue
            end = data.find(b"\n", place)
            self._line += data[place : end + 1 if end >= 0 else len(data)]
            if len(self._line) > LONGEST_LINE:
                return True
            if end < 0:
                return False
            place = end + 1
            line, self._line = bytes(self._line).strip(), bytearray()
            if self._is_last:
                if not line:
                    return True
                continue  # a trailer
            size = SIZE.match(line)
            if not size:
                return True
            self._is_last = int(size[0], 16) == 0
            self._skip = 0 if self._is_last else int(size[0], 16) + 2
        return False
