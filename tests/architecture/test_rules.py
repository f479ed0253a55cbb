"""Rules of the architecture that import-linter cannot express; setup.cfg has the others."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import flask
import pytest

from app import blueprints
from app.auth.guard import require_contractor, require_person, require_person_except_to_sign_in
from app.blueprints import ROUTES, public
from tests.portal_server import PortalServer

ROOT = Path(__file__).resolve().parents[2]
APP = sorted((ROOT / "app").rglob("*.py"))
PRODUCTION = [*ROOT.glob("*.py"), *(ROOT / "migrations").rglob("*.py")]
ROUTE_DECORATORS = (".route", ".get", ".post", ".patch", ".delete")


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported_packages(path: Path) -> set[str]:
    """Return the top-level packages that a file imports, at any place."""
    packages = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            packages |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            packages.add(str(node.module).partition(".")[0])
    return packages


@pytest.mark.parametrize("path", PRODUCTION, ids=relative)
def test_modules_outside_packages_import_no_test_code(path: Path) -> None:
    """import-linter checks only packages, not `config.py` or migrations."""
    assert not imported_packages(path) & {"bench", "simulator", "tests", "tools"}


def test_flask_session_is_used_in_one_file_only() -> None:
    session = re.compile(r"^from flask import .*\bsession\b|\bflask\.session\b|\bflask_session\b", re.MULTILINE)
    assert [relative(path) for path in APP if session.search(path.read_text("utf-8"))] == ["app/auth/session_store.py"]


def views() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield each function that handles a route."""
    for path in APP:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            names = [ast.unparse(call.func) for call in node.decorator_list if isinstance(call, ast.Call)]
            if any(name.endswith(ROUTE_DECORATORS) for name in names):
                yield f"{relative(path)}:{node.name}", node


def test_view_is_documented_and_has_at_most_10_statements() -> None:
    functions = dict(views())
    assert len(functions) >= 19
    for name, view in functions.items():
        statements = [node for node in ast.walk(view) if isinstance(node, ast.stmt)]
        assert ast.get_docstring(view) is not None, f"{name} has no docstring, which is its documentation"
        assert len(statements) - 2 <= 10, name  # without the def itself and its docstring


def test_every_route_is_in_the_table_with_its_guard(portal_server: PortalServer) -> None:
    routes = {route.blueprint.name: route for route in ROUTES}
    for rule in portal_server.app.url_map.iter_rules():
        assert rule.rule.startswith(routes[rule.endpoint.rpartition(".")[0]].prefix)
    assert {name for name, route in routes.items() if route.guard is public} == {
        "docs",
        "health",
        "review",
        "sso",
        "web",
    }
    assert {route.prefix for route in ROUTES if route.guard is require_contractor} == {"/api/contractor"}
    assert {route.guard for route in ROUTES} == {
        public,
        require_contractor,
        require_person,
        require_person_except_to_sign_in,
    }


def test_blueprint_missing_from_the_table_does_not_start(
    build: Callable[..., PortalServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    stray = flask.Blueprint("stray", __name__)
    stray.add_url_rule("/stray", view_func=lambda: "in")
    register = blueprints.register

    def with_stray(app: flask.Flask) -> None:
        app.register_blueprint(stray)
        register(app)

    monkeypatch.setattr(blueprints, "register", with_stray)
    with pytest.raises(RuntimeError, match="/stray has no guard"):
        build()
