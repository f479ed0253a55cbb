"""Time-outs on real sockets: an attempt ends in time, with any behaviour of the server."""

import socket
import ssl
import time
from typing import Any

import pytest

from app.agentos.caller import Caller
from app.agentos.endpoints import Call, Write
from app.agentos.errors import AgentOSError, TimedOut, Unreachable
from app.domain.agency import Agency
from app.domain.attempt import AttemptResult
from app.domain.clock import Clock, Deadline
from tests.agentos.calls import JOB, LEASE, SLACK_S, TIMEOUT_S, MakeTransport, Probe
from tests.agentos.servers import GOOD, Behave, dribble, request, request_head, rest_of_request, server, silent


def assert_timed_out(ending: tuple[AgentOSError, float], *, result: AttemptResult) -> None:
    error, seconds = ending
    assert isinstance(error, TimedOut), error
    assert error.result is result
    assert TIMEOUT_S * 0.9 <= seconds < TIMEOUT_S + SLACK_S


def slow_headers(connection: socket.socket) -> None:
    request(connection)
    dribble(connection, b"HTTP/1.1 200 OK\r\n" + b"X-More: and more\r\n" * 50)


def slow_body(connection: socket.socket) -> None:
    request(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
    dribble(connection, b"{")


def slow_body_until_close(connection: socket.socket) -> None:
    """Send a body without a length, byte by byte. It looks complete wherever it is cut off."""
    request(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n{}")
    dribble(connection, b" ")


@pytest.mark.parametrize("over_tls", [False, True], ids=["http", "https"])
@pytest.mark.parametrize("behave", [silent, slow_headers, slow_body, slow_body_until_close])
@pytest.mark.usefixtures("trusted")
def test_timeout_covers_whole_attempt(probe: Probe, behave: Behave, tls: ssl.SSLContext, *, over_tls: bool) -> None:
    with server(behave, tls if over_tls else None) as url:
        assert_timed_out(probe.fails(url), result=AttemptResult.IN_DOUBT)


def test_slow_handshake_times_out_and_nothing_is_sent(probe: Probe) -> None:
    def behave(connection: socket.socket) -> None:
        connection.recv(65_536)
        dribble(connection, b"\x16\x03\x03\x40\x00" + b"\x02\x00\x3f\xfc" * 100)

    with server(behave) as url:
        assert_timed_out(probe.fails(url.replace("http:", "https:")), result=AttemptResult.NOT_SENT)


def test_unanswered_handshake_raises_unreachable_and_nothing_is_sent(probe: Probe) -> None:
    with server(silent) as url:
        error, seconds = probe.fails(url.replace("http:", "https:"), connect_s=0.2, read_s=5.0)
    assert isinstance(error, Unreachable)
    assert error.result is AttemptResult.NOT_SENT
    assert seconds < 1


@pytest.fixture
def slow_lookup(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each name lookup take half a second."""
    look_up = socket.getaddrinfo

    def slow(*args: Any, **kwargs: Any) -> Any:
        time.sleep(0.5)
        return look_up(*args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", slow)


@pytest.mark.usefixtures("slow_lookup")
def test_connection_made_too_late_is_not_used(probe: Probe) -> None:
    requests: list[bytes] = []
    with server(lambda connection: requests.append(request(connection))) as url:
        error, _ = probe.fails(url)
    assert isinstance(error, TimedOut)
    assert error.result is AttemptResult.NOT_SENT
    assert not requests


def test_deadline_shorter_than_timeout_ends_attempt(make_transport: MakeTransport, agency: Agency) -> None:
    caller = Caller(role="person", deadline=Deadline(Clock(), TIMEOUT_S))
    with server(slow_body) as url:
        assert_timed_out(Probe(make_transport, agency, caller).fails(url, read_s=20.0), result=AttemptResult.IN_DOUBT)


def test_upload_may_take_longer_than_connect_timeout(
    make_transport: MakeTransport, agency: Agency, caller: Caller
) -> None:
    def behave(connection: socket.socket) -> None:
        head = request_head(connection)
        time.sleep(0.6)
        rest_of_request(connection, head)
        connection.sendall(GOOD)

    with server(behave) as url:
        transport = make_transport(url, connect_s=0.2, read_s=0.2, upload_s=20.0)
        answer = transport.send(
            Call(agency, "submit_invoice", JOB, caller, Write({"Content": "x" * (32 << 20)}, LEASE, True))
        )
    assert answer.body == b"{}"


def test_reused_connection_also_times_out(make_transport: MakeTransport, agency: Agency, caller: Caller) -> None:
    def behave(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(GOOD)
        slow_body(connection)

    with server(behave) as url:
        transport = make_transport(url, read_s=TIMEOUT_S)
        transport.send(Call(agency, "job", JOB, caller))
        started = time.monotonic()
        with pytest.raises(TimedOut):
            transport.send(Call(agency, "job", JOB, caller))
        assert time.monotonic() - started < TIMEOUT_S + SLACK_S
