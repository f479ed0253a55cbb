"""A database for the simulation: SQLite in memory, without SQLAlchemy's execution.

SQLAlchemy compiles each statement once, as always. Its execution takes several times as long as SQLite itself, so the
driver runs the text here. Nothing of the simulation switches to another task within a transaction.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from functools import cache, partial
from typing import Any

from sqlalchemy import Executable
from sqlalchemy import exc as errors
from sqlalchemy.dialects import sqlite

from app.domain.clock import Clock
from app.store.engine import Database

Place = tuple[int, str, int | None, Callable[[Any], Any] | None]
"""A parameter of a text: its number, its name, its number in a list or None, and the conversion of its value."""
COMPILED: dict[Any, Any] = {}
Read = Callable[[sqlite3.Cursor], list[Any]]
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
        """Return the only row. Raise NoResultFound without one."""
        if not self._rows:
            raise errors.NoResultFound
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
    """The text of a statement, its constants, and the places of its parameters.

    A list of values for IN has as many parameters as values, so the text depends on the lengths of the lists.
    """

    def __init__(self, compiled: Any, extracted: Any, names: Collection[str], read: Read) -> None:
        """`extracted`: the constants, compiled without them. `names`: the parameters of each run."""
        self._compiled = compiled
        self._read = read
        numbers = {parameter.key: number for number, parameter in enumerate(compiled.cache_key.bindparams)}
        sources = {
            name: extracted[numbers[each.key]] if each.key in numbers else each for name, each in compiled.binds.items()
        }
        self._named = {name: each.key for name, each in compiled.binds.items() if each.key in names}
        self._constants = {name: each.effective_value for name, each in sources.items() if name not in self._named}
        self._lists = [each.key for each in compiled.post_compile_params if each.key in names]
        self._by_lengths: dict[tuple[int, ...], tuple[str, list[Any], list[Place]]] = {}

    def run(self, cursor: sqlite3.Cursor, parameters: Mapping[str, Any]) -> Rows:
        """Run the text with parameters."""
        lengths = tuple([len(parameters[key]) for key in self._lists]) if self._lists else ()
        if lengths not in self._by_lengths:
            self._by_lengths[lengths] = self._expanded(parameters)
        text, constants, places = self._by_lengths[lengths]
        values = constants.copy()
        for place, key, item, convert in places:
            value = parameters[key] if item is None else parameters[key][item]
            values[place] = value if convert is None else convert(value)
        cursor.execute(text, values)
        return Result(self._read(cursor), cursor.rowcount)

    def _expanded(self, parameters: Mapping[str, Any]) -> tuple[str, list[Any], list[Place]]:
        """Return the text for lists of the length of these, its constants, and the places of its parameters."""
        values = self._constants | {name: parameters[key] for name, key in self._named.items()}
        expanded = self._compiled._process_parameters_for_postcompile(values.copy())
        items = {
            each: (name, item)
            for name, names in expanded.parameter_expansion.items()
            for item, each in enumerate(names)
        }
        constants, places = list[Any](), list[Place]()
        for place, name in enumerate(expanded.positiontup):
            source, item = items.get(name, (name, None))
            convert = self._compiled._bind_processors.get(name)
            value = values[source] if item is None else values[source][item]
            constants.append(value if convert is None else convert(value))
            if source in self._named:
                places.append((place, self._named[source], item, convert))
        return expanded.statement, constants, places


@cache
def reader(compiled: Any) -> Read:
    """Return a function that reads the rows of a statement and converts their values."""
    columns = compiled._result_columns
    make = partial(tuple.__new__, namedtuple("Row", [column.keyname for column in columns], rename=True))
    convert = [column.type._cached_result_processor(DIALECT, None) for column in columns]
    conversions = [(number, each) for number, each in enumerate(convert) if each is not None]

    def converted(row: tuple[Any, ...]) -> Any:
        values = list(row)
        for number, each in conversions:
            values[number] = each(values[number])
        return make(values)

    return lambda cursor: [*map(converted if conversions else make, cursor)]


def _text(statement: Any, names: list[str]) -> Text:
    """Return the text of a statement for some names of parameters. All connections share the compiled statements."""
    compiled, extracted, *_ = statement._compile_w_cache(DIALECT, compiled_cache=COMPILED, column_keys=names)
    return Text(compiled, extracted, names, reader(compiled))


class QuickConnection:
    """A connection with the methods of SQLAlchemy's `Connection` that the portal uses."""

    dialect = DIALECT

    def __init__(self, driver: sqlite3.Connection) -> None:
        self.info: dict[str, Any] = {}
        self._cursor = driver.cursor()  # all rows of a statement are read before the next

    def execute(self, statement: Any, parameters: Any = None) -> Rows:
        """Run a statement with parameters, or with each of a list of them."""
        if isinstance(parameters, list):
            return [self.execute(statement, each) for each in parameters][-1]
        parameters = parameters or {}
        # A constant of a module keeps its texts. They are for its own names of parameters.
        texts = statement.__dict__.setdefault("_simulation_texts", {})
        names = tuple(parameters)
        text = texts.get(names) or texts.setdefault(names, _text(statement, sorted(parameters)))
        try:
            return text.run(self._cursor, parameters)
        except sqlite3.Error as error:
            raise getattr(errors, type(error).__name__)(str(statement), None, error) from error

    def scalars(self, statement: Executable, parameters: Any = None) -> Rows:
        """Return the first column."""
        return self.execute(statement, parameters).scalars()

    def scalar(self, statement: Executable, parameters: Any = None) -> Any:
        """Return the first value, or None."""
        row = self.execute(statement, parameters).first()
        return None if row is None else row[0]


class QuickDatabase(Database):
    """A database whose transactions use one connection in memory."""

    def __init__(self, clock: Clock) -> None:
        super().__init__("sqlite://", clock)
        self.driver = sqlite3.connect(":memory:", isolation_level=None, cached_statements=1_000)
        self._connection: Any = QuickConnection(self.driver)

    def define(self, definition: Any, *_: Any) -> None:
        """Run the definition of a table or an index."""
        self.driver.execute(str(definition.compile(dialect=DIALECT)))

    def read(self) -> Any:
        """Return the connection, to be used in a `with`."""
        return nullcontext(self._connection)

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
