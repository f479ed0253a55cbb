"""The operations for which AgentOS refuses an agency's key (401), as all processes see them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import delete, exists, select

from app.domain.clock import Clock, to_text
from app.store.engine import Database, put_row
from app.store.tables import refused_keys

COUNTS_FOR = timedelta(minutes=15)
"""Time for which a refusal counts if no process has noted a success.

The worker repeats a failed fetch within a minute or two. So an older row is of a write that nobody has sent again.
"""


class RefusedKeys:
    """The refusals. Each method is one short transaction, and raises SQLAlchemyError if the database fails."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def note(self, key_id: str, operation: str) -> None:
        """Note that AgentOS has just refused the key for this operation. Delete refusals that no longer count."""
        now = self._clock.now()
        with self._database.write() as connection:
            connection.execute(delete(refused_keys).where(refused_keys.c.refused_at <= to_text(now - COUNTS_FOR)))
            row = {"key_id": key_id, "operation": operation}
            put_row(connection, refused_keys, row, {"refused_at": to_text(now)})

    def forget(self, key_id: str, operation: str) -> None:
        """Delete a refusal, if there is one, because AgentOS has accepted the key for this operation."""
        own = (refused_keys.c.key_id == key_id, refused_keys.c.operation == operation)
        with self._database.read() as connection:
            if not connection.scalar(select(exists().where(*own))):
                return
        with self._database.write() as connection:
            connection.execute(delete(refused_keys).where(*own))

    def operations(self) -> Mapping[str, list[str]]:
        """Return the refused operations of each key that has any, in alphabetical order."""
        counts = refused_keys.c.refused_at > to_text(self._clock.now() - COUNTS_FOR)
        rows = select(refused_keys.c.key_id, refused_keys.c.operation).where(counts).order_by(refused_keys.c.operation)
        refused = defaultdict(list)
        with self._database.read() as connection:
            for key_id, operation in connection.execute(rows):
                refused[key_id].append(operation)
        return refused
