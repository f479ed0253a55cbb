"""Every operation by itself: its examples, its borders, and data that is valid or not."""

import pytest
from schemathesis import Case

from tests.fuzz.described import described
from tests.fuzz.visitor import Visitor

portal = described()


@pytest.fixture(autouse=True)
def stands(visitor: Visitor) -> None:
    portal.app.app = visitor.house.app


@portal.parametrize()
def test_every_operation_keeps_what_is_described(case: Case, visitor: Visitor) -> None:
    visitor.check(case, visitor.call(case))
