"""Requests from pages of other sites."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.auth.conftest import MakeApp, SignInSteps

ALLOWED = "https://app.portal.example"


def send(client: FlaskClient, site: str | None, origin: str | None, method: str = "DELETE") -> int:
    headers = {"Sec-Fetch-Site": site, "Origin": origin}
    present = {name: value for name, value in headers.items() if value is not None}
    return client.open("/api/session", method=method, headers=present).status_code


@pytest.fixture
def client(make_app: MakeApp) -> FlaskClient:
    return make_app(ALLOWED_ORIGINS=f"{ALLOWED}/").test_client()


@pytest.mark.parametrize(
    ("site", "origin"),
    [
        ("same-origin", None),
        ("same-origin", "http://localhost"),
        ("none", None),
        (None, None),
        (None, "http://localhost"),
        (None, "HTTP://LOCALHOST"),
        (None, ALLOWED),
        ("same-site", ALLOWED),
        ("cross-site", ALLOWED),
        ("cross-site", "http://localhost"),
    ],
)
def test_same_origin_request_passes(client: FlaskClient, site: str | None, origin: str | None) -> None:
    assert send(client, site, origin) == 204


@pytest.mark.parametrize(
    ("site", "origin"),
    [
        ("cross-site", None),
        ("same-site", None),
        ("", None),
        ("Same-Origin ", None),
        ("nonsense", None),
        ("cross-site", "https://evil.example"),
        ("same-site", "https://other.portal.example"),
        (None, "https://evil.example"),
        (None, "null"),
        ("cross-site", "null"),
        (None, ""),
        (None, "*"),
        (None, "https://localhost"),
        (None, "http://localhost:8080"),
        (None, f"{ALLOWED}.evil.example"),
        (None, "https://appxportal.example"),
    ],
)
def test_cross_site_request_is_refused(client: FlaskClient, site: str | None, origin: str | None) -> None:
    assert send(client, site, origin) == 403


@pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE"])
def test_cross_site_write_is_refused_before_the_session_is_checked(client: FlaskClient, method: str) -> None:
    assert send(client, "cross-site", "https://evil.example", method) == 403


def test_unknown_route_is_reported_before_the_cross_site_check(client: FlaskClient) -> None:
    assert client.post("/api/nothing", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 404
    assert client.put("/api/session", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 405


def test_cross_site_get_passes(client: FlaskClient) -> None:
    assert send(client, "cross-site", "https://evil.example", "GET") == 401


def test_refused_cross_site_request_changes_nothing(app: Flask, sign_in_steps: SignInSteps) -> None:
    client = app.test_client()
    sign_in_steps.sign_in(client)
    assert send(client, "cross-site", "https://evil.example") == 403
    assert client.get("/api/session").status_code == 200


def test_preflight_of_allowed_origin_is_allowed(client: FlaskClient) -> None:
    answer = client.options(
        "/api/session",
        headers={
            "Origin": ALLOWED,
            "Access-Control-Request-Method": "PATCH",
            "Access-Control-Request-Headers": "content-type, portal-account",
        },
    )
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == ALLOWED
    assert answer.headers["Access-Control-Allow-Credentials"] == "true"
    assert "PATCH" in answer.headers["Access-Control-Allow-Methods"]
    assert answer.headers["Access-Control-Allow-Headers"].lower() == "content-type, portal-account"


@pytest.mark.parametrize(
    "header",
    [
        *("traceparent", "tracestate", "baggage", "sentry-trace", "b3", "x-b3-traceid", "x-b3-spanid"),
        *("x-b3-parentspanid", "x-b3-sampled", "x-datadog-trace-id", "x-datadog-parent-id", "x-datadog-origin"),
        *("x-datadog-sampling-priority", "newrelic", "request-id", "request-context", "x-amzn-trace-id"),
        *("x-cloud-trace-context", "uber-trace-id", "elastic-apm-traceparent"),
        *("x-requested-with", "cache-control", "pragma"),
    ],
)
def test_preflight_allows_headers_of_common_libraries(client: FlaskClient, header: str) -> None:
    asked = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": header}
    answer = client.options("/api/contractor/jobs", headers={"Origin": ALLOWED, **asked})
    assert answer.headers["Access-Control-Allow-Headers"].lower() == header


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "*", f"{ALLOWED}.evil.example"])
def test_preflight_of_other_origin_is_not_allowed(client: FlaskClient, origin: str) -> None:
    answer = client.options("/api/session", headers={"Origin": origin, "Access-Control-Request-Method": "PATCH"})
    assert not any(name.startswith("Access-Control-Allow") for name, _ in answer.headers)


def test_allowed_origin_may_read_responses_errors_and_headers(client: FlaskClient) -> None:
    answer = client.get("/api/session", headers={"Origin": ALLOWED})
    assert answer.status_code == 401
    assert answer.headers["Access-Control-Allow-Origin"] == ALLOWED
    exposed = answer.headers["Access-Control-Expose-Headers"].split(", ")
    assert {"X-Request-ID", "RateLimit", "RateLimit-Policy", "Location", "Retry-After"} <= {*exposed}
    assert {name.lower() for name in answer.vary} == {"accept", "origin", "cookie", "portal-account"}


def test_without_allowed_origins_there_are_no_cors_headers(make_app: MakeApp) -> None:
    answer = make_app().test_client().get("/api/session", headers={"Origin": ALLOWED})
    assert not any(name.startswith("Access-Control") for name, _ in answer.headers)
