"""Looks, and which way their answers came."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
from flask.testing import FlaskClient

from app.response_cache.middleware import ENDPOINTS
from app.store.tables import answers
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
"""What is prepared."""


class Looker:
    """Somebody who looks, and can tell whether a view had to answer."""

    def __init__(self, portal_server: PortalServer, client: FlaskClient) -> None:
        self.portal_server = portal_server
        self.client = client

    def get(self, path: str, **headers: str) -> Any:
        """One look."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.get(f"{API}/{path}", headers=named)

    @contextmanager
    def ways(self) -> Iterator[list[str]]:
        """The endpoints of the views that answer meanwhile."""
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

    def short(self, path: str, **headers: str) -> Any:
        """A look that no view must have answered."""
        with self.ways() as taken:
            answer = self.get(path, **headers)
        assert taken == [], path
        return answer

    def everything(self) -> dict[str, bytes]:
        """What is prepared, by path: at the third round, for what is read during a look outdates what was prepared."""
        for path in (*PATHS, *PATHS):
            self.get(path)
        return {path: self.short(path).data for path in PATHS}

    def anew(self) -> dict[str, bytes]:
        """The same, with all that was prepared thrown away before."""
        with self.portal_server.services.database.write() as connection:
            connection.execute(answers.delete())
        return {path: self.get(path).data for path in PATHS}


@pytest.fixture
def looker(portal_server: PortalServer) -> Looker:
    """The simulator's Harper, whose answers all exist."""
    found = Looker(portal_server, portal_server.sign_in())
    found.everything()
    return found


@pytest.fixture
def signed_in(portal_server: PortalServer) -> Callable[[str], Looker]:
    """Makes other lookers."""
    return lambda email: Looker(portal_server, portal_server.sign_in(email))
