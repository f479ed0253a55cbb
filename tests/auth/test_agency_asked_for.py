"""The account that a sign-in begins with: the one asked for, else the last used, else the first."""

from typing import TYPE_CHECKING

import pytest
from flask.testing import FlaskClient

from app.mail import Mailer

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


@pytest.mark.parametrize(("asked", "why"), [("bolt", None), (None, None), ("nowhere", "it knows no such contractor")])
def test_on_the_console_it_is_said_that_another_agency_comes(
    client: FlaskClient,
    people: "People",
    capsys: pytest.CaptureFixture[str],
    asked: str | None,
    why: str | None,
) -> None:
    wanted = {"email": PERSON} | ({"agency": asked} if asked else {})
    for mailer in (people.mailer, Mailer("console:", "portal@portal.example")):
        people.mailer = mailer
        assert client.post("/api/session/code", json=wanted).status_code == 204
        people.work()
    told = [line for line in capsys.readouterr().out.splitlines() if "asked for" in line]
    said = f"{PERSON} asked for {asked}, but has no account there ({why})"
    assert [line.partition(", so ")[0] for line in told] == ([said] if why else [])
