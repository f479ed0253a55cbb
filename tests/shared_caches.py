"""What is the same for each test's portal, and is made once all the same: it would take a sixth of the time."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, event
from werkzeug.routing import Rule

_statements: dict[tuple[str, str], tuple[Dialect, dict[Any, Any]]] = {}
_routes: dict[tuple[Any, ...], Callable[..., Any]] = {}


def install() -> None:
    """From now on, in this process."""
    event.listen(Engine, "engine_connect", _compile_statements_once)
    Rule._compile_builder = _builder  # type: ignore[method-assign]


def _compile_statements_once(connection: Connection) -> None:
    """SQLAlchemy keeps them by engine, thus by database. A dialect also has the words that begin a transaction."""
    engine = connection.engine
    statement = getattr(engine.dialect.do_begin, "statement", "")
    dialect, cache = _statements.setdefault((engine.name, statement), (engine.dialect, {}))
    if engine.dialect is not dialect:
        engine.dialect = connection.dialect = dialect
    connection.execution_options(compiled_cache=cache)


def _builder(rule: Rule, append_unknown: bool = True, make: Any = Rule._compile_builder) -> Callable[..., Any]:
    """What builds a route's address, a function that Werkzeug writes and compiles for each: made of its text alone."""
    key = (rule.rule, tuple(rule._trace), repr(rule.defaults), append_unknown)
    if key not in _routes:
        _routes[key] = make(rule, append_unknown)
    return _routes[key]
