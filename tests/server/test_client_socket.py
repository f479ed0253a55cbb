"""The bytes of a request, however they arrive, reach gunicorn complete and in order."""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import UploadFailed
from app.domain.limits import BODY_BYTES, INVOICE_BYTES
from app.server.client_socket import CONTINUE, HEADERS_S, READ, BodyLimit, ClientSocket
from app.server.pace import BODY_S, WINDOW_BYTES, WINDOW_S
from app.server.stored_bytes import IN_MEMORY

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
    """A client's socket as the server has it, and the client's end. `stores`: the limit of the stored body in bytes."""

    def __init__(self, stores: int = INVOICE_BYTES) -> None:
        self.client, server = socket.socketpair()
        self.client.settimeout(5)
        self.asked: list[tuple[str, str, str]] = []
        self.client_socket = ClientSocket(server, 0.0, self.limit)
        self._stores = stores

    def limit(self, method: str, path: str, cookies: str) -> BodyLimit:
        """Return the limit of this pair."""
        self.asked.append((method, path, cookies))
        return BodyLimit(self._stores, "a sign-in")

    def send(self, data: bytes, now: float = 0.0) -> None:
        """Send data in pieces that fit into the kernel's buffer, and receive them."""
        for start in range(0, len(data), 32_768):
            self.client.sendall(data[start : start + 32_768])
            assert self.client_socket.receive(now)

    def read(self) -> bytes:
        """Return all received bytes, as a thread reads them."""
        self.client_socket.hand_over()
        data = bytearray()
        while self.client_socket.has_rest():
            data += self.client_socket.recv(1_000)
        return bytes(data)

    def close(self) -> None:
        """Close both ends."""
        self.client.close()
        self.client_socket.close()


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
            assert not pair.client_socket.is_complete
            pair.send(piece)
            sent += len(piece)
        assert pair.client_socket.is_complete
        assert pair.read() == request
    finally:
        pair.close()


@settings(max_examples=100, deadline=None)
@given(requests, requests)
def test_bytes_of_the_next_request_are_kept(first: bytes, second: bytes) -> None:
    pair = Pair()
    try:
        pair.send(first + second)
        pair.client_socket.hand_over()
        assert pair.client_socket.recv(len(first)) == first
        assert pair.client_socket.has_rest()
        pair.client_socket.begin(0.0, b"")
        assert pair.client_socket.receive(0.0)
        assert pair.client_socket.is_complete
        assert pair.read() == second
    finally:
        pair.close()


