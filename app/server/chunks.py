"""The end of a chunked body."""

from __future__ import annotations

import re

LONGEST_LINE = 64 * 1024
"""Bytes of a line between chunks. gunicorn refuses fewer."""
SPARE_LINES, LINE_BYTES = 1_000, 64
"""A body may have 1,000 lines (sizes of chunks, and trailers), and one more for each 64 bytes.

A line takes about 3 µs, here and in gunicorn. Most clients send chunks of kibibytes. Some send each line of a file as a
chunk: a line of base64 has 76 bytes.
"""
SIZE = re.compile(rb"[0-9a-fA-F]+")


class Chunks:
    """Finds the end of a chunked body (RFC 9112, 7.1), as its bytes arrive.

    `are_too_short`: whether there are more than its length allows.
    """

    def __init__(self) -> None:
        self._line = bytearray()
        self._skip = 0
        self._is_last = False
        self._spare = SPARE_LINES * LINE_BYTES
        self.are_too_short = False

    def add(self, data: bytes) -> bool:
        """Return True if the body is complete, or malformed."""
        place = 0
        while place < len(data):
            if self._skip:
                skipped = min(self._skip, len(data) - place)
                self._skip -= skipped
                self._spare += skipped
                place += skipped
                continue
            end = data.find(b"\n", place)
            self._line += data[place : end + 1 if end >= 0 else len(data)]
            if len(self._line) > LONGEST_LINE:
                return True
            if end < 0:
                return False
            place = end + 1
            self._spare += len(self._line) - LINE_BYTES
            if self._spare < 0:
                self.are_too_short = True
                return True
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
