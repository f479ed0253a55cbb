"""The guard of every route for contractors."""

import pytest
from flask import g
from flask.testing import FlaskClient

from app.account.views import blueprint
from app.api.blueprint import RouteFacts
from app.services import Services
from tests.auth.conftest import MirrorRecords, SignInSteps
from tests.clock import FakeClock

ROUTE = "/api/contractor/agency"


def test_request_without_portal_account_uses_session_account(client: FlaskClient, sign_in_steps: SignInSteps) -> None:
    sign_in_steps.sign_in(client)
    with client:
        assert client.get(ROUTE).json["shortName"] == "acme"
        assert g.context.contractor_id == "CON-1002"
        assert g.context.caller.role == "person"
        assert g.context.caller.request_id == g.request_id
        assert g.context.caller.deadline.left() == 25


def test_view_may_have_a_longer_deadline(
    client: FlaskClient, sign_in_steps: SignInSteps, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in_steps.sign_in(client)
    monkeypatch.setitem(blueprint.facts, "get_agency", RouteFacts(deadline_s=55.0))
    with client:
        client.get(ROUTE)
        assert g.context.caller.deadline.left() == 55


def test_portal_account_header_applies_to_one_request(client: FlaskClient, sign_in_steps: SignInSteps) -> None:
    sign_in_steps.sign_in(client)
    with client:
        answer = client.get(ROUTE, headers={"Portal-Account": "bolt/B-7"})
        assert answer.json["shortName"] == "bolt"
        assert g.context.contractor_id == "B-7"
    assert {"Cookie", "Portal-Account"} <= set(answer.vary)
    assert client.get("/api/session").json["account"]["agency"] == "acme"
    assert client.get(ROUTE).json["shortName"] == "acme"


@pytest.mark.parametrize(
    "header",
    [
        "acme/CON-2001",
        "acme/CON-9",
        "bolt/CON-1001",
        "acme",
        "/",
        "",
        "acme/",
        "acme/CON-1001/x",
        "acme/CON-1001,bolt/B-7",
        "ACME/CON-1001",
        "x" * 5000,
        "\xff",
    ],
)
def test_portal_account_header_that_names_another_person_returns_409(
    client: FlaskClient, sign_in_steps: SignInSteps, header: str
) -> None:
    sign_in_steps.sign_in(client)
    answer = client.get(ROUTE, headers={"Portal-Account": header})
    assert answer.status_code == 409
    assert answer.json["error"].startswith("You do not have the account that this request names.")


def test_session_is_checked_before_portal_account_header(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords
) -> None:
    sign_in_steps.sign_in(client)
    records.remove("acme", "CON-1002")
    assert client.get(ROUTE, headers={"Portal-Account": "bolt/B-7"}).status_code == 401


def test_accounts_of_unconfigured_agency_are_removed(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords
) -> None:
    records.put("gone", "G-1")
    body = sign_in_steps.sign_in(client)
    assert "gone" not in {account["agency"] for account in body["accounts"]}
    assert client.get(ROUTE, headers={"Portal-Account": "gone/G-1"}).status_code == 409


def test_accounts_are_kept_although_mirror_is_two_days_old(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, clock: FakeClock
) -> None:
    """AgentOS has been unavailable for two days."""
    sign_in_steps.sign_in(client)
    clock.advance(48 * 3600)
    assert client.get(ROUTE).status_code == 200
