"""A client's connection, for which no thread waits.

Its bytes are collected until they are a whole request. Long bodies go to a temporary file. The main thread sends the
part of a response that the client does not take at once.

This module does not judge requests. It hands over a malformed request as it is, and gunicorn refuses it. Of a body that
the application will refuse unread, no byte is stored beyond `IN_MEMORY`: strangers cannot fill the disk.
"""

from __future__ import annotations

import errno
import re
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, Protocol
from urllib.parse import unquote, urlsplit

from app.domain.errors import UploadFailed
from app.domain.limits import INVOICE_BYTES
from app.server.chunks import Chunks

if TYPE_CHECKING:
    import socket

HEADERS_S = 10.0
"""Seconds within which the headers must be complete, from the connection or from the end of the last request."""
WINDOW_S, WINDOW_BYTES = 20.0, 20 * 1024
"""Within each window, a client must send so many bytes of a body, or take so many of a response: 1 KiB a second."""
BODY_S = 600.0
"""Seconds within which a body must be complete. The longest invoice then needs 26 KB/s, the speed of an old phone."""
MOST_HEAD = 64 * 1024
"""Bytes of request line and headers. gunicorn refuses fewer."""
IN_MEMORY = 256 * 1024
READ = 64 * 1024
END_OF_HEAD = b"\r\n\r\n"
FIELD = re.compile(rb"\r\n(content-length|transfer-encoding|expect|cookie)[ \t]*:[ \t]*([^\r\n]*)", re.IGNORECASE)
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class BodyLimit(Protocol):
    """Returns the most bytes of a body that are stored for a request."""

    def __call__(self, method: str, path: str, cookies: str) -> int: ...


def same_limit(method: str, path: str, cookies: str) -> int:
    """Return the limit of an application that has no other."""
    return INVOICE_BYTES


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


class Pace:
    """The number of bytes that a client sends or takes in a window, and in all."""

    def __init__(self, now: float) -> None:
        self._bytes = 0
        self._window_until = now + WINDOW_S
        self._until = now + BODY_S

    def add(self, size: int) -> None:
        """Count bytes."""
        self._bytes += size

    def is_late(self, now: float) -> bool:
        """Return True if the client is too slow. Call this at least once a second."""
        if now >= self._until:
            return True
        if now < self._window_until:
            return False
        is_late = self._bytes < WINDOW_BYTES
        self._bytes, self._window_until = 0, now + WINDOW_S
        return is_late


