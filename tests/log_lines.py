"""The portal's log, for tests."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from app.observability import logging
from tests.portal_server import PortalServer

Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def lines(portal_server: PortalServer, capsys: pytest.CaptureFixture[str]) -> Iterator[Lines]:
    """Yield a function that returns the lines logged since its last call, in production's format."""
    logging.configure("DEBUG", readable=False)

    def read() -> list[dict[str, Any]]:
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    yield read
    logging.configure("INFO", readable=True)
