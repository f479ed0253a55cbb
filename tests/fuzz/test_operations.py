"""Every operation alone: its examples, its limits, and valid and invalid data."""

from collections.abc import Iterator

import pytest
from schemathesis import Case

from tests.fuzz.description import load_description
from tests.fuzz.fuzz_client import FuzzClient

portal = load_description()


@pytest.fixture(autouse=True)
def use_portal_app(fuzz_client: FuzzClient) -> Iterator[None]:
    portal.app.app = fuzz_client.portal_server.app
    yield
    assert fuzz_client.served, "Not one call got through: nothing was checked but refusals."


@portal.parametrize()
def test_every_operation_complies_with_description(case: Case, fuzz_client: FuzzClient) -> None:
    fuzz_client.check(case, fuzz_client.call(case))
