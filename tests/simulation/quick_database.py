"""A database for the simulation: SQLite in memory, without SQLAlchemy's execution.

SQLAlchemy compiles each statement once, as always. Its execution takes several times as long as SQLite itself, so the
driver runs the text here. Nothing of the simulation switches to another task within a transaction.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Executable
from sqlalchemy import exc as errors
from sqlalchemy.dialects import sqlite

from app.domain.clock import Clock
from app.store.engine import Database

Place = tuple[str, int | None, Callable[[Any], Any] | None]
"""A parameter of a text: its name, its number in a list or None, and the conversion of its value."""
DIALECT = sqlite.dialect()  # type: ignore[no-untyped-call]


class Rows:
    """The rows of a statement, with the methods of SQLAlchemy's `CursorResult` that the portal uses."""

    def __init__(self, rows: list[Any], rowcount: int) -> None:
        self._rows = rows
        self.rowcount = rowcount

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def all(self) -> list[Any]:
        """Return all rows."""
        return self._rows

    def first(self) -> Any:
        """Return the first row, or None."""
        return self._rows[0] if self._rows else None

    def only(self) -> Any:
        """Return the only row."""
        (row,) = self._rows
        return row

    def scalar_one(self) -> Any:
        """Return the first value of the only row."""
        return self.only()[0]

    def one_or_none(self) -> Any:
        """Return the only row, or None."""
        return self.only() if self._rows else None

    def scalars(self) -> Rows:
        """Return the first column."""
        return type(self)([row[0] for row in self._rows], self.rowcount)

    def mappings(self) -> Rows:
        """Return the rows as mappings from the names of columns."""
        return type(self)([row._asdict() for row in self._rows], self.rowcount)


Result = type("Result", (Rows,), {"one": Rows.only})
"""Rows with SQLAlchemy's name of that method."""


class Text:
    """The text of a compiled statement, the sources of its parameters, and the conversion of its rows.

    A list of values for IN has as many parameters as values, so the text depends on the lengths of the lists.
    """

    def __init__(self, compiled: Any) -> None:
        self._compiled = compiled
        numbers = {parameter.key: number for number, parameter in enumerate(compiled.cache_key.bindparams)}
        self._sources = {name: (each.key, numbers.get(each.key), each) for name, each in compiled.binds.items()}
        self._lists = [compiled.bind_names[parameter] for parameter in compiled.post_compile_params]
        self._by_lengths: dict[tuple[int, ...], tuple[str, list[Place]]] = {}
        columns = compiled._result_columns
        self._row = namedtuple("Row", [column.keyname for column in columns], rename=True)
        convert = [column.type._cached_result_processor(DIALECT, None) for column in columns]
        self._convert = [(number, each) for number, each in enumerate(convert) if each is not None]

    def run(self, driver: sqlite3.Connection, parameters: Mapping[str, Any], extracted: Any) -> Rows:
        """Run the text with parameters. `extracted`: the values in the statement, compiled without them."""

        def value_of(name: str) -> Any:
            key, number, own = self._sources[name]
            if key in parameters:
                return parameters[key]
            return (own if number is None else extracted[number]).effective_value  # `own`: the dialect added it

        lengths = tuple(len(value_of(name)) for name in self._lists)
        if lengths not in self._by_lengths:
            self._by_lengths[lengths] = self._expanded({name: value_of(name) for name in self._sources})
        text, places = self._by_lengths[lengths]
        values = []
        for name, item, convert in places:
            value = value_of(name) if item is None else value_of(name)[item]
            values.append(value if convert is None else convert(value))
        cursor = driver.execute(text, values)
        return Result(self._rows(cursor) if cursor.description else [], cursor.rowcount)

    def _expanded(self, values: dict[str, Any]) -> tuple[str, list[Place]]:
        """Return the text for lists of the length of these, and the places of its parameters."""
        expanded = self._compiled._process_parameters_for_postcompile(values)
        lists = expanded.parameter_expansion.items()
        items = {each: (name, item) for name, names in lists for item, each in enumerate(names)}
        bind = self._compiled._bind_processors
        return expanded.statement, [(*items.get(name, (name, None)), bind.get(name)) for name in expanded.positiontup]

    def _rows(self, cursor: sqlite3.Cursor) -> list[Any]:
        rows = []
        for row in cursor:
            values = list(row)
            for number, convert in self._convert:
                values[number] = convert(values[number])
            rows.append(self._row._make(values))
        return rows


class QuickConnection:
    """A connection with the methods of SQLAlchemy's `Connection` that the portal uses."""

    dialect = DIALECT

    def __init__(self, driver: sqlite3.Connection) -> None:
        self.info: dict[str, Any] = {}
        self._driver = driver
        self._compiled: dict[Any, Any] = {}
        self._texts: dict[Any, Text] = {}

    def execute(self, statement: Any, parameters: Any = None) -> Rows:
        """Run a statement with parameters, or with each of a list of them."""
        if isinstance(parameters, list):
            return [self.execute(statement, each) for each in parameters][-1]
        parameters = parameters or {}
        # A constant of a module keeps its texts. They are for its own names of parameters.
        texts = statement.__dict__.setdefault("_simulation_texts", {})
        names = (self, *parameters)
        if names not in texts:
            texts[names] = self._compile(statement, sorted(parameters))
        text, extracted = texts[names]
        try:
            return text.run(self._driver, parameters, extracted)
        except sqlite3.Error as error:
            raise getattr(errors, type(error).__name__)(str(statement), None, error) from error

    def _compile(self, statement: Any, names: list[str]) -> tuple[Text, Any]:
        compiled, extracted, *_ = statement._compile_w_cache(DIALECT, compiled_cache=self._compiled, column_keys=names)
        return self._texts.get(compiled) or self._texts.setdefault(compiled, Text(compiled)), extracted

    def scalars(self, statement: Executable, parameters: Any = None) -> Rows:
        """Return the first column."""
        return self.execute(statement, parameters).scalars()

    def scalar(self, statement: Executable, parameters: Any = None) -> Any:
        """Return the first value, or None."""
        return self.scalars(statement, parameters).first()


class QuickDatabase(Database):
    """A database whose transactions use one connection in memory."""

    def __init__(self, clock: Clock) -> None:
        super().__init__("sqlite://", clock)
        self.driver = sqlite3.connect(":memory:", isolation_level=None)
        self._connection: Any = QuickConnection(self.driver)

    def define(self, definition: Any, *_: Any) -> None:
        """Run the definition of a table or an index."""
        self.driver.execute(str(definition.compile(dialect=DIALECT)))

    @contextmanager
    def read(self) -> Iterator[Any]:
        """Yield the connection."""
        yield self._connection

    @contextmanager
    def write(self, **_: Any) -> Iterator[Any]:
        """Yield the connection in a transaction."""
        actions: list[Callable[[], object]] = []
        self._connection.info["after_commit"] = actions
        self.driver.execute("BEGIN")
        try:
            yield self._connection
        except BaseException:
            self.driver.execute("ROLLBACK")
            raise
        self.driver.execute("COMMIT")
        for action in actions:
            action()
