"""Clients that are silent, send slowly or read slowly: each proxy as shipped keeps them away from the web server."""

import os
import signal
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import requests

from tests.end_to_end.processes import Processes, running, wait_until
from tests.production.caddy import Caddy
from tests.production.nginx import Nginx
from tests.production.proxy import Proxy

pytestmark = pytest.mark.processes

CLIENTS = 24
"""Three for each thread of the web server."""
HOST = b"Host: localhost\r\n"
BODY = b"POST /api/session HTTP/1.1\r\n" + HOST + b"Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{"
INVOICE = BODY.replace(b"/api/session", b"/api/contractor/invoices").replace(b"60000", b"9000000") + bytes(500_000)
FILE = b"GET /api/docs/swagger-ui-bundle.js HTTP/1.1\r\n" + HOST + b"\r\n"
"""The largest file that strangers may read, over a megabyte."""
SENT = {"silent": b"", "headers": b"GET / HTTP/1.1\r\n", "body": BODY, "invoice": INVOICE, "reader": FILE}
HEADERS_S = 10.0
"""Seconds for the headers, as in deploy/nginx and deploy/caddy."""


@pytest.fixture(scope="module", params=[Nginx, Caddy])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Proxy, Processes]]:
    """Return a proxy and the portal behind it, which has one web process."""
    folder = tmp_path_factory.mktemp("slow")
    kind: type[Proxy] = request.param
    with (
        running(folder, WEB_CONCURRENCY="1", PROXY_HOPS="1") as processes,
        kind.serving(folder / "proxy", [processes.portal.removeprefix("http://")]) as proxy,
    ):
        yield proxy, processes


def connect(proxy: Proxy) -> ssl.SSLSocket:
    """Return a new connection to the proxy, whose client stores little of a response."""
    plain = socket.socket()
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 1_400)
    plain.settimeout(20)
    plain.connect(("127.0.0.1", proxy.port))
    trusted = ssl.create_default_context(cafile=str(proxy.certificate))
    return trusted.wrap_socket(plain, server_hostname="localhost")


def connections_of(processes: Processes) -> int:
    """Return how many connections the web server has (proc_net_tcp(5))."""
    port = f":{int(processes.portal.rpartition(':')[2]):04X}"
    rows = [line.split() for line in Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]]
    return sum(row[1].endswith(port) and row[3] == "01" for row in rows)


@pytest.mark.parametrize("kind", SENT)
def test_slow_clients_occupy_no_thread_of_the_web_server(site: tuple[Proxy, Processes], kind: str) -> None:
    proxy, processes = site
    with ExitStack() as opened:
        slow = [opened.enter_context(connect(proxy)) for _ in range(CLIENTS)]
        for client in slow:
            client.sendall(SENT[kind])
            if kind == "reader":
                assert client.recv(1) == b"H"
        for _ in range(10):
            began = time.monotonic()
            assert requests.get(f"{proxy.url}/health/live", verify=str(proxy.certificate), timeout=5).ok
            assert time.monotonic() - began < 1
        wait_until("a web server without connections", lambda: connections_of(processes) == 0, 3)


def test_connections_without_headers_are_closed(site: tuple[Proxy, Processes]) -> None:
    proxy, _ = site
    with connect(proxy) as silent, connect(proxy) as slow:
        slow.sendall(SENT["headers"])
        began = time.monotonic()
        for client in (silent, slow):
            while client.recv(1_000):
                pass
        assert HEADERS_S - 1 < time.monotonic() - began < HEADERS_S + 5


@pytest.mark.parametrize("length", [70_000, 14_000_000])
def test_refusal_of_an_unread_body_reaches_the_client(site: tuple[Proxy, Processes], length: int) -> None:
    """The web server does not read the body, so it ends the connection while the proxy sends."""
    proxy, _ = site
    url = f"{proxy.url}/api/contractor/invoices"
    for _ in range(10):
        headers = {"Content-Type": "application/json"}
        answer = requests.post(url, bytes(length), headers=headers, verify=str(proxy.certificate), timeout=20)
        assert answer.status_code == 401


SMUGGLED = b"GET /api/contractor/agency HTTP/1.1\r\nHost: localhost\r\nX-Smuggled: 1\r\n\r\n"
AMBIGUOUS = {
    "length and chunks": b"Content-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" % (len(SMUGGLED) + 5),
    "two lengths": b"Content-Length: 0\r\nContent-Length: %d\r\n\r\n" % len(SMUGGLED),
    "unknown coding": b"Transfer-Encoding: xchunked\r\nContent-Length: %d\r\n\r\n" % len(SMUGGLED),
    "space before the colon": b"Transfer-Encoding : chunked\r\nContent-Length: %d\r\n\r\n" % (len(SMUGGLED) + 5)
    + b"0\r\n\r\n",
    "two codings": b"Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "length with a sign": b"Content-Length: +%d\r\n\r\n" % len(SMUGGLED),
    "length in an underscore header": b"Content_Length: %d\r\nContent-Length: %d\r\n\r\n" % (0, len(SMUGGLED)),
    "bare line feed": b"X-A: b\nTransfer-Encoding: chunked\r\nContent-Length: %d\r\n\r\n0\r\n\r\n"
    % (len(SMUGGLED) + 5),
}


@pytest.mark.parametrize("fields", AMBIGUOUS.values(), ids=AMBIGUOUS.keys())
def test_proxy_and_web_server_agree_where_a_request_ends(site: tuple[Proxy, Processes], fields: bytes) -> None:
    """At most one response for what the proxy took as one request: the web server sees no second one in its body."""
    proxy, processes = site
    before = processes.output("portal").count("rule=/api/contractor/agency")
    with connect(proxy) as client:
        client.sendall(b"POST /api/session/code HTTP/1.1\r\n" + HOST + fields + SMUGGLED)
        client.settimeout(3)
        received = b""
        try:
            while data := client.recv(65_536):
                received += data
        except TimeoutError:
            pass
    assert requests.get(f"{proxy.url}/health/live", verify=str(proxy.certificate), timeout=5).ok
    answered = processes.output("portal").count("rule=/api/contractor/agency") - before
    assert received.count(b"HTTP/1.1 ") >= 1 + answered


def is_refused(address: tuple[str, int]) -> bool:
    try:
        socket.create_connection(address, timeout=5).close()
    except ConnectionRefusedError:
        return True
    return False


def test_server_that_stops_ends_its_requests_and_refuses_connections(tmp_path: Path) -> None:
    """Then a proxy takes another host, while this one still works on a request that takes long."""
    with running(tmp_path, WEB_CONCURRENCY="1") as processes:
        host, port = processes.portal.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=20) as long:
            long.sendall(b"GET /health/live HTTP/1.1\r\n")
            wait_until("the connection", lambda: connections_of(processes) == 1)
            os.kill(processes.pid("portal"), signal.SIGTERM)
            wait_until("the refusal of a connection", lambda: is_refused((host, int(port))), 5)
            long.sendall(b"Host: localhost\r\n\r\n")
            assert b" 200 OK" in long.recv(65_536)
        processes.finish("portal")
