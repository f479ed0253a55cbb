"""No AgentOS at its address, or one that cannot prove that it is: × every route, and the key never leaves."""

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
from tests.contract.visits import everything, open_job
from tests.portal_server import PortalServer
from tests.security.test_hostile_agentos import (
    MakeHouse,
    at,
    first_readings,
    forget_all_but_contractors,
    no_write_is_sent,
    the_worker_fails_for_an_hour,
)
from tests.security.visitors import COOKIE, with_cookie

PLACES = (
    "a certificate that nobody trusts",
    "a certificate of another host",
    "no TLS on a TLS port",
    "a name that does not resolve",
)


@pytest.fixture
def heard() -> list[bytes]:
    """What reached a place that is not AgentOS."""
    return []


@pytest.fixture
def place(
    request: pytest.FixtureRequest, heard: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The URL of such a place."""

    def listen(connection: socket.socket) -> None:
        heard.append(connection.recv(65_536))
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


@pytest.mark.parametrize("place", PLACES, indirect=True)
def test_every_route(portal_server: PortalServer, build: MakeHouse, place: str, heard: list[bytes]) -> None:
    client = portal_server.sign_in()
    job_id = open_job(client)
    everything(client, job_id)
    asked = len(portal_server.simulator.calls())
    cookie = client.get_cookie(COOKIE)
    assert cookie is not None

    astray = at(build, place)
    client = with_cookie(astray, cookie.value)
    no_write_is_sent(astray, client)
    the_worker_fails_for_an_hour(astray, client, job_id)
    forget_all_but_contractors(astray)
    astray.tomorrow(60)
    first_readings(client)
    assert len(portal_server.simulator.calls()) == asked
    assert not any(key.encode() in each for key in KEYS.values() for each in heard)
