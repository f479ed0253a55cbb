"""One try at one call, timed as a whole.

The time-outs of requests and urllib3 are per `recv`: a server that sends a byte now and then is never late. So a timer
shuts the socket down when the attempt's time is up, whatever it is doing then: TLS handshake, headers or body. Looking
the name up and connecting are outside its reach; they are bounded by the resolver's and the connect time-out.
"""

import contextlib
import socket
import threading
from http.client import HTTPResponse, IncompleteRead
from typing import Any, Self

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

_here = threading.local()


class Attempt:
    """The attempt that runs in this thread, as a context of at most `seconds`.

    `sent`: whether a byte of the request went out on an open connection. `expired`: whether the time was up; final
    once the context is left.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.sent = False
        self.expired = False
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
        self._drop()
        del _here.attempt

    def watch(self, sock: socket.socket) -> None:
        """Shut `sock` down when the time is up. Raises TimeoutError if it is up already."""
        self._drop()
        with self._lock:
            if self.expired:
                raise TimeoutError
            # A duplicate, because wrapping a socket in TLS takes its descriptor away from it.
            self._lifeline = socket.fromfd(sock.fileno(), sock.family, sock.type)

    def _cut(self) -> None:
        with self._lock:
            self.expired = True
            if self._lifeline:
                with contextlib.suppress(OSError):  # the other side was faster
                    self._lifeline.shutdown(socket.SHUT_RDWR)

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
    """A connection that shows its socket to the thread's attempt, and says when the request starts going out."""

    response_class = _Response

    def _new_conn(self) -> socket.socket:
        sock = super()._new_conn()
        _here.attempt.watch(sock)
        return sock

    def send(self, data: Any) -> None:
        """As urllib3's; called for every piece of a request."""
        attempt: Attempt = _here.attempt
        if self.sock is None:
            self.connect()
        if not attempt.sent:
            attempt.watch(self.sock)  # it may be a connection kept from an earlier attempt
            self.sock.settimeout(attempt.seconds)  # else a whole upload must go out within the connect time-out
            attempt.sent = True
        super().send(data)


class _WatchedTLS(_Watched, HTTPSConnection):
    """The same over TLS."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Watched


class _TLSPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTLS


POOLS = {"http": _Pool, "https": _TLSPool}
"""What a pool manager takes as `pool_classes_by_scheme`."""
