"""`python -m bench.many.agentos 1000`: an AgentOS of many agencies of equal size, for reading only.

The agencies are `acme-1` to `acme-1000`. Each answers as in `bench.agentos`, with its own key and its own e-mail
addresses of contractors. The simulator renders each answer once; then it is sent as bytes, from one thread. So the
simulator takes little of the machine. With `--big JOBS`, there is also `acme`, an agency with so many jobs. Control
calls: `limits`, with the counts of all keys together, and `state/NAME/contractors`.
"""

from __future__ import annotations

import argparse
import heapq
import json
import re
import selectors
import socket
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from bench.agentos import add_addresses, sized_agency
from simulator import routes
from simulator.agency import Agency
from simulator.limit import Limiter
from simulator.reads import Call
from simulator.settings import Settings
from simulator.shapes import Answer, Refused, as_json, as_text, refusal
from simulator.writes import Write

KEY = re.compile(rb"\r\napi_key: *([^\r]*)", re.IGNORECASE)
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
BIG = "acme"
BIG_CONTRACTORS = 2_000
MARK = "agency"
"""The agency's number in addresses of the agency that all others are copies of."""


class Model:
    """An agency whose answers are rendered once. Other agencies with the same answers share it."""

    def __init__(self, agency: Agency) -> None:
        self.agency = agency
        self._answers: dict[tuple[str, str], bytes] = {}

    def answer(self, method: str, path: str, number: str) -> bytes:
        """Return the HTTP response to a call of agency `number`, whose addresses it contains."""
        tier, _, rest = path.removeprefix("/v4/").partition("/")
        key = (f"{method} {tier}", rest.partition("/")[2])
        if key not in self._answers:
            self._answers[key] = response(self._rendered(method, path))
        answer = self._answers[key]
        if number and key[1].startswith("contacts/contractors/"):
            head, _, body = answer.partition(b"\r\n\r\n")
            body = body.replace(f"@{MARK}-".encode(), f"@{number}-".encode())
            return LENGTH.sub(b"\r\nContent-Length: %d" % len(body), head) + b"\r\n\r\n" + body
        return answer

    def _rendered(self, method: str, path: str) -> Answer:
        try:
            handler, parts = routes.find(method, path)
            answer = handler(Call(self.agency, parts))
            if isinstance(answer, Write):
                raise Refused(405, "This AgentOS is for reading only")
        except Refused as refused:
            return refusal(self.agency.profile.errors, refused)
        return answer


class Agencies:
    """All agencies: the answer to each request."""

    def __init__(self, count: int, size: str, big_jobs: int, limit: int | None, window_s: float) -> None:
        branches, contractors, jobs = map(int, size.split(","))
        settings = Settings(branches=branches, contractors=contractors, jobs=jobs, limit=limit, window_s=window_s)
        self._small = _model(f"acme-{MARK}", settings)
        key = self._small.agency.key.removesuffix(MARK)
        self._numbers = {f"{key}{number}".encode(): str(number) for number in range(1, count + 1)}
        self._models = dict.fromkeys(self._numbers.values(), self._small)
        if big_jobs:
            big = _model(BIG, settings.changed({"contractors": BIG_CONTRACTORS, "jobs": big_jobs}))
            self._numbers[big.agency.key.encode()] = ""
            self._models[""] = big
        self._limiter = Limiter(limit, window_s, time.monotonic)

    def answer(self, method: str, path: str, head: bytes, body: bytes) -> tuple[bytes, bool]:
        """Return the response to a request, and whether it is an answer of AgentOS, which takes its time."""
        if path.startswith("/_control/"):
            return response(self._control(method, path.split("/")[2:], body)), False
        key = KEY.search(head)
        number = self._numbers.get(key[1]) if key else None
        if number is None or routes.short_name(path) != _name(number):
            return response(refusal("json", Refused(401, "The key is missing, wrong or not for this"))), True
        if status := self._limiter.admit(_name(number)):
            return response(as_text(status, "API calls quota exceeded")), True
        return self._models[number].answer(method, path, number), True

    def _control(self, method: str, parts: list[str], body: bytes) -> Answer:
        match parts:
            case ["limits"] if method == "PUT":
                values = json.loads(body)
                self._limiter.set(values["limit"], values["window_s"])
                return as_json({})
            case ["limits"]:
                counts = [self._limiter.counts(_name(number)) for number in self._numbers.values()]
                total = {name: sum(count[name] for count in counts) for name in counts[0]}
                return as_json({"all": {**total, "most_in_window": max(count["most_in_window"] for count in counts)}})
            case ["state", name, "contractors"]:
                number = name.partition("-")[2]
                contractors = json.dumps(self._small.agency.tables["contractors"].records)
                return as_json(json.loads(contractors.replace(f"@{MARK}-", f"@{number}-")))
        return as_json({"error": "no such control call"}, 404)


