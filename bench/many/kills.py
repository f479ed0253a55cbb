"""Two workers on PostgreSQL, killed again and again, as in the row `killed_workers`."""

from __future__ import annotations

from dataclasses import replace

from bench.deployment import BOUND, deploy
from bench.figures import Figure
from bench.many.scale import Scale
from bench.many.two_workers import postgres
from bench.rows import killed_workers


def measure(scale: Scale) -> list[Figure]:
    """Kill workers in fast and in real time, each round with an empty database."""
    with (
        postgres() as server,
        server.database("template0") as database,
        deploy(sizes=(killed_workers.SIZE, "--plain"), DATABASE_URL=database, AGE_JOBS_S="20", **BOUND) as deployment,
    ):
        figures = killed_workers.measured(
            deployment, lambda: server.url(server.make(server.tables)), scale.fast_kills, scale.real_kills
        )
    return [replace(figure, what=f"killed on PostgreSQL, {figure.what}") for figure in figures]
