"""The SQL statements that the portal runs, and their plans."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, create_engine, event

NOT_BY_AGENCY = {
    "heartbeats",
    "processes",
    "counters",
    "host_clocks",
    "database_clock",
    "alembic_version",
}
"""Tables whose rows do not become more with more agencies."""
Statement = tuple[str, Any]


@contextmanager
def recorded() -> Iterator[list[Statement]]:
    """Record the statements, with their parameters, that run through SQLAlchemy in this process."""
    statements: list[Statement] = []

    def record(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        statements.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", record)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", record)


def scans(database_url: str, statements: list[Statement]) -> set[str]:
    """Return a line for each table that a statement reads as a whole, although the table grows with the agencies."""
    engine = create_engine(database_url)
    is_server = engine.dialect.name == "postgresql"
    tables_of = _sequential if is_server else _unsearched
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        if is_server:
            # Tables are small in tests. Then the planner prefers to read them as a whole, even if there is an index.
            cursor.execute("SET enable_seqscan = off")
        return {
            f"{table}: {statement}"
            for statement, parameters in statements
            if statement.split()[0] in ("SELECT", "UPDATE", "DELETE", "WITH") and not isinstance(parameters, list)
            for table in tables_of(cursor, statement, parameters) - NOT_BY_AGENCY
        }
    finally:
        raw.close()
        engine.dispose()


def indexes(database_url: str, statement: Statement) -> set[str]:
    """Return the indexes in the plan of a statement."""
    engine = create_engine(database_url)
    explain = "EXPLAIN" if engine.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"
    with engine.connect() as connection:
        plan = str(connection.exec_driver_sql(f"{explain} {statement[0]}", statement[1]).all())
    engine.dispose()
    return set(re.findall(r"(?:INDEX|using|Index Scan on) (\w+)", plan))


def _unsearched(cursor: Any, statement: str, parameters: Any) -> set[str]:
    rows = cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
    scanned = {row[3].split()[1] for row in rows if row[3].startswith("SCAN ")}
    return {table for table in scanned if table.isidentifier() and table != "CONSTANT"}


def _sequential(cursor: Any, statement: str, parameters: Any) -> set[str]:
    cursor.execute(f"EXPLAIN (FORMAT JSON) {statement}", parameters)
    return set(_tables_without_condition(cursor.fetchone()[0][0]["Plan"]))


def _tables_without_condition(node: dict[str, Any]) -> Iterator[str]:
    """Yield the tables that this part of a plan reads without a condition on an index."""
    if node["Node Type"] in ("Seq Scan", "Index Scan", "Index Only Scan") and "Index Cond" not in node:
        yield node["Relation Name"]
    for part in node.get("Plans", ()):
        yield from _tables_without_condition(part)
