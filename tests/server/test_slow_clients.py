"""Clients that send nothing, or very slowly, take no thread from others, and are disconnected."""

from __future__ import annotations

import re
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import requests

from tests.end_to_end.processes import END_S, Processes, running, wait_until

pytestmark = pytest.mark.processes
CONNECTIONS = 48
BODY = (
    b"POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{"
)


@pytest.fixture
def everything(tmp_path: Path) -> Iterator[Processes]:
    with running(tmp_path, WEB_CONCURRENCY="1") as processes:
        yield processes


def is_closed(connection: socket.socket) -> bool:
    """Return whether the portal has closed the connection. Send another byte, as a slow client does."""
    try:
        connection.sendall(b"x")
        return connection.recv(100) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def test_silent_and_slow_clients_do_not_delay_others(everything: Processes) -> None:
    host, port = everything.portal.removeprefix("http://").split(":")
    with ExitStack() as opened:
        slow = []
        for number in range(3 * CONNECTIONS):
            connection = opened.enter_context(socket.create_connection((host, int(port)), timeout=5))
            if kind := number % 3:
                connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0" if kind == 1 else BODY)
            connection.setblocking(False)
            slow.append(connection)
        began = time.monotonic()
        for _ in range(20):
            assert requests.get(f"{everything.portal}/health/live", timeout=5).status_code == 200
        assert time.monotonic() - began < 20, "each answer takes less than a second"
        wait_until("the end of all slow connections", lambda: all(map(is_closed, slow)), 40)
    assert requests.get(f"{everything.portal}/health/live", timeout=5).status_code == 200


def test_clients_that_keep_their_end_open_do_not_delay_others(everything: Processes) -> None:
    """After the last response, the portal reads for two seconds what a client still sends."""
    host, port = everything.portal.removeprefix("http://").split(":")
    with ExitStack() as opened:
        slow = []
        for _ in range(CONNECTIONS):
            connection = opened.enter_context(socket.create_connection((host, int(port)), timeout=5))
            connection.sendall(b"GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            slow.append(connection)
        began = time.monotonic()
        for _ in range(20):
            assert requests.get(f"{everything.portal}/health/live", timeout=5).status_code == 200
        assert time.monotonic() - began < 20, "each answer takes less than a second"
        for connection in slow:
            assert b" 200 OK" in connection.recv(65_536)


def test_portal_with_silent_clients_stops_at_once(everything: Processes) -> None:
    host, port = everything.portal.removeprefix("http://").split(":")
    with ExitStack() as opened:
        for _ in range(CONNECTIONS):
            opened.enter_context(socket.create_connection((host, int(port)), timeout=5))
        assert requests.get(f"{everything.portal}/health/live", timeout=5).status_code == 200
        began = time.monotonic()
        everything.kill("portal", signal.SIGTERM)
        assert time.monotonic() - began < END_S, "it ended by itself"


def test_requests_in_one_packet_get_their_answers_in_order(everything: Processes) -> None:
    host, port = everything.portal.removeprefix("http://").split(":")
    ask = b"GET /%s HTTP/1.1\r\nHost: 127.0.0.1\r\n%b\r\n"
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(
            ask % (b"health/live", b"") + ask % (b"nothing", b"") + ask % (b"health/live", b"Connection: close\r\n")
        )
        received = b""
        while piece := connection.recv(65_536):
            received += piece
    assert re.findall(rb"HTTP/1\.1 (\d+)", received) == [b"200", b"404", b"200"]
