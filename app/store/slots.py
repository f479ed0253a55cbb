"""The call budget in the database, for all processes: its slots, the queue for them, and rests of keys and operations.

A key's count begins anew, with a *first window*, if the store has no rows of the key (new key or lost rows), or if the
steady clock's epoch has changed (the database's clock stepped, or an unknown machine joined). AgentOS may then have
counted calls that are unknown here.
"""

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, bindparam, case, delete, exists, func, insert, select, update

from app.domain.slots import LATE_S, LONGEST_HOLD_S, ROUNDING_S, TRIAL_LOOK_S, Ask, InUse, Reply, SlotInUse, opens_in
from app.store.engine import Database, put_row
from app.store.steady_clock import Reading, SteadyClock
from app.store.tables import first_windows, operation_rests, rests, slots, tickets

REST = select(rests).where(rests.c.key_id == bindparam("key_id"))
SLOTS = (
    select(slots.c.id, slots.c.asker, slots.c.contractor_id, slots.c.returns_at)
    .where(slots.c.key_id == bindparam("key_id"))
    .order_by(slots.c.id)
)
DELETE_SLOTS = delete(slots).where(slots.c.id.in_(bindparam("ids", expanding=True)))
TICKETS = select(tickets.c.id, tickets.c.until).where(tickets.c.key_id == bindparam("key_id"))
INSERT_SLOT = insert(slots).returning(slots.c.id)
RETURN_SLOT = (
    update(slots)
    .where(slots.c.id == bindparam("slot"), slots.c.key_id == bindparam("of_key"))
    .values(returns_at=bindparam("at"))
)
END_TRIAL = delete(rests).where(rests.c.trial == bindparam("slot"))
WINDOW = select(first_windows, exists().where(slots.c.key_id == first_windows.c.key_id).label("has_slots")).where(
    first_windows.c.key_id == bindparam("key_id")
)
LONGEST_REST_S = 1_800.0
OPERATION_REST = select(operation_rests).where(operation_rests.c.operation_id == bindparam("operation_id"))


class KeyUsage(NamedTuple):
    """The slots of a key in use by people and by the worker, and the seconds for which the key still rests.

    `rest_s` of 0 or less means that the key does not rest.
    """

    people: int = 0
    worker: int = 0
    rest_s: float = 0.0


