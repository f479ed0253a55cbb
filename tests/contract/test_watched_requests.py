"""A test's request fails if it makes an undeclared call to AgentOS, or if its response lacks a promised header."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import Client

from app.account import service
from app.domain.reading import Reading
from app.services import RequestContext, Services
from tests.contract.api_calls import API
from tests.portal_server import PortalServer
from tests.watched_app import WatchedApp

FRESH = {"X-Request-ID": "1", "Cache-Control": "private, no-cache", "ETag": 'W/"1"', "Last-Modified": "today"}


def answering(status: str, headers: dict[str, str]) -> Client:
    """Return a client of an application that gives each request the same response."""

    def application(environ: Any, start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response(status, [*headers.items()])
        return [b"{}"]

    return Client(WatchedApp(application))


@pytest.fixture
def live(portal_server: PortalServer, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """Return a client of a portal whose GET /account calls AgentOS, which no view may do."""
    account = service.account

    def read_live(services: Services, context: RequestContext) -> Reading[Any]:
        assert context.gateway(services).job("JOB-1")
        return account(services, context)

    monkeypatch.setattr(service, "account", read_live)
    return portal_server.sign_in()


def test_request_with_an_undeclared_call_to_agentos_fails(live: FlaskClient) -> None:
    with pytest.raises(AssertionError, match=r"/account called AgentOS: \[.GET /.*/jobs/JOB-1"):
        live.get(f"{API}/account")


@pytest.mark.parametrize("name", FRESH)
def test_response_without_a_promised_header_fails(name: str) -> None:
    answering("200 OK", FRESH).get(f"{API}/jobs")
    with pytest.raises(AssertionError, match=f"GET /api/contractor/jobs answered 200 without .'{name}'"):
        answering("200 OK", {key: value for key, value in FRESH.items() if key != name}).get(f"{API}/jobs")
