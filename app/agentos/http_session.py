"""One try at one call: timed as a whole, within its sender's lease, and reset when the portal gives up.

The time-outs of requests and urllib3 are per `recv`: a server that sends a byte now and then is never late. So a timer
shuts the socket down when the attempt's time is up, whatever it is doing then: TLS handshake, headers or body. Looking
the name up and connecting are outside its reach; they are bounded by the resolver's and the connect time-out.

A closed connection goes on delivering what the kernel has buffered, hundreds of kilobytes after the portal has given
up. A reset connection drops it.
"""

import contextlib
import socket
import ssl
import struct
import threading
import time
from http.client import HTTPResponse, IncompleteRead
from typing import Any, Self

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NameResolutionError
from urllib3.util.wait import wait_for_read, wait_for_write

from app.domain.attempt import AttemptResult
from app.domain.clock import Clock, LeaseEnd

PIECE_BYTES = 16 * 1024
"""Written at a time: one record of TLS."""
LOOK_EVERY_S = 0.5
"""Seconds between two comparisons of the clocks with the lease while the other side takes nothing."""

_USER_TIMEOUT = getattr(socket, "TCP_USER_TIMEOUT", None)
"""Linux alone has it."""
_RESET = struct.pack("ii", 1, 0)
"""SO_LINGER of no time: closing the socket resets the connection."""

_here = threading.local()


class LeasePast(Exception):
    """The sender's lease is past its end, so nothing more may be written."""


class Attempt:
    """The attempt that runs in this thread, as a context of at most `seconds`.

    Nothing is written once `lease` is past by `clock`; a read has none. Set `complete` when the whole response is in:
    leaving the context resets the connection otherwise. `expired`: whether the time was up; final once the context is
    left.
    """

    def __init__(self, seconds: float, clock: Clock, lease: LeaseEnd | None = None) -> None:
        self.seconds = seconds
        self.complete = False
        self.expired = False
        self.has_begun = False
        self.status: int | None = None
        self._clock = clock
        self._lease = lease
        self._ends_at = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._lifeline: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        _here.attempt = self
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if not self.complete:
            self._let_close_reset()
        self._drop()  # the last descriptor of a connection that was closed, so this resets it
        del _here.attempt

    @property
    def failure_result(self) -> AttemptResult:
        """Return the error for a failure without a response."""
        return AttemptResult.IN_DOUBT if self.has_begun else AttemptResult.NOT_SENT

    def watch(self, sock: socket.socket) -> None:
        """Shut `sock` down when the time is up. Raises TimeoutError if it is up already."""
        self._drop()
        with self._lock:
            if self.expired:
                raise TimeoutError
            # A duplicate, because wrapping a socket in TLS takes its descriptor away from it.
            self._lifeline = socket.fromfd(sock.fileno(), sock.family, sock.type)
        if _USER_TIMEOUT is not None:
            sock.setsockopt(socket.IPPROTO_TCP, _USER_TIMEOUT, max(1, round(self._left() * 1_000)))

    def write(self, sock: socket.socket, data: Any) -> None:
        """Write all of `data` in pieces, and compare both clocks with the lease right before each.

        A write never waits: a process that was frozen while it waited must compare the clocks again before it writes.
        Raises LeasePast, TimeoutError and OSError.
        """
        left = memoryview(data).cast("B")
        sock.settimeout(0)  # urllib3 sets the time-out of reading before it reads
        while left:
            if self._lease is not None and self._lease.is_past(self._clock):
                raise LeasePast
            if self.expired:
                raise TimeoutError
            self.has_begun = True
            try:
                left = left[sock.send(left[:PIECE_BYTES]) :]
            except (BlockingIOError, ssl.SSLWantWriteError):
                wait_for_write(sock, LOOK_EVERY_S)
            except ssl.SSLWantReadError:
                wait_for_read(sock, LOOK_EVERY_S)

    def _left(self) -> float:
        return self._ends_at - time.monotonic()

    def _cut(self) -> None:
        self._let_close_reset()
        with self._lock:
            self.expired = True
            if self._lifeline:
                with contextlib.suppress(OSError):  # the other side was faster
                    self._lifeline.shutdown(socket.SHUT_RDWR)

    def _let_close_reset(self) -> None:
        with self._lock:
            if self._lifeline:
                with contextlib.suppress(OSError):
                    self._lifeline.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)

    def _drop(self) -> None:
        with self._lock:
            if self._lifeline:
                self._lifeline.close()
                self._lifeline = None


class _Response(HTTPResponse):
    """An answer that ends before it says how long it is was cut off.

    http.client takes the end of the connection for the end of the headers, and for a body of no length: a 200 cut in
    its headers would pass for the empty body that confirms a write.
    """

    def begin(self) -> None:
        """As http.client's: reads the headers."""
        super().begin()
        framed = self.chunked or self.length is not None
        if not framed and not self.fp.peek(1):
            raise IncompleteRead(b"")


class _Watched(HTTPConnection):
    """A connection that shows its socket to the thread's attempt, which writes the request."""

    response_class = _Response

    def _new_conn(self) -> socket.socket:
        sock = super()._new_conn()
        _here.attempt.watch(sock)
        return sock

    def send(self, data: Any) -> None:
        """As urllib3's; called for the headers and for every part of a body."""
        attempt: Attempt = _here.attempt
        if self.sock is None:
            self.connect()
        if not attempt.has_begun:
            attempt.watch(self.sock)  # it may be a connection kept from an earlier attempt
        attempt.write(self.sock, data)


class _WatchedTLS(_Watched, HTTPSConnection):
    """The same over TLS."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Watched


class _TLSPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTLS


POOLS = {"http": _Pool, "https": _TLSPool}
"""What a pool manager takes as `pool_classes_by_scheme`."""


def why_unreachable(failure: Exception) -> str | None:
    """Return why there is no connection, from what urllib3 packs into the exceptions of requests."""
    packed: object = failure
    while isinstance(packed, Exception):
        if isinstance(packed, NameResolutionError):
            return "its name does not resolve"
        if isinstance(packed, ssl.SSLCertVerificationError):
            return "its TLS certificate is not trusted"
        if isinstance(packed, ssl.SSLError):
            return "it does not speak TLS as it should"
        if isinstance(packed, ConnectionRefusedError):
            return "it was refused"
        if isinstance(packed, TimeoutError):
            return "it took too long"
        packed = getattr(packed, "reason", None) or packed.__cause__ or next(iter(packed.args), None)
    return None
