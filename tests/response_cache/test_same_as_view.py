"""Every request gets the same response with the cache as without."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from app.response_cache.store import ResponseStore
from tests.portal_server import PortalServer
from tests.response_cache.conftest import API, CacheClient

HOST, OTHER = "portal.example", "https://other.portal.example"


@pytest.fixture
def behind_a_proxy(cache_client: CacheClient, build: Callable[..., PortalServer]) -> tuple[Any, str]:
    """Return a client behind a proxy, and Harper's cookie. Another site of the operator is an allowed origin."""
    portal_server = build(ALLOWED_ORIGINS=OTHER, TRUSTED_HOSTS=HOST, PROXY_HOPS="1")
    cookie = f"portal_session={cache_client.client.get_cookie('portal_session').value}"  # type: ignore[union-attr]
    client = portal_server.app.test_client(use_cookies=False)
    for _ in range(2):
        client.get(f"{API}/jobs", headers={"Host": HOST, "Cookie": cookie})
    return client, cookie


def headers(cookie: str, tag: str) -> Iterator[dict[str, str]]:
    """Yield valid and invalid headers."""
    strong, name = tag.removeprefix("W/"), cookie.partition("=")[0]
    etags = ("*", '"a","*"', strong, f'"a", {tag}', f'{tag}, "b"', f"w/{strong}", f"W/{tag}", tag.upper(), tag[:-1])
    stale = (f'{strong[:-1]}-stale"', f'{tag[:-1]}-stale"', tag + tag, strong.strip('"'), '"', "")
    yield from ({"If-None-Match": text} for text in (*etags, *stale))
    yield {"Range": "bytes=0-10"}
    yield {"Range": "bytes=0-3", "If-Range": tag}
    yield {"If-Modified-Since": "Wed, 25 Nov 2037 09:00:00 GMT"}
    yield {"If-Match": '"a"', "If-Unmodified-Since": "Wed, 25 Nov 2009 09:00:00 GMT"}
    accounts = ("", "acme", "acme/", "/CON-1001", "acme/CON-1001", "ACME/CON-1001", "acme/CON-1001/", "acme/CON-1002")
    yield from ({"Portal-Account": text} for text in (*accounts, "acme/CON-1001, acme/CON-1001", "\u00e9/\x00"))
    hosts = (f"{HOST}:443", f"{HOST}:0", HOST.upper(), f"x.{HOST}", "evil.example", "a b", "[::1]", "")
    yield from ({"Host": text} for text in hosts)
    yield {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}
    yield from (
        {"Origin": text, "Sec-Fetch-Site": "cross-site"} for text in (OTHER, "https://evil.example", "null", "")
    )
    yield {"Sec-Fetch-Site": "cross-site"}
    yield {"X-HTTP-Method-Override": "DELETE"}
    yield from ({"Content-Length": text} for text in ("0", "00", "-1"))
    several = (f"{cookie}; {name}=x", f"{name}=x; {cookie}", f"{name}=; {cookie}", f"{cookie},x", f"a=b; {cookie}; c")
    yield from ({"Cookie": text} for text in (*several, f"{name}=", name, ";;", f"x={'y' * 60_000}; {cookie}"))


@contextmanager
def no_cache() -> Iterator[None]:
    """Disable the cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ResponseStore, "find", lambda *_: None)
        yield


def whole_response(client: Any, path: str, method: str, headers_sent: dict[str, str]) -> tuple[Any, ...]:
    """Return status, body and headers of a response, to compare two."""
    answer = client.open(f"{API}/{path}", method=method, headers=headers_sent)
    return answer.status, answer.data, {**answer.headers, "Vary": set(answer.vary), "X-Request-ID": ""}


def test_responses_are_the_same_without_the_cache(behind_a_proxy: tuple[Any, str]) -> None:
    client, cookie = behind_a_proxy
    usual = {"Host": HOST, "Cookie": cookie}
    tag = client.get(f"{API}/jobs", headers=usual).headers["ETag"]
    asked = [("jobs", method, {**usual, **changes}) for changes in headers(cookie, tag) for method in ("GET", "HEAD")]
    paths = ("jobs", "jobs/", "/jobs", "jobs?", "jobs?x=1", "Jobs", "jobs;a=b", "%6Aobs", "jobs%00", "./jobs")
    asked += [(path, method, usual) for path in paths for method in ("GET", "HEAD", "OPTIONS", "get", "PROPFIND")]
    for request in asked:
        cached = whole_response(client, *request)
        with no_cache():
            assert cached == whole_response(client, *request), request
