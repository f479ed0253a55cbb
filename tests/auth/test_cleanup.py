"""The data that the worker deletes."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from app.auth.cleanup import delete_expired
from app.services import Services
from app.store.tables import codes, collections, hits, passkeys, sessions
from tests.auth.conftest import MirrorRecords, SignInSteps
from tests.auth.software_authenticator import SoftwareAuthenticator, add_passkey
from tests.clock import FakeClock

DAY = 86_400


def test_delete_expired_keeps_current_rows(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, services: Services
) -> None:
    sign_in_steps.sign_in(client)
    client.post("/api/session/code", json={"email": "a@b.example"})
    assert set(delete_expired(services).values()) == {0}
    assert records.rows(sessions)
    assert records.rows(codes)
    assert records.rows(hits)


def test_delete_expired_deletes_codes_and_attempts_after_a_day(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, services: Services, clock: FakeClock
) -> None:
    sign_in_steps.sign_in(client)
    client.post("/api/session/code", json={"email": "a@b.example"})
    clock.advance(DAY)
    assert delete_expired(services) == {
        "sessions": 0,
        "audit_entries": 0,
        "codes": 1,
        "openid": 0,
        "handovers": 0,
        "devices": 0,
        "passkey_challenges": 0,
        "passkeys": 0,
        "hits": 3,
    }


@pytest.mark.parametrize(
    ("kind", "days", "signs_out"),
    [
        pytest.param("devices", 400, False, id="the last sign-in on the device"),
        pytest.param("sessions", 30, True, id="the sign-out"),
        pytest.param("sessions", 33, False, id="the end of an idle session, and 30 days more"),
    ],
)
def test_delete_expired_deletes_row_so_many_days_after_its_end(
    client: FlaskClient,
    sign_in_steps: SignInSteps,
    services: Services,
    clock: FakeClock,
    kind: str,
    days: int,
    *,
    signs_out: bool,
) -> None:
    sign_in_steps.sign_in(client)
    if signs_out:
        client.delete("/api/session")
    clock.advance(days * DAY - 1)
    assert delete_expired(services)[kind] == 0
    clock.advance(1)
    assert delete_expired(services)[kind] == 1


@pytest.fixture
def passkey(client: FlaskClient, sign_in_steps: SignInSteps) -> SoftwareAuthenticator:
    """Return the device with Harper's passkey."""
    device = SoftwareAuthenticator()
    sign_in_steps.sign_in(client)
    add_passkey(client, device)
    return device


def remove_accounts(records: MirrorRecords) -> None:
    for agency, contractor in (("bolt", "B-7"), ("acme", "CON-1001"), ("acme", "CON-1002")):
        records.remove(agency, contractor)


def test_delete_expired_deletes_passkey_without_account_after_90_days(
    passkey: SoftwareAuthenticator, records: MirrorRecords, services: Services, clock: FakeClock, app: Flask
) -> None:
    """The days count from the last use."""
    clock.advance(30 * DAY)
    client = app.test_client()
    options = client.post("/api/session/passkey/options").json or {}
    assert client.post("/api/session/passkey", json=passkey.get(options)).status_code == 201
    remove_accounts(records)
    clock.advance(90 * DAY - 1)
    assert delete_expired(services)["passkeys"] == 0
    clock.advance(1)
    assert delete_expired(services)["passkeys"] == 1
    assert records.rows(passkeys) == []


@pytest.mark.parametrize("has_former_agency", [False, True])
def test_delete_expired_deletes_passkey_that_was_never_used(
    passkey: SoftwareAuthenticator,
    records: MirrorRecords,
    services: Services,
    clock: FakeClock,
    *,
    has_former_agency: bool,
) -> None:
    """Rows of an agency that is no longer configured are no accounts."""
    clock.advance(90 * DAY)
    assert delete_expired(services)["passkeys"] == 0
    remove_accounts(records)
    if has_former_agency:
        records.put("gone", "G-1")
    assert delete_expired(services)["passkeys"] == 1


def test_delete_expired_keeps_passkeys_while_an_agency_was_never_read(
    passkey: SoftwareAuthenticator, records: MirrorRecords, services: Services, clock: FakeClock
) -> None:
    """The database is fresh or restored, or an agency was added. Its contractors may be the owners."""
    remove_accounts(records)
    clock.advance(90 * DAY)
    with services.database.write() as connection:
        connection.execute(update(collections).where(collections.c.agency == "bolt").values(read_at=None))
    assert delete_expired(services)["passkeys"] == 0
    assert len(records.rows(passkeys)) == 1
