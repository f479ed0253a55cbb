"""Refused, cut and reset connections on real sockets: an error states whether anything was sent."""

import socket
import tracemalloc
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from app.agentos import transport as transport_module
from app.agentos.caller import Caller
from app.agentos.endpoints import Call
from app.agentos.errors import Malformed, Unreachable
from app.domain.agency import Agency
from app.domain.attempt import AttemptResult
from app.domain.clock import Deadline
from tests.agentos.calls import JOB, MakeTransport, Probe
from tests.agentos.hostile_server import FAULTS
from tests.agentos.servers import GOOD, request, request_head, server
from tests.clock import FakeClock


@contextmanager
def unresponsive_address() -> Iterator[tuple[str, int]]:
    """Yield an address that answers no request for a connection: its listener has a full queue."""
    with ExitStack() as stack:
        full = stack.enter_context(socket.socket())
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _ in range(3):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(full.getsockname())
        yield full.getsockname()


def test_connection_not_accepted_raises_unreachable_and_nothing_is_sent(probe: Probe) -> None:
    with unresponsive_address() as (host, port):
        error, seconds = probe.fails(f"http://{host}:{port}", connect_s=0.2, read_s=5.0)
    assert isinstance(error, Unreachable)
    assert error.result is AttemptResult.NOT_SENT
    assert seconds < 1


@pytest.mark.parametrize("name", ["endless body", "gzip bomb", "gzip bomb in gzip"])
def test_endless_response_is_given_up_at_64_mib(probe: Probe, name: str) -> None:
    """Measured in bytes: those that the server could send, and those in the portal's memory."""
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


def test_connections_are_reused_for_less_than_31_seconds(
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
