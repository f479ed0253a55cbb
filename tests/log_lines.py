"""The portal's log, for tests."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from app.observability import logging

Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Iterator[Lines]:
    """Yield a function that returns the lines logged since its last call, in production's format.

    A test must name it behind the fixtures of portals, which set up logging too.
    """
    logging.configure("DEBUG", readable=False)

    def read() -> list[dict[str, Any]]:
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    yield read
    logging.configure("INFO", readable=True)
