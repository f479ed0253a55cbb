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


def test_delete_expired_deletes_device_400_days_after_the_last_sign_in(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, clock: FakeClock
) -> None:
    sign_in_steps.sign_in(client)
    clock.advance(400 * DAY - 1)
    assert delete_expired(services)["devices"] == 0
    clock.advance(1)
    assert delete_expired(services)["devices"] == 1


def test_delete_expired_deletes_revoked_sign_in_after_30_days(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, clock: FakeClock
) -> None:
    sign_in_steps.sign_in(client)
    client.delete("/api/session")
    clock.advance(30 * DAY - 1)
    assert delete_expired(services)["sessions"] == 0
    clock.advance(1)
    assert delete_expired(services)["sessions"] == 1


def test_delete_expired_deletes_idle_sign_in_30_days_after_its_end(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, clock: FakeClock
) -> None:
    sign_in_steps.sign_in(client)
    clock.advance(33 * DAY - 1)
    assert delete_expired(services)["sessions"] == 0
    clock.advance(1)
    assert delete_expired(services)["sessions"] == 1


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


def test_delete_expired_deletes_passkey_that_was_never_used(
    passkey: SoftwareAuthenticator, records: MirrorRecords, services: Services, clock: FakeClock
) -> None:
    clock.advance(90 * DAY)
    assert delete_expired(services)["passkeys"] == 0
    remove_accounts(records)
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


def test_delete_expired_deletes_passkey_of_a_person_whose_agency_left(
    passkey: SoftwareAuthenticator, records: MirrorRecords, services: Services, clock: FakeClock
) -> None:
    """Rows of an agency that is no longer configured are no accounts."""
    remove_accounts(records)
    records.put("gone", "G-1")
    clock.advance(90 * DAY)
    assert delete_expired(services)["passkeys"] == 1