class SlotStore:
    """The slots in use. The steady clock times them, under the database's lock. Each method is a short transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._clock = SteadyClock(database)

    def take(self, ask: Ask) -> Reply:
        """Take a slot or a place in the queue, and delete expired slots and tickets.

        After a rest, one trial call is allowed. Other calls follow when it has ended, unless the key rests again.
        """
        with self._database.write() as connection:
            reading = self._clock.compare(connection)
            now = reading.now
            rest = connection.execute(REST, {"key_id": ask.key_id}).mappings().first()
            if rest and rest["trial"] is None and 0 < (rest_s := rest["until"] - now) <= ask.rest_s + ROUNDING_S:
                return Reply(rest_s=rest_s)
            first = _first_window(connection, ask, reading)
            if ask.first and first.left_s > 0:
                terms, longest_s = ask.first, first.left_s
                taken = [SlotInUse(True, longest_s)] * first.people + [SlotInUse(False, longest_s)] * first.worker
            else:
                terms, taken, longest_s = ask.terms, _slots_in_use(connection, ask, now), ask.window_s
            in_use = InUse.of(taken)
            ahead = _ahead(connection, ask, now)
            if rest and rest["trial"] is not None and 0 < rest["until"] - now <= LONGEST_HOLD_S + ROUNDING_S:
                wait_s = TRIAL_LOOK_S
            elif terms.admit(in_use, len(ahead)):
                _count_in_first_window(connection, ask, first)
                return Reply(slot=_take(connection, ask, now, rest), begins=first.begins)
            else:
                # A call may end before its time-out, but its slot returns a window later at the earliest.
                wait_s = min(opens_in(terms, taken, ahead, longest_s), longest_s)
            # A busy contractor would hold up those with fewer slots.
            may_queue = terms.people and not terms.is_busy(in_use) and wait_s <= ask.patience_s
            ticket = _queue(connection, ask, now) if may_queue else None
            return Reply(wait_s=wait_s, ticket=ticket, begins=first.begins)

    def usage(self, window_s: float) -> dict[str, KeyUsage]:
        """Return the use of each key that has slots in use, counted as `take` counts, or a rest."""
        with self._database.read() as connection:
            now = self._clock.seconds(connection)
            in_use = select(slots.c.key_id, func.count(), func.count(case((slots.c.asker == "person", 1)))).where(
                slots.c.returns_at > now, slots.c.returns_at <= now + LONGEST_HOLD_S + window_s
            )
            rows = connection.execute(in_use.group_by(slots.c.key_id))
            usage = {key: KeyUsage(people, number - people) for key, number, people in rows}
            for key, until in connection.execute(select(rests.c.key_id, rests.c.until).where(rests.c.trial.is_(None))):
                usage[key] = usage.get(key, KeyUsage())._replace(rest_s=until - now)
        return usage

    def leave(self, ticket: int) -> None:
        """Give up a place in the queue."""
        with self._database.write() as connection:
            connection.execute(delete(tickets).where(tickets.c.id == ticket))

    def end(self, key_id: str, slot: int, people: bool, contractor_id: str | None, window_s: float) -> None:
        """Let a slot return a window from now, because its attempt is over. If its row was deleted, insert it again.

        If the attempt was the trial call after a rest, end the rest.
        """
        with self._database.write() as connection:
            returns_at = self._clock.seconds(connection) + window_s
            if not connection.execute(RETURN_SLOT, {"slot": slot, "of_key": key_id, "at": returns_at}).rowcount:
                _insert(connection, key_id, people, contractor_id, returns_at)
            connection.execute(END_TRIAL, {"slot": slot})

    def rest(self, key_id: str, rest_s: float) -> None:
        """Let the key rest for `rest_s` seconds from now."""
        with self._database.write() as connection:
            connection.execute(delete(rests).where(rests.c.key_id == key_id))
            until = self._clock.seconds(connection) + rest_s
            connection.execute(insert(rests).values(key_id=key_id, until=until))

    def resting(self, key_id: str) -> float:
        """Return for how many seconds the key still rests; 0 or less means that it does not rest."""
        with self._database.read() as connection:
            rest = connection.execute(REST, {"key_id": key_id}).first()
            return rest.until - self._clock.seconds(connection) if rest and rest.trial is None else 0.0


def _slots_in_use(connection: Connection, ask: Ask, now: float) -> list[SlotInUse]:
    """Return the key's slots in use. Delete others, but keep the newest: a key without rows is counted anew."""
    rows = connection.execute(SLOTS, {"key_id": ask.key_id}).all()
    latest = now + LONGEST_HOLD_S + ask.window_s + ROUNDING_S
    if returned := [row.id for row in rows[:-1] if not now < row.returns_at <= latest]:
        connection.execute(DELETE_SLOTS, {"ids": returned})
    return [
        SlotInUse(
            row.asker == "person",
            row.returns_at - now,
            None if row.contractor_id is None else row.contractor_id == ask.contractor_id,
        )
        for row in rows
        if now < row.returns_at <= latest
    ]


def _ahead(connection: Connection, ask: Ask, now: float) -> list[float]:
    """Return for how many seconds each caller ahead in the queue may still wait. Delete expired tickets."""
    rows = connection.execute(TICKETS, {"key_id": ask.key_id}).all()
    waiting = {row.id: row.until - now for row in rows if now < row.until <= now + LONGEST_HOLD_S}
    if len(waiting) < len(rows):
        connection.execute(delete(tickets).where(tickets.c.id.in_({row.id for row in rows} - waiting.keys())))
    return [until_s for number, until_s in waiting.items() if ask.ticket not in waiting or number < (ask.ticket or 0)]


def _take(connection: Connection, ask: Ask, now: float, rest: RowMapping | None) -> int:
    slot = _insert(connection, ask.key_id, ask.terms.people, ask.contractor_id, now + ask.hold_s + ask.window_s)
    if ask.ticket is not None:
        connection.execute(delete(tickets).where(tickets.c.id == ask.ticket))
    if rest:
        trial = update(rests).where(rests.c.key_id == ask.key_id)
        connection.execute(trial.values(until=now + ask.hold_s, trial=slot))
    return slot


def _insert(connection: Connection, key_id: str, people: bool, contractor_id: str | None, returns_at: float) -> int:
    """Insert a slot that is in use, and return its number."""
    asker = "person" if people else "worker"
    values = {"key_id": key_id, "asker": asker, "contractor_id": contractor_id, "returns_at": returns_at}
    return int(connection.execute(INSERT_SLOT, values).scalar_one())


