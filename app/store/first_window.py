"""The first window of a key's count: AgentOS may have counted calls that the store does not know.

A count begins if the store has no rows of the key (it is new, or its rows were lost), and if the steady clock's epoch
has changed since the count began: the database's clock stepped, or an unknown machine came.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, exists, select, update

from app.domain.slots import Ask, SlotInUse
from app.store.engine import upsert
from app.store.steady_clock import Reading
from app.store.tables import first_windows, slots, tickets

WINDOW = select(first_windows, exists().where(slots.c.key_id == first_windows.c.key_id).label("has_slots")).where(
    first_windows.c.key_id == bindparam("key_id")
)


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstWindow:
    """The seconds left, 0 if it is over, and the calls within it.

    `begins`: it began just now. `is_noted`: its row does not say yet that it is over.
    """

    left_s: float
    people: int
    worker: int
    begins: bool
    is_noted: bool

    def slots_in_use(self) -> list[SlotInUse]:
        """Return its calls as slots that return when the window is over."""
        return [SlotInUse(True, self.left_s)] * self.people + [SlotInUse(False, self.left_s)] * self.worker


def look(connection: Connection, ask: Ask, reading: Reading) -> FirstWindow:
    """Return the key's first window, which begins now if its count does.

    Outside production (`Ask.first` is None) it has no length. A further sign within it makes it longer, but gives no
    further calls. If all rows are lost twice within one window, the calls in between are not known.
    """
    row = connection.execute(WINDOW, {"key_id": ask.key_id}).first()
    until = row.until if row is not None else None
    people, worker = (row.people, row.worker) if row is not None and until is not None else (0, 0)
    is_of_now = row is not None and row.epoch == reading.epoch
    begins = row is None or not is_of_now or (until is None and not row.has_slots)
    if begins:
        if not (is_of_now or reading.keeps_times):
            _forget(connection, ask.key_id)
        until = reading.now + ask.first_s if ask.first else None
        values = {"epoch": reading.epoch, "until": until, "people": people, "worker": worker}
        begun = upsert(connection.dialect.name, first_windows).values(key_id=ask.key_id, **values)
        connection.execute(begun.on_conflict_do_update(index_elements=["key_id"], set_=values))
    left_s = max(0.0, until - reading.now) if ask.first and until is not None else 0.0
    return FirstWindow(
        left_s=left_s, people=people, worker=worker, begins=begins and left_s > 0, is_noted=until is not None
    )


def _forget(connection: Connection, key_id: str) -> None:
    """Delete the counts of an earlier epoch."""
    for table in (slots, tickets):
        connection.execute(delete(table).where(table.c.key_id == key_id))


def count(connection: Connection, ask: Ask, window: FirstWindow) -> None:
    """Count a call, which also has a row in `slots`. The first call after the window notes that the window is over."""
    own = update(first_windows).where(first_windows.c.key_id == ask.key_id)
    if window.left_s > 0:
        side = first_windows.c.people if ask.terms.people else first_windows.c.worker
        connection.execute(own.values({side: side + 1}))
    elif window.is_noted:
        connection.execute(own.values(until=None))
