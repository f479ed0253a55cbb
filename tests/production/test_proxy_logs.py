"""The logs of each proxy as shipped, with a live host: they have no token, query, header or address of a person."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path

import pytest

from tests.agentos.servers import request_head, reset, server
from tests.end_to_end.processes import wait_until
from tests.production.caddy import Caddy
from tests.production.nginx import Nginx
from tests.production.proxy import Proxy

pytestmark = pytest.mark.processes

ADDRESS = "127.0.0.9"
"""The client's address. The host and the proxy have another."""
HEADERS = {
    "Referer": "https://portal.agency.example/jobs?email=jo@referer.example",
    "Cookie": "portal_session=the-session-of-the-request",
    "Authorization": "Bearer the-bearer",
    "User-Agent": "the-browser",
    "X-Forwarded-For": "203.0.113.7",
}
QUERY = "?code=the-code&email=jo@query.example"
SIGNED_OUT = (
    "HTTP/1.1 204 No Content\r\nX-Request-ID: the-request-id\r\nSet-Cookie: portal_session=the-new-session\r\n"
    "Location: https://id.example/end?id_token_hint=the-id-token\r\nConnection: close\r\n\r\n"
)
SECRETS = (
    *(ADDRESS, "referer.example", "the-session", "the-bearer", "the-browser", "203.0.113.7", "the-code"),
    *("query.example", "the-new-session", "the-id-token", "the-review"),
)


class Host:
    """A host that signs everybody out. `is_alone`: the client of `/left` has left."""

    def __init__(self) -> None:
        self.is_alone = threading.Event()

    def __call__(self, connection: socket.socket) -> None:
        path = request_head(connection).split()[1].partition(b"?")[0]
        if path == b"/cut":
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nabc")
            reset(connection)
        elif path == b"/left":
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
            try:
                while True:
                    connection.sendall(bytes(1_000_000))
            except OSError:
                self.is_alone.set()
        else:
            connection.sendall(SIGNED_OUT.encode())


@pytest.fixture
def host() -> Host:
    return Host()


@pytest.fixture(params=[Nginx, Caddy])
def proxy(request: pytest.FixtureRequest, tmp_path: Path, host: Host) -> Iterator[Proxy]:
    kind: type[Proxy] = request.param
    with server(host) as url, kind.serving(tmp_path / "proxy", [url.removeprefix("http://")]) as proxy:
        yield proxy


def send(proxy: Proxy, path: str, *, plain: bool = False, body: bytes | None = None, reads: bool = True) -> int | None:
    """Send a request with secrets. Return the status, or None if the response is not whole.

    `reads`: read the body of the response before leaving.
    """
    source = (ADDRESS, 0)
    trusted = ssl.create_default_context(cafile=str(proxy.certificate))
    connection = (
        HTTPConnection("localhost", proxy.plain_port, timeout=30, source_address=source)
        if plain
        else HTTPSConnection("localhost", proxy.port, timeout=30, source_address=source, context=trusted)
    )
    with closing(connection):
        connection.request("GET" if body is None else "POST", path + QUERY, body, HEADERS)
        try:
            response = connection.getresponse()
            if reads:
                response.read()
        except (HTTPException, OSError):
            return None
        return response.status


def logged(proxy: Proxy) -> str:
    """Return all that the proxy has logged."""
    return "".join(path.read_text("utf-8") for path in proxy.folder.glob("*.log"))


def log(proxy: Proxy, until: str) -> str:
    """Return all that the proxy has logged, when it has logged a text."""
    return wait_until(until, lambda: logged(proxy) if until in logged(proxy) else None)


def secrets(text: str) -> list[str]:
    """Return the secrets in a text."""
    return [secret for secret in SECRETS if secret in text]


def test_log_of_requests_has_their_id_and_no_secret(proxy: Proxy) -> None:
    assert send(proxy, "/api/session") == 204
    assert send(proxy, "/review/the-review") == 204
    assert send(proxy, "/review/the-review", plain=True) in (301, 308)
    assert send(proxy, "/last") == 204
    text = log(proxy, "/last")
    assert text.count("the-request-id") >= 3
    assert secrets(text) == []


def test_log_of_failures_has_no_secret(proxy: Proxy, host: Host) -> None:
    send(proxy, "/cut")
    send(proxy, "/left", reads=False)
    assert host.is_alone.wait(30)
    if isinstance(proxy, Nginx):
        (proxy.folder / "body").rmdir()  # as if the disk were full
        assert send(proxy, "/unstored", body=bytes(1_000_000)) == 500
    else:

        def has_logged_a_failed_write() -> bool:
            # If the client leaves while Caddy reads from the host, Caddy logs no address.
            send(proxy, "/left", reads=False)
            return '"error":"write tcp ' in logged(proxy)

        wait_until("a failed write", has_logged_a_failed_write)
    send(proxy, "/last")
    assert secrets(log(proxy, "/last")) == []
