"""The portal stands as the architecture page draws it: imports run one way, files are short, every route is guarded."""

import ast
import re
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import flask
import pytest

from app import blueprints
from app.auth.guard import require_contractor
from app.blueprints import ROUTES, public
from tests.portal_server import PortalServer

ROOT = Path(__file__).resolve().parents[2]
AREAS = ("account", "jobs", "financial")
FRAMEWORKS = {"flask", "flask_smorest", "flask_session", "flask_cors", "webargs", "werkzeug"}
DOMAIN, AGENTOS, STORE = "app.domain", "app.agentos", "app.store"
MIRROR, LEDGER, NOTICES, SUBMISSIONS = "app.mirror", "app.ledger", "app.submissions.notices", "app.submissions"

# What each room may import of the app besides itself. `app.services` is the bundle of one process's parts that every
# service is handed; it is put together out of what lies below, so the parts themselves do without it, save where they
# work for one visit or one agency.
ALLOWED: dict[str, tuple[str, ...]] = {
    "domain": (),
    "agentos": (DOMAIN,),
    "agentos/budget.py": (STORE,),  # one count for all processes
    "agentos_check": (DOMAIN, AGENTOS),
    "store": (DOMAIN,),
    "mirror": (DOMAIN, AGENTOS, STORE),
    "mirror/refresh.py": (DOMAIN, AGENTOS, STORE, "app.services"),
    "ledger": (DOMAIN, STORE, MIRROR),
    "notices": (DOMAIN, STORE, MIRROR),
    "notices/notices.py": ("app.services", "app.mail"),
    "notices/summary.py": ("app.services",),
    "submissions": (DOMAIN, AGENTOS, STORE, MIRROR, LEDGER, NOTICES),
    # Whoever works on a submission does it for a visit. What contractors are told of theirs is an area's three files.
    "submissions/handler.py": ("app.services",),
    "submissions/submit.py": ("app.services",),
    "submissions/delivery_worker.py": ("app.services",),
    "submissions/review.py": ("app.services",),
    "submissions/clearing.py": ("app.services",),
    "submissions/own.py": ("app.services",),
    "submissions/views.py": ("app.api.blueprint", "app.auth.guard"),
    "submissions/schemas.py": ("app.api.fields",),
    # The page has auth beside the areas, over the store; whose accounts they are is worked out from the mirror, and
    # the guard says who asks AgentOS (an Asker) and for how long.
    "auth": (DOMAIN, STORE, MIRROR, "app.mail", "app.services"),
    "auth/guard.py": (DOMAIN, "app.agentos.caller", "app.api.blueprint", "app.services"),
    "auth/views.py": (DOMAIN, "app.api.blueprint"),
    "auth/schemas.py": (DOMAIN, "app.api.fields"),  # as the areas' schemas
    "observability": (DOMAIN, STORE, "app.api.blueprint", "app.api.fields"),
    "docs": (DOMAIN, "app.api.blueprint", "app.api.fields", "app.api.openapi", "app.auth.guard", "app.auth.cross_site"),
    "web": (DOMAIN, "app.api.blueprint", "app.middleware.security_headers"),
    # The office's page settles submissions of every kind.
    "review": (DOMAIN, NOTICES, SUBMISSIONS, "app.api.blueprint", "app.errors", "app.submissions.kinds"),
    # Areas: views and schemas know HTTP, the rest knows none of it. Services use what every write has in common
    # (submissions, and the words of the ledger) and the mirror; of the room of the gateway only its errors and answers.
    "views": (
        DOMAIN,
        "app.submissions.http",
        "app.api.blueprint",
        "app.api.fields",
        "app.api.conditional_get",
        "app.auth.guard",
        "app.mirror.kinds",
    ),
    "schemas": (DOMAIN, "app.api.blueprint", "app.api.fields"),
    "service": (
        DOMAIN,
        MIRROR,
        LEDGER,
        SUBMISSIONS,
        "app.services",
        "app.api.fields",
        "app.agentos.errors",
        "app.agentos.gateway",
    ),
}
PYTHON = sorted(
    path
    for folder in ("app", "simulator", "tests", "bench", "migrations", "tools")
    for path in (ROOT / folder).rglob("*.py")
) + sorted(ROOT.glob("*.py"))
APP = [path for path in PYTHON if path.is_relative_to(ROOT / "app")]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever it does."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{named(path)}: imports are written in full"
            module = str(node.module)
            packages = (ROOT / module.replace(".", "/")).is_dir()
            yield from (f"{module}.{each.name}" if packages else module for each in node.names)


def inside(module: str, routes: tuple[str, ...]) -> bool:
    return any(module == route or module.startswith(f"{route}.") for route in routes)


def rule_for(path: Path) -> tuple[str, ...] | None:
    """What a file of the app may import of it; None for the files at its front door, which put it together."""
    place = path.relative_to(ROOT / "app")
    if len(place.parts) == 1:
        return None
    route = place.parts[0]
    if route in AREAS:
        kind = place.stem if place.stem in ("views", "schemas") else "service"
        return (f"app.{route}", *ALLOWED[kind])
    return (f"app.{route}", *ALLOWED.get(place.as_posix(), ()), *(ALLOWED[route]))


