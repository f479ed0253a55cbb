"""gunicorn's threaded worker, except that no thread waits for a client.

In gunicorn's own worker, a thread reads the request, and the main thread waits for the end of a closed connection.
There, a few dozen clients that send nothing, or a byte now and then, stop all others. Here, a thread takes what has
arrived. If that is not a whole request, the main thread waits for more, from all such connections at once.

Each process has a limited number of connections, open files, bytes of unsent responses, and long bodies on its disk. At
a limit, it closes waiting connections of the network, or long bodies of the person, that has the most of them, those
with the longest wait first. So a flood of slow clients closes its own connections, and a client that sends its request
at once is served.

This module uses methods of `ThreadWorker` that are not documented. `GUNICORN_READ` in gunicorn.conf.py is the version
for which they were checked.
"""

from __future__ import annotations

import errno
import selectors
import socket
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import FrameType
from typing import Any

import structlog
from gunicorn.http.errors import InvalidChunkSize
from gunicorn.workers.gthread import TConn, ThreadWorker

from app.domain.client import network_of
from app.server.client_socket import READ, ClientSocket, same_limit
from app.server.long_requests import LongRequests

LINGER_S = 2.0
"""Seconds for which the portal reads, and ignores, what a client still sends after the last response. Without this, the
client may lose the response (RFC 9112, 9.6)."""
MOST_ACCEPTED = 64
"""Connections that a process accepts before it looks at its other events again."""
CLOSED_PART = 20
"""At the limit of connections, one in so many of the waiting ones of a network is closed, so that others have room."""
MOST_PIECES = 16
"""Pieces of a request that a thread receives before it looks at other requests again."""
CHECK_S = 0.5
"""Seconds between two searches for clients that are too slow."""
STOP_S = 2.0
"""Seconds that a stopping process leaves to connections without a request, as gunicorn does to those that it keeps."""
MOST_ON_DISK = 32
"""Long bodies that a process receives at a time: about 480 MiB of the disk. Those that begin add a mebibyte each."""
MOST_UNSENT = 64 * 1024 * 1024
"""Bytes of responses that a process keeps for clients that do not take them at once. A long response has 2 MiB."""
PAUSE_S = 1.0
"""Seconds for which a process accepts no connection after it could not accept one."""
LOG_S = 60.0
"""Seconds between two equal log events."""
INCOMPLETE, LONG = object(), object()
"""The results of a thread that has no whole request yet, and of one with a long request that must wait for its turn."""

log = structlog.get_logger("server")


@dataclass(frozen=True, slots=True)
class Wait:
    """A connection's wait for its client. `since`: its beginning. `is_late`: whether it is too long at a time.

    `unsent`: the bytes of memory for a response that the client takes.
    """

    since: float
    is_late: Callable[[float], bool]
    unsent: int = 0


