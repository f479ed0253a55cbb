"""A new `SECRET_KEY` while people are signed in: what was made with the old one remains valid."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.services import Services
from app.submissions.review_link import agency_of, link
from tests.auth.conftest import HARPER, MakeApp, MirrorRecords, SignInSteps, same_browser
from tests.auth.software_authenticator import SoftwareAuthenticator
from tests.auth.test_passkeys import PASSKEYS, creation_options, use

OLD, NEW = "a secret of at least 32 characters, for tests", "another secret of 32 characters, for tests"


def token_in(app: Flask) -> str:
    """Return the token of a link to a review page."""
    services: Services = app.extensions["services"]
    return link(services, "acme", ["office@acme.example"]).rpartition("/")[2]


@pytest.mark.parametrize("old", [OLD, ""], ids=["with the old secret", "without"])
def test_new_secret_keeps_sessions_and_with_the_old_one_codes_and_links(
    client: FlaskClient, app: Flask, make_app: MakeApp, records: MirrorRecords, sign_in_steps: SignInSteps, old: str
) -> None:
    sign_in_steps.sign_in(client)
    asking = app.test_client()
    code, token = sign_in_steps.code(asking), token_in(app)
    rotated = make_app(SECRET_KEY=NEW, SECRET_KEY_OLD=old)
    assert same_browser(client, rotated).get("/api/session").status_code == 200, "nobody is signed out"
    answer = same_browser(asking, rotated).post("/api/session", json={"email": HARPER, "code": code})
    assert answer.status_code == (201 if old else 401)
    assert (agency_of(rotated.extensions["services"], token) is not None) == bool(old)


def test_passkey_that_is_added_during_the_rotation_signs_in(
    client: FlaskClient, make_app: MakeApp, records: MirrorRecords, sign_in_steps: SignInSteps
) -> None:
    """The device has stored the person's id, which depends on the secret."""
    sign_in_steps.sign_in(client)
    device = SoftwareAuthenticator()
    options = creation_options(client)
    rotated = make_app(SECRET_KEY=NEW, SECRET_KEY_OLD=OLD)
    added = same_browser(client, rotated).post(PASSKEYS, json=device.create(options))
    assert added.status_code == 201
    assert use(rotated.test_client(), device).status_code == 201


def test_new_codes_and_links_are_made_with_the_new_secret(
    app: Flask, make_app: MakeApp, records: MirrorRecords, sign_in_steps: SignInSteps
) -> None:
    rotated = make_app(SECRET_KEY=NEW, SECRET_KEY_OLD=OLD)
    token = token_in(rotated)
    assert agency_of(app.extensions["services"], token) is None
    afterwards = make_app(SECRET_KEY=NEW, SECRET_KEY_OLD="")
    assert agency_of(afterwards.extensions["services"], token) is not None
