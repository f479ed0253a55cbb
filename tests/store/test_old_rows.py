"""The deletion of many rows: several short transactions."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, Engine, event, func, insert, select

from app.store.engine import BATCH_ROWS, Database, delete_rows
from app.store.tables import handovers
from tests.clock import FakeClock
from tests.portal_server import PortalServer


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_no_transaction_deletes_more_than_a_batch(portal_server: PortalServer) -> None:
    database, left = portal_server.services.database, []
    with database.write() as connection:
        connection.execute(
            insert(handovers), [{"token": str(number), "expires_at": "2025"} for number in range(2 * BATCH_ROWS + 1)]
        )

    def count(connection: Connection) -> None:
        left.append(connection.scalar(select(func.count()).select_from(handovers)))

    event.listen(Engine, "commit", count)
    try:
        assert delete_rows(database, handovers, handovers.c.expires_at <= "2025") == 2 * BATCH_ROWS + 1
    finally:
        event.remove(Engine, "commit", count)
    assert sorted({*left}, reverse=True) == [2 * BATCH_ROWS + 1, BATCH_ROWS + 1, 1, 0]


@pytest.mark.parametrize("engine", ["sqlite"])
def test_others_write_between_the_transactions(
    make_database: Callable[..., Database], clock: FakeClock, engine: str
) -> None:
    """A process that waits for SQLite's lock looks every tenth of a second."""
    database, other, began = make_database(clock), make_database(clock), clock.boot()
    old = [{"token": str(number), "expires_at": "2025"} for number in range(2 * BATCH_ROWS + 1)]
    with database.write() as connection:
        connection.execute(insert(handovers), old)

    def write() -> None:
        with other.write(patient=False) as connection:
            connection.execute(insert(handovers).values(token=f"new {clock.boot()}", expires_at="2027"))

    clock.worker = write
    assert delete_rows(database, handovers, handovers.c.expires_at <= "2025") == len(old)
    assert clock.boot() - began > 2 * 0.1
    with database.read() as connection:
        assert connection.scalar(select(func.count()).select_from(handovers)) == 2
