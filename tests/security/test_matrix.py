"""Every route with every kind of invalid request.

Each gets the contract's status and its only error shape, makes no call to AgentOS and changes nothing. The routes come
from the portal's URL map, so the matrix includes each new route automatically.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import blueprints
from app.auth.guard import require_contractor, require_person, require_person_except_to_sign_in
from tests.auth.fake_provider import FakeProvider, running_provider
from tests.auth.fake_provider import settings as sso_settings
from tests.clock import FakeClock
from tests.contract.api_calls import CHANGING, PROBLEM, error_sentence, problem_of
from tests.portal_server import PortalServer
from tests.security import clients
from tests.security.invalid_requests import COLUMNS, failures, streamed
from tests.security.observer import take_snapshot
from tests.security.routes import (
    CONTRACTOR,
    EXAMPLES,
    JSON_LIMIT,
    PAGE,
    PERSON,
    PUBLIC,
    REFUSED_EXAMPLES,
    SESSION,
    methods_by_rule,
    routes,
)


@pytest.fixture(scope="module")
def provider() -> Iterator[FakeProvider]:
    with running_provider(FakeClock()) as provider:
        yield provider


@pytest.fixture
def settings(settings: dict[str, str], provider: FakeProvider, tmp_path: Path) -> dict[str, str]:
    """Return the settings of a portal with each way to sign in."""
    return {**settings, **sso_settings(provider, tmp_path)}


METHODS = {"GET", "HEAD", "TRACE", "BREW", *CHANGING}


@pytest.mark.parametrize("column", COLUMNS)
def test_invalid_request_is_refused_on_every_route(portal_server: PortalServer, column: str) -> None:
    assert not (wrong := failures(portal_server, COLUMNS[column])), "\n".join([column, *wrong])


def test_valid_request_succeeds_on_every_route(portal_server: PortalServer) -> None:
    """A refusal proves something only if the same request succeeds without the fault."""
    client = clients.harper(portal_server)
    for route in routes(portal_server.app):
        if route.takes_body:
            assert (route.method, route.rule) in EXAMPLES, f"{route} needs a good body in EXAMPLES"
            answer = client.open(**route.request())
            refused = REFUSED_EXAMPLES.get(str(route))
            good = (refused,) if refused else (200, 201, 204)
            assert answer.status_code in good, (str(route), answer.text)


def test_chunked_body_over_limit_is_413_not_truncated(portal_server: PortalServer) -> None:
    """The start of the body, up to the limit, is a complete object. One more byte is too many.

    An invoice's body may be larger only if it contains a document.
    """
    client = clients.harper(portal_server)
    for route in routes(portal_server.app):
        if route.example:
            for size in (route.limit + 1, JSON_LIMIT + 1, JSON_LIMIT):
                body = json.dumps(route.example).encode().ljust(size)
                answer = client.open(**route.request(**streamed(io.BytesIO(body))))
                assert (answer.status_code == 413) is (size > JSON_LIMIT), (str(route), size, answer.text)


def test_every_route_has_the_guard_required_by_contract(portal_server: PortalServer) -> None:
    anybody = dict.fromkeys((PUBLIC, PAGE), blueprints.public)
    own = {PERSON: require_person, SESSION: require_person_except_to_sign_in}
    guards = {CONTRACTOR: require_contractor, **own, **anybody}
    rooms = {room.blueprint.name: room.guard for room in blueprints.ROUTES}
    doors = {rule.rule: rule.endpoint.rpartition(".")[0] for rule in portal_server.app.url_map.iter_rules()}
    for route in routes(portal_server.app):
        assert rooms[doors[route.rule]] is guards[route.access], str(route)


def test_wrong_method_is_405_with_allow_header(portal_server: PortalServer) -> None:
    client = portal_server.app.test_client()
    elsewhere = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example", "Portal-Account": "no/body"}
    before = take_snapshot(portal_server)
    every = routes(portal_server.app)
    paths = {route.rule: route.path() for route in every}
    for rule, methods in methods_by_rule(every).items():
        for method in METHODS - methods:
            answer = client.open(paths[rule], method=method, headers=elsewhere)
            if method != "HEAD":
                sentence = error_sentence(answer, 405)
                again = client.open(paths[rule], method=method, headers={**elsewhere, "Accept": PROBLEM})
                if again.mimetype != "text/html":
                    assert problem_of(again, 405)["detail"] == sentence
            assert answer.status_code == 405, (method, rule)
            assert set(answer.headers["Allow"].split(", ")) - {"OPTIONS"} == methods, (method, rule)
    assert not take_snapshot(portal_server).differences(before)


def test_responses_vary_by_cookie_and_portal_account(portal_server: PortalServer) -> None:
    for client in (portal_server.app.test_client(), portal_server.sign_in()):
        for route in routes(portal_server.app):
            if route.rule.startswith("/api/"):
                answer = client.open(**route.request())
                assert {"cookie", "portal-account"} <= {name.lower() for name in answer.vary}, str(route)
