"""The bytes of a request, however they arrive, reach gunicorn complete and in order."""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.server.inbox import BODY_WINDOW_S, CONTINUE, HEADERS_S, IN_MEMORY, Inbox

MOST = 4 * IN_MEMORY
GET = b"GET /api/session HTTP/1.1\r\nHost: portal.example\r\n\r\n"


def post(body: bytes, *headers: bytes) -> bytes:
    """Return a request with a body of this length."""
    lines = (b"POST /api/session HTTP/1.1", b"Content-Length: %d" % len(body), *headers)
    return b"\r\n".join((*lines, b"", body))


def chunked(*parts: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    """Return a request whose body has these chunks."""
    head = b"POST /api/session HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"".join(b"%x;an=extension\r\n%b\r\n" % (len(part), part) for part in parts) + end


class Pair:
    """An inbox, and the client's end of its connection."""

    def __init__(self) -> None:
        self.client, server = socket.socketpair()
        self.client.settimeout(5)
        server.setblocking(False)
        self.inbox = Inbox(server, 0.0, MOST)

    def send(self, data: bytes, now: float = 0.0) -> None:
        """Send data in pieces that fit into the kernel's buffer, and receive them."""
        for start in range(0, len(data), 32_768):
            self.client.sendall(data[start : start + 32_768])
            assert self.inbox.receive(now)

    def read(self) -> bytes:
        """Return all received bytes, as a thread reads them."""
        self.inbox.hand_over()
        data = bytearray()
        while self.inbox.has_rest():
            data += self.inbox.recv(1_000)
        return bytes(data)

    def close(self) -> None:
        """Close both ends."""
        self.client.close()
        self.inbox.close()


@pytest.fixture
def pair() -> Iterator[Pair]:
    made = Pair()
    yield made
    made.close()


parts = st.lists(st.binary(min_size=1, max_size=200), max_size=4)
requests = st.one_of(
    st.just(GET),
    st.binary(max_size=500).map(post),
    parts.map(lambda each: chunked(*each)),
    parts.map(lambda each: chunked(*each, end=b"0\r\nA-Trailer: x\r\n\r\n")),
)


@settings(max_examples=200, deadline=None)
@given(requests, st.lists(st.integers(1, 60), min_size=1, max_size=30))
def test_request_is_complete_exactly_when_its_last_byte_arrives(request: bytes, sizes: list[int]) -> None:
    pair, sent = Pair(), 0
    try:
        for number in range(len(request)):
            piece = request[sent : sent + sizes[number % len(sizes)]]
            if not piece:
                break
            assert not pair.inbox.is_complete
            pair.send(piece)
            sent += len(piece)
        assert pair.inbox.is_complete
        assert pair.read() == request
    finally:
        pair.close()


@settings(max_examples=100, deadline=None)
@given(requests, requests)
def test_bytes_of_the_next_request_are_kept(first: bytes, second: bytes) -> None:
    pair = Pair()
    try:
        pair.send(first + second)
        pair.inbox.hand_over()
        assert pair.inbox.recv(len(first)) == first
        assert pair.inbox.has_rest()
        pair.inbox.begin(0.0, b"")
        assert pair.inbox.is_complete
        assert pair.read() == second
    finally:
        pair.close()


def test_long_body_is_in_a_file_and_arrives_whole(pair: Pair) -> None:
    request = post(bytes(range(256)) * (3 * IN_MEMORY // 256))
    pair.send(request)
    assert pair.inbox.is_complete
    assert pair.read() == request


def test_request_is_handed_over_if_no_file_can_be_made(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a full disk. The application gets what has arrived, reads the rest itself, and can say what is wrong."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    request = post(bytes(2 * IN_MEMORY))
    sent = 0
    while not pair.inbox.is_complete:
        pair.send(request[sent : sent + 32_768])
        sent += 32_768
    assert IN_MEMORY <= sent < len(request)
    pair.client.sendall(request[sent : sent + 1_000])
    pair.inbox.hand_over()
    data = bytearray()
    while len(data) < sent + 1_000:
        data += pair.inbox.recv(10_000)
    assert bytes(data) == request[: sent + 1_000]


@pytest.mark.parametrize(
    "request_head",
    [
        post(b"")[:-2].replace(b"Content-Length: 0", b"Content-Length: %d" % (MOST + 1)) + b"\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: " + b"9" * 30 + b"\r\n\r\n",
        b"X" * 70_000,
        b"\x16\x03\x01\r\n\r\n",
    ],
    ids=["too long", "no number", "an endless number", "an endless line", "no HTTP"],
)
def test_request_that_is_refused_anyway_is_handed_over_at_once(pair: Pair, request_head: bytes) -> None:
    pair.send(request_head)
    assert pair.inbox.is_complete
    assert pair.read() == request_head


def test_reading_beyond_a_body_that_is_too_long_does_not_wait(pair: Pair) -> None:
    pair.send(b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % (MOST + 1))
    pair.read()
    with pytest.raises(ConnectionResetError):
        pair.inbox.recv(10)


def test_endless_chunks_are_cut(pair: Pair) -> None:
    pair.send(chunked(end=b""))
    while not pair.inbox.is_complete:
        pair.send(b"1000\r\n" + bytes(0x1000) + b"\r\n")
    pair.read()
    with pytest.raises(ConnectionResetError):
        pair.inbox.recv(10)


def test_blank_lines_before_a_request_are_no_request(pair: Pair) -> None:
    pair.send(b"\r\n\r\n")
    assert not pair.inbox.is_complete
    pair.send(GET)
    assert pair.inbox.is_complete


def test_client_that_waits_for_permission_gets_it(pair: Pair) -> None:
    request = post(b"x" * 9, b"Expect: 100-continue")
    pair.send(request[:-9])
    assert pair.client.recv(100) == CONTINUE
    pair.send(request[-9:])
    assert pair.inbox.is_complete


@pytest.mark.parametrize(
    ("sent", "late_s"), [(b"", HEADERS_S), (GET[:-1], HEADERS_S), (post(b"xx")[:-1], BODY_WINDOW_S)]
)
def test_slow_client_is_late(pair: Pair, sent: bytes, late_s: float) -> None:
    if sent:
        pair.send(sent)
    assert not pair.inbox.is_late(late_s - 0.1)
    assert pair.inbox.is_late(late_s)


def test_body_must_arrive_at_a_kibibyte_a_second(pair: Pair) -> None:
    pair.send(post(bytes(200_000))[:100])
    for window in (1, 2, 3):
        pair.send(bytes(20 * 1024), now=20 * window - 1)
        assert not pair.inbox.is_late(20.0 * window)
    pair.send(bytes(20 * 1024 - 1), now=79)
    assert pair.inbox.is_late(80.0)


def test_next_request_has_its_own_time(pair: Pair) -> None:
    pair.send(GET)
    pair.read()
    pair.inbox.begin(100.0, GET[:5])
    assert not pair.inbox.is_complete
    assert not pair.inbox.is_late(109.9)
    assert pair.inbox.is_late(110.0)
