"""The fifty-a-minute load on PostgreSQL, with Redis for the sessions.

The same as `fifty_a_minute`, for half as long, and as `upstream_calls`, with the fewest and the most people. Debian's
own programs, started for the row with their files on disk and nothing switched off that makes a commit safe.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bench.estate import SHORT, estate
from bench.figures import Figure
from bench.rows import fifty_a_minute, upstream_calls
from tests import postgres_server, redis_server

SECONDS = 20.0 if SHORT else 300.0


def measure() -> list[Figure]:
    """The first bars of `fifty_a_minute`, then those of `upstream_calls`."""
    with _servers() as settings, estate(sizes=(fifty_a_minute.SIZE,), **settings) as one:
        figures = fifty_a_minute.measured(one, SECONDS)
    looking = (upstream_calls.LOOKING[0], upstream_calls.LOOKING[-1])
    with _servers() as settings, estate(sizes=(upstream_calls.SIZE, "--plain"), **settings) as one:
        return [*figures, *upstream_calls.measured(one, looking)]


@contextmanager
def _servers() -> Iterator[dict[str, str]]:
    """Settings that name a PostgreSQL and a Redis of their own, which end with the block.

    Raises RuntimeError with a sentence that says which of them is not installed.
    """
    try:
        with (
            postgres_server.serving(durable=True) as postgres,
            postgres.database("template0") as database,
            redis_server.serving() as redis,
        ):
            yield {"DATABASE_URL": database, "REDIS_URL": redis, "SESSION_TYPE": "redis"}
    except pytest.skip.Exception as missing:
        raise RuntimeError(str(missing)) from None
