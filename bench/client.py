"""A cheap load client: raw sockets kept alive, requests as ready bytes, one thread.

What the client costs is taken from the servers on a small machine, so it parses no more than where an answer ends.
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
"""When a blocking call gives up: longer than any deadline of the portal's."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `head` is the status line and the headers as they came."""

    status: int
    head: bytes
    body: bytes

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        found = re.search(rf"\r\n{name}: *([^\r]*)".encode(), self.head, re.IGNORECASE)
        return found[1].decode("latin-1") if found else None


def request(
    method: str, path: str, cookie: str | None = None, body: bytes | None = None, headers: dict[str, str] | None = None
) -> bytes:
    """One request as it goes over the wire; `body` is JSON."""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"Cookie: portal_session={cookie}"] if cookie else []
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if body is not None:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")


class Connection:
    """One connection, with at most one request under way."""

    def __init__(self, address: Address) -> None:
        self.socket = socket.create_connection(address, timeout=ANSWER_S)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._read = bytearray()

    def send(self, data: bytes) -> None:
        """Begin a request."""
        self.socket.sendall(data)

    def received(self) -> Answer | None:
        """Take what has come; the answer once it is whole. Raises ConnectionError where there will be none."""
        piece = self.socket.recv(262_144)
        if not piece:
            raise ConnectionError("closed before the answer was whole")
        self._read += piece
        end = self._read.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = bytes(self._read[:end])
        status = int(head[9:12])
        length = 0
        if status not in _BODILESS:
            given = _LENGTH.search(head)
            if given is None:
                raise ConnectionError("an answer of no stated length")
            length = int(given[1])
        if len(self._read) < end + 4 + length:
            return None
        answer = Answer(status, head, bytes(self._read[end + 4 : end + 4 + length]))
        self._read.clear()
        return answer

    def ask(self, data: bytes) -> Answer:
        """One request and its answer, waiting."""
        self.send(data)
        while (answer := self.received()) is None:
            pass
        return answer

    def is_open(self) -> bool:
        """Whether the other side has not closed it while it was idle."""
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
        """End it."""
        self.socket.close()


def ask(address: Address, data: bytes) -> Answer:
    """One request on a connection of its own."""
    connection = Connection(address)
    try:
        return connection.ask(data)
    finally:
        connection.close()


def throughput(addresses: Sequence[Address], data: bytes, each: int, seconds: float, wanted: int = 200) -> float:
    """Answers a second with `each` connections per address, each sending again as soon as it is answered.

    Raises RuntimeError for an answer other than `wanted`.
    """
    connections = [Connection(address) for address in addresses for _ in range(each)]
    selector = selectors.DefaultSelector()
    for one in connections:
        selector.register(one.socket, selectors.EVENT_READ, one)
        one.send(data)
    count, began = 0, time.perf_counter()
    until = began + seconds
    while time.perf_counter() < until:
        for key, _ in selector.select(1.0):
            answer = key.data.received()
            if answer is None:
                continue
            if answer.status != wanted:
                raise RuntimeError(f"{wanted} was wanted: {answer.head.decode('latin-1')} {answer.body[:200]!r}")
            count += 1
            key.data.send(data)
    took = time.perf_counter() - began
    selector.close()
    for one in connections:
        one.close()
    return count / took


@dataclass(frozen=True, slots=True)
class Due:
    """A request to be sent `at` so many seconds after the beginning."""

    at: float
    label: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sample:
    """What came of it: the status (0: none), and the seconds from when it was due until its answer was whole."""

    label: str
    status: int
    seconds: float
    answer: Answer | None


@dataclass
class _Pool:
    """Connections by need: an answer that is late holds up no other request."""

    address: Address
    most: int
    idle: deque[Connection] = field(default_factory=deque)
    busy: int = 0

    def take(self) -> Connection | None:
        while self.idle:
            one = self.idle.pop()
            if one.is_open():
                self.busy += 1
                return one
            one.close()
        if self.busy >= self.most:
            return None
        self.busy += 1
        return Connection(self.address)


def scheduled(address: Address, schedule: Iterable[Due], most: int = 64, late_s: float = 30.0) -> list[Sample]:
    """Send each request when it is due, whatever became of those before, over at most `most` connections.

    Times count from when a request was due, so that a server that stalls is not excused for what it held up.
    """
    waiting, samples = deque(sorted(schedule, key=lambda due: due.at)), list[Sample]()
    pool, under_way = _Pool(address, most), dict[Connection, Due]()
    selector, began = selectors.DefaultSelector(), time.perf_counter()

    def end(one: Connection, answer: Answer | None) -> None:
        due = under_way.pop(one)
        selector.unregister(one.socket)
        pool.busy -= 1
        if answer is None:
            one.close()
        else:
            pool.idle.append(one)
        took = time.perf_counter() - began - due.at
        samples.append(Sample(due.label, answer.status if answer else 0, took, answer))

    while waiting or under_way:
        now = time.perf_counter() - began
        while waiting and waiting[0].at <= now and (one := pool.take()):
            due = waiting.popleft()
            under_way[one] = due
            selector.register(one.socket, selectors.EVENT_READ, one)
            one.send(due.data)
        pause = waiting[0].at - now if waiting else 1.0
        for key, _ in selector.select(min(max(pause, 0.001), 1.0)) if under_way else _sleep(pause):
            try:
                answer = key.data.received()
            except OSError:
                end(key.data, None)
                continue
            if answer:
                end(key.data, answer)
        for one in [one for one, due in under_way.items() if now - due.at > late_s]:
            end(one, None)
    selector.close()
    for one in pool.idle:
        one.close()
    return samples


def _sleep(seconds: float) -> list[tuple[selectors.SelectorKey, int]]:
    time.sleep(max(0.0, min(seconds, 1.0)))
    return []