@pytest.mark.parametrize("path", [path for path in APP if rule_for(path) is not None], ids=named)
def test_imports_run_one_way(path: Path) -> None:
    allowed = rule_for(path)
    assert allowed is not None
    wrong = [module for module in imports(path) if module.split(".")[0] == "app" and not inside(module, allowed)]
    assert not wrong, f"{named(path)} must not import {wrong}"


@pytest.mark.parametrize("area", AREAS)
def test_areas_never_import_each_other(area: str) -> None:
    others = tuple(f"app.{other}" for other in AREAS if other != area)
    wrong = [
        (named(path), module)
        for path in (ROOT / "app" / area).glob("*.py")
        for module in imports(path)
        if inside(module, others)
    ]
    assert not wrong


def test_only_the_front_door_puts_areas_together() -> None:
    areas = tuple(f"app.{area}" for area in AREAS)
    users = {
        named(path)
        for path in APP
        if path.relative_to(ROOT / "app").parts[0] not in AREAS and any(inside(m, areas) for m in imports(path))
    }
    assert users == {"app/blueprints.py", "app/submissions/kinds.py"}


def test_views_leave_mirror_gateway_and_store_to_services() -> None:
    for area in AREAS:
        modules = set(imports(ROOT / "app" / area / "views.py"))
        rooms_below = ("app.agentos", "app.store", LEDGER, "app.submissions")
        assert not [module for module in modules if inside(module, rooms_below)]
        assert not [module for module in modules if inside(module, ("app.mirror",)) and module != "app.mirror.kinds"]


def knows_http(path: Path) -> bool:
    place = path.relative_to(ROOT / "app")
    front = len(place.parts) == 1 and place.name not in ("portal.py", "worker.py", "fields.py")
    views = place.stem in ("views", "guard", "session", "cross_site")
    return front or views or place.parts[0] in ("observability", "docs")


@pytest.mark.parametrize("path", [path for path in APP if not knows_http(path)], ids=named)
def test_no_framework_below_the_views(path: Path) -> None:
    wrong = [module for module in imports(path) if module.split(".")[0] in FRAMEWORKS]
    assert not wrong, f"{named(path)} must not import {wrong}"


def test_requests_is_imported_in_one_file_only() -> None:
    users = [named(path) for path in APP if any(module.split(".")[0] == "requests" for module in imports(path))]
    assert users == ["app/agentos/transport.py"]


def test_flask_session_is_touched_in_one_file_only() -> None:
    touching = re.compile(r"^from flask import .*\bsession\b|\bflask\.session\b|\bflask_session\b", re.MULTILINE)
    assert [named(path) for path in APP if touching.search(path.read_text("utf-8"))] == ["app/auth/session.py"]


def test_app_and_simulator_share_no_code() -> None:
    for path in PYTHON:
        tops = {module.split(".")[0] for module in imports(path)}
        if named(path).startswith("simulator/"):
            assert not tops & {"app", "config", "tests"}, named(path)
        if named(path).startswith(("app/", "config.py", "wsgi.py", "migrations/")):
            assert not tops & {"simulator", "tests", "bench", "tools"}, named(path)


def test_settings_import_each_other_in_no_circle() -> None:
    files = {path.stem: path for path in ROOT.glob("config*.py")}
    TopologicalSorter({name: files.keys() & set(imports(path)) for name, path in files.items()}).prepare()


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_no_python_file_over_400_lines(path: Path) -> None:
    """A file is split where an idea ends, never at a number of lines; over 300 lines is a reason to look."""
    assert len(path.read_text("utf-8").splitlines()) <= 400


def views() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every function that stands at a route."""
    for path in APP:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            names = [ast.unparse(each.func) for each in node.decorator_list if isinstance(each, ast.Call)]
            if any(name.endswith((".route", ".get", ".post", ".patch", ".delete")) for name in names):
                yield f"{named(path)}:{node.name}", node


def test_no_view_over_10_statements() -> None:
    found = dict(views())
    assert len(found) >= 19
    for name, view in found.items():
        statements = [node for node in ast.walk(view) if isinstance(node, ast.stmt)]
        documented = ast.get_docstring(view) is not None
        assert documented, f"{name} has no docstring, which is its documentation"
        assert len(statements) - 2 <= 10, name  # the def itself and its docstring


def test_every_route_stands_in_a_room_and_only_health_docs_and_pages_are_public(portal_server: PortalServer) -> None:
    routes = {route.blueprint.name: route for route in ROUTES}
    for rule in portal_server.app.url_map.iter_rules():
        assert rule.rule.startswith(routes[rule.endpoint.rpartition(".")[0]].prefix)
    assert {name for name, route in routes.items() if route.guard is public} == {"docs", "health", "review", "web"}
    assert {route.prefix for route in ROUTES if route.guard is require_contractor} == {"/api/contractor"}


def test_a_blueprint_that_is_not_in_the_table_does_not_start(
    build: Callable[..., PortalServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    stray = flask.Blueprint("stray", __name__)
    stray.add_url_rule("/stray", view_func=lambda: "in")
    register = blueprints.register

    def with_stray(app: flask.Flask, api: object) -> None:
        app.register_blueprint(stray)
        register(app, api)  # type: ignore[arg-type]

    monkeypatch.setattr(blueprints, "register", with_stray)
    with pytest.raises(RuntimeError, match="/stray stands in no room"):
        build()
