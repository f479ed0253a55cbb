"""Requests, and whether a view or the cache responded."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
from flask.testing import FlaskClient

from app.response_cache.middleware import ENDPOINTS, store_of
from app.response_cache.store import ResponseStore
from app.store.tables import cached_responses
from tests.portal_server import PortalServer

API = "/api/contractor"
PATHS = (
    "account",
    "contacts",
    "jobs",
    "statements/historical",
    "statements/pending",
    "insights",
    "invoices",
)
"""The paths whose responses are cached."""


class CacheClient:
    """A signed-in client that can tell whether a view had to respond."""

    def __init__(self, portal_server: PortalServer, client: FlaskClient) -> None:
        self.portal_server = portal_server
        self.client = client

    @property
    def store(self) -> ResponseStore:
        """The portal's cache."""
        return store_of(self.portal_server.app)

    def get(self, path: str, **headers: str) -> Any:
        """Send a request."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.get(f"{API}/{path}", headers=named)

    @contextmanager
    def rendering(self) -> Iterator[list[str]]:
        """Yield a list to which the endpoint of each responding view is added."""
        taken: list[str] = []
        views = self.portal_server.app.view_functions
        before = dict(views)

        def passed(endpoint: str, *args: Any, **kwargs: Any) -> Any:
            taken.append(endpoint)
            return before[endpoint](*args, **kwargs)

        views.update({endpoint: partial(passed, endpoint) for endpoint in ENDPOINTS})
        try:
            yield taken
        finally:
            views.update(before)

    def hit(self, path: str, **headers: str) -> Any:
        """Send a request to which the cache must respond."""
        with self.rendering() as taken:
            answer = self.get(path, **headers)
        assert taken == [], path
        return answer

    def get_all_cached(self) -> dict[str, bytes]:
        """Return the cached bodies, by path. The first rounds fetch lists, which invalidates responses."""
        for path in (*PATHS, *PATHS):
            self.get(path)
        return {path: self.hit(path).data for path in PATHS}

    def get_all_fresh(self) -> dict[str, bytes]:
        """Return the views' bodies when the cache is empty."""
        with self.portal_server.services.database.write() as connection:
            connection.execute(cached_responses.delete())
        return {path: self.get(path).data for path in PATHS}


@pytest.fixture
def cache_client(portal_server: PortalServer) -> CacheClient:
    """Return the client of the simulator's Harper, whose responses are all cached."""
    harper = CacheClient(portal_server, portal_server.sign_in())
    harper.get_all_cached()
    return harper


@pytest.fixture
def signed_in(portal_server: PortalServer) -> Callable[[str], CacheClient]:
    """Return a function that makes clients of other people."""
    return lambda email: CacheClient(portal_server, portal_server.sign_in(email))
