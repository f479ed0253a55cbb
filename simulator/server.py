"""Sockets and HTTP: keep-alive, one thread for each connection, and failures of connections."""

from __future__ import annotations

import re
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

from simulator import control
from simulator.exchange import Outcome, Request, exchange
from simulator.settings import Settings
from simulator.shapes import Answer
from simulator.world import Later, World, by_timer

# SO_LINGER with no time to linger: closing sends a reset and drops unsent data.
LINGER_NONE = struct.pack("ii", 1, 0)


class Listener(ThreadingHTTPServer):
    """A listener that knows its open connections, so stopping the simulator closes them too."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def __init__(self, address: tuple[str, int], world: World) -> None:
        self.world = world
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(address, Handler)

    def server_bind(self) -> None:
        """Bind without the base class's look-up of the host's name, which may take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember the connection, then serve it on its thread."""
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """End a connection. A reset connection is not shut down first, because the shutdown would arrive first."""
        with self._lock:
            self._open.discard(request)
        if request.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, len(LINGER_NONE)) == LINGER_NONE:
            self.close_request(request)
        else:
            super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore a client that closed the connection. Print any other error: it is a bug of the simulator."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)

    def hang_up(self) -> None:
        """End every open connection."""
        with self._lock:
            connections = list(self._open)
        for connection in connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:  # it ended by itself
                continue


class Handler(BaseHTTPRequestHandler):
    """A handler that reads a request and sends its answer in one piece."""

    protocol_version = "HTTP/1.1"
    server_version = "AgentOS-simulator"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: Listener

    def answer(self) -> None:
        """Answer a request of any method: a control call, or a call of AgentOS."""
        length = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not (length.isascii() and length.isdigit()):
            self.close_connection = True
            self._send(Outcome(Answer(411)))
            return
        body = self.rfile.read(int(length))
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers, body)
        if re.match("/_control(/|$)", self.path):
            self._send(Outcome(control.handle(self.server.world, request)))
        else:
            self._send(exchange(self.server.world, request))

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer  # noqa: N815 - the names http.server looks for

    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing: the log is `/_control/calls`, and a line here would show a key in a URL."""

    def _send(self, outcome: Outcome) -> None:
        answer = outcome.answer
        if answer is None:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NONE)
            self.close_connection = True
            return
        headers = {"Content-Type": answer.content_type} if answer.content_type else {}
        if answer.status not in (204, 304):
            headers["Content-Length"] = str(len(answer.body))
        own_headers = {name.title(): value for name, value in answer.headers.items()}
        self.send_response(answer.status)
        for name, value in {**headers, **own_headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if "Content-Length" not in headers:
            return
        self.wfile.write(answer.body[: len(answer.body) // 2] if outcome.cut else answer.body)
        # A wrong length makes the connection unusable.
        if outcome.cut or "Content-Length" in own_headers:
            self.close_connection = True


class Simulator:
    """A running simulator: its `url`, its `world`, and `stop()`."""

    def __init__(self, host: str, port: int, world: World) -> None:
        self.world = world
        self._listener = Listener((host, port), world)
        self.url = f"http://{host}:{self._listener.server_port}"
        self._thread = threading.Thread(
            target=self._listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Stop the simulator: free the port, and close all connections."""
        self._listener.shutdown()
        self._listener.server_close()
        self.world.stop()
        self._listener.hang_up()
        self._thread.join()


def serve(
    host: str = "127.0.0.1",
    port: int = 0,
    settings: Settings | None = None,
    clock: Callable[[], float] = time.monotonic,
    later: Later = by_timer,
) -> Simulator:
    """Start a simulator on a thread of this process. Raise OSError if the port is taken."""
    return Simulator(host, port, World(settings or Settings(), clock, later))
