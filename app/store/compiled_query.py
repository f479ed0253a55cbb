"""Queries of every request: compiled once by SQLAlchemy, run on the driver's own cursor (`Database.look`)."""

from functools import cached_property
from typing import Any

from sqlalchemy import Dialect, Select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import psycopg


class CompiledQuery:
    """A query in the words of each driver. SQLAlchemy's execution takes several times as long as the query itself."""

    def __init__(self, statement: Select[Any]) -> None:
        self.statement = statement

    def bind(self, values: dict[str, Any], *, is_server: bool) -> tuple[str, Any]:
        """Return the text of the query, and its parameters as the driver takes them."""
        text, constants, order = self._of_server if is_server else self._of_file
        named = {**constants, **values}
        return text, named if order is None else [named[name] for name in order]

    @cached_property
    def _of_server(self) -> tuple[str, dict[str, Any], list[str] | None]:
        return _compiled(self.statement, psycopg.dialect())  # type: ignore[no-untyped-call]

    @cached_property
    def _of_file(self) -> tuple[str, dict[str, Any], list[str] | None]:
        return _compiled(self.statement, sqlite.dialect())


def _compiled(query: Select[Any], dialect: Dialect) -> tuple[str, dict[str, Any], list[str] | None]:
    """Return the text, the constants, and the order of all parameters; no order where the driver takes names."""
    compiled: Any = query.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    constants = {name: value for name, value in compiled.params.items() if value is not None}
    return str(compiled), constants, compiled.positiontup
