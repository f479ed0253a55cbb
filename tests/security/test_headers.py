"""Every answer carries the headers that tell a browser what not to do with it, whatever went wrong."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask, Request, Response
from flask.sessions import SessionInterface
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.auth.conftest import PRODUCTION
from tests.contract.visits import API, CHANGING, addresses, sentence
from tests.house import House

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
NOTHING_LOADED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
ALLOWED = "https://app.portal.example"
PREFLIGHT = {"Origin": ALLOWED, "Access-Control-Request-Method": "PATCH"}


def check(answer: TestResponse, *, policy: str = NOTHING_LOADED) -> None:
    """All of them, each once."""
    for name, value in {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }.items():
        assert answer.headers.getlist(name) == [value], (answer.request.path, answer.status)
    assert re.fullmatch(r"[a-z-]+=\(\)(, [a-z-]+=\(\))*", answer.headers["Permissions-Policy"])
    assert len(answer.headers.getlist("Cache-Control")) == 1
    documentation = answer.request.path.startswith(("/api/docs", "/api/openapi.json"))
    kept = ("no-cache", "no-store") if documentation else ("private, no-cache", "no-store")
    assert answer.headers["Cache-Control"] in kept
    assert answer.headers["X-Request-ID"]
    assert "Strict-Transport-Security" not in answer.headers


@pytest.mark.parametrize("signed_in", [False, True], ids=["stranger", "contractor"])
def test_on_every_route_and_method(house: House, signed_in: bool) -> None:
    routes = {path for _, path in addresses(house.app)}
    client = house.sign_in() if signed_in else house.app.test_client()
    seen = set()
    for path in (*sorted(routes - {"/api/session"}), "/", "/nothing", f"{API}//jobs", "/api/session"):
        for method in ("GET", "HEAD", "OPTIONS", *CHANGING):
            answer = client.open(path, method=method)
            page = answer.status_code == 200 and answer.mimetype == "text/html" and method in ("GET", "HEAD")
            check(answer, policy=PAGE_POLICY if page else NOTHING_LOADED)
            seen.add(answer.status_code)
            if method == "HEAD":
                assert answer.data == b""
    assert seen >= ({200, 204, 400, 404, 405} if signed_in else {200, 204, 400, 401, 404, 405})


def test_head_says_what_get_does(house: House) -> None:
    client = house.sign_in()
    for path in (f"{API}/account", f"{API}/jobs", "/api/session", "/health/live"):
        got, headed = client.get(path), client.head(path)
        for answer in (got, headed):
            answer.headers.remove("X-Request-ID")
            answer.headers.remove("Date") if "Date" in answer.headers else None
        assert (headed.status_code, dict(headed.headers)) == (got.status_code, dict(got.headers))


def refused(house: House) -> Iterator[tuple[int, TestResponse]]:
    """One answer of each kind that is none of a view's own making."""
    client = house.sign_in()
    etag = client.get(f"{API}/account").headers["ETag"]
    cross = {"Sec-Fetch-Site": "cross-site"}
    yield 304, client.get(f"{API}/account", headers={"If-None-Match": etag})
    yield 400, client.post("/api/session", data=b"{", content_type="application/json")
    yield 403, client.delete("/api/session", headers=cross)
    yield 409, client.get(f"{API}/jobs", headers={"Portal-Account": "acme/CON-0"})
    yield 413, client.post("/api/session", data=b"{" * 70_000, content_type="application/json")
    house.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503)
    yield 500, client.post(f"{API}/jobs/JOB-1/notes", json={"note": "Part ordered"})
    house.app.testing = False
    with house.portal.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE records")
    yield 500, client.get(f"{API}/jobs")
    with house.portal.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    yield 503, client.get("/health/ready")


def test_on_whatever_is_refused(house: House) -> None:
    for status, answer in refused(house):
        assert answer.status_code == status, answer.text
        check(answer)


class NoStore(SessionInterface):
    """A session store that cannot be reached."""

    def open_session(self, app: Flask, request: Request) -> None:
        raise ConnectionError


def test_where_even_the_session_cannot_be_read(house: House) -> None:
    """No hook before a request runs then."""
    house.app.testing = False
    house.app.session_interface = NoStore()
    for path in (f"{API}/jobs", "/nothing"):
        answer = house.app.test_client().get(path)
        sentence(answer, 500)
        check(answer)


def test_too_many_has_them(build: Callable[..., House]) -> None:
    client = build(SIGNIN_PER_ADDRESS="1").app.test_client()
    answers = [client.post("/api/session/code", json={"email": "a@b.example"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [204, 429]
    for answer in answers:
        check(answer)


def test_allowed_origins_get_them_too(build: Callable[..., House]) -> None:
    """Cross-Origin-Resource-Policy stays as it is: what asks by CORS is not under it."""
    client = build(ALLOWED_ORIGINS=ALLOWED).app.test_client()
    preflight = client.options(f"{API}/jobs/JOB-1/complete", headers=PREFLIGHT)
    assert preflight.headers["Access-Control-Allow-Origin"] == ALLOWED
    read = client.get(f"{API}/jobs", headers={"Origin": ALLOWED})
    assert (read.status_code, read.headers["Access-Control-Allow-Origin"]) == (401, ALLOWED)
    for answer in (preflight, read, client.options(f"{API}/jobs", headers={**PREFLIGHT, "Origin": "https://evil.x"})):
        check(answer)


def test_a_page_may_load_what_is_ours_and_nothing_inline(house: House) -> None:
    @house.app.after_request
    def page(answer: Response) -> Response:
        answer.content_type = "text/html; charset=utf-8"
        answer.headers["Cache-Control"] = "private, no-cache"
        return answer

    answer = house.app.test_client().get("/health/live")
    policy = answer.headers["Content-Security-Policy"]
    check(answer, policy=policy)
    rules = {name: sources for name, *sources in (rule.split() for rule in policy.split("; "))}
    assert rules.pop("img-src") == ["'self'", "data:"]
    assert {name for name, sources in rules.items() if sources == ["'self'"]} == {
        "script-src",
        "style-src",
        "font-src",
        "connect-src",
    }
    assert {name for name, sources in rules.items() if sources == ["'none'"]} == {
        "default-src",
        "base-uri",
        "form-action",
        "frame-ancestors",
    }
    assert "unsafe" not in policy


def test_production_asks_for_https_for_a_year(build: Callable[..., House]) -> None:
    house = build(
        **{**PRODUCTION, "TRUSTED_HOSTS": "portal.example"},
        SECRET_KEY="0f4b8c1d7e92a356b1c0d8e4f7a29365",
        AGENTOS_BASE_URL="https://agentos.example",
        AGENTOS_BUDGET="45",
    )
    client: FlaskClient = house.app.test_client()
    hosts: list[Any] = ["portal.example", "evil.example"]
    answers = [client.get(f"{API}/jobs", headers={"Host": host}) for host in hosts]
    assert [answer.status_code for answer in answers] == [401, 400]
    for answer in answers:
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
