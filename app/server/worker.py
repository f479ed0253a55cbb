"""gunicorn's threaded worker, except that no thread waits for a client.

In gunicorn's own worker, a thread reads the request, and the main thread waits for the end of a closed connection.
There, a few dozen clients that send nothing, or a byte now and then, stop all others. Here, a thread takes what has
arrived. If that is not a whole request, the main thread waits for more, from all such connections at once.

Each process has a limited number of connections, open files, and long bodies on its disk. At a limit, it closes the
waiting connection that has had the most time, of the network with the most waiting connections. So a flood of slow
clients closes its own connections, and a client that sends its request at once is always served.

This module uses methods of `ThreadWorker` that are not documented. `GUNICORN_READ` in gunicorn.conf.py is the version
for which they were checked.
"""

from __future__ import annotations

import errno
import selectors
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import structlog
from gunicorn.workers.gthread import TConn, ThreadWorker

from app.domain.client import network_of
from app.server.client_socket import READ, ClientSocket, same_limit

LINGER_S = 2.0
"""Seconds for which the portal reads, and ignores, what a client still sends after the last response. Without this, the
client may lose the response (RFC 9112, 9.6)."""
MOST_ON_DISK = 32
"""Long bodies that a process receives at a time: 480 MiB of the disk at most."""
PAUSE_S = 1.0
"""Seconds for which a process accepts no connection after it had no file for one."""
LOG_S = 60.0
"""Seconds between two log events about the same limit."""
INCOMPLETE = object()
"""The result of a thread that has no whole request yet."""

log = structlog.get_logger("server")


@dataclass(frozen=True, slots=True)
class Wait:
    """A connection's wait for its client. `since`: its beginning. `is_late`: whether it is too long at a time."""

    since: float
    is_late: Callable[[float], bool]


class ReceivingWorker(ThreadWorker):  # type: ignore[misc]
    """The worker. Each connection's socket is a `ClientSocket`. `_waits`: the connections that wait for their client.

    Times are seconds of `time.monotonic`.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._waits: dict[TConn, Wait] = {}
        self._accept_from = 0.0
        self._log_from: dict[str, float] = {}

    def accept(self, listener: Any) -> None:
        """Accept a connection. Its request may have arrived with it."""
        try:
            accepted, address = listener.accept()
        except OSError as error:
            if error.errno in (errno.EMFILE, errno.ENFILE):
                self._accept_from = time.monotonic() + PAUSE_S
                self.set_accept_enabled(False)
                return
            if error.errno in (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK):
                return
            raise
        self.nr_conns += 1
        limit = getattr(self.wsgi, "extensions", {}).get("body_limit", same_limit)
        client = ClientSocket(accepted, time.monotonic(), limit)
        super().enqueue_req(TConn(self.cfg, client, address, listener.getsockname()))

    def set_accept_enabled(self, enabled: bool) -> None:
        """Accept connections or not. A process without a file for a connection waits a moment."""
        super().set_accept_enabled(enabled and time.monotonic() >= self._accept_from)

    def enqueue_req(self, conn: TConn) -> None:
        """Let a thread take the next request of a connection that was kept open. The parser may have read ahead."""
        conn.sock.begin(time.monotonic(), conn.parser.unreader.take_buffered())
        super().enqueue_req(conn)

    def handle(self, conn: TConn) -> object:
        """In a thread: take what has arrived, and handle the request if it is complete. Return whether to keep it."""
        client: ClientSocket = conn.sock
        try:
            while not client.is_complete:
                if not client.receive(time.monotonic()):
                    return False
        except BlockingIOError:
            return INCOMPLETE
        except OSError:
            return False
        client.hand_over()
        conn.data_ready = True
        return super().handle(conn)

    def finish_request(self, conn: TConn, handled: Any) -> None:
        """Wait for the rest of a request, for the next request, or for the end of the response or the connection."""
        result = not handled.cancelled() and not handled.exception() and handled.result()
        client: ClientSocket = conn.sock
        if client.fileno() < 0:  # gunicorn has closed it, because the application failed during its response
            self._close(conn)
        elif result is INCOMPLETE:
            self._wait(conn, Wait(client.since, client.is_late), self._continue)
        elif not client.is_sent():
            client.begin_flush(time.monotonic())
            self._wait(
                conn, Wait(client.since, client.is_late), lambda conn: self._flush(conn, handled), selectors.EVENT_WRITE
            )
        elif not result:
            self._linger(conn)
        elif client.has_rest():
            self.enqueue_req(conn)
        else:
            super().finish_request(conn, handled)

    def murder_pending(self) -> None:
        """Close the connections whose clients are too slow and, when the worker stops, those without a request.

        Close one more for each limit that is reached. gunicorn calls this between events, so no event of it can follow.
        """
        super().murder_pending()
        now = time.monotonic()
        for conn, wait in list(self._waits.items()):
            if wait.is_late(now) or (not self.alive and isinstance(conn.sock, ClientSocket) and conn.sock.is_idle()):
                self._close(conn)
        if now < self._accept_from:
            if self._close_one("open_files", [*self._waits, *self.keepalived_conns]):
                self._accept_from = now
        elif self.nr_conns >= self.worker_connections:
            self._close_one("connections", [*self._waits, *self.keepalived_conns])
        on_disk = [conn for conn in self._waits if isinstance(conn.sock, ClientSocket) and conn.sock.is_on_disk()]
        if len(on_disk) > MOST_ON_DISK:
            self._close_one("long_bodies", on_disk)

    def _close_one(self, limit: str, conns: Iterable[TConn]) -> bool:
        """Close one of these waiting connections, because a limit is reached. Return False if there is none.

        `limit`: its name for the log.
        """
        now = time.monotonic()
        if now >= self._log_from.get(limit, 0.0):
            self._log_from[limit] = now + LOG_S
            log.warning("connection_limit", limit=limit, connections=self.nr_conns)
        networks = {conn: network_of(conn.client[0] if isinstance(conn.client, tuple) else "") for conn in conns}
        if not networks:
            return False
        count = Counter(networks.values())
        self._close(min(networks, key=lambda conn: (-count[networks[conn]], self._since(conn))))
        return True

    def _since(self, conn: TConn) -> float:
        """Return when the connection's wait began: for a request, or for the next one of a kept-alive connection."""
        wait = self._waits.get(conn)
        return wait.since if wait else conn.timeout - self.cfg.keepalive

    def _wait(self, conn: TConn, wait: Wait, then: Callable[[TConn], None], event: int = selectors.EVENT_READ) -> None:
        self._waits[conn] = wait
        self.poller.register(conn.sock, event, lambda _: then(conn))

    def _flush(self, conn: TConn, handled: Any) -> None:
        """Send more of a response. When the client has taken all, finish the request."""
        try:
            conn.sock.flush()
        except OSError:
            self._close(conn)
            return
        if conn.sock.is_sent():
            self._forget(conn)
            self.finish_request(conn, handled)

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
        since = time.monotonic()
        self._wait(conn, Wait(since, lambda now: now >= since + LINGER_S), self._discard)

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
        if self._waits.pop(conn, None):
            self.poller.unregister(conn.sock)
        elif conn in self.keepalived_conns:
            self.keepalived_conns.remove(conn)
            self.poller.unregister(conn.sock)
