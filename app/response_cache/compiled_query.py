"""A query that is asked at every request: compiled once, run on the driver's own cursor."""

from functools import cache
from typing import Any

from sqlalchemy import Select

from app.store.engine import Database


class Look:
    """Finds one row. SQLAlchemy's own way there and back costs several times the look itself."""

    def __init__(self, database: Database, query: Select[Any]) -> None:
        self._database = database
        dialect: Any = type(database.dialect)
        self._text, self._constants, self._order = _compiled(query, dialect)

    def __call__(self, **given: Any) -> tuple[Any, ...] | None:
        """The row for these values of the query's parameters, or None."""
        values: Any = {**self._constants, **given}
        if self._order is not None:
            values = [values[name] for name in self._order]
        return self._database.first(self._text, values)


@cache
def _compiled(query: Any, dialect: Any) -> tuple[str, dict[str, Any], list[str] | None]:
    """Its text, its constants, and the order of its values; none where the driver takes names.

    Once, however many databases a process opens.
    """
    compiled = query.compile(dialect=dialect(), compile_kwargs={"render_postcompile": True})
    constants = {name: value for name, value in compiled.params.items() if value is not None}
    return str(compiled), constants, compiled.positiontup
