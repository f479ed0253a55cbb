"""Slots of the shared budget and rests of keys, counted in the database: once for all processes of a machine."""

from collections.abc import Callable

from sqlalchemy import delete, insert, or_, select, update

from app.store.engine import Database
from app.store.tables import rests, slots


class DatabaseSlots:
    """Every method is one short transaction. Times are seconds of `Clock.boot`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(
        self, key_id: str, asker: str, admits: Callable[[int, int], bool], now: float, returns_at: float, latest: float
    ) -> tuple[int | None, float]:
        """Take a slot of the key that returns at `returns_at`, if `admits(people, worker)` allows it.

        Counts the slots that return after `now`; forgets the others, and those that return after `latest`. Gives the
        slot's number, or None and the seconds until enough slots will have returned.
        """
        mine = slots.c.key_id == key_id
        with self._database.write() as connection:
            gone = or_(slots.c.returns_at <= now, slots.c.returns_at > latest)
            connection.execute(delete(slots).where(mine, gone))
            rows = connection.execute(
                select(slots.c.asker, slots.c.returns_at).where(mine).order_by(slots.c.returns_at)
            ).all()
            askers = [row.asker for row in rows]
            if admits(askers.count("person"), len(askers) - askers.count("person")):
                taken = connection.execute(
                    insert(slots).values(key_id=key_id, asker=asker, returns_at=returns_at).returning(slots.c.id)
                )
                return taken.scalar_one(), 0.0
        for returned, row in enumerate(rows, start=1):
            rest = askers[returned:]
            if admits(rest.count("person"), len(rest) - rest.count("person")):
                return None, row.returns_at - now
        return None, latest - now

    def in_use(self, key_id: str, now: float, latest: float) -> tuple[int, int]:
        """Slots of people and of others that return after `now`, and not after `latest`."""
        query = select(slots.c.asker).where(
            slots.c.key_id == key_id, slots.c.returns_at > now, slots.c.returns_at <= latest
        )
        with self._database.read() as connection:
            askers = connection.scalars(query).all()
        people = askers.count("person")
        return people, len(askers) - people

    def end(self, slot: int, returns_at: float) -> None:
        """The slot's attempt is over: it returns then."""
        with self._database.write() as connection:
            connection.execute(update(slots).where(slots.c.id == slot).values(returns_at=returns_at))

    def rest(self, key_id: str, until: float) -> None:
        """Nobody uses the key before `until`."""
        with self._database.write() as connection:
            connection.execute(delete(rests).where(rests.c.key_id == key_id))
            connection.execute(insert(rests).values(key_id=key_id, until=until))

    def rests_until(self, key_id: str) -> float:
        """The last `until` given for the key, 0 if none."""
        with self._database.read() as connection:
            return connection.execute(select(rests.c.until).where(rests.c.key_id == key_id)).scalar() or 0.0
