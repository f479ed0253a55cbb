"""The account that a sign-in begins with: the one asked for, else the last used, else the first."""

from typing import TYPE_CHECKING

import pytest
from flask.testing import FlaskClient

from app.mail import Mailer

if TYPE_CHECKING:
    from tests.auth.conftest import People

PERSON = "office@harper.example"


@pytest.mark.parametrize(("asked", "current"), [("bolt", "bolt"), (None, "acme"), ("nowhere", "acme")])
def test_sign_in_starts_at_requested_agency(
    client: FlaskClient, people: "People", asked: str | None, current: str
) -> None:
    body = {"email": PERSON} | ({"agency": asked} if asked else {})
    assert client.post("/api/session/code", json=body).status_code == 204
    people.work()
    response = client.post("/api/session", json={"email": PERSON, "code": people.postbox.codes[-1]})
    assert response.json is not None
    assert response.json["account"]["agency"] == current


@pytest.mark.parametrize(("asked", "why"), [("bolt", None), (None, None), ("nowhere", "it knows no such contractor")])
def test_console_explains_sign_in_at_another_agency(
    client: FlaskClient,
    people: "People",
    capsys: pytest.CaptureFixture[str],
    asked: str | None,
    why: str | None,
) -> None:
    body = {"email": PERSON} | ({"agency": asked} if asked else {})
    for mailer in (people.mailer, Mailer("console:", "portal@portal.example")):
        people.mailer = mailer
        assert client.post("/api/session/code", json=body).status_code == 204
        people.work()
    lines = [line for line in capsys.readouterr().out.splitlines() if "asked for" in line]
    explanation = f"{PERSON} asked for {asked}, but has no account there ({why})"
    assert [line.partition(", so ")[0] for line in lines] == ([explanation] if why else [])
