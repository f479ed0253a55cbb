"""A proxy before the simulator with faults that the simulator itself does not have."""

from __future__ import annotations

import contextlib
import gzip
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator

import brotli
import requests

from tests.agentos.servers import dribble, request, server

Misbehave = Callable[[socket.socket, str], None]
"""Responds to a request on a connection. The text is the URL of another server."""

PIECE = b" " * 65_536
CHUNK = b"10000\r\n" + PIECE + b"\r\n"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


class HostileProxy:
    """Passes requests on to the simulator, except for those that match a fault.

    Of the matching requests, it passes on only the writes, and then calls `misbehave`.
    """

    def __init__(self, upstream: str) -> None:
        self._upstream = upstream
        self._misbehave: Misbehave | None = None
        self._where: tuple[tuple[str, str], ...] = ()
        self._lock = threading.Lock()
        self.url = self.elsewhere = ""
        self.visited_elsewhere: list[bytes] = []
        self.hits = 0

    def breaks(self, misbehave: Misbehave, *where: tuple[str, str]) -> None:
        """Start to misbehave for these methods and patterns of paths."""
        self._misbehave, self._where, self.hits = misbehave, where, 0

    def stop_misbehaving(self) -> None:
        """Stop all faults."""
        self._where = ()

    def serve(self, connection: socket.socket) -> None:
        """Serve one request."""
        head, _, body = request(connection).partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, path, _ = first.split(" ")
        hit = any(method == its and re.search(pattern, path) for its, pattern in self._where)
        answer = b""
        if not hit or method != "GET":
            headers = dict(line.split(": ", 1) for line in lines)
            reply = requests.request(method, self._upstream + path, headers=headers, data=body, timeout=20)
            answer = f"HTTP/1.1 {reply.status_code} .\r\nContent-Length: {len(reply.content)}\r\n".encode()
            answer += b"Content-Type: application/json\r\nConnection: close\r\n\r\n" + reply.content
        if hit and self._misbehave is not None:
            with self._lock:
                self.hits += 1
            self._misbehave(connection, self.elsewhere)
        else:
            connection.sendall(answer)

    def record_redirected_request(self, connection: socket.socket) -> None:
        """Record a request that followed a redirect."""
        self.visited_elsewhere.append(request(connection))
        connection.sendall(OK + b"Content-Length: 2\r\n\r\n{}")


@contextlib.contextmanager
def hostile_proxy(upstream: str) -> Iterator[HostileProxy]:
    """Yield a proxy before the simulator."""
    proxy = HostileProxy(upstream)
    with server(proxy.serve) as url, server(proxy.record_redirected_request) as elsewhere:
        proxy.url, proxy.elsewhere = url, elsewhere
        yield proxy


def slow_headers(connection: socket.socket, _: str) -> None:
    dribble(connection, OK + b"X-More: and more\r\n" * 50, every_s=0.02)


def slow_body(connection: socket.socket, _: str) -> None:
    connection.sendall(OK + b"Content-Length: 5000\r\n\r\n")
    dribble(connection, b"{", every_s=0.02)


def endless_headers(connection: socket.socket, _: str) -> None:
    connection.sendall(OK)
    while True:
        connection.sendall(b"X-More: and more\r\n")


def endless_header(connection: socket.socket, _: str) -> None:
    connection.sendall(OK + b"X-Long: ")
    while True:
        connection.sendall(PIECE)


def endless_continue_responses(connection: socket.socket, _: str) -> None:
    while True:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.001)  # without this wait, it would take the processor from the calls that must succeed


def endless_body(connection: socket.socket, _: str) -> None:
    connection.sendall(OK + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(CHUNK)


BOMB = gzip.compress(bytes(16 << 20)) * 64
"""1 GiB when unpacked."""
BROTLI = brotli.Compressor(quality=1)
BROTLI_BOMB = b"".join([*(BROTLI.process(bytes(16 << 20)) for _ in range(64)), BROTLI.finish()])
BOMB_IN_A_BOMB = gzip.compress(BOMB)


def packed(body: bytes, encoding: str) -> Misbehave:
    """Return a fault whose body is small but unpacks to a huge one."""

    def answer(connection: socket.socket, _: str) -> None:
        head = f"Content-Encoding: {encoding}\r\nContent-Length: {len(body)}\r\n\r\n"
        connection.sendall(OK + head.encode() + body)

    return answer


def redirect(status: int) -> Misbehave:
    """Return a fault that redirects to another server, which must never receive the key."""

    def answer(connection: socket.socket, elsewhere: str) -> None:
        location = f"Location: {elsewhere}/v4/stolen\r\n"
        connection.sendall(f"HTTP/1.1 {status} Away\r\n{location}Content-Length: 0\r\n\r\n".encode())

    return answer


def body_too_short(connection: socket.socket, _: str) -> None:
    connection.sendall(OK + b'Content-Length: 4096\r\n\r\n{"OID": "X-1"}')


def body_too_long(connection: socket.socket, _: str) -> None:
    connection.sendall(OK + b'Content-Length: 5\r\n\r\n{"OID": "X-1"}')


FAULTS: dict[str, Misbehave] = {
    "slow headers": slow_headers,
    "slow body": slow_body,
    "endless headers": endless_headers,
    "an endless header": endless_header,
    "endless promises": endless_continue_responses,
    "endless body": endless_body,
    "gzip bomb": packed(BOMB, "gzip"),
    "Brotli bomb": packed(BROTLI_BOMB, "br"),
    "gzip bomb in gzip": packed(BOMB_IN_A_BOMB, "gzip, gzip"),
    "redirect": redirect(302),
    "redirect that keeps the method": redirect(307),
    "body shorter than its length": body_too_short,
    "body longer than its length": body_too_long,
}
SLOW = ("slow headers", "slow body", "endless promises")
"""The faults that only the time-out ends."""
