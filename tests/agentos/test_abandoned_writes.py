"""Abandoned writes on real sockets: the bytes that AgentOS receives after the portal has stopped sending."""

import contextlib
import io
import os
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, BinaryIO

import pytest

from app.agentos.caller import Caller
from app.agentos.endpoints import Call, Write
from app.agentos.errors import AgentOSError, LeaseEnded, TimedOut
from app.agentos.gateway import Gateway
from app.domain.agency import Agency
from app.domain.attempt import AttemptResult
from app.domain.clock import Deadline, LeaseEnd
from app.domain.invoice import Document
from tests.agentos.calls import JOB, LEASE, MakeTransport
from tests.agentos.servers import GOOD, request, server
from tests.agentos.test_writes import draft
from tests.clock import FakeClock

FAR = datetime(2100, 1, 1, tzinfo=UTC)
LARGE = 8 << 20
"""Bytes of an upload: more than the buffers of both kernels can store."""
PEER_BUFFER = 8 << 10
ARRIVED_MOST = 32 << 10
"""Bytes that may arrive after a reset, from the receiving kernel's buffer."""
TLS = pytest.mark.parametrize("over_tls", [False, True], ids=["http", "https"])


@dataclass
class SlowPeer:
    """A server that reads nothing until `may_read` is set, then counts all bytes that arrive."""

    may_read: threading.Event = field(default_factory=threading.Event)
    has_begun: threading.Event = field(default_factory=threading.Event)
    is_over: threading.Event = field(default_factory=threading.Event)
    arrived: int = 0

    def serve(self, connection: socket.socket) -> None:
        # The raw connection, because all arriving bytes count, even if they cannot be decrypted.
        with socket.socket(fileno=os.dup(connection.fileno())) as raw, contextlib.suppress(OSError):
            raw.settimeout(10)
            if not raw.recv(1, socket.MSG_PEEK):
                return
            self.has_begun.set()
            self.may_read.wait(10)
            while more := raw.recv(65_536):
                self.arrived += len(more)
        self.is_over.set()


@pytest.fixture
def peer() -> Iterator[SlowPeer]:
    peer = SlowPeer()
    yield peer
    peer.may_read.set()


@TLS
@pytest.mark.usefixtures("trusted")
def test_timed_out_upload_is_reset(
    make_transport: MakeTransport, agency: Agency, caller: Caller, tls: ssl.SSLContext, peer: SlowPeer, over_tls: bool
) -> None:
    with server(peer.serve, tls if over_tls else None, buffer_bytes=PEER_BUFFER) as url:
        transport = make_transport(url, upload_s=0.6)
        with pytest.raises(TimedOut) as caught:
            transport.send(Call(agency, "submit_invoice", JOB, caller, Write({"Content": "x" * LARGE}, LEASE, True)))
        peer.may_read.set()
        assert peer.is_over.wait(10)
    assert caught.value.result is AttemptResult.IN_DOUBT
    assert peer.arrived < ARRIVED_MOST


def lease_ended_by_boot_clock(clock: FakeClock) -> LeaseEnd:
    """Return a lease whose end only the boot clock reaches, within a minute."""
    return LeaseEnd(clock.boot() + 30, FAR)


def lease_ended_by_wall_clock(clock: FakeClock) -> LeaseEnd:
    """Return a lease whose end only the wall clock reaches, within a minute."""
    return LeaseEnd(float("inf"), LeaseEnd.after(clock, 30).wall)


LEASES = pytest.mark.parametrize("lease_of", [lease_ended_by_boot_clock, lease_ended_by_wall_clock])


class FreezingFile(io.BytesIO):
    """A document whose fourth `read` freezes the process for a minute."""

    def __init__(self, content: bytes, clock: FakeClock) -> None:
        super().__init__(content)
        self._clock = clock
        self._readings = 0
        self.read_before = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self._readings += 1
        if self._readings == 4:
            self.read_before = self.tell()
            self._clock.advance(60)
        return super().read(size)


