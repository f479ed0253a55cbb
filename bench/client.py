"""A cheap load client: raw sockets kept alive, requests as ready bytes, one thread.

On a small machine, the client takes its time from the servers. It therefore parses only the end of an answer.
"""

from __future__ import annotations

import re
import selectors
import socket
import time
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Address = tuple[str, int]

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_BODILESS = (204, 304)
ANSWER_S = 90.0
"""Time-out of a blocking call: longer than any deadline of the portal."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `head` is the status line and the headers as received."""

    status: int
    head: bytes
    body: bytes

    def header(self, name: str) -> str | None:
        """Return the first header of that name."""
        match = re.search(rf"\r\n{name}: *([^\r]*)".encode(), self.head, re.IGNORECASE)
        return match[1].decode("latin-1") if match else None


def request(
    method: str,
    path: str,
    cookie: str | None = None,
    body: bytes | None = None,
    headers: dict[str, str] | None = None,
    *,
    attempt: str | None = None,
) -> bytes:
    """Return the bytes of one request. `body` is JSON. `cookie`: of the session. `attempt`: of the asking browser."""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"Cookie: portal_session={cookie}"] if cookie else []
    lines += [f"Cookie: portal_attempt={attempt}"] if attempt else []
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if body is not None:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")


class Connection:
    """One connection, with at most one request in progress."""

    def __init__(self, address: Address) -> None:
        self.socket = socket.create_connection(address, timeout=ANSWER_S)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._read = bytearray()

    def send(self, data: bytes) -> None:
        """Send a request."""
        self.socket.sendall(data)

    def received(self) -> Answer | None:
        """Read the received bytes. Return the answer if it is complete. Raise ConnectionError if there will be none."""
        piece = self.socket.recv(262_144)
        if not piece:
            raise ConnectionError("closed before the answer was complete")
        self._read += piece
        end = self._read.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = bytes(self._read[:end])
        status = int(head[9:12])
        length = 0
        if status not in _BODILESS:
            match = _LENGTH.search(head)
            if match is None:
                raise ConnectionError("the answer has no Content-Length")
            length = int(match[1])
        if len(self._read) < end + 4 + length:
            return None
        answer = Answer(status, head, bytes(self._read[end + 4 : end + 4 + length]))
        self._read.clear()
        return answer

    def ask(self, data: bytes) -> Answer:
        """Send a request, wait, and return its answer."""
        self.send(data)
        while (answer := self.received()) is None:
            pass
        return answer

    def is_open(self) -> bool:
        """Return whether the other side has kept the idle connection open."""
        self.socket.setblocking(False)
        try:
            return bool(self.socket.recv(1))
        except BlockingIOError:
            return True
        except OSError:
            return False
        finally:
            self.socket.settimeout(ANSWER_S)

    def close(self) -> None:
        """Close the connection."""
        self.socket.close()


def ask(address: Address, data: bytes) -> Answer:
    """Send one request on a new connection. Return its answer."""
    connection = Connection(address)
    try:
        return connection.ask(data)
    finally:
        connection.close()


def throughput(
    addresses: Sequence[Address], data: bytes, each: int, seconds: float, expected_status: int = 200
) -> float:
    """Return the answers a second with `each` connections per address. Each sends again when it is answered.

    Raise RuntimeError for an answer with a status other than `expected_status`.
    """
    connections = [Connection(address) for address in addresses for _ in range(each)]
    selector = selectors.DefaultSelector()
    for connection in connections:
        selector.register(connection.socket, selectors.EVENT_READ, connection)
        connection.send(data)
    count, began = 0, time.perf_counter()
    until = began + seconds
    while time.perf_counter() < until:
        for key, _ in selector.select(1.0):
            answer = key.data.received()
            if answer is None:
                continue
            if answer.status != expected_status:
                raise RuntimeError(f"expected {expected_status}: {answer.head.decode('latin-1')} {answer.body[:200]!r}")
            count += 1
            key.data.send(data)
    took = time.perf_counter() - began
    selector.close()
    for connection in connections:
        connection.close()
    return count / took


@dataclass(frozen=True, slots=True)
class Due:
    """A request to be sent `at` seconds after the beginning."""

    at: float
    label: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sample:
    """The result of a request: its status (0: none), and the seconds from its due time to its complete answer."""

    label: str
    status: int
    seconds: float
    answer: Answer | None


@dataclass
class _Pool:
    """Connections, opened when needed: a late answer delays no other request."""

    address: Address
    most: int
    idle: deque[Connection] = field(default_factory=deque)
    busy: int = 0

    def take(self) -> Connection | None:
        while self.idle:
            connection = self.idle.pop()
            if connection.is_open():
                self.busy += 1
                return connection
            connection.close()
        if self.busy >= self.most:
            return None
        self.busy += 1
        return Connection(self.address)


def scheduled(address: Address, schedule: Iterable[Due], most: int = 64, late_s: float = 30.0) -> list[Sample]:
    """Send each request when it is due, over at most `most` connections, without waiting for earlier answers.

    Times count from a request's due time. The delays that a stalled server causes are therefore counted.
    """
    waiting, samples = deque(sorted(schedule, key=lambda due: due.at)), list[Sample]()
    pool, under_way = _Pool(address, most), dict[Connection, Due]()
    selector, began = selectors.DefaultSelector(), time.perf_counter()

    def end(connection: Connection, answer: Answer | None) -> None:
        due = under_way.pop(connection)
        selector.unregister(connection.socket)
        pool.busy -= 1
        if answer is None:
            connection.close()
        else:
            pool.idle.append(connection)
        took = time.perf_counter() - began - due.at
        samples.append(Sample(due.label, answer.status if answer else 0, took, answer))

    while waiting or under_way:
        now = time.perf_counter() - began
        while waiting and waiting[0].at <= now and (connection := pool.take()):
            due = waiting.popleft()
            under_way[connection] = due
            selector.register(connection.socket, selectors.EVENT_READ, connection)
            connection.send(due.data)
        pause = waiting[0].at - now if waiting else 1.0
        for key, _ in selector.select(min(max(pause, 0.001), 1.0)) if under_way else _sleep(pause):
            try:
                answer = key.data.received()
            except OSError:
                end(key.data, None)
                continue
            if answer:
                end(key.data, answer)
        for connection in [connection for connection, due in under_way.items() if now - due.at > late_s]:
            end(connection, None)
    selector.close()
    for connection in pool.idle:
        connection.close()
    return samples


def _sleep(seconds: float) -> list[tuple[selectors.SelectorKey, int]]:
    time.sleep(max(0.0, min(seconds, 1.0)))
    return []
