"""The portal's own rate limits, counted in the database for all processes.

The packages `limits` and flask-limiter cannot count in a plain database, and they use the machine's clock.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from app.domain.clock import Clock
from app.store.engine import Database, delete_rows
from app.store.tables import hits

KEPT_S = 7_200
"""Seconds for which hits are kept: longer than any window, because the clocks of hosts differ."""
OF_KEY = hits.c.key == bindparam("of_key")
DELETE_OLD = delete(hits).where(OF_KEY, hits.c.at <= bindparam("before"))
LIMITING = (
    select(hits.c.at)
    .where(OF_KEY, hits.c.at > bindparam("since"))
    .order_by(hits.c.at.desc())
    .limit(1)
    .offset(bindparam("newer"))
)
"""The time of the hit after the `newer` newest ones. The count may exceed its limit, so it may not be the oldest."""


@dataclass(frozen=True, slots=True)
class Quota:
    """A limit that clients see: at most `most` hits on `key` in `window_s` seconds. `name` is its name for clients.

    `counts_failures`: any failure may have counted, not only a wrong attempt to sign in (401).
    """

    name: str
    key: str
    most: int
    window_s: int
    counts_failures: bool = False


class RateLimit:
    """A count of hits for each key in a moving window of time, shorter than `KEPT_S`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def take(self, key: str, most: int, per_s: float) -> float | None:
        """Count a hit on `key`, unless `key` has had `most` hits in the last `per_s` seconds.

        Return None if the hit was counted, or else the seconds until a hit can be counted.
        """
        now = self._clock.now().timestamp()
        with self._database.write() as connection:
            return self.take_within(connection, key, most, per_s, now)

    def add(self, key: str, number: int) -> None:
        """Count `number` further hits on `key`, even above its limit."""
        at = self._clock.now().timestamp()
        with self._database.write() as connection:
            connection.execute(insert(hits), [{"key": key, "at": at}] * number)

    def left(self, quota: Quota) -> tuple[int, float | None]:
        """Return the number of hits that are left, and the seconds until there is one more; None if all are left."""
        now = self._clock.now().timestamp()
        recent = (hits.c.key == quota.key, hits.c.at > now - quota.window_s)
        newest = select(hits.c.at).where(*recent).order_by(hits.c.at.desc()).limit(quota.most)
        with self._database.read() as connection:
            times = connection.scalars(newest).all()
        return quota.most - len(times), times[-1] + quota.window_s - now if times else None

    def count(self, key: str, per_s: float) -> int:
        """Return the number of hits on `key` in the last `per_s` seconds."""
        recent = (hits.c.key == key, hits.c.at > self._clock.now().timestamp() - per_s)
        with self._database.read() as connection:
            return connection.execute(select(func.count()).select_from(hits).where(*recent)).scalar_one()

    def take_within(self, connection: Connection, key: str, most: int, per_s: float, now: float) -> float | None:
        """Do the same as `take`, at `now` (seconds since 1970), within a transaction. A rollback undoes the count."""
        since = now - per_s
        limiting_at = connection.scalar(LIMITING, {"of_key": key, "since": since, "newer": most - 1})
        if limiting_at is not None:
            return float(limiting_at) + per_s - now
        connection.execute(DELETE_OLD, {"of_key": key, "before": since})
        connection.execute(insert(hits), {"key": key, "at": now})
        return None

    def forget(self) -> int:
        """Delete the hits that no window contains now, and return their number."""
        return delete_rows(self._database, hits, hits.c.at <= self._clock.now().timestamp() - KEPT_S)
