"""An installation behind nginx, with signed-in browsers. A module may override `proxy` or `installation`."""

from collections.abc import Iterator

import pytest
import requests

from tests.jobs.expected import HARPER
from tests.postgres_server import PostgresServer
from tests.production.installation import Installation, installed
from tests.production.nginx import Nginx
from tests.production.proxy import Proxy


@pytest.fixture(scope="module")
def proxy() -> type[Proxy]:
    """Return the kind of proxy in front of the hosts."""
    return Nginx


@pytest.fixture(scope="module")
def installation(
    tmp_path_factory: pytest.TempPathFactory, postgres: PostgresServer, proxy: type[Proxy]
) -> Iterator[Installation]:
    with (
        postgres.database("template0") as url,
        installed(tmp_path_factory.mktemp("production"), url, proxy) as running,
    ):
        yield running


@pytest.fixture(scope="module")
def browsers(installation: Installation) -> list[requests.Session]:
    """Return Harper's browsers, one for each thread that sends."""
    return installation.browsers(HARPER)


@pytest.fixture(scope="module")
def jobs(installation: Installation, browsers: list[requests.Session]) -> list[str]:
    """Return the ids of Harper's open jobs."""
    return installation.open_jobs(browsers[0])
