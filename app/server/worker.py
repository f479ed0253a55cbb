"""gunicorn's threaded worker, except that a thread gets a connection only when a whole request has arrived.

In gunicorn's own worker, a thread reads the request. There, a few dozen connections that send nothing, or a byte now
and then, stop all others. Here, the main thread receives from all connections at once, without waiting for any.

This module uses methods of `ThreadWorker` that are not documented. `GUNICORN_READ` in gunicorn.conf.py is the version
for which they were checked.
"""

from __future__ import annotations

import errno
import selectors
import time
from functools import partial
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

from app.domain.limits import INVOICE_BYTES
from app.server.inbox import Inbox

MOST_READS = 8
"""Reads from one connection before others get their turn."""


class ReceivingWorker(ThreadWorker):  # type: ignore[misc]
    """The worker. Each connection's socket is an `Inbox`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._receiving: set[TConn] = set()

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
        self._receive(TConn(self.cfg, inbox, address, listener.getsockname()))

    def enqueue_req(self, conn: TConn) -> None:
        """Receive the next request of a connection that was kept open."""
        # A connection with HTTP/2 or a closed one has no next request here; the parser may have read ahead.
        conn.sock.begin(time.monotonic(), conn.parser.unreader.take_buffered())
        self._receive(conn)

    def finish_request(self, conn: TConn, handled: Any) -> None:
        """Continue with the next request of a connection if it has arrived already, or else as gunicorn does."""
        is_kept = not handled.cancelled() and not handled.exception() and handled.result()
        if is_kept and conn.sock.has_rest():
            self.enqueue_req(conn)
            return
        if not is_kept:
            conn.sock = conn.sock.connection  # gunicorn reads what the client still sends, and then closes
        super().finish_request(conn, handled)

    def murder_pending(self) -> None:
        """Close the connections whose clients are too slow."""
        super().murder_pending()
        now = time.monotonic()
        for conn in [conn for conn in self._receiving if conn.sock.is_late(now)]:
            self._drop(conn)

    def _receive(self, conn: TConn) -> None:
        """Receive what has arrived. Then hand the request to a thread, or wait for more."""
        inbox: Inbox = conn.sock
        try:
            inbox.setblocking(False)
            for _ in range(MOST_READS):
                if inbox.is_complete:
                    break
                if not inbox.receive(time.monotonic()):
                    self._drop(conn)
                    return
        except BlockingIOError:
            pass
        except OSError:
            self._drop(conn)
            return
        if inbox.is_complete:
            self._forget(conn)
            inbox.hand_over()
            conn.data_ready = True
            super().enqueue_req(conn)
        elif conn not in self._receiving:
            self._receiving.add(conn)
            self.poller.register(inbox, selectors.EVENT_READ, partial(self._on_readable, conn))

    def _on_readable(self, conn: TConn, _inbox: Inbox) -> None:
        self._receive(conn)

    def _drop(self, conn: TConn) -> None:
        self._forget(conn)
        self.nr_conns -= 1
        conn.close()

    def _forget(self, conn: TConn) -> None:
        if conn in self._receiving:
            self._receiving.remove(conn)
            self.poller.unregister(conn.sock)
