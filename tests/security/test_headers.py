"""Every response has the security headers, including every kind of error."""

import base64
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import urljoin

import pytest
from flask import Flask, Request
from flask.sessions import SessionInterface
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from config import ROOT
from tests.auth.conftest import PRODUCTION
from tests.contract.api_calls import API, CHANGING, error_sentence
from tests.portal_server import PortalServer
from tests.security.routes import addresses

NOBODY = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
DATA = f"default-src 'none'; {NOBODY}"
PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    f"connect-src 'self'; {NOBODY}"
)
NO_INJECTION = "require-trusted-types-for 'script'; trusted-types service-worker"
APP = f"{PAGE}; manifest-src 'self'; worker-src 'self'; {NO_INJECTION}"
WORKER = f"{DATA}; connect-src 'self'; {NO_INJECTION}"
SHEET = (ROOT / "app/submissions/review/style.css").read_bytes().replace(b"ACCENT", b"#33475b")
STYLE = f"sha256-{base64.b64encode(sha256(SHEET).digest()).decode()}"
REVIEW = f"default-src 'none'; style-src '{STYLE}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
"""The policy of the office's page, which loads nothing and has one style sheet."""
FOR_EVER = "public, max-age=31536000, immutable"
ALLOWED = "https://app.portal.example"
PREFLIGHT = {"Origin": ALLOWED, "Access-Control-Request-Method": "PATCH"}


def policy_of(answer: TestResponse) -> str:
    """Return the expected policy: of data, a page, the web app's page or service worker, or the office's page."""
    if answer.request.path.startswith("/review/") and answer.mimetype == "text/html" and answer.content_length:
        return REVIEW
    worker = answer.request.path == "/sw.js" and answer.status_code == 200 and answer.request.method != "OPTIONS"
    if answer.mimetype != "text/html" or not answer.content_length:
        return WORKER if worker else DATA
    return PAGE if answer.request.path.startswith("/api/") else APP


def check(answer: TestResponse) -> None:
    """Check that each security header is present once, and that a page may load only the portal's own files."""
    policy = policy_of(answer)
    # A 304 must not change the policy of the page that the browser has stored.
    assert answer.headers.getlist("Content-Security-Policy") == ([] if answer.status_code == 304 else [policy])
    for name, value in {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }.items():
        assert answer.headers.getlist(name) == [value], (answer.request.path, answer.status)
    features = dict(feature.split("=") for feature in answer.headers["Permissions-Policy"].split(", "))
    allowed = {name: features.pop(f"publickey-credentials-{name}") for name in ("create", "get")}
    assert (allowed, {*features.values()}) == ({"create": "(self)", "get": "(self)"}, {"()"})
    assert len(answer.headers.getlist("Cache-Control")) == 1
    private = answer.request.path.startswith((f"{API}/", "/api/session"))
    kept = ("private, no-cache", "no-store") if private else ("no-cache", "no-store", FOR_EVER)
    assert answer.headers["Cache-Control"] in kept
    assert answer.headers["X-Request-ID"]
    assert "Strict-Transport-Security" not in answer.headers


@pytest.mark.parametrize("signed_in", [False, True], ids=["stranger", "contractor"])
def test_every_route_and_method_has_security_headers(portal_server: PortalServer, signed_in: bool) -> None:
    routes = {path for _, path in addresses(portal_server.app)}
    client = portal_server.sign_in() if signed_in else portal_server.app.test_client()
    seen = set()
    for path in (*sorted(routes - {"/api/session"}), "/nothing", f"{API}//jobs", "/api/session"):
        for method in ("GET", "HEAD", "OPTIONS", *CHANGING):
            answer = client.open(path, method=method)
            check(answer)
            seen.add(answer.status_code)
            if method == "HEAD":
                assert answer.data == b""
    assert seen >= ({200, 204, 400, 404, 405} if signed_in else {200, 204, 400, 401, 404, 405})


