"""The bytes of a request until a thread reads them."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import IO

IN_MEMORY = 256 * 1024
"""Bytes beyond which a temporary file is used."""


class StoredBytes:
    """Bytes that are written once and then read once: in memory, and beyond `IN_MEMORY` in a temporary file.

    If the disk is full, `add` returns False. Nothing that was added is lost.
    """

    def __init__(self) -> None:
        self._memory = bytearray()
        self._read = 0
        self._file: IO[bytes] | None = None
        self._file_left = 0

    def add(self, data: bytes) -> bool:
        """Store the data. Return False if no more should be added."""
        self._memory += data
        if len(self._memory) <= IN_MEMORY:
            return True
        try:
            file = self._file = self._file or TemporaryFile(buffering=0)  # noqa: SIM115 - closed with this object
            while self._memory:
                written = file.write(self._memory) or 0
                self._file_left += written
                del self._memory[:written]
        except OSError:
            return False
        return True

    @property
    def is_on_disk(self) -> bool:
        """Is True if a temporary file has some of the bytes."""
        return self._file is not None

    def begin_reading(self) -> None:
        """Read from the first byte on."""
        if self._file:
            self._file.seek(0)

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes, and none at the end."""
        if self._file and self._file_left:
            data = self._file.read(min(size, self._file_left))
            self._file_left -= len(data)
            return data
        data = bytes(self._memory[self._read : self._read + size])
        self._read += len(data)
        return data

    def rest(self) -> bytes:
        """Return all bytes that were not read."""
        return self.read(self._file_left) + self.read(len(self._memory))

    def is_empty(self) -> bool:
        """Return whether all bytes were read."""
        return not self._file_left and self._read == len(self._memory)