def _queue(connection: Connection, ask: Ask, now: float) -> int:
    """Return the caller's ticket. A caller without a ticket gets a new ticket."""
    if ask.ticket is not None:
        return ask.ticket
    until = now + ask.patience_s + LATE_S
    row = insert(tickets).values(key_id=ask.key_id, until=until).returning(tickets.c.id)
    return int(connection.execute(row).scalar_one())


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstWindow:
    """A key's first window: the seconds left (0: it is over), and the number of calls by people and by the worker.

    `begins`: the window has just begun. `is_noted`: the stored row still contains the window.
    """

    left_s: float
    people: int
    worker: int
    begins: bool
    is_noted: bool


def _first_window(connection: Connection, ask: Ask, reading: Reading) -> FirstWindow:
    """Return the key's first window. It begins now if the key's count begins now.

    Outside production (`Ask.first` is None), it has no length. If the count begins again within the window, the window
    becomes longer, but allows no further calls. If all rows are lost twice in one window, calls in between are unknown.
    """
    row = connection.execute(WINDOW, {"key_id": ask.key_id}).first()
    until = row.until if row is not None else None
    people, worker = (row.people, row.worker) if row is not None and until is not None else (0, 0)
    is_of_now = row is not None and row.epoch == reading.epoch
    begins = row is None or not is_of_now or (until is None and not row.has_slots)
    if begins:
        if not (is_of_now or reading.keeps_times):
            for table in (slots, tickets):  # counts of an earlier epoch
                connection.execute(delete(table).where(table.c.key_id == ask.key_id))
        until = reading.now + ask.first_s if ask.first else None
        values = {"epoch": reading.epoch, "until": until, "people": people, "worker": worker}
        put_row(connection, first_windows, {"key_id": ask.key_id}, values)
    left_s = max(0.0, until - reading.now) if ask.first and until is not None else 0.0
    return FirstWindow(
        left_s=left_s, people=people, worker=worker, begins=begins and left_s > 0, is_noted=until is not None
    )


def _count_in_first_window(connection: Connection, ask: Ask, window: FirstWindow) -> None:
    """Count a call that also has a row in `slots`. The first call after the window records the window's end."""
    own = update(first_windows).where(first_windows.c.key_id == ask.key_id)
    if window.left_s > 0:
        side = first_windows.c.people if ask.terms.people else first_windows.c.worker
        connection.execute(own.values({side: side + 1}))
    elif window.is_noted:
        connection.execute(own.values(until=None))


class OperationRestStore:
    """Rests of single operations that AgentOS forbids (403) while it serves others.

    A first rest lasts `first_s` seconds by the steady clock. Each method is one short transaction.
    """

    def __init__(self, database: Database, first_s: float) -> None:
        self._database = database
        self._first_s = first_s
        self._clock = SteadyClock(database)

    def begin(self, operation_id: str, trial_s: float) -> tuple[float, bool]:
        """Return for how many seconds the operation must not be called, and whether this call is its trial.

        After a rest, one call is allowed as a trial. If the rest is not over `trial_s` later, another is allowed.
        """
        name = {"operation_id": operation_id}
        with self._database.read() as connection:  # most operations never rest
            if connection.execute(OPERATION_REST, name).first() is None:
                return 0.0, False
        with self._database.write() as connection:
            row = connection.execute(OPERATION_REST, name).first()
            now = self._clock.seconds(connection)
            if row is None:
                return 0.0, False
            # If the end is further ahead than any rest's or trial's, it was written before the machine restarted.
            if 0 < row.until - now <= max(row.rest_s, LONGEST_HOLD_S) + ROUNDING_S:
                return row.until - now, False
            trial = update(operation_rests).where(operation_rests.c.operation_id == operation_id)
            connection.execute(trial.values(until=now + min(trial_s, LONGEST_HOLD_S)))
            return 0.0, True

    def rest(self, operation_id: str, *, is_trial: bool, most_s: float = LONGEST_REST_S) -> float:
        """Let the operation rest from now, twice as long as last time, but at most `most_s`. Return the seconds.

        A call that began before the rest does not prolong it.
        """
        with self._database.write() as connection:
            row = connection.execute(OPERATION_REST, {"operation_id": operation_id}).first()
            now = self._clock.seconds(connection)
            if row is not None and not is_trial and 0 < row.until - now <= row.rest_s + ROUNDING_S:
                return float(row.until - now)
            rest_s = self._first_s if row is None else max(row.rest_s, min(row.rest_s * 2, most_s))
            values = {"until": now + rest_s, "rest_s": rest_s}
            put_row(connection, operation_rests, {"operation_id": operation_id}, values)
            return rest_s

    def end(self, operation_id: str) -> None:
        """End the rest, because the trial succeeded."""
        with self._database.write() as connection:
            connection.execute(delete(operation_rests).where(operation_rests.c.operation_id == operation_id))
