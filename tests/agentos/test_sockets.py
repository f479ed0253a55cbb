"""Time-outs, cuts and resets on real sockets: an attempt ends when it must, and knows whether anything was sent."""

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests.adapters

from app.agentos import transport as transport_module
from app.agentos.asker import Asker
from app.agentos.errors import AgentOSError, Failed, Malformed, TimedOut, Unreachable
from app.domain.agency import Agency
from app.domain.clock import Deadline, SystemClock
from tests.agentos.conftest import KEY, MakeTransport
from tests.agentos.servers import GOOD, dribble, request, request_head, reset, server
from tests.clock import FakeClock

JOB = "/v4/maintenance/acme/jobs/JOB-7"
TIMEOUT_S = 0.3
SLACK_S = 0.7


class Caller:
    """Sends a write, or a read, and says how it ended and after how long."""

    def __init__(self, make: MakeTransport, agency: Agency, asker: Asker) -> None:
        self._make, self._agency, self._asker = make, agency, asker

    def fails(self, base_url: str, *, operation: str = "set_status", **timeouts: float) -> tuple[AgentOSError, float]:
        transport = self._make(base_url, **{"read_s": TIMEOUT_S, "upload_s": TIMEOUT_S} | timeouts)
        started = time.monotonic()
        with pytest.raises(AgentOSError) as caught:
            transport.send(self._agency, operation, JOB, self._asker, json={} if operation == "set_status" else None)
        assert KEY not in repr(caught.value)
        return caught.value, time.monotonic() - started


