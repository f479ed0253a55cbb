"""A client's connection, for which no thread waits.

Its bytes are collected until they are a whole request. Long bodies go to a temporary file. The main thread sends the
part of a response that the client does not take at once.

This module does not judge requests. It hands over a malformed request as it is, and gunicorn refuses it. It stores no
more of a body than the application takes from its sender: strangers cannot fill the disk or the memory.
"""

from __future__ import annotations

import errno
import re
import socket
from collections import deque
from contextlib import suppress
from typing import Any, NamedTuple, Protocol
from urllib.parse import unquote, urlsplit

from app.domain.errors import UploadFailed
from app.domain.limits import BODY_BYTES, INVOICE_BYTES
from app.server.chunks import Chunks
from app.server.pace import Pace
from app.server.stored_bytes import StoredBytes

HEADERS_S = 10.0
"""Seconds within which the headers must be complete, from the connection or from the end of the last request."""
MOST_HEAD = 64 * 1024
"""Bytes of request line and headers. gunicorn refuses fewer."""
READ = 64 * 1024
MOST_SKIPPED = 64 * 1024
"""Bytes of an unread body after which gunicorn ends the connection (`_DRAIN_MAX_BYTES` in gunicorn/http/parser.py)."""
END_OF_HEAD = b"\r\n\r\n"
FIELD = re.compile(rb"\r\n(content-length|transfer-encoding|expect|cookie)[ \t]*:[ \t]*([^\r\n]*)", re.IGNORECASE)
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class BodyLimit(NamedTuple):
    """The number of bytes of a body that are stored, and the person for whom they are, if any (`owner`)."""

    most_bytes: int
    owner: str | None = None


class FindLimit(Protocol):
    """Returns the limit of a request's body, which is at least `BODY_BYTES`. So a shorter body needs no look-up."""

    def __call__(self, method: str, path: str, cookies: str) -> BodyLimit: ...


def same_limit(method: str, path: str, cookies: str) -> BodyLimit:
    """Return the limit of an application that has no other."""
    return BodyLimit(INVOICE_BYTES)


