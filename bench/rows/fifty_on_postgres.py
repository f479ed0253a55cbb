"""The fifty-a-minute load on PostgreSQL.

The same as `fifty_a_minute`, for half as long, and as `upstream_calls`, with the fewest and the most people. The row
starts Debian's own server, with its files on disk and every safeguard of commits switched on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bench.deployment import SHORT, deploy
from bench.figures import Figure
from bench.rows import fifty_a_minute, upstream_calls
from tests import postgres_server

SECONDS = 20.0 if SHORT else 300.0


def measure() -> list[Figure]:
    """Measure the first figures of `fifty_a_minute`, then the figures of `upstream_calls`."""
    with _servers() as settings, deploy(sizes=(fifty_a_minute.SIZE,), **settings) as deployment:
        figures = fifty_a_minute.measured(deployment, SECONDS)
    looking = (upstream_calls.LOOKING[0], upstream_calls.LOOKING[-1])
    with _servers() as settings, deploy(sizes=(upstream_calls.SIZE, "--plain"), **settings) as deployment:
        return [*figures, *upstream_calls.measured(deployment, looking)]


@contextmanager
def _servers() -> Iterator[dict[str, str]]:
    """Start a PostgreSQL for the block. Yield the setting that names it.

    Raise RuntimeError if it is not installed; the sentence names it.
    """
    try:
        with (
            postgres_server.serving(durable=True) as postgres,
            postgres.database("template0") as database,
        ):
            yield {"DATABASE_URL": database}
    except pytest.skip.Exception as missing:
        raise RuntimeError(str(missing)) from None