@pytest.fixture
def caller(make_transport: MakeTransport, agency: Agency, asker: Asker) -> Caller:
    return Caller(make_transport, agency, asker)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for 127.0.0.1 that nobody trusts, in one file."""
    if not shutil.which("openssl"):
        pytest.skip("openssl is not installed")
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
        + ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(path), "-out", "-"],
        check=True,
        capture_output=True,
        cwd=path.parent,
    ).stdout
    return path


@pytest.fixture(scope="module")
def tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests.adapters, "DEFAULT_CA_BUNDLE_PATH", str(certificate))


def assert_timed_out(ending: tuple[AgentOSError, float], *, sent: bool) -> None:
    error, seconds = ending
    assert isinstance(error, TimedOut), error
    assert error.sent is sent
    assert TIMEOUT_S * 0.9 <= seconds < TIMEOUT_S + SLACK_S


def silent(connection: socket.socket) -> None:
    request(connection)
    connection.recv(1)


def slow_headers(connection: socket.socket) -> None:
    request(connection)
    dribble(connection, b"HTTP/1.1 200 OK\r\n" + b"X-More: and more\r\n" * 50)


def slow_body(connection: socket.socket) -> None:
    request(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
    dribble(connection, b"{")


def slow_chunks(connection: socket.socket) -> None:
    request(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    dribble(connection, b"1\r\n{\r\n")


def slow_body_until_close(connection: socket.socket) -> None:
    """Shut down in the middle, it looks whole."""
    request(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n{}")
    dribble(connection, b" ")


@pytest.mark.parametrize("behave", [silent, slow_headers, slow_body, slow_chunks, slow_body_until_close])
def test_the_time_out_is_for_the_whole_attempt(
    caller: Caller, behave: "type[None]", request: pytest.FixtureRequest
) -> None:
    with server(behave) as url:  # type: ignore[arg-type]
        assert_timed_out(caller.fails(url), sent=True)


@pytest.mark.parametrize("behave", [silent, slow_headers, slow_body, slow_chunks, slow_body_until_close])
@pytest.mark.usefixtures("trusted")
def test_over_tls_too(caller: Caller, behave: "type[None]", tls: ssl.SSLContext) -> None:
    with server(behave, tls) as url:  # type: ignore[arg-type]
        assert_timed_out(caller.fails(url), sent=True)


def test_a_handshake_that_dribbles(caller: Caller) -> None:
    def behave(connection: socket.socket) -> None:
        connection.recv(65_536)
        dribble(connection, b"\x16\x03\x03\x40\x00" + b"\x02\x00\x3f\xfc" * 100)

    with server(behave) as url:
        assert_timed_out(caller.fails(url.replace("http:", "https:")), sent=False)


def test_a_handshake_that_never_answers_is_no_connection(caller: Caller) -> None:
    with server(silent) as url:
        error, seconds = caller.fails(url.replace("http:", "https:"), connect_s=0.2, read_s=5.0)
    assert isinstance(error, Unreachable)
    assert not error.sent
    assert seconds < 1


def test_a_read_that_timed_out_is_not_tried_again(caller: Caller) -> None:
    connections: list[int] = []

    def behave(connection: socket.socket) -> None:
        connections.append(1)
        silent(connection)

    with server(behave) as url:
        assert_timed_out(caller.fails(url, operation="job"), sent=True)
    assert len(connections) == 1


def test_the_deadline_is_shorter_than_the_time_out(make_transport: MakeTransport, agency: Agency) -> None:
    asker = Asker(role="person", deadline=Deadline(SystemClock(), TIMEOUT_S))
    with server(slow_body) as url:
        assert_timed_out(Caller(make_transport, agency, asker).fails(url, read_s=20.0), sent=True)


def test_an_upload_may_take_longer_than_the_connect_time_out(
    make_transport: MakeTransport, agency: Agency, asker: Asker
) -> None:
    size = 8 * 1024 * 1024

    def behave(connection: socket.socket) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        received = len(request_head(connection))
        time.sleep(0.6)
        while received < size:
            received += len(connection.recv(1 << 20))
        connection.sendall(GOOD)

    with server(behave) as url:
        transport = make_transport(url, connect_s=0.2, read_s=0.2, upload_s=20.0)
        answer = transport.send(agency, "attach_document", JOB, asker, json={"Content": "x" * size}, upload=True)
    assert answer.body == b"{}"


def test_an_upload_that_nobody_takes_is_cut_off(make_transport: MakeTransport, agency: Agency, asker: Asker) -> None:
    done = threading.Event()

    def behave(connection: socket.socket) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        while not done.wait(0.02):
            connection.recv(100)

    with server(behave) as url:
        started = time.monotonic()
        with pytest.raises(TimedOut) as caught:
            make_transport(url, upload_s=TIMEOUT_S).send(
                agency, "attach_document", JOB, asker, json={"Content": "x" * (32 << 20)}, upload=True
            )
        seconds = time.monotonic() - started
        done.set()
    assert caught.value.sent
    assert seconds < TIMEOUT_S + 2 * SLACK_S


def test_nobody_listens(caller: Caller) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    error, _ = caller.fails(url)
    assert isinstance(error, Unreachable)
    assert not error.sent


def test_no_such_host(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    error, _ = caller.fails("https://agentos.invalid")
    assert isinstance(error, Unreachable)
    assert not error.sent


def test_a_connection_that_is_not_taken(caller: Caller) -> None:
    """Its queue full, a listener lets connections wait."""
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = []
        for _ in range(3):
            waiting.append(socket.socket())
            waiting[-1].setblocking(False)
            waiting[-1].connect_ex(full.getsockname())
        error, seconds = caller.fails(f"http://127.0.0.1:{full.getsockname()[1]}", connect_s=0.2, read_s=5.0)
        for each in waiting:
            each.close()
    assert isinstance(error, Unreachable)
    assert not error.sent
    assert seconds < 1


def test_a_certificate_that_nobody_trusts(caller: Caller, tls: ssl.SSLContext) -> None:
    with server(silent, tls) as url:
        error, _ = caller.fails(url)
    assert isinstance(error, Unreachable)
    assert not error.sent


def test_a_handshake_with_nonsense(caller: Caller) -> None:
    with server(lambda connection: connection.sendall(GOOD)) as url:
        error, _ = caller.fails(url.replace("http:", "https:"))
    assert isinstance(error, Unreachable)
    assert not error.sent


def after(answer: bytes, *, hard: bool = False) -> "type[None]":
    def behave(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(answer)
        if hard:
            reset(connection)

    return behave  # type: ignore[return-value]


@pytest.mark.parametrize(
    "behave",
    [
        after(b""),
        after(b"", hard=True),
        after(b"HTTP/1.1 200 OK\r\nContent-Le"),
        after(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"),
        after(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"),
        after(b"SSH-2.0-OpenSSH\r\n\r\n"),
    ],
    ids=["closed", "reset", "cut in the headers", "cut in the body", "cut in the chunks", "not HTTP"],
)
@pytest.mark.parametrize("operation", ["set_status", "job"])
def test_cut_off_after_sending(caller: Caller, behave: "type[None]", operation: str) -> None:
    with server(behave) as url:  # type: ignore[arg-type]
        error, _ = caller.fails(url, operation=operation, read_s=5.0)
    assert isinstance(error, Unreachable), error
    assert error.sent


def test_the_status_of_an_error_is_enough(caller: Caller) -> None:
    def behave(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(b"HTTP/1.1 500 No\r\nContent-Length: 5000\r\n\r\n")
        dribble(connection, b"<")

    with server(behave) as url:
        error, seconds = caller.fails(url, read_s=20.0)
    assert isinstance(error, Failed)
    assert seconds < 1


@pytest.fixture
def bomb() -> Iterator[bytes]:
    body = gzip.compress(b" " * (200 << 20), compresslevel=1)
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(body)}\r\n\r\n"
    yield head.encode() + body


def test_a_gzip_bomb_stops_at_the_cap(caller: Caller, bomb: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    most = 4 << 20
    monkeypatch.setattr(transport_module, "MAX_ANSWER_BYTES", most)
    with server(after(bomb)) as url:  # type: ignore[arg-type]
        error, _ = caller.fails(url, read_s=20.0)
    assert isinstance(error, Malformed)
    assert error.sent


def test_the_cap_is_64_mib() -> None:
    assert transport_module.MAX_ANSWER_BYTES == 64 << 20


def test_what_is_not_gzip_is_malformed(caller: Caller) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"
    with server(after(answer)) as url:  # type: ignore[arg-type]
        error, _ = caller.fails(url)
    assert isinstance(error, Malformed)


def test_redirects_are_not_followed(caller: Caller) -> None:
    visited: list[bytes] = []

    def behave(connection: socket.socket) -> None:
        visited.append(request(connection))
        connection.sendall(b"HTTP/1.1 307 Away\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")

    with server(behave) as url:
        error, _ = caller.fails(url, operation="job")
    assert isinstance(error, Failed)
    assert len(visited) == 1


def test_connections_are_kept_but_not_for_long(
    make_transport: MakeTransport, agency: Agency, asker: Asker, clock: FakeClock
) -> None:
    connections: list[int] = []

    def behave(connection: socket.socket) -> None:
        connections.append(1)
        while True:
            request(connection)
            connection.sendall(GOOD)

    with server(behave) as url:
        transport = make_transport(url)
        for pause_s, expected in ((0, 1), (1, 1), (31, 2)):
            clock.advance(pause_s)
            fresh = Asker(role="worker", deadline=Deadline(clock, 9))
            assert transport.send(agency, "job", JOB, fresh).body == b"{}"
            assert len(connections) == expected


def test_a_kept_connection_is_watched_as_well(
    make_transport: MakeTransport, agency: Agency, asker: Asker
) -> None:
    def behave(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(GOOD)
        slow_body(connection)

    with server(behave) as url:
        transport = make_transport(url, read_s=TIMEOUT_S)
        transport.send(agency, "job", JOB, asker)
        started = time.monotonic()
        with pytest.raises(TimedOut):
            transport.send(agency, "job", JOB, asker)
        assert time.monotonic() - started < TIMEOUT_S + SLACK_S