class ClientSocket:
    """A socket whose bytes are received before they are read. `find_limit`: how much of a body is stored.

    A thread receives without blocking, until `is_complete`. Then it reads, with `recv` as of a socket, and responds.
    The main thread calls `flush` until the response `is_sent`.

    `since`: when the wait for the current request began. `owner`: the owner of its stored body (`BodyLimit`).
    """

    def __init__(self, connection: socket.socket, now: float, find_limit: FindLimit) -> None:
        self.connection = connection
        self.fileno = connection.fileno
        connection.setblocking(False)
        self._find_limit = find_limit
        self._unsent = deque[memoryview]()
        self._store = StoredBytes()
        self.begin(now, b"")

    def __getattr__(self, name: str) -> Any:
        """Return any other attribute of the socket."""
        return getattr(self.connection, name)

    def begin(self, now: float, data: bytes) -> None:
        """Begin the next request of the connection. `data`: its bytes that were read already."""
        self._ahead = data + self._store.rest()
        self._store = StoredBytes()
        self._size = 0
        self._fault: Exception | None = None
        self._head: bytearray | None = bytearray()
        self._chunks: Chunks | None = None
        self._most_chunked = self._left = 0
        self.is_complete = False
        self._is_whole = True
        self.owner: str | None = None
        self.since = now
        self._pace: Pace | None = None

    def is_idle(self) -> bool:
        """Return whether no byte of the current request has arrived."""
        return self._head is not None and not self._head and not self._ahead

    def has_rest(self) -> bool:
        """Return whether bytes of a next request have arrived."""
        return not self._store.is_empty()

    def is_last(self) -> bool:
        """Return True if no request can follow the current one.

        A part of it was not stored or not received. Or it is so long that gunicorn would not skip its body if the
        application does not read it. After a chunked body, bytes of the next requests count as its own.
        """
        of_next_requests = 0 if self._chunks else max(0, -self._left)
        return not self._is_whole or self._size - of_next_requests >= MOST_SKIPPED

    def has_short_chunks(self) -> bool:
        """Return True if the body has so many short chunks that it takes too long to read."""
        return self._chunks is not None and self._chunks.are_too_short

    def is_on_disk(self) -> bool:
        """Return whether the current request takes space on the disk."""
        return self._store.is_on_disk

    def receive(self, now: float) -> bool:
        """Receive what has arrived. Return False if the connection has ended. Raise OSError, or BlockingIOError."""
        data, self._ahead = self._ahead or self.connection.recv(READ), b""
        if data:
            self._add(data, now)
        return bool(data)

    def is_reset(self) -> bool:
        """Return True if the client can get no response. One that only ended its own side can (RFC 9293, 3.6)."""
        try:
            self.connection.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return False

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
        """Send what the client takes at once, and keep the rest. Raise OSError if the connection has ended.

        The rest is not copied, so a file that many clients take is in memory once.
        """
        sent = 0 if self._unsent else self._send(data)
        if sent < len(data):
            self._unsent.append(memoryview(data)[sent:])

    def is_sent(self) -> bool:
        """Return whether the client has taken all that was sent."""
        return not self._unsent

    def unsent_size(self) -> int:
        """Return how many bytes of memory the unsent rest takes at most. It keeps the whole of what was to be sent."""
        return sum(memoryview(part.obj).nbytes for part in self._unsent)

    def begin_flush(self, now: float) -> None:
        """Begin to count how fast the client takes a response."""
        self.since, self._pace = now, Pace(now)

    def flush(self) -> None:
        """Send more of what was kept. Raise OSError if the connection has ended."""
        while self._unsent:
            part = self._unsent.popleft()
            sent = self._send(part)
            if self._pace:
                self._pace.add(sent)
            if sent < len(part):
                self._unsent.appendleft(part[sent:])
                return

    def setblocking(self, flag: bool) -> None:
        """Stay non-blocking, whatever gunicorn asks for."""

    def settimeout(self, seconds: float | None) -> None:
        """Stay non-blocking, whatever gunicorn asks for."""

    def _send(self, data: bytes | memoryview) -> int:
        """Send what the client takes at once. Return the number of bytes."""
        with suppress(BlockingIOError):
            return self.connection.send(data)
        return 0

    def _add(self, data: bytes, now: float) -> None:
        if self._pace:
            self._pace.add(len(data))
        if self._head is not None and not self._head:
            data = data.lstrip(b"\r\n")  # RFC 9112, 2.2: blank lines before a request
        self._keep(data)
        body = data
        if self._head is not None:
            searched = max(0, len(self._head) - len(END_OF_HEAD) + 1)
            self._head += data
            end = self._head.find(END_OF_HEAD, searched)
            if end < 0:
                self.is_complete = len(self._head) > MOST_HEAD
                return
            body = bytes(self._head[end + len(END_OF_HEAD) :])
            self._begin_body(bytes(self._head[: end + 2]), now)
            self._head = None
        self._left -= len(body)
        if self._chunks is None:
            self.is_complete = self._left <= 0
        else:  # of chunks that are not stored, the end is not worth finding
            self.is_complete = not self._is_whole or self._chunks.add(body) or self._left < 0

    def _keep(self, data: bytes) -> None:
        """Store the data, unless the body is refused or an earlier part of the request was not stored."""
        self._size += len(data)
        if self._chunks and self._size > self._most_chunked:
            self._is_whole = False
        elif self._is_whole and not self._store.add(data):
            self._is_whole, self._fault = False, UploadFailed("request")

    def _begin_body(self, head: bytes, now: float) -> None:
        """Read the framing of the body. If it is malformed, there seems to be no body, and gunicorn refuses it."""
        fields = {name.lower(): value.strip() for name, value in FIELD.findall(head)}
        length = fields.get(b"content-length", b"")
        method, target, version = _first_line(head)
        self._pace = Pace(now)
        if b"chunked" in fields.get(b"transfer-encoding", b"").lower():
            self._chunks, self._left = Chunks(), INVOICE_BYTES
        elif length.isdigit() and len(length) < 19:
            self._left = int(length)
        if self._chunks or self._left > BODY_BYTES:
            cookies = fields.get(b"cookie", b"").decode("latin-1")
            most_bytes, self.owner = self._find_limit(method, _path(target), cookies)
            sizes_of_chunks = READ
            self._most_chunked = len(head) + len(END_OF_HEAD) + most_bytes + sizes_of_chunks
            self._is_whole = self._chunks is not None or self._left <= most_bytes
        is_expected = fields.get(b"expect", b"").lower() == b"100-continue" and version == "HTTP/1.1"
        if not self._is_whole and (is_expected or self._left > INVOICE_BYTES):
            # The application refuses the body without reading it. A client that waits for permission does not send it.
            self._left = 0
        elif is_expected and self._left:
            with suppress(OSError):
                self.connection.send(CONTINUE)


def _first_line(head: bytes) -> tuple[str, str, str]:
    """Return the method, the target and the version of a request, empty where it is malformed."""
    method, _, rest = head.lstrip(b"\r\n").split(b"\r\n", 1)[0].decode("latin-1").partition(" ")
    target, _, version = rest.partition(" ")
    return method, target, version


def _path(target: str) -> str:
    """Return the path of a request's target, or an empty text if it is malformed."""
    try:
        return unquote(urlsplit(target).path)
    except ValueError:
        return ""
