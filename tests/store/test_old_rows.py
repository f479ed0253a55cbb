"""The deletion of many rows: several short transactions."""

import pytest
from sqlalchemy import Connection, Engine, event, func, insert, select

from app.store.engine import BATCH_ROWS
from app.store.old_rows import delete_rows
from app.store.tables import handovers
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
