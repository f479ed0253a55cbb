"""Where the whole portal can keep its data."""

from collections.abc import Iterator

import pytest

from tests.postgres_server import PostgresServer


@pytest.fixture(params=["SQLite and files", "PostgreSQL and Redis"])
def stores(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Where the portal keeps everything, as its environment says so; none has been used yet."""
    if request.param == "SQLite and files":
        yield {}
        return
    postgres: PostgresServer = request.getfixturevalue("postgres")
    with postgres.database("template0") as url:
        plain = url.replace("postgresql+psycopg:", "postgresql:")
        yield {"DATABASE_URL": plain, "SESSION_TYPE": "redis", "REDIS_URL": request.getfixturevalue("redis_url")}