class ReceivingWorker(ThreadWorker):  # type: ignore[misc]
    """The worker. Each connection's socket is a `ClientSocket`.

    `_waits`: the connections that wait for their client. `_long_bodies`: those with a body on the disk that no thread
    has read, with its owner. Times are seconds of `time.monotonic`.
    """

    sockets: list[Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._waits: dict[TConn, Wait] = {}
        self._check_from = self._accept_from = 0.0
        self._stopped_at: float | None = None
        self._long_bodies: dict[TConn, str | None] = {}
        self._long_requests = LongRequests()
        self._needs_file = False
        self._log_from: dict[tuple[str, ...], float] = {}

    def handle_quit(self, sig: int, frame: FrameType | None) -> None:
        """Handle SIGINT (Ctrl-C) and SIGQUIT as SIGTERM: finish the requests.

        gunicorn's own handler takes a lock of the thread pool. The interrupted code may have it, while it gives a
        request to a thread. Then the process would wait for itself until gunicorn killed it.
        """
        self.handle_exit(sig, frame)

    def accept(self, listener: Any) -> None:
        """Accept the connections that have arrived. Requests may have arrived with them."""
        find_limit = getattr(self.wsgi, "extensions", {}).get("body_limit", same_limit)
        for _ in range(min(MOST_ACCEPTED, self.worker_connections - self.nr_conns)):
            try:
                accepted, address = listener.accept()
            except OSError as error:
                if error.errno not in (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK):
                    self._pause(error)
                return
            self.nr_conns += 1
            client = ClientSocket(accepted, time.monotonic(), find_limit)
            super().enqueue_req(TConn(self.cfg, client, address, listener.getsockname()))

    def set_accept_enabled(self, enabled: bool) -> None:
        """Accept connections or not. After a failure, a process waits a moment. One that stops accepts none."""
        super().set_accept_enabled(enabled and time.monotonic() >= self._accept_from)
        if not self.alive:
            self._close_listeners()

    def _close_listeners(self) -> None:
        """Accept the connections that have arrived, and refuse new ones, so that a proxy takes another host at once.

        Otherwise the kernel would accept connections until the process ends, and then reset them. A proxy cannot repeat
        a POST after such a reset.
        """
        listeners, self.sockets = self.sockets, []
        for listener in listeners:
            before = -1
            while self.nr_conns != before:
                before = self.nr_conns
                self.accept(listener)
            listener.close()

    def _pause(self, error: OSError) -> None:
        """Accept no connection for a moment, because accepting one failed. The process goes on with those that it has.

        Linux reports faults of the machine, such as too little memory, and those of the new connection (accept(2)).
        """
        self._accept_from = time.monotonic() + PAUSE_S
        self._needs_file = error.errno in (errno.EMFILE, errno.ENFILE)
        self.set_accept_enabled(False)
        if not self._needs_file:
            self._log("accept_failed", error=errno.errorcode.get(error.errno or 0, "unknown"))

    def enqueue_req(self, conn: TConn) -> None:
        """Let a thread take the next request of a connection that was kept open. The parser may have read ahead."""
        conn.sock.begin(time.monotonic(), conn.parser.unreader.take_buffered())
        super().enqueue_req(conn)

    def handle(self, conn: TConn) -> object:
        """In a thread: take what has arrived, and handle the request if it is complete. Return whether to keep it."""
        client: ClientSocket = conn.sock
        try:
            for _ in range(MOST_PIECES):
                if client.is_complete:
                    break
                if not client.receive(time.monotonic()):
                    return False
        except BlockingIOError:
            return INCOMPLETE
        except OSError:
            return False
        if not client.is_complete:
            return INCOMPLETE
        if client.is_reset():  # it may be one of a flood, for which no thread should work
            return False
        if client.is_on_disk() and not self._long_requests.has_begun(conn):
            return LONG
        client.hand_over()
        conn.data_ready = True
        return super().handle(conn)

    def finish_request(self, conn: TConn, handled: Any) -> None:
        """Wait for the rest of a request, for the next request, or for the end of the response or the connection."""
        result = not handled.cancelled() and not handled.exception() and handled.result()
        client: ClientSocket = conn.sock
        if result not in (INCOMPLETE, LONG):
            self._long_bodies.pop(conn, None)
            self._long_requests.end(conn)
        elif client.is_on_disk():
            self._long_bodies[conn] = client.owner
        if result is LONG:
            self._long_requests.add(conn, client.owner)
        self._begin_long()
        if result is LONG:
            return
        is_closed = client.fileno() < 0  # by gunicorn, because the application failed during its response
        if is_closed or (result is INCOMPLETE and client.is_late(time.monotonic())):
            self._close(conn)
        elif result is INCOMPLETE:
            self._wait(conn, Wait(client.since, client.is_late), self._continue)
        elif not client.is_sent():
            client.begin_flush(time.monotonic())
            wait = Wait(client.since, client.is_late, client.unsent_size())
            self._wait(conn, wait, lambda conn: self._flush(conn, handled), selectors.EVENT_WRITE)
        elif not result:
            self._linger(conn)
        elif client.has_rest():
            self.enqueue_req(conn)
        else:
            super().finish_request(conn, handled)

    def handle_request(self, req: Any, conn: TConn) -> Any:
        """In a thread: handle a request, or let gunicorn refuse it. If no request can follow, the response says so."""
        if conn.sock.has_short_chunks():
            raise InvalidChunkSize(b"too short")
        if conn.sock.is_last():
            req.force_close()
        return super().handle_request(req, conn)

    def murder_pending(self) -> None:
        """Close connections whose clients are too slow, and others at a limit. When the worker stops, close idle ones.

        gunicorn calls this between events, so no event of a closed connection can follow.
        """
        super().murder_pending()
        self._begin_long()
        now = time.monotonic()
        if now >= self._check_from:
            self._check_from = now + CHECK_S
            self._close_late(now)
        if self._needs_file and now < self._accept_from:
            if self._close_some("open_files", self._networks()):
                self._accept_from = now
        elif self.nr_conns >= self.worker_connections:
            self._close_some("connections", self._networks())
        if (excess := len(self._long_bodies) - MOST_ON_DISK) > 0:
            self._close_some("long_bodies", self._long_bodies, excess)
        while sum((unsent := self._unsent()).values()) > MOST_UNSENT:
            self._close_some("unsent_bytes", {conn: _network_of(conn.client) for conn in unsent}, sizes=unsent)

    def _begin_long(self) -> None:
        """Let threads take the long requests whose turn it is."""
        for conn in self._long_requests.begin(time.monotonic()):
            super().enqueue_req(conn)

    def _close_late(self, now: float) -> None:
        """Close the connections whose clients are too slow and, some time after the worker stopped, the idle ones."""
        if not self.alive and self._stopped_at is None:
            self._stopped_at = now
        ends_idle = self._stopped_at is not None and now >= self._stopped_at + STOP_S
        for conn, wait in list(self._waits.items()):
            if wait.is_late(now) or (ends_idle and isinstance(conn.sock, ClientSocket) and conn.sock.is_idle()):
                self._close(conn)

    def _networks(self) -> dict[TConn, str]:
        """Return the connections that wait for their client, with the network of each."""
        return {conn: _network_of(conn.client) for conn in (*self._waits, *self.keepalived_conns)}

    def _unsent(self) -> dict[TConn, int]:
        """Return the connections whose client takes a response, with the bytes of memory that it takes at most."""
        return {conn: wait.unsent for conn, wait in self._waits.items() if wait.unsent}

    def _close_some(
        self, limit: str, groups: Mapping[TConn, object], least: int = 1, sizes: Mapping[TConn, int] | None = None
    ) -> bool:
        """Close the connections of the largest group that have waited longest. Return False if none of it waits.

        `groups`: each connection's group. `sizes`: what each adds to the size of its group, otherwise 1. `limit`: the
        name, for the log, of the limit that is reached. Close one in `CLOSED_PART` of the group, and at least `least`,
        if so many wait.
        """
        self._log("connection_limit", limit=limit)
        if not groups:
            return False
        totals = Counter[object]()
        for conn, group in groups.items():
            totals[group] += sizes[conn] if sizes else 1
        (largest, _), *_ = totals.most_common(1)
        waiting = [conn for conn, group in groups.items() if group == largest and self._waits_for_client(conn)]
        closed = sorted(waiting, key=self._since)[: max(least, len(waiting) // CLOSED_PART)]
        for conn in closed:
            self._close(conn)
        return bool(closed)

    def _log(self, event: str, **facts: str) -> None:
        """Log a warning with these facts and the number of connections, unless the same was logged lately."""
        now, same = time.monotonic(), (event, *facts.values())
        if now >= self._log_from.get(same, 0.0):
            self._log_from[same] = now + LOG_S
            log.warning(event, **facts, connections=self.nr_conns)

    def _waits_for_client(self, conn: TConn) -> bool:
        """Return False while a thread has the connection, or will have it."""
        return conn in self._waits or conn in self.keepalived_conns

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
        self._long_bodies.pop(conn, None)
        self.nr_conns -= 1
        conn.close()

    def _forget(self, conn: TConn) -> None:
        if self._waits.pop(conn, None):
            self.poller.unregister(conn.sock)
        elif conn in self.keepalived_conns:
            self.keepalived_conns.remove(conn)
            self.poller.unregister(conn.sock)


@lru_cache(4_096)
def _network_of(address: object) -> str:
    """Return the network of a client's address. On a Unix socket, all clients are one network."""
    return network_of(address[0]) if isinstance(address, tuple) else ""
