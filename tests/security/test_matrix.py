"""Every route × everything that may be wrong with a request: the contract's status, its one error shape, no call of
AgentOS, nothing changed. The routes come from the portal's own map, so a new one is in it by existing."""

from __future__ import annotations

import io
import json

import pytest

from app import blueprints
from app.api.blueprint import Blueprint
from app.auth.guard import require_contractor, require_person_except_to_sign_in
from tests.contract.visits import CHANGING, sentence
from tests.portal_server import PortalServer
from tests.security import visitors
from tests.security.columns import COLUMNS, failures, streamed
from tests.security.routes import CONTRACTOR, EXAMPLES, JSON_LIMIT, PAGE, PUBLIC, SESSION, methods_by_rule, routes
from tests.security.witness import scene

METHODS = {"GET", "HEAD", "TRACE", "BREW", *CHANGING}


@pytest.mark.parametrize("column", COLUMNS)
def test_column(portal_server: PortalServer, column: str) -> None:
    assert not (wrong := failures(portal_server, COLUMNS[column])), "\n".join([column, *wrong])


def test_the_matrix_stands_on_good_requests(portal_server: PortalServer) -> None:
    """Refusals mean something only where the same request is served without the fault."""
    client = visitors.harper(portal_server)
    for route in routes(portal_server.app):
        if route.takes_body:
            assert (route.method, route.rule) in EXAMPLES, f"{route} needs a good body in EXAMPLES"
            answer = client.open(**route.request())
            good = (401,) if str(route) == "POST /api/session" else (200, 201, 204)
            assert answer.status_code in good, (str(route), answer.text)


def test_a_body_in_chunks_is_not_cut_to_a_good_one(portal_server: PortalServer) -> None:
    """Its first bytes are a whole object, as many as are allowed; one more is too many.

    An invoice's body may be larger by its document alone.
    """
    client = visitors.harper(portal_server)
    for route in routes(portal_server.app):
        if route.example:
            for size in (route.limit + 1, JSON_LIMIT + 1, JSON_LIMIT):
                body = json.dumps(route.example).encode().ljust(size)
                answer = client.open(**route.request(**streamed(io.BytesIO(body))))
                assert (answer.status_code == 413) is (size > JSON_LIMIT), (str(route), size, answer.text)


def test_every_room_has_the_guard_of_its_door(portal_server: PortalServer) -> None:
    anybody = dict.fromkeys((PUBLIC, PAGE), blueprints.public)
    guards = {CONTRACTOR: require_contractor, SESSION: require_person_except_to_sign_in, **anybody}
    rooms = {room.blueprint.name: room.guard for room in blueprints.ROUTES}
    doors = {rule.rule: rule.endpoint.rpartition(".")[0] for rule in portal_server.app.url_map.iter_rules()}
    for route in routes(portal_server.app):
        assert rooms[doors[route.rule]] is guards[route.door], str(route)


def test_wrong_methods_are_405_with_allow_whoever_asks(portal_server: PortalServer) -> None:
    client = portal_server.app.test_client()
    elsewhere = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example", "Portal-Account": "no/body"}
    before = scene(portal_server)
    every = routes(portal_server.app)
    paths = {route.rule: route.path() for route in every}
    for rule, methods in methods_by_rule(every).items():
        for method in METHODS - methods:
            answer = client.open(paths[rule], method=method, headers=elsewhere)
            if method != "HEAD":
                sentence(answer, 405)
            assert answer.status_code == 405, (method, rule)
            assert set(answer.headers["Allow"].split(", ")) - {"OPTIONS"} == methods, (method, rule)
    assert not scene(portal_server).differences(before)


def test_options_tell_the_methods_and_nothing_else(portal_server: PortalServer) -> None:
    client = portal_server.app.test_client()
    before = scene(portal_server)
    every = routes(portal_server.app)
    paths = {route.rule: route.path() for route in every}
    for rule, methods in methods_by_rule(every).items():
        answer = client.options(paths[rule], headers={"Origin": "https://evil.example"})
        assert (answer.status_code, answer.data) == (200, b""), rule
        assert set(answer.headers["Allow"].split(", ")) - {"OPTIONS"} == methods, rule
        assert not any(name.startswith("Access-Control") for name, _ in answer.headers), rule
    assert not scene(portal_server).differences(before)


def test_answers_vary_by_cookie_and_portal_account(portal_server: PortalServer) -> None:
    for client in (portal_server.app.test_client(), portal_server.sign_in()):
        for route in routes(portal_server.app):
            if route.rule.startswith("/api/"):
                answer = client.open(**route.request())
                assert {"cookie", "portal-account"} <= {name.lower() for name in answer.vary}, str(route)


@pytest.fixture
def stray(portal_server: PortalServer, build, monkeypatch: pytest.MonkeyPatch):
    """Makes a portal with one route more, in a room with that guard."""

    def make(guard) -> PortalServer:
        blueprint = Blueprint("stray", __name__)

        @blueprint.route("/stray/<id:job_id>", methods=["PATCH"])
        @blueprint.response(200)
        def take(job_id: str) -> dict[str, str]:
            """Take anything."""
            return {"id": job_id}

        room = blueprints.Route(blueprint, "/api/contractor", guard)
        monkeypatch.setattr(blueprints, "ROUTES", (*blueprints.ROUTES, room))
        new = build()
        new.clock.work = new.refresh
        return new

    return make


def test_a_new_route_is_in_the_matrix_by_existing(stray) -> None:
    new = stray(require_contractor)
    assert "PATCH /api/contractor/stray/<id:job_id>" in map(str, routes(new.app))
    for column in ("nobody", "Origin", "over-long id"):
        assert failures(new, COLUMNS[column]) == []


@pytest.mark.parametrize("guard", [blueprints.public, require_person_except_to_sign_in])
@pytest.mark.parametrize("column", ["nobody", "forged", "Portal-Account: acme/CON-1003"])
def test_a_new_route_without_its_guard_fails_in_the_matrix(stray, guard, column: str) -> None:
    new = stray(guard)
    if guard is require_person_except_to_sign_in and COLUMNS[column].status == 401:
        return  # PATCH takes somebody who is signed in behind this guard too
    [wrong] = failures(new, COLUMNS[column])
    assert wrong.startswith("PATCH /api/contractor/stray/<id:job_id>: expected")


def test_a_new_route_that_reads_any_body_fails_in_the_matrix(stray) -> None:
    wrong = failures(stray(require_contractor), COLUMNS["no object"])
    assert [each.partition(":")[0] for each in wrong] == ["PATCH /api/contractor/stray/<id"]
