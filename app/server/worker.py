"""gunicorn's threaded worker, except that no thread waits for a client.

In gunicorn's own worker, a thread reads the request, and the main thread waits for the end of a closed connection.
There, a few dozen clients that send nothing, or a byte now and then, stop all others. Here, a thread takes what has
arrived. If that is not a whole request, the main thread waits for more, from all such connections at once.

This module uses methods of `ThreadWorker` that are not documented. `GUNICORN_READ` in gunicorn.conf.py is the version
for which they were checked.
"""

from __future__ import annotations

import errno
import selectors
import socket
import time
from collections.abc import Callable
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

from app.domain.limits import INVOICE_BYTES
from app.server.inbox import READ, Inbox

LINGER_S = 2.0
"""Seconds for which the portal reads, and ignores, what a client still sends after the last response. Without this, the
client may lose the response (RFC 9112, 9.6)."""
INCOMPLETE = object()
"""The result of a thread that has no whole request yet."""


class ReceivingWorker(ThreadWorker):  # type: ignore[misc]
    """The worker. Each connection's socket is an `Inbox`.

    `_waiting`: the connections that wait for their client, each with a function that returns whether it waits too long.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._waiting: dict[TConn, Callable[[float], bool]] = {}

    def accept(self, listener: Any) -> None:
        """Accept a connection. Its request may have arrived with it."""
        try:
            client, address = listener.accept()
        except OSError as error:
            if error.errno in (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK):
                return
            raise
        self.nr_conns += 1
        inbox = Inbox(client, time.monotonic(), INVOICE_BYTES)
        super().enqueue_req(TConn(self.cfg, inbox, address, listener.getsockname()))

    def enqueue_req(self, conn: TConn) -> None:
        """Let a thread take the next request of a connection that was kept open. The parser may have read ahead."""
        conn.sock.begin(time.monotonic(), conn.parser.unreader.take_buffered())
        super().enqueue_req(conn)

    def handle(self, conn: TConn) -> object:
        """In a thread: take what has arrived, and handle the request if it is complete. Return whether to keep it."""
        inbox: Inbox = conn.sock
        try:
            inbox.setblocking(False)
            while not inbox.is_complete:
                if not inbox.receive(time.monotonic()):
                    return False
        except BlockingIOError:
            return INCOMPLETE
        except OSError:
            return False
        inbox.hand_over()
        conn.data_ready = True
        return super().handle(conn)

    def finish_request(self, conn: TConn, handled: Any) -> None:
        """Wait for the rest of a request, for the next request, or for the end of the connection."""
        result = not handled.cancelled() and not handled.exception() and handled.result()
        if result is INCOMPLETE:
            self._wait(conn, conn.sock.is_late, self._continue)
        elif not result:
            self._linger(conn)
        elif conn.sock.has_rest():
            self.enqueue_req(conn)
        else:
            super().finish_request(conn, handled)

    def murder_pending(self) -> None:
        """Close the connections whose clients are too slow and, when the worker stops, those without a request."""
        super().murder_pending()
        now = time.monotonic()
        for conn, is_late in list(self._waiting.items()):
            if is_late(now) or (not self.alive and isinstance(conn.sock, Inbox) and conn.sock.is_idle()):
                self._close(conn)

    def _wait(self, conn: TConn, is_late: Callable[[float], bool], then: Callable[[TConn], None]) -> None:
        self._waiting[conn] = is_late
        self.poller.register(conn.sock, selectors.EVENT_READ, lambda _: then(conn))

    def _continue(self, conn: TConn) -> None:
        """Let a thread take what has arrived since."""
        self._forget(conn)
        super().enqueue_req(conn)

    def _linger(self, conn: TConn) -> None:
        """End the portal's side of a connection, and wait until the client has ended its side."""
        conn.sock = conn.sock.connection
        conn.sock.setblocking(False)
        try:
            conn.sock.shutdown(socket.SHUT_WR)
        except OSError:
            self._close(conn)
            return
        until = time.monotonic() + LINGER_S
        self._wait(conn, lambda now: now >= until, self._discard)

    def _discard(self, conn: TConn) -> None:
        """Ignore what a client still sends. Close the connection when it has ended."""
        try:
            if conn.sock.recv(READ):
                return
        except BlockingIOError:
            return
        except OSError:
            pass
        self._close(conn)

    def _close(self, conn: TConn) -> None:
        self._forget(conn)
        self.nr_conns -= 1
        conn.close()

    def _forget(self, conn: TConn) -> None:
        if self._waiting.pop(conn, None):
            self.poller.unregister(conn.sock)
