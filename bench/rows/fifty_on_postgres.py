"""The fifty-a-minute load on PostgreSQL, with Redis for the budget and the sessions.

The same as `fifty_a_minute` and `upstream_calls`, on one server each that the row starts for itself, over four web
processes and two workers.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.estate import SHORT, estate
from bench.figures import Figure
from bench.rows import fifty_a_minute, upstream_calls
from tests import postgres_server, redis_server

SECONDS = 20.0 if SHORT else 300.0


def measure() -> list[Figure]:
    """The first bars of `fifty_a_minute`, then those of `upstream_calls` with the fewest and the most people."""
    with _servers() as settings, estate(sizes=(fifty_a_minute.SIZE,), **settings) as one:
        figures = fifty_a_minute.measured(one, SECONDS)
    looking = (upstream_calls.LOOKING[0], upstream_calls.LOOKING[-1])
    with _servers() as settings, estate(sizes=(upstream_calls.SIZE, "--plain"), **settings) as one:
        return [*figures, *upstream_calls.measured(one, looking)]


@contextmanager
def _servers() -> Iterator[dict[str, str]]:
    """Settings that name a PostgreSQL and a Redis of their own, which end with the block."""
    with TemporaryDirectory(prefix="bench-") as name:
        folders = [Path(name, kind) for kind in ("postgres", "redis")]
        for folder in folders:
            folder.mkdir()
        with postgres_server.serving(folders[0]) as database, redis_server.serving(folders[1]) as redis:
            yield {"DATABASE_URL": database, "REDIS_URL": redis, "SESSION_TYPE": "redis"}
