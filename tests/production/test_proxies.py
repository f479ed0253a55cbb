"""Each proxy as shipped while no host answers, and requests that are too large."""

import itertools
import json
import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from http.client import HTTPSConnection
from pathlib import Path

import pytest
import requests

from app.api.error_responses import SENTENCES
from tests.agentos.servers import GOOD, request, request_head, reset, rest_of_request, server
from tests.end_to_end.processes import wait_until
from tests.production.caddy import Caddy, CheckingCaddy
from tests.production.nginx import Nginx
from tests.production.proxy import Proxy, free_port

pytestmark = pytest.mark.processes


@pytest.fixture(params=[Nginx, Caddy])
def proxy(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Proxy]:
    """Return a proxy in front of a host that is away."""
    proxy: Proxy = request.param(tmp_path, [f"127.0.0.1:{free_port()}"])
    try:
        wait_until("the proxy", lambda: responds(proxy))
        yield proxy
    finally:
        proxy.end()


def responds(proxy: Proxy) -> bool:
    try:
        get(proxy, "/")
    except requests.ConnectionError:
        return False
    return True


def get(proxy: Proxy, path: str) -> requests.Response:
    return requests.get(proxy.url + path, verify=str(proxy.certificate), timeout=20)


def test_answer_without_a_host_says_when_to_try_again(proxy: Proxy) -> None:
    answer = get(proxy, "/api/session")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.headers["content-type"] == "application/json"
    assert list(answer.json()) == ["error"]


class Host:
    """A host with readiness checks (`checks`) that counts its POST requests (`posts`), and may reset them."""

    def __init__(self, *, resets: bool = False) -> None:
        self.is_ready, self.resets, self.posts, self.checks = True, resets, 0, 0

    def __call__(self, connection: socket.socket) -> None:
        line = request(connection)
        if line.startswith(b"GET /health/ready"):
            connection.sendall(GOOD if self.is_ready else GOOD.replace(b"200 OK", b"503 Service Unavailable"))
            self.checks += 1
        elif line.startswith(b"POST"):
            self.posts += 1
            reset(connection) if self.resets else connection.sendall(GOOD)
        else:
            connection.sendall(GOOD)


def post(proxy: Proxy) -> requests.Response:
    return requests.post(proxy.url + "/api/session", json={}, verify=str(proxy.certificate), timeout=20)


def test_submission_waits_while_no_host_is_ready(tmp_path: Path) -> None:
    """During a rolling restart, a proxy may know that a host has stopped before it knows that another is ready again.

    Caddy before 2.7.5 refuses a POST then, unless it may be repeated.
    """
    host = Host()
    with (
        server(host) as url,
        CheckingCaddy.serving(tmp_path / "proxy", [url.removeprefix("http://")]) as proxy,
        ThreadPoolExecutor() as pool,
    ):
        host.is_ready, before = False, host.checks
        wait_until("two checks", lambda: host.checks >= before + 2)
        answer = pool.submit(post, proxy)
        assert wait([answer], timeout=0.5).not_done
        host.is_ready = True
        assert (answer.result().status_code, host.posts) == (200, 1)


@pytest.mark.parametrize("kind", [Nginx, Caddy, CheckingCaddy])
def test_submission_that_a_host_may_have_taken_is_not_repeated(tmp_path: Path, kind: type[Proxy]) -> None:
    host = Host(resets=True)
    with server(host) as first, server(host) as second:
        names = [url.removeprefix("http://") for url in (first, second)]
        with kind.serving(tmp_path / "proxy", names) as proxy:
            assert (post(proxy).status_code, host.posts) == (503, 1)


@pytest.mark.parametrize("length", [17_000_000, 123_456_789])
def test_body_that_is_too_long_gets_the_sentence_of_the_portal(proxy: Proxy, length: int) -> None:
    """The proxy refuses it by its headers, so a phone does not send it at all."""
    trusted = ssl.create_default_context(cafile=str(proxy.certificate))
    with closing(HTTPSConnection("localhost", proxy.port, context=trusted, timeout=30)) as connection:
        connection.putrequest("POST", "/api/contractor/invoices")
        connection.putheader("Content-Length", str(length))
        connection.endheaders()
        answer = connection.getresponse()
        assert answer.status == 413
        assert json.loads(answer.read()) == {"error": SENTENCES[413]}


def refuse_late(connection: socket.socket) -> None:
    """Refuse a long body as the portal does, but after its end. Accept a request without a body."""
    data = request_head(connection)
    if b"Transfer-Encoding: chunked" in data:
        while not data.endswith(b"\r\n0\r\n\r\n"):
            data = data[-7:] + (connection.recv(1 << 20) or b"\r\n0\r\n\r\n")
    else:
        data = rest_of_request(connection, data)
    body = json.dumps({"error": SENTENCES[413]})
    status = "200 OK" if data.startswith(b"GET") else "413 Content Too Large"
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    connection.sendall(f"{head}{body}".encode())


@pytest.mark.parametrize("kind", [Nginx, Caddy])
@pytest.mark.parametrize(("length", "is_chunked"), [(16_900_000, False), (16_900_000, True), (17_500_000, True)])
def test_long_body_that_is_sent_gets_the_sentence_of_the_portal(
    tmp_path: Path, kind: type[Proxy], length: int, is_chunked: bool
) -> None:
    """The refusal says nothing of a later try, even if the host takes all that the proxy passes on."""
    piece = bytes(100_000)
    with server(refuse_late) as url, kind.serving(tmp_path / "proxy", [url.removeprefix("http://")]) as proxy:
        body = itertools.repeat(piece, length // len(piece)) if is_chunked else bytes(length)
        answer = requests.post(f"{proxy.url}/api/contractor/invoices", body, verify=str(proxy.certificate), timeout=30)
    assert (answer.status_code, answer.json()) == (413, {"error": SENTENCES[413]})
    assert "retry-after" not in answer.headers


def respond_at_length(connection: socket.socket) -> None:
    """Respond with JSON of some length, as the portal does for a list of jobs."""
    request(connection)
    body = json.dumps([{"id": "JOB-1"}] * 500)
    head = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nConnection: close\r\n"
    connection.sendall(f"HTTP/1.1 200 OK\r\n{head}\r\n{body}".encode())


@pytest.mark.parametrize("kind", [Nginx, Caddy])
def test_json_is_compressed(tmp_path: Path, kind: type[Proxy]) -> None:
    """The portal itself compresses only files. Without the proxies, a phone would load its lists for longer."""
    with server(respond_at_length) as url, kind.serving(tmp_path / "proxy", [url.removeprefix("http://")]) as proxy:
        answer = get(proxy, "/api/contractor/jobs")
    assert answer.headers["Content-Encoding"] in ("gzip", "zstd")
    assert len(answer.json()) == 500
