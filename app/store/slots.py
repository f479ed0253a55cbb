"""Slots of the budget, who waits for them, and rests of keys, counted in the database: once for all processes."""

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select, update

from app.domain.slots import LATE_S, LONGEST_HOLD_S, ROUNDING_S, TRIAL_LOOK_S, Ask, Held, Reply, opens_in
from app.store import first_window
from app.store.engine import Database
from app.store.steady_clock import SteadyClock
from app.store.tables import rests, slots, tickets

REST = select(rests).where(rests.c.key_id == bindparam("key_id"))
RESTS_UNTIL = select(rests.c.until).where(rests.c.key_id == bindparam("key_id"), rests.c.trial.is_(None))
SLOTS = (
    select(slots.c.id, slots.c.asker, slots.c.returns_at)
    .where(slots.c.key_id == bindparam("key_id"))
    .order_by(slots.c.id)
)
TICKETS = select(tickets.c.id, tickets.c.until).where(tickets.c.key_id == bindparam("key_id"))
INSERT_SLOT = insert(slots).returning(slots.c.id)
RETURN_SLOT = (
    update(slots)
    .where(slots.c.id == bindparam("slot"), slots.c.key_id == bindparam("of_key"))
    .values(returns_at=bindparam("at"))
)
END_TRIAL = delete(rests).where(rests.c.trial == bindparam("slot"))


class SlotStore:
    """The count by the steady clock, which is read once the database's lock is held.

    Every method is one short transaction.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._clock = SteadyClock(database)

    def take(self, ask: Ask) -> Reply:
        """In one step: forget what has returned or run out, count, and take a slot or a place in the queue.

        After a rest one call is let through; the others follow once its slot was ended, unless the key rests again.
        """
        with self._database.write() as connection:
            reading = self._clock.compare(connection)
            now = reading.now
            rest = connection.execute(REST, {"key_id": ask.key_id}).mappings().first()
            if rest and rest["trial"] is None and 0 < (rest_s := rest["until"] - now) <= ask.rest_s + ROUNDING_S:
                return Reply(rest_s=rest_s)
            first = first_window.look(connection, ask, reading)
            if ask.first and first.left_s > 0:
                terms, held, longest_s = ask.first, first.held(), first.left_s
            else:
                terms, held, longest_s = ask.terms, _held(connection, ask, now), ask.window_s
            ahead = _ahead(connection, ask, now)
            if rest and rest["trial"] is not None and 0 < rest["until"] - now <= LONGEST_HOLD_S + ROUNDING_S:
                wait_s = TRIAL_LOOK_S
            elif terms.admit(_people(held), len(held) - _people(held), len(ahead)):
                first_window.count(connection, ask, first)
                return Reply(slot=_take(connection, ask, now, rest), begins=first.begins)
            else:
                # A held slot may end before its time-out, but cannot return sooner than a window from now.
                wait_s = min(opens_in(terms, held, ahead, longest_s), longest_s)
            ticket = _queue(connection, ask, now) if wait_s <= ask.patience_s else None
            return Reply(wait_s=wait_s, ticket=ticket, begins=first.begins)

    def in_use(self, key_id: str, window_s: float) -> tuple[int, int]:
        """Slots in use by people and by the worker, by the same count as `take`'s."""
        with self._database.read() as connection:
            now = self._clock.seconds(connection)
            there = (slots.c.returns_at > now) & (slots.c.returns_at <= now + LONGEST_HOLD_S + window_s)
            callers = connection.scalars(select(slots.c.asker).where(slots.c.key_id == key_id, there)).all()
        people = callers.count("person")
        return people, len(callers) - people

    def leave(self, key_id: str, ticket: int) -> None:
        """Give a place in the queue up."""
        with self._database.write() as connection:
            connection.execute(delete(tickets).where(tickets.c.id == ticket))

    def end(self, key_id: str, slot: int, people: bool, window_s: float) -> None:
        """The attempt is over: its slot returns a window from now, and is counted again if its row is gone.

        If it was the one let through after a rest, the rest is over.
        """
        with self._database.write() as connection:
            returns_at = self._clock.seconds(connection) + window_s
            if not connection.execute(RETURN_SLOT, {"slot": slot, "of_key": key_id, "at": returns_at}).rowcount:
                _insert(connection, key_id, people, returns_at)
            connection.execute(END_TRIAL, {"slot": slot})

    def rest(self, key_id: str, rest_s: float) -> None:
        """Nobody uses the key from now on, so long."""
        with self._database.write() as connection:
            connection.execute(delete(rests).where(rests.c.key_id == key_id))
            until = self._clock.seconds(connection) + rest_s
            connection.execute(insert(rests).values(key_id=key_id, until=until))

    def resting(self, key_id: str) -> float:
        """How long the key still rests, 0 or less if it does not."""
        with self._database.read() as connection:
            until = connection.scalar(RESTS_UNTIL, {"key_id": key_id})
            return 0.0 if until is None else until - self._clock.seconds(connection)


def _held(connection: Connection, ask: Ask, now: float) -> list[Held]:
    """The key's slots in use. The others are forgotten, save the newest: without any the count would begin anew."""
    rows = connection.execute(SLOTS, {"key_id": ask.key_id}).all()
    latest = now + LONGEST_HOLD_S + ask.window_s + ROUNDING_S
    if gone := [row.id for row in rows[:-1] if not now < row.returns_at <= latest]:
        connection.execute(delete(slots).where(slots.c.id.in_(gone)))
    return [Held(row.asker == "person", row.returns_at - now) for row in rows if now < row.returns_at <= latest]


def _ahead(connection: Connection, ask: Ask, now: float) -> list[float]:
    """Until when those will wait who came before the asker; who has waited too long is forgotten."""
    rows = connection.execute(TICKETS, {"key_id": ask.key_id}).all()
    there = {row.id: row.until - now for row in rows if now < row.until <= now + LONGEST_HOLD_S}
    if len(there) < len(rows):
        connection.execute(delete(tickets).where(tickets.c.id.in_({row.id for row in rows} - there.keys())))
    return [until_s for number, until_s in there.items() if ask.ticket not in there or number < (ask.ticket or 0)]


def _people(held: list[Held]) -> int:
    return sum(slot.people for slot in held)


def _take(connection: Connection, ask: Ask, now: float, rest: RowMapping | None) -> int:
    slot = _insert(connection, ask.key_id, ask.terms.people, now + ask.hold_s + ask.window_s)
    if ask.ticket is not None:
        connection.execute(delete(tickets).where(tickets.c.id == ask.ticket))
    if rest:
        trial = update(rests).where(rests.c.key_id == ask.key_id)
        connection.execute(trial.values(until=now + ask.hold_s, trial=slot))
    return slot


def _insert(connection: Connection, key_id: str, people: bool, returns_at: float) -> int:
    """One slot more that is in use; returns its number."""
    values = {"key_id": key_id, "asker": "person" if people else "worker", "returns_at": returns_at}
    slot: int = connection.execute(INSERT_SLOT, values).scalar_one()
    return slot


def _queue(connection: Connection, ask: Ask, now: float) -> int | None:
    """The asker's ticket: the one already held, or a new one for a person."""
    if ask.ticket is not None or not ask.terms.people:
        return ask.ticket
    until = now + ask.patience_s + LATE_S
    row = insert(tickets).values(key_id=ask.key_id, until=until).returning(tickets.c.id)
    ticket: int = connection.execute(row).scalar_one()
    return ticket