def response(answer: Answer) -> bytes:
    """Return the bytes of an HTTP response."""
    lines = [f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}"]
    lines += [f"Content-Type: {answer.content_type}"] if answer.content_type else []
    lines += [f"{name}: {value}" for name, value in answer.headers.items()]
    return "\r\n".join([*lines, f"Content-Length: {len(answer.body)}", "", ""]).encode() + answer.body


@dataclass(eq=False)
class _Connection:
    socket: socket.socket
    received: bytearray = field(default_factory=bytearray)
    unsent: memoryview = field(default_factory=lambda: memoryview(b""))


class Server:
    """HTTP with keep-alive on one thread. Each answer of AgentOS is sent `delay_s` after its request."""

    def __init__(self, agencies: Agencies, delay_s: float) -> None:
        self._agencies = agencies
        self._delay_s = delay_s
        self._delayed: list[tuple[float, int, _Connection, bytes]] = []
        self._count = 0
        self._selector = selectors.DefaultSelector()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self._listener.setblocking(False)
        self._selector.register(self._listener, selectors.EVENT_READ)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def serve(self) -> None:
        """Serve until the process ends."""
        while True:
            pause_s = max(0.0, self._delayed[0][0] - time.monotonic()) if self._delayed else None
            for key, mask in self._selector.select(pause_s):
                if key.fileobj is self._listener:
                    self._accept()
                elif mask & selectors.EVENT_WRITE:
                    self._send(key.data)
                else:
                    self._receive(key.data)
            while self._delayed and self._delayed[0][0] <= time.monotonic():
                _, _, connection, data = heapq.heappop(self._delayed)
                self._answer(connection, data)

    def _accept(self) -> None:
        accepted, _ = self._listener.accept()
        accepted.setblocking(False)
        accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._selector.register(accepted, selectors.EVENT_READ, _Connection(accepted))

    def _receive(self, connection: _Connection) -> None:
        try:
            data = connection.socket.recv(65_536)
        except OSError:
            data = b""
        if not data:
            self._close(connection)
            return
        connection.received += data
        head, end, body = bytes(connection.received).partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        if not end or len(body) < (int(length[1]) if length else 0):
            return
        connection.received.clear()
        method, target, _ = head.split(b" ", 2)
        answer, is_slow = self._agencies.answer(method.decode(), target.decode().partition("?")[0], head, body)
        if is_slow and self._delay_s:
            self._count += 1
            heapq.heappush(self._delayed, (time.monotonic() + self._delay_s, self._count, connection, answer))
        else:
            self._answer(connection, answer)

    def _answer(self, connection: _Connection, data: bytes) -> None:
        connection.unsent = memoryview(data)
        self._send(connection)

    def _send(self, connection: _Connection) -> None:
        if connection.socket.fileno() < 0:  # the client left while its answer was delayed
            return
        try:
            connection.unsent = connection.unsent[connection.socket.send(connection.unsent) :]
        except BlockingIOError:
            pass
        except OSError:
            self._close(connection)
            return
        events = selectors.EVENT_WRITE if connection.unsent else selectors.EVENT_READ
        self._selector.modify(connection.socket, events, connection)

    def _close(self, connection: _Connection) -> None:
        self._selector.unregister(connection.socket)
        connection.socket.close()


def _model(name: str, settings: Settings) -> Model:
    agency = sized_agency(name, settings)
    agency.list_notes.clear()
    add_addresses(agency)
    return Model(agency)


def _name(number: str) -> str:
    return f"acme-{number}" if number else BIG


def main(arguments: Any = None) -> None:
    """Serve until SIGTERM."""
    parser = argparse.ArgumentParser(prog="python -m bench.many.agentos")
    parser.add_argument("agencies", type=int)
    parser.add_argument("--size", default="3,20,200", metavar="BRANCHES,CONTRACTORS,JOBS")
    parser.add_argument("--big", type=int, default=0, metavar="JOBS")
    parser.add_argument("--delay-s", type=float, default=0.0)
    parser.add_argument("--limit", type=int, default=50)
    parser.add_argument("--window-s", type=float, default=60.0)
    options = parser.parse_args(arguments)
    agencies = Agencies(options.agencies, options.size, options.big, options.limit, options.window_s)
    server = Server(agencies, options.delay_s)
    print(f"Simulated AgentOS at {server.url}", flush=True)
    server.serve()


if __name__ == "__main__":
    main()
