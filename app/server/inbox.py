"""The bytes of one connection, collected until they are a whole request. Long bodies go to a temporary file.

This module does not judge requests. It hands over a malformed request as it is, and gunicorn refuses it.
"""

from __future__ import annotations

import errno
import re
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket

HEADERS_S = 10.0
"""Seconds within which the headers must be complete, from the connection or from the end of the last request."""
BODY_WINDOW_S, BODY_WINDOW_BYTES = 20.0, 20 * 1024
"""Within each window, at least so many bytes of a body must arrive: 1 KiB a second."""
STALL_S = 10.0
"""The longest wait for the next bytes of a body while the disk is full."""
MOST_HEAD = 64 * 1024
"""Bytes of request line and headers. gunicorn refuses fewer."""
IN_MEMORY = 256 * 1024
READ = 64 * 1024
END_OF_HEAD = b"\r\n\r\n"
FRAMING = re.compile(rb"\r\n(content-length|transfer-encoding|expect)[ \t]*:[ \t]*([^\r\n]*)", re.IGNORECASE)
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
CHUNK_SIZE = re.compile(rb"[0-9a-fA-F]{1,8}")


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
            if len(self._line) > MOST_HEAD:
                return True
            if end < 0:
                return False
            place = end + 1
            line, self._line = bytes(self._line).strip(), bytearray()
            if self._is_last:
                if not line:
                    return True
                continue  # a trailer
            size = CHUNK_SIZE.match(line)
            if not size:
                return True
            self._is_last = int(size[0], 16) == 0
            self._skip = 0 if self._is_last else int(size[0], 16) + 2
        return False


class Store:
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


class Inbox:
    """A socket whose bytes are received before they are read. `most_body`: bytes of a body that is received.

    The main thread receives without blocking, until `is_complete`. Then a thread reads, with `recv` as of a socket.
    """

    def __init__(self, connection: socket.socket, now: float, most_body: int) -> None:
        self.connection = connection
        self.fileno, self.sendall, self.setblocking = connection.fileno, connection.sendall, connection.setblocking
        self._most_body = most_body
        self._store = Store()
        self.begin(now, b"")

    def __getattr__(self, name: str) -> Any:
        """Return any other attribute of the socket."""
        return getattr(self.connection, name)

    def begin(self, now: float, data: bytes) -> None:
        """Begin the next request of the connection. `data`: its bytes that were read already."""
        data += self._store.rest()
        self._store = Store()
        self._head: bytearray | None = bytearray()
        self._chunks: Chunks | None = None
        self._left = 0
        self._has_room = True
        self.is_complete = False
        self._late_at = now + HEADERS_S
        self._window_bytes = 0
        if data:
            self._add(data, now)

    def is_idle(self) -> bool:
        """Return whether no byte of the current request has arrived."""
        return self._head is not None and not self._head

    def has_rest(self) -> bool:
        """Return whether bytes of a next request have arrived."""
        return not self._store.is_empty()

    def receive(self, now: float) -> bool:
        """Receive what has arrived. Return False if the connection has ended. Raise OSError, or BlockingIOError."""
        data = self.connection.recv(READ)
        if data:
            self._add(data, now)
        return bool(data)

    def is_late(self, now: float) -> bool:
        """Return True if the client is too slow. Call this at least once a second."""
        if now < self._late_at:
            return False
        if self._head is not None or self._window_bytes < BODY_WINDOW_BYTES:
            return True
        self._late_at, self._window_bytes = now + BODY_WINDOW_S, 0
        return False

    def hand_over(self) -> None:
        """Let `recv` return the received bytes from the first on."""
        self._store.begin_reading()

    def recv(self, size: int, flags: int = 0) -> bytes:
        """Return received bytes. If there are none, raise ConnectionResetError, so that gunicorn closes the connection.

        gunicorn expects more than the request seemed to have, or the body is too long. So no request can follow.
        Only if the disk is full, the rest is read from the socket: wait for `STALL_S` at most, and raise TimeoutError.
        """
        if data := self._store.read(size):
            return data
        if self._has_room:
            raise ConnectionResetError(errno.ECONNRESET, "no request follows")
        self.connection.settimeout(STALL_S)
        return self.connection.recv(size, flags)

    def _add(self, data: bytes, now: float) -> None:
        self._window_bytes += len(data)
        self._has_room = self._store.add(data)
        if self._head is not None:
            searched = max(0, len(self._head) - len(END_OF_HEAD) + 1)
            self._head += data if self._head else data.lstrip(b"\r\n")  # RFC 9112, 2.2: blank lines before a request
            end = self._head.find(END_OF_HEAD, searched)
            if end < 0:
                self.is_complete = len(self._head) > MOST_HEAD
                return
            data = bytes(self._head[end + len(END_OF_HEAD) :])
            self._begin_body(bytes(self._head[: end + 2]), now)
            self._head = None
        self._left -= len(data)
        ends = self._left <= 0 if self._chunks is None else self._chunks.add(data) or self._left < 0
        self.is_complete = ends or not self._has_room

    def _begin_body(self, head: bytes, now: float) -> None:
        """Read the framing of the body. If it is malformed, there seems to be no body, and gunicorn refuses it."""
        fields = {name.lower(): value.strip() for name, value in FRAMING.findall(head)}
        length = fields.get(b"content-length", b"")
        self._late_at, self._window_bytes = now + BODY_WINDOW_S, 0
        if b"transfer-encoding" in fields:
            self._chunks, self._left = Chunks(), self._most_body
        elif length.isdigit() and len(length) < 19:
            # The application refuses a longer body without reading it.
            self._left = int(length) if int(length) <= self._most_body else 0
        if fields.get(b"expect", b"").lower() == b"100-continue" and (self._chunks or self._left):
            with suppress(OSError):
                self.connection.send(CONTINUE)
