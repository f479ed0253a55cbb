"""A test's request fails if it makes an undeclared call to AgentOS, or if its response lacks a promised header."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import Client

from app.account import service
from app.domain.agency import Agency
from app.domain.reading import Reading
from app.services import RequestContext, Services
from tests.contract.api_calls import API, WRITES, open_job
from tests.portal_server import PortalServer
from tests.watched_app import WatchedApp, promised_headers

FRESH = {"X-Request-ID": "1", "Cache-Control": "private, no-cache", "ETag": 'W/"1"', "Last-Modified": "today"}


def answering(status: str, headers: dict[str, str]) -> Client:
    """Return a client of an application that gives each request the same response."""

    def application(environ: Any, start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response(status, [*headers.items()])
        return [b"{}"]

    return Client(WatchedApp(application))


@pytest.fixture
def live(portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """Return a client of a portal whose GET /agency calls AgentOS, which no view may do."""
    agency = service.agency

    def read_live(services: Services, context: RequestContext) -> Reading[Agency]:
        assert context.gateway(services).job("JOB-1")
        return agency(services, context)

    monkeypatch.setattr(service, "agency", read_live)
    return portal_server.sign_in()


def test_request_with_an_undeclared_call_to_agentos_fails(live: FlaskClient) -> None:
    with pytest.raises(AssertionError, match=r"/agency called AgentOS: \[.GET /.*/jobs/JOB-1"):
        live.get(f"{API}/agency")


def test_request_with_a_declared_call_to_agentos_passes(portal_server: PortalServer, live: FlaskClient) -> None:
    with portal_server.calls_agentos():
        assert live.get(f"{API}/agency").status_code == 200


def test_declaration_of_a_call_that_is_not_made_fails(portal_server: PortalServer) -> None:
    client = portal_server.sign_in()
    with (
        pytest.raises(AssertionError, match="the declaration is not needed"),
        portal_server.calls_agentos(),
    ):
        client.get(f"{API}/agency")


@pytest.mark.parametrize("kind", WRITES)
def test_write_request_needs_no_declaration(portal_server: PortalServer, kind: str) -> None:
    client = portal_server.sign_in()
    assert WRITES[kind].send(client, open_job(client)).status_code == WRITES[kind].good


@pytest.mark.parametrize("name", FRESH)
def test_response_without_a_promised_header_fails(name: str) -> None:
    answering("200 OK", FRESH).get(f"{API}/jobs")
    with pytest.raises(AssertionError, match=f"GET /api/contractor/jobs answered 200 without .'{name}'"):
        answering("200 OK", {key: value for key, value in FRESH.items() if key != name}).get(f"{API}/jobs")


def test_accepted_response_without_location_fails() -> None:
    with pytest.raises(AssertionError, match=r"answered 202 without \['Preference-Applied', 'Location'\]"):
        answering("202 Accepted", FRESH).post(f"{API}/invoices")


def test_promised_headers_follow_the_description() -> None:
    assert set(promised_headers(f"GET {API}/submissions", "200")) == {*FRESH}
    assert set(promised_headers(f"GET {API}/jobs/JOB-1", "304")) == {*FRESH}
    assert promised_headers("GET /api/docs", "200") == ["X-Request-ID", "ETag", "Cache-Control"]
    assert promised_headers(f"POST {API}/jobs/JOB-1/notes", "201") == ["X-Request-ID", "Location"]
    assert promised_headers("GET /", "200") == []
