"""A house that takes any number of calls, and whose two agencies differ in what they allow."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fuzz.visitor import Visitor
from tests.house import House, WorkingClock

AGENCIES = """
[agencies.acme]
name = "Acme Lettings"
api_key_env = "AGENTOS_API_KEY_ACME"
completed_status = ["Completed", "Invoiced"]
invoice_required = ["invoiceNumber"]
invoice_link = "job_or_statement"

[agencies.harbour]
name = "Harbour & Vale Estates"
api_key_env = "AGENTOS_API_KEY_HARBOUR"
completed_status = "Works done"
cancelled_status = "Abandoned"
reopened_status = "Reported"
not_offered = ["contacts", "statements.pending", "invoices.list"]
"""


@pytest.fixture
def visitor(primed: Path, settings: dict[str, str], build: Callable[..., House], tmp_path: Path) -> Visitor:
    """Somebody who works for both agencies."""
    agencies = tmp_path / "agencies.toml"
    agencies.write_text(AGENCIES, "utf-8")
    shutil.copy(primed, settings["DATABASE_URL"].removeprefix("sqlite:///"))
    many = 10**9
    house = build(AGENCIES_FILE=agencies, WRITES_PER_MINUTE=many, SIGNIN_PER_ADDRESS=many)
    assert isinstance(house.clock, WorkingClock)
    house.clock.work = house.refresh
    return Visitor(house)
