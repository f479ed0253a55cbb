"""Calls over HTTPS through an HTTP proxy, and to servers whose certificate is from a company's own authority."""

from __future__ import annotations

import base64
import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator

import pytest

from app.agentos.caller import Caller
from app.agentos.endpoints import Call, Write
from app.auth.sso.http import JsonClient
from app.domain.agency import Agency
from app.domain.attempt import AttemptResult
from app.domain.clock import Clock
from app.http_client import SessionFactory
from tests.agentos.calls import JOB, KEY, LEASE, SLACK_S, TIMEOUT_S, MakeTransport, Probe
from tests.agentos.servers import GOOD, request, request_head, reset, server

Send = Callable[..., bytes]


def copy(source: socket.socket, target: socket.socket) -> None:
    """Copy bytes until either end closes."""
    with contextlib.suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


class Proxy:
    """An HTTP proxy for `CONNECT`. `heads`: what each connection asked."""

    def __init__(self) -> None:
        self.heads: list[bytes] = []

    def __call__(self, near: socket.socket) -> None:
        self.heads.append(request_head(near))
        host, _, port = self.heads[-1].split()[1].decode().rpartition(":")
        with socket.create_connection((host, int(port))) as far:
            near.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=copy, args=(far, near), daemon=True)
            back.start()
            copy(near, far)
            back.join(5)


def respond(connection: socket.socket) -> None:
    request(connection)
    connection.sendall(GOOD)


def lose_response(connection: socket.socket) -> None:
    request(connection)
    reset(connection)


def refuse(connection: socket.socket) -> None:
    request_head(connection)
    connection.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")


def say_nothing(connection: socket.socket) -> None:
    request_head(connection)
    connection.recv(1)


@pytest.fixture
def proxy() -> Proxy:
    return Proxy()


@pytest.fixture
def proxy_url(proxy: Proxy) -> Iterator[str]:
    with server(proxy) as url:
        yield url


@pytest.fixture
def send(make_transport: MakeTransport, agency: Agency, caller: Caller) -> Send:
    """Return a function that sends a write or a read, and returns the response's body."""

    def send(base_url: str, sessions: SessionFactory, *, is_write: bool = True) -> bytes:
        write = Write({}, LEASE) if is_write else None
        call = Call(agency, "set_status" if is_write else "job", JOB, caller, write)
        return make_transport(base_url, sessions=sessions).send(call).body

    return send


@pytest.mark.parametrize("is_write", [True, False])
def test_call_goes_through_the_proxy_unseen(
    send: Send, proxy: Proxy, proxy_url: str, tls: ssl.SSLContext, authority: str, is_write: bool
) -> None:
    sessions = SessionFactory(proxy_url.replace("//", "//jo:p%40ss@"), extra_ca=authority)
    with server(respond, tls) as url:
        assert send(url, sessions, is_write=is_write) == b"{}"
    [head] = proxy.heads
    assert head.startswith(f"CONNECT {url.removeprefix('https://')} ".encode())
    assert b"Proxy-Authorization: Basic " + base64.b64encode(b"jo:p@ss") in head
    assert KEY.encode() not in head


def test_write_whose_response_is_lost_behind_the_proxy_is_in_doubt(
    probe: Probe, proxy_url: str, tls: ssl.SSLContext, authority: str
) -> None:
    with server(lose_response, tls) as url:
        error, _ = probe.fails(url, sessions=SessionFactory(proxy_url, extra_ca=authority))
    assert error.result is AttemptResult.IN_DOUBT


@pytest.mark.parametrize("behave", [refuse, reset, say_nothing])
def test_write_that_the_proxy_does_not_forward_is_not_sent(
    probe: Probe, tls: ssl.SSLContext, behave: Callable[[socket.socket], None]
) -> None:
    with server(respond, tls) as url, server(behave) as proxy_url:
        error, seconds = probe.fails(url, sessions=SessionFactory(proxy_url))
    assert error.result is AttemptResult.NOT_SENT
    assert seconds < TIMEOUT_S + SLACK_S


@pytest.mark.parametrize(
    ("behave", "why"),
    {refuse: "the proxy in HTTPS_PROXY did not make it", None: "the proxy in HTTPS_PROXY could not be reached"}.items(),
)
def test_error_names_the_proxy_that_failed(
    probe: Probe, tls: ssl.SSLContext, behave: Callable[[socket.socket], None] | None, why: str
) -> None:
    with contextlib.ExitStack() as stack:
        with server(behave or respond) as gone:
            pass
        proxy_url = stack.enter_context(server(behave)) if behave else gone
        url = stack.enter_context(server(respond, tls))
        error, _ = probe.fails(url, sessions=SessionFactory(proxy_url))
    assert str(error) == f"set_status: no connection, {why}"


def test_write_to_an_untrusted_server_behind_the_proxy_is_not_sent(
    probe: Probe, proxy_url: str, tls: ssl.SSLContext
) -> None:
    with server(respond, tls) as url:
        error, _ = probe.fails(url, sessions=SessionFactory(proxy_url))
    assert error.result is AttemptResult.NOT_SENT
    assert str(error) == "set_status: no connection, its TLS certificate is not trusted"


@pytest.mark.parametrize("no_proxy", ["127.0.0.1", "a.example,127.0.0.0/8", "a.example, 127.0.0.1:{port}", "*"])
def test_host_in_no_proxy_is_called_directly(
    send: Send, proxy: Proxy, proxy_url: str, tls: ssl.SSLContext, authority: str, no_proxy: str
) -> None:
    with server(respond, tls) as url:
        no_proxy = no_proxy.format(port=url.rpartition(":")[2])
        assert send(url, SessionFactory(proxy_url, no_proxy, authority)) == b"{}"
    assert not proxy.heads


@pytest.mark.parametrize(
    ("no_proxy", "is_direct"),
    {
        "api.AgentOS.example": True,
        "agentos.example": True,
        ".agentos.example": True,
        "os.example": False,
        "my.api.agentos.example": False,
        "127.0.0.0/8": False,
        "api.agentos.example:1": False,
        "": False,
    }.items(),
)
def test_name_in_no_proxy_is_a_host_or_a_domain(
    probe: Probe,
    proxy: Proxy,
    proxy_url: str,
    tls: ssl.SSLContext,
    monkeypatch: pytest.MonkeyPatch,
    no_proxy: str,
    is_direct: bool,
) -> None:
    addresses = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *rest, **options: addresses("127.0.0.1", *rest, **options))
    with server(respond, tls) as url:
        named = url.replace("127.0.0.1", "api.agentos.example")
        error, _ = probe.fails(named, sessions=SessionFactory(proxy_url, no_proxy))
    assert str(error) == "set_status: no connection, its TLS certificate is not trusted"
    assert (proxy.heads == []) is is_direct


def test_identity_provider_is_called_through_the_proxy(
    proxy: Proxy, proxy_url: str, tls: ssl.SSLContext, authority: str
) -> None:
    with server(respond, tls) as url:
        assert JsonClient(Clock(), SessionFactory(proxy_url, extra_ca=authority)).get(url) == {}
    assert len(proxy.heads) == 1
