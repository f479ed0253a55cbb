"""Every operation by itself: its examples, its borders, and data that is valid or not."""

from collections.abc import Iterator

import pytest
from schemathesis import Case

from tests.fuzz.described import described
from tests.fuzz.visitor import Visitor

portal = described()


@pytest.fixture(autouse=True)
def stands(visitor: Visitor) -> Iterator[None]:
    portal.app.app = visitor.portal_server.app
    yield
    assert visitor.served, "Not one call got through: nothing was checked but refusals."


@portal.parametrize()
def test_every_operation_keeps_what_is_described(case: Case, visitor: Visitor) -> None:
    visitor.check(case, visitor.call(case))
