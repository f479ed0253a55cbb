"""The account that a sign-in begins with: the one asked for, else the last used, else the first."""

import pytest

from tests.house import House

PERSON = "office@harper.example"


@pytest.mark.parametrize(("asked", "current"), [("harbour", "harbour"), (None, "acme"), ("nowhere", "acme")])
def test_the_agency_asked_for_comes_first(house: House, asked: str | None, current: str) -> None:
    client = house.app.test_client()
    wanted = {"email": PERSON} | ({"agency": asked} if asked else {})
    assert client.post("/api/session/code", json=wanted).status_code == 204
    house.deliver()
    answer = client.post("/api/session", json={"email": PERSON, "code": house.postbox.code()})
    assert answer.json["account"]["agency"] == current