def test_long_body_is_in_a_file_and_arrives_whole(pair: Pair) -> None:
    request = post(bytes(range(256)) * (3 * IN_MEMORY // 256))
    pair.send(request)
    assert pair.client_socket.is_complete
    assert pair.read() == request


def test_body_without_room_on_the_disk_is_received_and_not_stored(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The application gets what was stored, and then the reason, so that it can say what is wrong."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    request = post(bytes(2 * IN_MEMORY))
    pair.send(request[:-1])
    assert not pair.client_socket.is_complete
    pair.send(request[-1:])
    assert pair.client_socket.is_complete
    stored = pair.read()
    assert IN_MEMORY <= len(stored) < len(request)
    assert request.startswith(stored)
    with pytest.raises(UploadFailed):
        pair.client_socket.recv(10)
    with pytest.raises(ConnectionResetError):
        pair.client_socket.recv(10)


def test_body_over_its_limit_is_received_and_not_stored() -> None:
    pair = Pair(stores=1_000)
    try:
        request = post(bytes(2 * IN_MEMORY), b"Cookie: a=b")
        pair.send(request)
        assert pair.asked == [("POST", "/api/session", "a=b")]
        assert pair.client_socket.is_complete
        assert not pair.client_socket.is_on_disk()
        assert request.startswith(pair.read())
        with pytest.raises(ConnectionResetError):
            pair.client_socket.recv(10)
    finally:
        pair.close()


def test_chunks_over_their_limit_are_cut() -> None:
    pair = Pair(stores=1_000)
    try:
        pair.send(chunked(bytes(2 * IN_MEMORY), end=b""))
        assert pair.client_socket.is_complete
        assert pair.client_socket.is_last()
        pair.read()
        with pytest.raises(ConnectionResetError):
            pair.client_socket.recv(10)
    finally:
        pair.close()


@pytest.mark.parametrize(("size", "is_last"), [(60_000, False), (65_536, True), (2 * IN_MEMORY, True)])
def test_no_request_follows_a_long_body(pair: Pair, size: int, is_last: bool) -> None:
    pair.send(post(bytes(size)))
    assert pair.client_socket.is_complete
    assert pair.client_socket.is_last() is is_last


@pytest.mark.parametrize(("size", "is_last"), [(0, False), (60_000, False), (65_536, True)])
def test_bytes_of_the_next_requests_make_no_body_long(pair: Pair, size: int, is_last: bool) -> None:
    first = post(bytes(size))
    pair.send(first[:-1] if size else b"")
    pair.send(first[-1:] + GET * 600 if size else first + GET * 2_000)
    assert pair.client_socket.is_complete
    assert pair.client_socket.is_last() is is_last


def test_body_that_each_route_takes_needs_no_limit(pair: Pair) -> None:
    pair.send(post(bytes(BODY_BYTES)))
    assert pair.client_socket.is_complete
    assert not pair.asked


def test_refused_body_of_any_length_is_not_stored() -> None:
    pair = Pair(stores=BODY_BYTES)
    try:
        head, body = post(b"")[:-2].replace(b"Length: 0", b"Length: %d" % (BODY_BYTES + 1)) + b"\r\n", bytes(BODY_BYTES)
        pair.send(head)
        pair.send(body)
        assert not pair.client_socket.is_complete
        pair.send(b"x")
        assert pair.client_socket.is_complete
        assert pair.client_socket.is_last()
        assert pair.read() == head
    finally:
        pair.close()


def test_chunks_take_little_more_than_their_limit() -> None:
    """The memory of a connection is the head, the limit, and a part for the sizes of chunks."""
    pair, head = Pair(stores=BODY_BYTES), chunked(end=b"")
    try:
        pair.send(head)
        while not pair.client_socket.is_complete:
            pair.send(b"1000\r\n" + bytes(0x1000) + b"\r\n")
        assert BODY_BYTES < len(pair.read()) <= len(head) + BODY_BYTES + READ + 2
    finally:
        pair.close()


@pytest.mark.parametrize(
    ("line", "path"),
    [
        (b"POST /a%20b?c=d HTTP/1.1", "/a b"),
        (b"POST http://portal.example/a HTTP/1.1", "/a"),
        (b"POST http://[/a HTTP/1.1", ""),
        (b"POST", ""),
    ],
)
def test_limit_is_that_of_the_path(pair: Pair, line: bytes, path: str) -> None:
    pair.send(line + b"\r\nContent-Length: 1000000\r\n\r\n")
    assert [asked[1] for asked in pair.asked] == [path]


def test_client_that_waits_for_permission_is_refused_before_it_sends() -> None:
    pair = Pair(stores=1_000)
    try:
        pair.send(post(bytes(2 * IN_MEMORY), b"Expect: 100-continue")[: -2 * IN_MEMORY])
        assert pair.client_socket.is_complete
        pair.client_socket.sendall(b"refused")
        assert pair.client.recv(100) == b"refused"
    finally:
        pair.close()


def test_response_is_sent_as_fast_as_the_client_takes_it(pair: Pair) -> None:
    response = bytes(range(256)) * 40_000
    for start in range(0, len(response), 1_000_000):
        pair.client_socket.sendall(response[start : start + 1_000_000])
    assert not pair.client_socket.is_sent()
    pair.client_socket.begin_flush(100.0)
    received = b""
    while len(received) < len(response):
        received += pair.client.recv(65_536)
        pair.client_socket.flush()
    assert received == response
    assert pair.client_socket.is_sent()


def test_client_that_takes_no_response_is_late(pair: Pair) -> None:
    pair.client_socket.sendall(bytes(10_000_000))
    pair.client_socket.begin_flush(100.0)
    pair.client_socket.flush()
    assert not pair.client_socket.is_late(119.9)
    assert pair.client_socket.is_late(120.0)


@pytest.mark.parametrize(
    "request_head",
    [
        post(b"")[:-2].replace(b"Content-Length: 0", b"Content-Length: %d" % (INVOICE_BYTES + 1)) + b"\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: " + b"9" * 30 + b"\r\n\r\n",
        b"X" * 70_000,
        b"\x16\x03\x01\r\n\r\n",
    ],
    ids=["too long", "no number", "an endless number", "an endless line", "no HTTP"],
)
def test_request_that_is_refused_anyway_is_handed_over_at_once(pair: Pair, request_head: bytes) -> None:
    pair.send(request_head)
    assert pair.client_socket.is_complete
    assert pair.read() == request_head


def test_reading_beyond_a_body_that_is_too_long_does_not_wait(pair: Pair) -> None:
    pair.send(b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % (INVOICE_BYTES + 1))
    pair.read()
    with pytest.raises(ConnectionResetError):
        pair.client_socket.recv(10)


def test_endless_chunks_are_cut(pair: Pair) -> None:
    pair.send(chunked(end=b""))
    while not pair.client_socket.is_complete:
        pair.send(b"1000\r\n" + bytes(0x1000) + b"\r\n")
    pair.read()
    with pytest.raises(ConnectionResetError):
        pair.client_socket.recv(10)


@pytest.mark.parametrize(
    ("start", "line"),
    [(b"", b"1\r\nx\r\n"), (b"", b"1;a=b\r\nx\r\n"), (b"0\r\n", b"a: b\r\n"), (b"0\r\n", b"a\n")],
    ids=["chunks", "chunks with extensions", "trailers", "bare lines"],
)
def test_short_lines_between_chunks_are_limited(pair: Pair, start: bytes, line: bytes) -> None:
    """Each takes as much time as a long chunk."""
    pair.send(chunked(end=start + 1_000 * line))
    assert not pair.client_socket.is_complete
    pair.send(200 * line)
    assert pair.client_socket.is_complete
    assert pair.client_socket.has_short_chunks()


def test_lines_of_a_file_may_be_chunks(pair: Pair) -> None:
    """The shortest lines in use are those of base64."""
    request = chunked(end=10_000 * (b"4c\r\n" + 76 * b"x" + b"\r\n") + b"0\r\n\r\n")
    pair.send(request)
    assert pair.client_socket.is_complete
    assert not pair.client_socket.has_short_chunks()
    assert pair.read() == request


def test_blank_lines_before_a_request_are_no_request(pair: Pair) -> None:
    pair.send(b"\r\n\r\n")
    assert not pair.client_socket.is_complete
    pair.send(b"\r\n" + GET)
    assert pair.client_socket.is_complete
    assert pair.read() == GET, "blank lines take no memory"


def test_old_client_gets_no_permission(pair: Pair) -> None:
    """RFC 9110, 10.1.1: a server ignores the expectation of an HTTP/1.0 client."""
    pair.client.setblocking(False)
    pair.send(post(b"x" * 9, b"Expect: 100-continue").replace(b"HTTP/1.1", b"HTTP/1.0")[:-9])
    with pytest.raises(BlockingIOError):
        pair.client.recv(100)


def test_client_that_waits_for_permission_gets_it(pair: Pair) -> None:
    request = post(b"x" * 9, b"Expect: 100-continue")
    pair.send(request[:-9])
    assert pair.client.recv(100) == CONTINUE
    pair.send(request[-9:])
    assert pair.client_socket.is_complete


@pytest.mark.parametrize(("sent", "late_s"), [(b"", HEADERS_S), (GET[:-1], HEADERS_S), (post(b"xx")[:-1], WINDOW_S)])
def test_slow_client_is_late(pair: Pair, sent: bytes, late_s: float) -> None:
    if sent:
        pair.send(sent)
    assert not pair.client_socket.is_late(late_s - 0.1)
    assert pair.client_socket.is_late(late_s)


def test_body_must_arrive_at_a_kibibyte_a_second(pair: Pair) -> None:
    pair.send(post(bytes(200_000))[:100])
    for window in (1, 2, 3):
        pair.send(bytes(20 * 1024), now=20 * window - 1)
        assert not pair.client_socket.is_late(20.0 * window)
    pair.send(bytes(20 * 1024 - 1), now=79)
    assert pair.client_socket.is_late(80.0)


def test_body_must_be_complete_in_ten_minutes(pair: Pair) -> None:
    pair.send(post(bytes(14_000_000))[:100])
    for second in range(20, 600, 20):
        pair.send(bytes(WINDOW_BYTES), now=second - 1)
        assert not pair.client_socket.is_late(float(second))
    assert pair.client_socket.is_late(BODY_S)


def test_next_request_has_its_own_time(pair: Pair) -> None:
    pair.send(GET)
    pair.read()
    pair.client_socket.begin(100.0, GET[:5])
    assert pair.client_socket.receive(100.0)
    assert not pair.client_socket.is_complete
    assert not pair.client_socket.is_late(109.9)
    assert pair.client_socket.is_late(110.0)