@LEASES
@TLS
@pytest.mark.usefixtures("trusted")
def test_sender_frozen_between_two_chunks_sends_no_more(
    make_transport: MakeTransport,
    agency: Agency,
    caller: Caller,
    clock: FakeClock,
    tls: ssl.SSLContext,
    lease_of: Callable[[FakeClock], LeaseEnd],
    over_tls: bool,
) -> None:
    arrived = bytearray()
    is_over = threading.Event()

    def behave(connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while more := connection.recv(65_536):
                arrived.extend(more)
        is_over.set()

    file = FreezingFile(bytes(1 << 20), clock)

    @contextlib.contextmanager
    def open_file() -> Iterator[BinaryIO]:
        yield file

    document = Document(name="a.pdf", size=1 << 20, sha256="", open=open_file)
    with server(behave, tls if over_tls else None) as url:
        gateway = Gateway(make_transport(url), agency, caller)
        with pytest.raises(LeaseEnded) as caught:
            gateway.submit_invoice("CON-1", draft(), document, lease=lease_of(clock))
        assert is_over.wait(10)
    assert caught.value.result is AttemptResult.IN_DOUBT
    assert file.read_before == 3 * 48 * 1024
    assert len(arrived.partition(b"\r\n\r\n")[2]) < 1_000 + file.read_before * 4 // 3


@LEASES
@TLS
@pytest.mark.usefixtures("trusted")
def test_sender_frozen_while_blocked_sends_no_more(
    make_transport: MakeTransport,
    agency: Agency,
    caller: Caller,
    clock: FakeClock,
    tls: ssl.SSLContext,
    peer: SlowPeer,
    lease_of: Callable[[FakeClock], LeaseEnd],
    over_tls: bool,
) -> None:
    """The server accepts nothing until the lease has ended, then reads everything."""
    errors: list[AgentOSError] = []
    with server(peer.serve, tls if over_tls else None, buffer_bytes=PEER_BUFFER) as url:
        transport, lease = make_transport(url, upload_s=20.0), lease_of(clock)

        def send() -> None:
            with pytest.raises(LeaseEnded) as caught:
                transport.send(
                    Call(agency, "submit_invoice", JOB, caller, Write({"Content": "x" * LARGE}, lease, True))
                )
            errors.append(caught.value)

        sender = threading.Thread(target=send)
        sender.start()
        assert peer.has_begun.wait(10)
        clock.advance(60)
        sender.join(10)
        peer.may_read.set()
        assert peer.is_over.wait(10)
    assert [error.result for error in errors] == [AttemptResult.IN_DOUBT]
    assert peer.arrived < ARRIVED_MOST


def test_write_uses_its_own_connection(make_transport: MakeTransport, agency: Agency, caller: Caller) -> None:
    """Reads share a connection. Each write uses a new one, and closes it afterwards."""
    connections: list[list[str]] = []

    def behave(connection: socket.socket) -> None:
        served: list[str] = []
        connections.append(served)
        while True:
            served.append(request(connection).split(b" ")[0].decode())
            connection.sendall(GOOD)

    with server(behave) as url:
        transport = make_transport(url)
        for operation in ("job", "set_status", "set_status", "job", "add_note", "job"):
            transport.send(Call(agency, operation, JOB, caller, None if operation == "job" else Write({}, LEASE)))
    assert [served for served in connections if served] == [["GET", "GET", "GET"], ["PATCH"], ["PATCH"], ["POST"]]


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="Linux alone has TCP_USER_TIMEOUT")
@TLS
@pytest.mark.usefixtures("trusted")
def test_write_socket_timeout_is_remaining_time(
    make_transport: MakeTransport, agency: Agency, clock: FakeClock, tls: ssl.SSLContext, over_tls: bool
) -> None:
    """The time-out is visible on the sender's socket, because it is in this process too."""
    seen: list[int] = []

    def behave(connection: socket.socket) -> None:
        request(connection)
        sender = _descriptor_of(connection.getpeername())
        seen.append(sender.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT))
        sender.close()
        connection.sendall(GOOD)

    hurried = Caller(role="person", deadline=Deadline(clock, 5.0))
    with server(behave, tls if over_tls else None) as url:
        transport = make_transport(url, read_s=9.0)
        transport.send(Call(agency, "set_status", JOB, hurried, Write({}, LEASE)))
    assert 3_000 < seen[0] <= 5_000


def _descriptor_of(address: Any) -> socket.socket:
    """Return a duplicate of this process's socket with that address."""
    for name in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):  # some descriptors are not sockets
            duplicate = socket.fromfd(int(name), socket.AF_INET, socket.SOCK_STREAM)
            if duplicate.getsockname() == address:
                return duplicate
            duplicate.close()
    raise AssertionError("there is no such socket")
