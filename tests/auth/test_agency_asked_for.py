"""The account that a sign-in begins with: the one asked for, else the last used, else the first."""

from typing import TYPE_CHECKING

import pytest
from flask.testing import FlaskClient

if TYPE_CHECKING:
    from tests.auth.conftest import People

PERSON = "office@harper.example"


@pytest.mark.parametrize(("asked", "current"), [("bolt", "bolt"), (None, "acme"), ("nowhere", "acme")])
def test_the_agency_asked_for_comes_first(
    client: FlaskClient, people: "People", asked: str | None, current: str
) -> None:
    wanted = {"email": PERSON} | ({"agency": asked} if asked else {})
    assert client.post("/api/session/code", json=wanted).status_code == 204
    people.work()
    answer = client.post("/api/session", json={"email": PERSON, "code": people.postbox.codes[-1]})
    assert answer.json is not None
    assert answer.json["account"]["agency"] == current
