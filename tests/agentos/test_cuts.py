"""No connection, cuts and resets on real sockets: a failure knows whether anything was sent."""

import contextlib
import socket
import ssl
import tracemalloc

import pytest

from app.agentos import transport as transport_module
from app.agentos.call import Call
from app.agentos.caller import Caller
from app.agentos.errors import Failed, Malformed, Unreachable
from app.domain.agency import Agency
from app.domain.attempt import AttemptResult
from app.domain.clock import Deadline
from tests.agentos.hostile import FAULTS
from tests.agentos.probes import JOB, MakeTransport, Probe
from tests.agentos.servers import GOOD, Behave, dribble, request, request_head, reset, server, silent
from tests.clock import FakeClock


def test_nobody_listens(probe: Probe) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    error, _ = probe.fails(url)
    assert isinstance(error, Unreachable)
    assert error.result is AttemptResult.NOT_SENT


def test_no_such_host(probe: Probe, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    error, _ = probe.fails("https://agentos.invalid")
    assert isinstance(error, Unreachable)
    assert error.result is AttemptResult.NOT_SENT


def test_a_connection_that_is_not_taken(probe: Probe) -> None:
    """Its queue full, a listener lets connections wait."""
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = []
        for _ in range(3):
            waiting.append(socket.socket())
            waiting[-1].setblocking(False)
            waiting[-1].connect_ex(full.getsockname())
        error, seconds = probe.fails(f"http://127.0.0.1:{full.getsockname()[1]}", connect_s=0.2, read_s=5.0)
        for each in waiting:
            each.close()
    assert isinstance(error, Unreachable)
    assert error.result is AttemptResult.NOT_SENT
    assert seconds < 1


def test_a_certificate_that_nobody_trusts(probe: Probe, tls: ssl.SSLContext) -> None:
    with server(silent, tls) as url:
        error, _ = probe.fails(url)
    assert isinstance(error, Unreachable)
    assert error.result is AttemptResult.NOT_SENT


def test_a_handshake_with_nonsense(probe: Probe) -> None:
    with server(lambda connection: connection.sendall(GOOD)) as url:
        error, _ = probe.fails(url.replace("http:", "https:"))
    assert isinstance(error, Unreachable)
    assert error.result is AttemptResult.NOT_SENT


def after(answer: bytes, *, hard: bool = False) -> Behave:
    def behave(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(answer)
        if hard:
            reset(connection)

    return behave


@pytest.mark.parametrize(
    "behave",
    [
        after(b""),
        after(b"", hard=True),
        after(b"HTTP/1.1 200 OK\r\n"),
        after(b"HTTP/1.1 200 OK\r\nContent-Le"),
        after(b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n"),
        after(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"),
        after(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"),
        after(b"SSH-2.0-OpenSSH\r\n\r\n"),
    ],
    ids=[
        "closed",
        "reset",
        "cut after the status",
        "cut in the headers",
        "no body, no length",
        "cut in the body",
        "cut in the chunks",
        "not HTTP",
    ],
)
@pytest.mark.parametrize("operation", ["set_status", "job"])
def test_cut_off_after_sending(probe: Probe, behave: Behave, operation: str) -> None:
    with server(behave) as url:
        error, _ = probe.fails(url, operation=operation, read_s=5.0)
    assert isinstance(error, Unreachable), error
    assert error.result is AttemptResult.IN_DOUBT


def test_the_status_of_an_error_is_enough(probe: Probe) -> None:
    def behave(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(b"HTTP/1.1 500 No\r\nContent-Length: 5000\r\n\r\n")
        dribble(connection, b"<")

    with server(behave) as url:
        error, seconds = probe.fails(url, read_s=20.0)
    assert isinstance(error, Failed)
    assert seconds < 1


@pytest.mark.parametrize("name", ["endless body", "gzip bomb", "gzip bomb in gzip"])
def test_what_has_no_end_is_given_up_at_64_mib(probe: Probe, name: str) -> None:
    """Told by the bytes: what the server could send, and what we held."""
    sent = 0

    class Counted:
        def __init__(self, connection: socket.socket) -> None:
            self._connection = connection

        def sendall(self, data: bytes) -> None:
            nonlocal sent
            for start in range(0, len(data), 65_536):
                sent += self._connection.send(data[start : start + 65_536])

    def behave(connection: socket.socket) -> None:
        request(connection)
        FAULTS[name](Counted(connection), "")  # type: ignore[arg-type]

    with server(behave) as url:
        tracemalloc.start()
        error, _ = probe.fails(url, read_s=120.0)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert isinstance(error, Malformed), "neither the time-out ended it, nor the server"
    assert error.result is AttemptResult.IN_DOUBT
    assert transport_module.MAX_ANSWER_BYTES == 64 << 20
    assert peak < 100 << 20
    assert sent < 90 << 20, "besides what was read, what the sockets hold"


def test_what_follows_a_whole_answer_is_not_the_next_one(
    make_transport: MakeTransport, agency: Agency, caller: Caller
) -> None:
    forged = b'HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n{"OID": "FORGED"}'

    def behave(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(GOOD + forged)
        with contextlib.suppress(OSError):
            request(connection)
            connection.sendall(GOOD)

    with server(behave) as url:
        transport = make_transport(url)
        for _ in range(3):
            assert transport.send(Call(agency, "job", JOB, caller)).body == b"{}"


def test_what_is_not_gzip_is_malformed(probe: Probe) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"
    with server(after(answer)) as url:
        error, _ = probe.fails(url)
    assert isinstance(error, Malformed)


def test_redirects_are_not_followed(probe: Probe) -> None:
    visited: list[bytes] = []

    def behave(connection: socket.socket) -> None:
        visited.append(request(connection))
        connection.sendall(b"HTTP/1.1 307 Away\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")

    with server(behave) as url:
        error, _ = probe.fails(url, operation="job")
    assert isinstance(error, Failed)
    assert len(visited) == 1


def test_connections_are_kept_but_not_for_long(
    make_transport: MakeTransport, agency: Agency, caller: Caller, clock: FakeClock
) -> None:
    connections: list[int] = []

    def behave(connection: socket.socket) -> None:
        head = request_head(connection)
        connections.append(1)
        while head:
            connection.sendall(GOOD)
            head = request_head(connection)

    with server(behave) as url:
        transport = make_transport(url)
        for pause_s, expected in ((0, 1), (1, 1), (31, 2)):
            clock.advance(pause_s)
            fresh = Caller(role="worker", deadline=Deadline(clock, 9))
            assert transport.send(Call(agency, "job", JOB, fresh)).body == b"{}"
            assert len(connections) == expected
