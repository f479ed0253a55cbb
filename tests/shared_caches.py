"""Caches that all portals of a test process share. Without them, a sixth of the time would be spent on making them."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, event
from werkzeug.routing import Rule

_statements: dict[str, tuple[Dialect, dict[Any, Any]]] = {}
_routes: dict[tuple[Any, ...], Callable[..., Any]] = {}


def install() -> None:
    """Install the caches in this process."""
    event.listen(Engine, "engine_connect", _compile_statements_once)
    Rule._compile_builder = _builder  # type: ignore[method-assign]


def _compile_statements_once(connection: Connection) -> None:
    """Share the cache of compiled statements.

    SQLAlchemy has one per engine, thus per database. The cache depends on the dialect.
    """
    engine = connection.engine
    dialect, cache = _statements.setdefault(engine.name, (engine.dialect, {}))
    if engine.dialect is not dialect:
        engine.dialect = connection.dialect = dialect
    connection.execution_options(compiled_cache=cache)


def _builder(rule: Rule, append_unknown: bool = True, make: Any = Rule._compile_builder) -> Callable[..., Any]:
    """Return the function that builds a route's address.

    Werkzeug compiles one per route, but it depends only on the rule.
    """
    key = (rule.rule, tuple(rule._trace), repr(rule.defaults), append_unknown)
    if key not in _routes:
        _routes[key] = make(rule, append_unknown)
    return _routes[key]
