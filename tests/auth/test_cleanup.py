"""The data that the worker and `flask sessions clean` delete."""

import os
import struct

from flask.testing import FlaskClient

from app.auth.cleanup import delete_expired
from app.services import Services
from app.store.tables import code_requests, codes, hits, sign_ins
from tests.auth.conftest import MirrorRecords, SignInSteps
from tests.clock import FakeClock

DAY = 86_400


def test_delete_expired_keeps_current_rows(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, services: Services
) -> None:
    sign_in_steps.sign_in(client)
    client.post("/api/session/code", json={"email": "a@b.example"})
    assert set(delete_expired(services).values()) == {0}
    assert records.rows(sign_ins)
    assert records.rows(codes)
    assert records.rows(code_requests)
    assert records.rows(hits)


def test_delete_expired_deletes_codes_and_attempts_after_a_day(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, services: Services, clock: FakeClock
) -> None:
    sign_in_steps.sign_in(client)
    client.post("/api/session/code", json={"email": "a@b.example"})
    clock.advance(DAY)
    assert delete_expired(services) == {
        "sign_ins": 0,
        "audit_entries": 0,
        "codes": 1,
        "code_requests": 1,
        "openid": 0,
        "handovers": 0,
        "devices": 0,
        "passkey_challenges": 0,
        "hits": 3,
        "session_files": 0,
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
    assert delete_expired(services)["sign_ins"] == 0
    clock.advance(1)
    assert delete_expired(services)["sign_ins"] == 1


def test_delete_expired_deletes_idle_sign_in_30_days_after_its_end(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, clock: FakeClock
) -> None:
    sign_in_steps.sign_in(client)
    clock.advance(33 * DAY - 1)
    assert delete_expired(services)["sign_ins"] == 0
    clock.advance(1)
    assert delete_expired(services)["sign_ins"] == 1


def test_delete_expired_deletes_expired_session_files(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services
) -> None:
    sign_in_steps.sign_in(client)
    folder = services.config.session_file_dir
    (folder / ("a" * 64)).write_bytes(struct.pack("I", 1) + b"{}")
    assert delete_expired(services)["session_files"] == 1
    assert len(os.listdir(folder)) == 1


def test_delete_expired_keeps_files_that_are_not_sessions(services: Services) -> None:
    """The folder of sessions may also contain the database, whose first bytes may look like a past time."""
    other_file = services.config.session_file_dir / "portal.db"
    other_file.write_bytes(struct.pack("I", 1) + b"all there is")
    assert delete_expired(services)["session_files"] == 0
    assert other_file.exists()
