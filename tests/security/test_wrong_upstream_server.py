"""Every route with no AgentOS at its address, or with one that cannot prove its identity. The key never leaves."""

from __future__ import annotations

import contextlib
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from requests import adapters

from tests.agentos.servers import GOOD, certificate_for, server
from tests.conftest import KEYS
from tests.contract.api_calls import open_job, read_everything
from tests.portal_server import PortalServer
from tests.security.clients import COOKIE, with_cookie
from tests.security.test_hostile_agentos import (
    MakePortal,
    check_first_reads_fail,
    check_no_write_is_sent,
    check_reads_survive_failing_worker,
    forget_all_but_contractors,
    portal_with_upstream,
)

PLACES = (
    "a certificate that nobody trusts",
    "a certificate of another host",
    "no TLS on a TLS port",
    "a name that does not resolve",
)


@pytest.fixture
def received_bytes() -> list[bytes]:
    """Return the list of bytes that a false AgentOS has received."""
    return []


@pytest.fixture
def wrong_upstream_url(
    request: pytest.FixtureRequest, received_bytes: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Yield the URL of a false AgentOS."""

    def listen(connection: socket.socket) -> None:
        received_bytes.append(connection.recv(65_536))
        connection.sendall(GOOD)

    def tls(name: str, *, trusted: bool) -> ssl.SSLContext:
        certificate = certificate_for(name, tmp_path)
        if trusted:
            monkeypatch.setattr(adapters, "DEFAULT_CA_BUNDLE_PATH", str(certificate))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        return context

    def look_up(host: str, *rest: Any, **more: Any) -> Any:
        if host.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return real_look_up(host, *rest, **more)

    real_look_up = socket.getaddrinfo
    with contextlib.ExitStack() as stack:
        match request.param:
            case "a certificate that nobody trusts":
                yield stack.enter_context(server(listen, tls("IP:127.0.0.1", trusted=False)))
            case "a certificate of another host":
                yield stack.enter_context(server(listen, tls("DNS:agentos.example", trusted=True)))
            case "no TLS on a TLS port":
                yield stack.enter_context(server(listen)).replace("http:", "https:")
            case "a name that does not resolve":
                monkeypatch.setattr(socket, "getaddrinfo", look_up)
                yield "https://agentos.invalid"


@pytest.mark.parametrize("wrong_upstream_url", PLACES, indirect=True)
def test_every_route_withstands_wrong_upstream_server(
    portal_server: PortalServer, build: MakePortal, wrong_upstream_url: str, received_bytes: list[bytes]
) -> None:
    client = portal_server.sign_in()
    job_id = open_job(client)
    read_everything(client, job_id)
    asked = len(portal_server.simulator.calls())
    cookie = client.get_cookie(COOKIE)
    assert cookie is not None

    astray = portal_with_upstream(build, wrong_upstream_url)
    client = with_cookie(astray, cookie.value)
    check_no_write_is_sent(astray, client)
    check_reads_survive_failing_worker(astray, client, job_id)
    forget_all_but_contractors(astray)
    astray.advance_clock(60)
    check_first_reads_fail(client)
    assert len(portal_server.simulator.calls()) == asked
    assert not any(key.encode() in each for key in KEYS.values() for each in received_bytes)
