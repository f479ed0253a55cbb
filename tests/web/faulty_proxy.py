"""A TCP proxy between a browser and the portal. Tests can cut the connection or drop responses."""

from __future__ import annotations

import contextlib
import queue
import re
import socket
import threading
from collections.abc import Iterator

KEY = re.compile(rb"^idempotency-key: *(\S+)", re.IGNORECASE | re.MULTILINE)
CHUNK = 65536


class FaultyProxy:
    """Forward bytes to `target` (host and port) and back. `url`: the portal for browsers, without a slash at its end.

    `keys` are the idempotency keys of all forwarded requests, in order.

    `cut` closes all connections and refuses new ones. Responses to requests with an idempotency key are dropped once
    the portal has begun to send them: the first `lose_each` responses of each key, and all responses to requests that
    begin with `lose_all_to`, if it is set.
    """

    def __init__(self, target: tuple[str, int]) -> None:
        self.target = target
        self.url = ""
        self.lose_each = 0
        self.lose_all_to: bytes | None = None
        self._lock = threading.Lock()
        self._cut = False
        self._open: set[socket.socket] = set()
        self.keys: list[str] = []

    def cut(self) -> None:
        """Close all connections and refuse new ones."""
        with self._lock:
            self._cut = True
            broken = list(self._open)
        for each in broken:
            _end(each)

    def mend(self) -> None:
        """Forward everything again."""
        with self._lock:
            self._cut = False

    def serve(self, near: socket.socket) -> None:
        """Forward everything between this connection of a browser and the portal, until one of them closes it."""
        with socket.create_connection(self.target, timeout=10) as far:
            far.settimeout(None)
            with self._lock:
                if self._cut:
                    return
                self._open |= {near, far}
            asked: queue.SimpleQueue[bool] = queue.SimpleQueue()
            back = threading.Thread(target=self._answers, args=(far, near, asked), daemon=True)
            back.start()
            self._requests(near, far, asked)
            _end(far)
            back.join()
            with self._lock:
                self._open -= {near, far}

    def _requests(self, near: socket.socket, far: socket.socket, asked: queue.SimpleQueue[bool]) -> None:
        head = b""
        for data in _read(near):
            head = (head + data)[-2 * CHUNK :]
            keys = KEY.findall(head)
            if keys:
                with self._lock:
                    self.keys += [key.decode() for key in keys]
                    is_early = self.keys.count(self.keys[-1]) <= self.lose_each
                is_lost = is_early or (self.lose_all_to is not None and self.lose_all_to in head)
                head = b""
                asked.put(is_lost)
            far.sendall(data)

    def _answers(self, far: socket.socket, near: socket.socket, asked: queue.SimpleQueue[bool]) -> None:
        with contextlib.suppress(OSError):
            for data in _read(far):
                if not asked.empty() and asked.get():
                    break
                near.sendall(data)
        _end(near)


def _read(connection: socket.socket) -> Iterator[bytes]:
    with contextlib.suppress(OSError):
        while data := connection.recv(CHUNK):
            yield data


def _end(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
