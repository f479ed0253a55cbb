"""Slots of the budget, who waits for them, and rests of keys, counted in the database: once for all processes."""

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from app.domain.slots import LATE_S, LONGEST_HOLD_S, ROUNDING_S, TRIAL_LOOK_S, Ask, Held, Reply, opens_in
from app.store.engine import Database
from app.store.tables import rests, slots, tickets


class DatabaseSlots:
    """A `SlotStore` by the database's own clock (`Database.seconds`), which is read once its lock is held.

    Every method is one short transaction.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, ask: Ask) -> Reply:
        """Take a slot or a place in the queue."""
        with self._database.write() as connection:
            now = self._database.seconds(connection)
            rest = connection.execute(select(rests).where(rests.c.key_id == ask.key_id)).mappings().first()
            if rest and rest["trial"] is None and 0 < (rest_s := rest["until"] - now) <= ask.rest_s + ROUNDING_S:
                return Reply(rest_s=rest_s)
            held = _held(connection, ask, now)
            ahead = _ahead(connection, ask, now)
            if rest and rest["trial"] is not None and 0 < rest["until"] - now <= LONGEST_HOLD_S + ROUNDING_S:
                wait_s = TRIAL_LOOK_S
            elif ask.terms.admit(_people(held), len(held) - _people(held), len(ahead)):
                return Reply(slot=_take(connection, ask, now, rest))
            else:
                # A held slot may end before its time-out, but cannot return sooner than a window from now.
                wait_s = min(opens_in(ask.terms, held, ahead, ask.window_s), ask.window_s)
            return Reply(wait_s=wait_s, ticket=_queue(connection, ask, now) if wait_s <= ask.patience_s else None)

    def in_use(self, key_id: str, window_s: float) -> tuple[int, int]:
        """Slots in use by people and by the worker."""
        with self._database.read() as connection:
            now = self._database.seconds(connection)
            there = (slots.c.returns_at > now) & (slots.c.returns_at <= now + LONGEST_HOLD_S + window_s)
            askers = connection.scalars(select(slots.c.asker).where(slots.c.key_id == key_id, there)).all()
        people = askers.count("person")
        return people, len(askers) - people

    def leave(self, key_id: str, ticket: int) -> None:
        """Give a place in the queue up."""
        with self._database.write() as connection:
            connection.execute(delete(tickets).where(tickets.c.id == ticket))

    def end(self, key_id: str, slot: int, window_s: float) -> None:
        """The slot returns a window from now; if it was the one let through after a rest, the rest is over."""
        with self._database.write() as connection:
            returns_at = self._database.seconds(connection) + window_s
            connection.execute(update(slots).where(slots.c.id == slot).values(returns_at=returns_at))
            connection.execute(delete(rests).where(rests.c.trial == slot))

    def rest(self, key_id: str, rest_s: float) -> None:
        """Nobody uses the key from now on, so long."""
        with self._database.write() as connection:
            connection.execute(delete(rests).where(rests.c.key_id == key_id))
            until = self._database.seconds(connection) + rest_s
            connection.execute(insert(rests).values(key_id=key_id, until=until))

    def resting(self, key_id: str) -> float:
        """How long the key still rests, 0 or less if it does not."""
        with self._database.read() as connection:
            until = connection.scalar(select(rests.c.until).where(rests.c.key_id == key_id, rests.c.trial.is_(None)))
            return 0.0 if until is None else until - self._database.seconds(connection)


def _held(connection: Connection, ask: Ask, now: float) -> list[Held]:
    """The key's slots in use; the others are forgotten."""
    mine = select(slots.c.id, slots.c.asker, slots.c.returns_at).where(slots.c.key_id == ask.key_id)
    latest = now + LONGEST_HOLD_S + ask.window_s + ROUNDING_S
    rows = connection.execute(mine).all()
    if gone := [row.id for row in rows if not now < row.returns_at <= latest]:
        connection.execute(delete(slots).where(slots.c.id.in_(gone)))
    return [Held(row.asker == "person", row.returns_at - now) for row in rows if now < row.returns_at <= latest]


def _ahead(connection: Connection, ask: Ask, now: float) -> list[float]:
    """Until when those will wait who came before the asker; who has waited too long is forgotten."""
    rows = connection.execute(select(tickets.c.id, tickets.c.until).where(tickets.c.key_id == ask.key_id)).all()
    there = {row.id: row.until - now for row in rows if now < row.until <= now + LONGEST_HOLD_S}
    if len(there) < len(rows):
        connection.execute(delete(tickets).where(tickets.c.id.in_({row.id for row in rows} - there.keys())))
    return [until_s for number, until_s in there.items() if ask.ticket not in there or number < (ask.ticket or 0)]


def _people(held: list[Held]) -> int:
    return sum(slot.people for slot in held)


def _take(connection: Connection, ask: Ask, now: float, rest: RowMapping | None) -> int:
    returns_at = now + ask.hold_s + ask.window_s
    asker = "person" if ask.terms.people else "worker"
    row = insert(slots).values(key_id=ask.key_id, asker=asker, returns_at=returns_at)
    slot: int = connection.execute(row.returning(slots.c.id)).scalar_one()
    if ask.ticket is not None:
        connection.execute(delete(tickets).where(tickets.c.id == ask.ticket))
    if rest:
        trial = update(rests).where(rests.c.key_id == ask.key_id)
        connection.execute(trial.values(until=now + ask.hold_s, trial=slot))
    return slot


def _queue(connection: Connection, ask: Ask, now: float) -> int | None:
    """The asker's ticket: the one already held, or a new one for a person."""
    if ask.ticket is not None or not ask.terms.people:
        return ask.ticket
    until = now + ask.patience_s + LATE_S
    row = insert(tickets).values(key_id=ask.key_id, until=until).returning(tickets.c.id)
    ticket: int = connection.execute(row).scalar_one()
    return ticket
