"""The stores of the whole portal: files and databases."""

from collections.abc import Iterator

import pytest

from tests.postgres_server import PostgresServer


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def stores(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Yield the environment that names the portal's stores. They are empty."""
    if request.param == "SQLite":
        yield {}
        return
    postgres: PostgresServer = request.getfixturevalue("postgres")
    with postgres.database("template0") as url:
        plain = url.replace("postgresql+psycopg:", "postgresql:")
        yield {"DATABASE_URL": plain}
