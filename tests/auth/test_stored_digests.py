"""Digests in databases, session stores and passkeys of earlier releases: they stay valid after an update."""

import hmac
from base64 import urlsafe_b64encode
from hashlib import sha256

from flask.testing import FlaskClient
from sqlalchemy import insert

from app.domain.clock import to_text
from app.services import Services
from app.store.tables import codes
from tests.auth.conftest import HARPER, MirrorRecords, SignInSteps

BROWSER = "b" * 43
KEY = b"a secret of at least 32 characters, for tests"


def test_stored_code_signs_in(client: FlaskClient, services: Services, records: MirrorRecords) -> None:
    with services.database.write() as connection:
        connection.execute(
            insert(codes).values(
                id="1" * 32,
                email=HARPER,
                digest=hmac.new(KEY, f"code\n{HARPER}\n123456".encode(), sha256).hexdigest(),
                created_at=to_text(services.clock.now()),
                tries=0,
                origin="network 127.0.0.1",
                browser=sha256(BROWSER.encode()).hexdigest(),
            )
        )
    client.set_cookie("portal_attempt", BROWSER)
    assert client.post("/api/session", json={"email": HARPER, "code": "123456"}).status_code == 201


def test_person_keeps_the_user_handle_of_passkeys(client: FlaskClient, sign_in_steps: SignInSteps) -> None:
    sign_in_steps.sign_in(client)
    options = client.post("/api/session/passkeys/registration/options").json
    handle = hmac.new(KEY, f"passkey\n{HARPER}".encode(), sha256).digest()
    assert options["user"]["id"] == urlsafe_b64encode(handle).rstrip(b"=").decode()
