"""An installation behind nginx, with signed-in browsers. A module may override `proxy` or `installation`."""

from collections.abc import Iterator

import pytest
import requests

from tests.end_to_end.processes import wait_until
from tests.jobs.expected import HARPER
from tests.postgres_server import PostgresServer
from tests.production import traffic
from tests.production.installation import Installation, installed
from tests.production.nginx import Nginx
from tests.production.proxy import Proxy

BROWSERS = 24


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
    """Return Harper's browsers, one for each thread that sends, when the portal has all of Harper's data."""
    harper = installation.sign_in(HARPER)
    url = f"{installation.proxy.url}/api/contractor"
    for path in traffic.READS:
        wait_until(path, lambda path=path: harper.get(f"{url}/{path}", timeout=30).ok)
    made = [installation.browser() for _ in range(BROWSERS)]
    for browser in made:
        browser.cookies.update(harper.cookies)
    return made


@pytest.fixture(scope="module")
def jobs(installation: Installation, browsers: list[requests.Session]) -> list[str]:
    """Return the ids of Harper's open jobs."""
    answer = browsers[0].get(f"{installation.proxy.url}/api/contractor/jobs?status=open", timeout=30)
    return [job["jobId"] for job in answer.json()["jobs"]]
