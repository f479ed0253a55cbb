"""The account at the start of a session: the requested one, else the last used, else the first."""

import pytest
from flask.testing import FlaskClient

from tests.auth.conftest import SignInSteps

PERSON = "office@harper.example"


@pytest.mark.parametrize(("asked", "current"), [("bolt", "bolt"), (None, "acme"), ("nowhere", "acme")])
def test_sign_in_starts_at_requested_agency(
    client: FlaskClient, sign_in_steps: SignInSteps, asked: str | None, current: str
) -> None:
    body = {"email": PERSON} | ({"agency": asked} if asked else {})
    assert client.post("/api/session/code", json=body).status_code == 204
    sign_in_steps.work()
    response = client.post("/api/session", json={"email": PERSON, "code": sign_in_steps.postbox.codes[-1]})
    assert response.json is not None
    assert response.json["account"]["agency"] == current
