"""The result of each attempt to write, by its response or error, on real sockets."""

import socket
import ssl
from collections.abc import Callable

import pytest

from app.agentos.caller import Caller
from app.agentos.errors import AgentOSError, LeaseEnded
from app.agentos.gateway import Gateway
from app.domain.agency import Agency
from app.domain.attempt import AttemptResult, result_of
from app.domain.clock import LeaseEnd
from app.store.slots import SlotStore
from tests.agentos.calls import LEASE, MakeTransport
from tests.agentos.servers import Behave, cut_off, request, reset, server, silent
from tests.clock import FakeClock

Write = Callable[..., tuple[AttemptResult, int | None]]


@pytest.fixture
def write(make_transport: MakeTransport, agency: Agency, caller: Caller) -> Write:
    """Return a function that adds a note at a base URL, and returns the result and the status of the error."""

    def add_note(base_url: str, lease: LeaseEnd = LEASE, caller: Caller = caller) -> tuple[AttemptResult, int | None]:
        transport = make_transport(base_url, connect_s=2.0, read_s=2.0)
        gateway: Gateway = Gateway(transport, agency, caller)
        try:
            gateway.add_note("JOB-7", "Part ordered", "Harper Plumbing Ltd", lease=lease)
        except AgentOSError as error:
            return error.result, error.status
        return AttemptResult.DONE, None

    return add_note


def respond_with(answer: bytes) -> Behave:
    def behave(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(answer)

    return behave


def response(status: int, body: bytes) -> bytes:
    return f"HTTP/1.1 {status} .\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


@pytest.mark.parametrize(
    "body", [b'{"OID": "N-9"}', b"{}", b'"N-9"', b'""', b"null", b"", b" \r\n"], ids=lambda body: body.decode() or "-"
)
@pytest.mark.parametrize("status", [200, 201, 202])
def test_write_with_expected_2xx_response_is_done(write: Write, status: int, body: bytes) -> None:
    with server(respond_with(response(status, body))) as url:
        assert write(url) == (AttemptResult.DONE, None)


def test_write_with_204_response_is_done(write: Write) -> None:
    with server(respond_with(b"HTTP/1.1 204 .\r\n\r\n")) as url:
        assert write(url) == (AttemptResult.DONE, None)


@pytest.mark.parametrize("body", [b"<html>Saved</html>", b'{"OID": "N-', b'[{"OID": "N-9"}]', b"[]", b"7", b"true"])
def test_write_with_unexpected_2xx_body_is_in_doubt(write: Write, body: bytes) -> None:
    with server(respond_with(response(200, body))) as url:
        assert write(url) == (AttemptResult.IN_DOUBT, 200)


def test_write_with_broken_gzip_response_is_in_doubt(write: Write) -> None:
    answer = b"HTTP/1.1 200 .\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"
    with server(respond_with(answer)) as url:
        assert write(url) == (AttemptResult.IN_DOUBT, 200)


CERTAIN = {
    AttemptResult.REFUSED: (400, 413, 415, 422),
    AttemptResult.TURNED_AWAY: (401, 429),
    AttemptResult.PROBABLY_TURNED_AWAY: (403, 404, 405),
}
DOUBTFUL = (
    101,
    300,
    301,
    302,
    303,
    304,
    307,
    308,
    402,
    406,
    408,
    409,
    410,
    423,
    425,
    451,
    500,
    501,
    502,
    503,
    504,
    599,
)


@pytest.mark.parametrize(
    ("status", "result"),
    [(status, result) for result, statuses in CERTAIN.items() for status in statuses]
    + [(status, AttemptResult.IN_DOUBT) for status in DOUBTFUL],
)
def test_write_result_depends_on_response_status(write: Write, status: int, result: AttemptResult) -> None:
    with server(respond_with(response(status, b"<h1>no</h1>"))) as url:
        assert write(url) == (result, status)


def test_status_without_certain_result_is_in_doubt_unless_2xx() -> None:
    named = {status for statuses in CERTAIN.values() for status in statuses}
    for status in range(100, 1_000):
        expected = AttemptResult.DONE if 200 <= status < 300 else AttemptResult.IN_DOUBT
        assert status in named or result_of(status) is expected


@pytest.mark.parametrize(
    "behave",
    [
        silent,
        respond_with(b""),
        respond_with(b"HTTP/1.1 200 OK\r\n"),
        respond_with(b"HTTP/1.1 200 OK\r\nContent-Le"),
        respond_with(b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n"),
        respond_with(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"),
        respond_with(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"),
        respond_with(b"HTTP/1.1 100 Continue\r\n\r\n"),
        respond_with(b"SSH-2.0-OpenSSH\r\n\r\n"),
        lambda connection: reset(connection) if request(connection) else None,
        lambda connection: reset(connection) if connection.recv(1) else None,
    ],
    ids=[
        "time-out",
        "closed",
        "cut after the status",
        "cut in the headers",
        "no body, no length",
        "cut in the body",
        "cut in the chunks",
        "continue, then closed",
        "not HTTP",
        "reset",
        "reset after one byte",
    ],
)
def test_write_without_complete_response_is_in_doubt(write: Write, behave: Behave) -> None:
    with server(behave) as url:
        assert write(url) == (AttemptResult.IN_DOUBT, None)


def test_write_with_refused_connection_is_not_sent(write: Write) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    assert write(url) == (AttemptResult.NOT_SENT, None)


def test_write_without_network_route_is_not_sent(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_off(monkeypatch)
    assert write("http://127.0.0.1:9") == (AttemptResult.NOT_SENT, None)


def test_write_to_unknown_host_is_not_sent(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert write("https://agentos.invalid") == (AttemptResult.NOT_SENT, None)


def test_write_is_not_sent_if_slot_cannot_be_stored(
    write: Write, store: SlotStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise RuntimeError("database is locked")

    monkeypatch.setattr(store, "take", locked)
    with server(silent) as url:
        assert write(url) == (AttemptResult.NOT_SENT, None)


@pytest.mark.parametrize("over_tls", [False, True], ids=["http", "https"])
@pytest.mark.usefixtures("trusted")
def test_write_after_lease_end_is_not_sent(
    make_transport: MakeTransport, agency: Agency, caller: Caller, clock: FakeClock, tls: ssl.SSLContext, over_tls: bool
) -> None:
    arrived: list[bytes] = []
    with server(lambda connection: arrived.append(connection.recv(1)), tls if over_tls else None) as url:
        gateway = Gateway(make_transport(url), agency, caller)
        with pytest.raises(LeaseEnded) as caught:
            gateway.set_status("JOB-7", "SX-4", lease=LeaseEnd.after(clock, 0.0))
    assert caught.value.result is AttemptResult.NOT_SENT
    assert not any(arrived)
