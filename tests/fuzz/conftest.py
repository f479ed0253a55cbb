"""A portal that allows any number of requests, with two agencies that allow different operations."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from tests.auth.fake_provider import FakeProvider, running_provider
from tests.auth.fake_provider import settings as sso_settings
from tests.clock import FakeClock
from tests.conftest import SMALL
from tests.fuzz.fuzz_client import FuzzClient
from tests.portal_server import PortalServer, Simulator, WorkingClock

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


@pytest.fixture(scope="session")
def provider() -> Iterator[FakeProvider]:
    """Yield an identity provider."""
    with running_provider(FakeClock()) as provider:
        yield provider


@pytest.fixture
def make_fuzz_client(
    agentos: Simulator,
    primed: Path,
    settings: dict[str, str],
    build: Callable[..., PortalServer],
    provider: FakeProvider,
    tmp_path: Path,
) -> Callable[[], FuzzClient]:
    """Return a function that makes a client of a person who works for both agencies, with new data."""
    agencies = tmp_path / "agencies.toml"
    agencies.write_text(AGENCIES, "utf-8")
    many = 10**9

    def make() -> FuzzClient:
        agentos.control("POST", "reset", SMALL)
        database = tmp_path / f"{uuid4().hex}.db"
        shutil.copy(primed, database)
        url = f"sqlite:///{database}"
        limits = {"WRITES_PER_MINUTE": many, "SIGNIN_PER_ADDRESS": many}
        sso = sso_settings(provider, tmp_path)
        portal_server = build(DATABASE_URL=url, AGENCIES_FILE=agencies, **limits, **sso)
        provider.clock = portal_server.clock
        assert isinstance(portal_server.clock, WorkingClock)
        portal_server.clock.work = partial(portal_server.refresh, everywhere=True)
        return FuzzClient(portal_server, provider)

    return make


@pytest.fixture
def fuzz_client(make_fuzz_client: Callable[[], FuzzClient]) -> FuzzClient:
    """Return such a client."""
    return make_fuzz_client()
