"""Each proxy as shipped while no host answers, and requests that it refuses itself."""

import json
import ssl
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPSConnection
from pathlib import Path

import pytest
import requests

from app.api.error_responses import SENTENCES
from tests.end_to_end.processes import wait_until
from tests.production.caddy import Caddy
from tests.production.nginx import Nginx
from tests.production.proxy import Proxy, free_port

pytestmark = pytest.mark.processes

TOKEN = "eyJzIjoiYSJ9.the-token-of-a-review"


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


def test_logs_have_no_token_of_a_review_and_no_query(proxy: Proxy) -> None:
    get(proxy, f"/review/{TOKEN}")
    get(proxy, "/api/session/oidc/callback?code=a-secret-code")
    wait_until("the lines", lambda: "oidc/callback" in logs(proxy))
    assert "/review/" in logs(proxy)
    for secret in (TOKEN, "a-secret-code"):
        assert secret not in logs(proxy)


def logs(proxy: Proxy) -> str:
    return "".join(path.read_text("utf-8") for path in proxy.folder.glob("*.log"))