class ClientSocket:
    """A socket whose bytes are received before they are read. `limit`: how much of a body is stored.

    A thread receives without blocking, until `is_complete`. Then it reads, with `recv` as of a socket, and responds.
    The main thread calls `flush` until the response `is_sent`. `since`: when the wait for the current request began.
    """

    def __init__(self, connection: socket.socket, now: float, limit: BodyLimit) -> None:
        self.connection = connection
        self.fileno = connection.fileno
        connection.setblocking(False)
        self._limit = limit
        self._unsent = bytearray()
        self._store = Store()
        self.begin(now, b"")

    def __getattr__(self, name: str) -> Any:
        """Return any other attribute of the socket."""
        return getattr(self.connection, name)

    def begin(self, now: float, data: bytes) -> None:
        """Begin the next request of the connection. `data`: its bytes that were read already."""
        self._ahead = data + self._store.rest()
        self._store = Store()
        self._stored_most, self._size = IN_MEMORY, 0
        self._fault: Exception | None = None
        self._head: bytearray | None = bytearray()
        self._chunks: Chunks | None = None
        self._left = 0
        self.is_complete = False
        self.since = now
        self._pace: Pace | None = None

    def is_idle(self) -> bool:
        """Return whether no byte of the current request has arrived."""
        return self._head is not None and not self._head and not self._ahead

    def has_rest(self) -> bool:
        """Return whether bytes of a next request have arrived."""
        return not self._store.is_empty()

    def is_on_disk(self) -> bool:
        """Return whether the current request takes space on the disk."""
        return self._store.is_on_disk

    def receive(self, now: float) -> bool:
        """Receive what has arrived. Return False if the connection has ended. Raise OSError, or BlockingIOError."""
        data, self._ahead = self._ahead or self.connection.recv(READ), b""
        if data:
            self._add(data, now)
        return bool(data)

    def is_late(self, now: float) -> bool:
        """Return True if the client is too slow. Call this at least once a second."""
        return self._pace.is_late(now) if self._pace else now >= self.since + HEADERS_S

    def hand_over(self) -> None:
        """Let `recv` return the received bytes from the first on."""
        self._store.begin_reading()

    def recv(self, size: int, flags: int = 0) -> bytes:
        """Return received bytes. If there are none, raise ConnectionResetError, so that gunicorn closes the connection.

        Then gunicorn expects more than the request seemed to have, or more than was stored. So no request can follow.
        If a full disk is the reason, raise UploadFailed first.
        """
        if data := self._store.read(size):
            return data
        fault, self._fault = self._fault, None
        raise fault or ConnectionResetError(errno.ECONNRESET, "no request follows")

    def send(self, data: bytes, flags: int = 0) -> int:
        """Ignore gunicorn's `100 Continue`, the only data that it sends so. The client has had it, or must not send."""
        return len(data)

    def sendall(self, data: bytes, flags: int = 0) -> None:
        """Send what the client takes at once, and store the rest. Raise OSError if the connection has ended."""
        sent = 0 if self._unsent else self._send(data)
        self._unsent += data[sent:]

    def is_sent(self) -> bool:
        """Return whether the client has taken all that was sent."""
        return not self._unsent

    def begin_flush(self, now: float) -> None:
        """Begin to count how fast the client takes a response."""
        self.since, self._pace = now, Pace(now)

    def flush(self) -> None:
        """Send more of what was stored. Raise OSError if the connection has ended."""
        sent = self._send(self._unsent)
        del self._unsent[:sent]
        if self._pace:
            self._pace.add(sent)

    def setblocking(self, flag: bool) -> None:
        """Stay non-blocking, whatever gunicorn asks for."""

    def settimeout(self, seconds: float | None) -> None:
        """Stay non-blocking, whatever gunicorn asks for."""

    def _send(self, data: bytes | bytearray) -> int:
        """Send what the client takes at once. Return the number of bytes."""
        with suppress(BlockingIOError):
            return self.connection.send(data)
        return 0

    def _add(self, data: bytes, now: float) -> None:
        if self._pace:
            self._pace.add(len(data))
        body = data
        if self._head is not None:
            searched = max(0, len(self._head) - len(END_OF_HEAD) + 1)
            self._head += data if self._head else data.lstrip(b"\r\n")  # RFC 9112, 2.2: blank lines before a request
            end = self._head.find(END_OF_HEAD, searched)
            if end < 0:
                self._keep(data)
                self.is_complete = len(self._head) > MOST_HEAD
                return
            body = bytes(self._head[end + len(END_OF_HEAD) :])
            self._begin_body(bytes(self._head[: end + 2]), now)
            self._head = None
        self._keep(data)
        self._left -= len(body)
        self.is_complete = self._left <= 0 if self._chunks is None else self._chunks.add(body) or self._left < 0

    def _keep(self, data: bytes) -> None:
        """Store the data, unless an earlier part of the request was not stored."""
        self._size += len(data)
        if self._fault:
            return
        if self._size > self._stored_most:
            self._fault = ConnectionResetError(errno.ECONNRESET, "the body is longer than its limit")
        elif not self._store.add(data):
            self._fault = UploadFailed("request")

    def _begin_body(self, head: bytes, now: float) -> None:
        """Read the framing of the body. If it is malformed, there seems to be no body, and gunicorn refuses it."""
        fields = {name.lower(): value.strip() for name, value in FIELD.findall(head)}
        length = fields.get(b"content-length", b"")
        self._pace = Pace(now)
        if b"transfer-encoding" in fields:
            self._chunks, self._left = Chunks(), INVOICE_BYTES
        elif length.isdigit() and len(length) < 19:
            # The application refuses a longer body without reading it.
            self._left = int(length) if int(length) <= INVOICE_BYTES else 0
        if self._chunks or len(head) + self._left > IN_MEMORY:
            limit = self._limit(*_target(head), fields.get(b"cookie", b"").decode("latin-1"))
            self._stored_most = max(IN_MEMORY, len(head) + len(END_OF_HEAD) + limit + READ)  # a next request may follow
        if fields.get(b"expect", b"").lower() == b"100-continue" and (self._chunks or self._left):
            if len(head) + self._left > self._stored_most and not self._chunks:
                self._left = 0  # the client waits, and gets the application's refusal
                return
            with suppress(OSError):
                self.connection.send(CONTINUE)


def _target(head: bytes) -> tuple[str, str]:
    """Return the method and the path in the first line of a request, both empty if it is malformed."""
    method, _, rest = head.lstrip(b"\r\n").split(b"\r\n", 1)[0].decode("latin-1").partition(" ")
    with suppress(ValueError):
        return method, unquote(urlsplit(rest.partition(" ")[0]).path)
    return "", ""