def test_head_response_has_headers_of_get_response(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    for path in (f"{API}/account", f"{API}/jobs", "/api/session", "/health/live"):
        got, headed = client.get(path), client.head(path)
        for answer in (got, headed):
            answer.headers.remove("X-Request-ID")
            answer.headers.remove("Date") if "Date" in answer.headers else None
        assert (headed.status_code, dict(headed.headers)) == (got.status_code, dict(got.headers))


def refused(portal_server: PortalServer) -> Iterator[tuple[int, TestResponse]]:
    """Yield a response of each kind that does not come from a view."""
    client = portal_server.sign_in()
    etag = client.get(f"{API}/account").headers["ETag"]
    cross = {"Sec-Fetch-Site": "cross-site"}
    yield 304, client.get(f"{API}/account", headers={"If-None-Match": etag})
    yield 400, client.post("/api/session", data=b"{", content_type="application/json")
    yield 403, client.delete("/api/session", headers=cross)
    yield 409, client.get(f"{API}/jobs", headers={"Portal-Account": "acme/CON-0"})
    yield 413, client.post("/api/session", data=b"{" * 70_000, content_type="application/json")
    portal_server.simulator.fault(method="GET", path="/jobs/JOB-1$", status=503)
    yield 500, client.post(f"{API}/jobs/JOB-1/notes", json={"note": "Part ordered"})
    portal_server.app.testing = False
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE records")
    yield 500, client.get(f"{API}/jobs")
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    yield 503, client.get("/health/ready")


def test_refused_requests_have_security_headers(portal_server: PortalServer) -> None:
    for status, answer in refused(portal_server):
        assert answer.status_code == status, answer.text
        check(answer)


class NoStore(SessionInterface):
    """A session store that is not reachable."""

    def open_session(self, app: Flask, request: Request) -> None:
        raise ConnectionError


def test_error_without_session_store_has_security_headers(portal_server: PortalServer) -> None:
    """In this case, Flask runs no hook before the request."""
    portal_server.app.testing = False
    portal_server.app.session_interface = NoStore()
    for path in (f"{API}/jobs", "/nothing"):
        answer = portal_server.app.test_client().get(path)
        error_sentence(answer, 500)
        check(answer)


def test_cors_responses_have_security_headers(build: Callable[..., PortalServer]) -> None:
    """Cross-Origin-Resource-Policy is unchanged, because it does not apply to CORS requests."""
    client = build(ALLOWED_ORIGINS=ALLOWED).app.test_client()
    preflight = client.options(f"{API}/jobs/JOB-1/complete", headers=PREFLIGHT)
    assert preflight.headers["Access-Control-Allow-Origin"] == ALLOWED
    read = client.get(f"{API}/jobs", headers={"Origin": ALLOWED})
    assert (read.status_code, read.headers["Access-Control-Allow-Origin"]) == (401, ALLOWED)
    for answer in (preflight, read, client.options(f"{API}/jobs", headers={**PREFLIGHT, "Origin": "https://evil.x"})):
        check(answer)


def test_pages_comply_with_their_content_security_policy(portal_server: PortalServer) -> None:
    """The pages contain no inline code. Each file that they load exists with the right type."""
    client = portal_server.app.test_client()
    pages = [path for method, path in addresses(portal_server.app) if method == "GET" and is_page(client, path)]
    assert pages[0] == "/"
    assert {"/api/docs", "/jobs", "/jobs/JOB-1"} < {*pages}
    for path in pages:
        text = client.get(path).text
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon[a-z]+=|javascript:|https?://", text)
        linked = re.findall(r"""(?:src|href)="([^"]+)\"""", text)
        assert linked
        for each in linked:
            answer = client.get(urljoin(path, each))
            assert answer.status_code == 200, each
            check(answer)


def is_page(client: FlaskClient, path: str) -> bool:
    answer = client.get(path)
    return answer.status_code == 200 and answer.headers["Content-Security-Policy"] in (PAGE, APP)


def test_https_is_required_for_a_year_in_production(build: Callable[..., PortalServer]) -> None:
    portal_server = build(
        **{**PRODUCTION, "TRUSTED_HOSTS": "portal.example"},
        SECRET_KEY="0f4b8c1d7e92a356b1c0d8e4f7a29365",
        AGENTOS_BASE_URL="https://agentos.example",
        AGENTOS_BUDGET="45",
    )
    client: FlaskClient = portal_server.app.test_client()
    hosts: list[Any] = ["portal.example", "evil.example"]
    answers = [client.get(f"{API}/jobs", headers={"Host": host}) for host in hosts]
    assert [answer.status_code for answer in answers] == [401, 400]
    for answer in answers:
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
