"""Exchanging a code for a session, and the lifetime of a session."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.domain.clock import to_london
from app.store.tables import codes, sessions
from tests.auth.conftest import HARPER, MirrorRecords, SignInSteps, same_browser
from tests.clock import FakeClock
from tests.contract.api_calls import error_sentence

HOUR = 3600


FAIL = {
    "sqlite": ("CREATE TRIGGER fail BEFORE UPDATE OF ended_at ON sessions BEGIN SELECT RAISE(ABORT, 'failed'); END",),
    "postgresql": (
        "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'failed'; END$$",
        "CREATE TRIGGER fail BEFORE UPDATE OF ended_at ON sessions EXECUTE FUNCTION fail()",
    ),
}
"""Statements after which the end of a sign-in fails."""
WORK = {"sqlite": ("DROP TRIGGER fail",), "postgresql": ("DROP TRIGGER fail ON sessions",)}
"""Statements after which it works."""


def change(records: MirrorRecords, *statements: str) -> None:
    with records.services.database.write() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def wrong_code(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def try_code(client: FlaskClient, code: object, email: str = HARPER) -> int:
    return client.post("/api/session", json={"email": email, "code": code}).status_code


def test_session_response_lists_accounts_in_order(client: FlaskClient, sign_in_steps: SignInSteps) -> None:
    first = {
        "agency": "acme",
        "agencyName": "Acme Lettings",
        "contractorId": "CON-1002",
        "displayName": "Harper Drains",
    }
    body = sign_in_steps.sign_in(client)
    assert body == {
        "email": HARPER,
        "account": first,
        "accounts": [
            first,
            {**first, "contractorId": "CON-1001", "displayName": "Harper Plumbing"},
            {"agency": "bolt", "agencyName": "Bolt Homes", "contractorId": "B-7", "displayName": "Harper Plumbing"},
        ],
        "endsAt": body["endsAt"],
    }
    answer = client.get("/api/session")
    assert (answer.status_code, answer.json) == (200, body)
    assert answer.headers["Cache-Control"] == "no-store"


def test_sign_in_ignores_spaces_and_case(client: FlaskClient, sign_in_steps: SignInSteps) -> None:
    code = sign_in_steps.code(client)
    assert try_code(client, f" {code[:3]} {code[3:]}\n", " Office@HARPER.example ") == 201


@pytest.mark.parametrize("code", ["12345", "1234567", "abcdef", "１２３４５６", "", 123456, None, ["123456"]])
def test_malformed_code_returns_400(client: FlaskClient, sign_in_steps: SignInSteps, code: object) -> None:
    answer = client.post("/api/session", json={"email": HARPER, "code": code})
    assert answer.status_code == 400
    assert answer.json["error"].startswith("code: ")


def test_code_works_once(client: FlaskClient, sign_in_steps: SignInSteps) -> None:
    code = sign_in_steps.code(client)
    assert try_code(client, code) == 201
    assert try_code(client, code) == 401


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_code_of_a_sign_in_that_fails_works_again(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, engine: str
) -> None:
    """Here, the database does not end the browser's earlier session, which the new one replaces."""
    sign_in_steps.sign_in(client)
    earlier, code = records.rows(sessions), sign_in_steps.code(client)
    change(records, *FAIL[engine])
    client.application.config["PROPAGATE_EXCEPTIONS"] = False
    assert try_code(client, code) == 500
    assert (records.rows(sessions), client.get("/api/session").status_code) == (earlier, 200)
    change(records, *WORK[engine])
    assert try_code(client, code) == 201
    assert sorted(row.ended_at is None for row in records.rows(sessions)) == [False, True]
    assert client.get("/api/session").status_code == 200


def test_code_is_valid_for_ten_minutes(client: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock) -> None:
    code = sign_in_steps.code(client)
    clock.advance(600)
    assert try_code(client, code) == 401
    code = sign_in_steps.code(client)
    clock.advance(599)
    assert try_code(client, code) == 201


def test_correct_code_at_the_fifth_try_is_accepted(client: FlaskClient, sign_in_steps: SignInSteps) -> None:
    code = sign_in_steps.code(client)
    assert [try_code(client, wrong_code(code)) for _ in range(4)] == [401] * 4
    assert try_code(client, code) == 201


def test_correct_code_used_concurrently_works_once(client: FlaskClient, sign_in_steps: SignInSteps) -> None:
    code = sign_in_steps.code(client)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: try_code(same_browser(client), code), range(4)))
    assert sorted(answers) == [201, 401, 401, 401]


def test_two_newest_codes_are_valid_until_one_is_used(
    client: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock
) -> None:
    """A mail may be slow, and its person may ask again."""
    mailed = []
    for _ in range(3):
        mailed.append(sign_in_steps.code(client))
        clock.advance(1)
    oldest, middle, newest = mailed
    assert [try_code(client, code) for code in (oldest, middle, newest)] == [401, 201, 401]


def test_code_is_valid_only_for_its_address(client: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock) -> None:
    theirs = sign_in_steps.code(client)
    sign_in_steps.code(client, "nobody@else.example")
    if theirs != sign_in_steps.postbox.codes[-1]:
        assert try_code(client, theirs, "nobody@else.example") == 401


def test_unknown_address_and_wrong_code_have_the_same_response(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords
) -> None:
    code = sign_in_steps.code(client)
    known = client.post("/api/session", json={"email": HARPER, "code": wrong_code(code)})
    unknown = client.post("/api/session", json={"email": "stranger@x.example", "code": code})
    assert known.status_code == unknown.status_code == 401
    assert known.data == unknown.data
    assert known.json == {"error": "The code is wrong or no longer valid. Please check it, or ask here for a new one."}
    assert [(row.email, row.tries) for row in records.rows(codes)] == [(HARPER, 1)]


def test_signing_in_to_a_removed_account_returns_401(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords
) -> None:
    code = sign_in_steps.code(client, "nobody@else.example")
    records.remove("acme", "CON-2001")
    assert try_code(client, code, "nobody@else.example") == 401
    assert not records.rows(sessions)


def test_sign_in_starts_at_last_used_account(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    sign_in_steps.sign_in(client)
    clock.advance(10)
    client.patch("/api/session", json={"agency": "bolt", "contractorId": "B-7"})
    client.delete("/api/session")
    clock.advance(10)
    assert sign_in_steps.sign_in(client)["account"]["agency"] == "bolt"
    records.remove("bolt", "B-7")
    clock.advance(10)
    assert sign_in_steps.sign_in(client)["account"]["contractorId"] == "CON-1002"


def test_idle_session_ends_after_72_hours(client: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock) -> None:
    sign_in_steps.sign_in(client)
    clock.advance(71 * HOUR)
    assert client.get("/api/session").status_code == 200
    clock.advance(72 * HOUR - 1)
    assert client.get("/api/session").status_code == 200
    clock.advance(72 * HOUR)
    assert client.get("/api/session").status_code == 401


def test_busy_session_ends_after_14_days(client: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock) -> None:
    sign_in_steps.sign_in(client)
    for _ in range(14):
        clock.advance(24 * HOUR - 1)
        assert client.get("/api/session").status_code == 200
    clock.advance(14)
    assert client.get("/api/session").status_code == 401


def test_session_says_when_it_ends_at_the_latest(
    client: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock
) -> None:
    began_at = clock.now()
    after_14_days = to_london(began_at + timedelta(days=14)).isoformat(timespec="seconds")
    assert sign_in_steps.sign_in(client)["endsAt"] == in_72_hours(clock)
    for _ in range(11):
        clock.advance(24 * HOUR)
        assert client.get("/api/session").json["endsAt"] == in_72_hours(clock)
    clock.advance(1)
    assert client.get("/api/session").json["endsAt"] == after_14_days
    choice = {"agency": "bolt", "contractorId": "B-7"}
    assert client.patch("/api/session", json=choice).json["endsAt"] == after_14_days


def in_72_hours(clock: FakeClock) -> str:
    return to_london(clock.now() + timedelta(hours=72)).isoformat(timespec="seconds")


def test_visit_is_recorded_at_most_every_five_minutes(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    sign_in_steps.sign_in(client)
    [before] = records.rows(sessions)
    clock.advance(299)
    client.get("/api/session")
    assert records.rows(sessions) == [before]
    clock.advance(1)
    client.get("/api/session")
    assert records.rows(sessions)[0].seen_at > before.seen_at


def test_missing_session_returns_401_before_body_checks(client: FlaskClient) -> None:
    assert client.get("/api/session").status_code == 401
    assert client.patch("/api/session", data="{").status_code == 401


class TestSwitching:
    def test_switch_to_own_account_changes_current_account(
        self, app: Flask, client: FlaskClient, sign_in_steps: SignInSteps
    ) -> None:
        before = sign_in_steps.sign_in(client)
        cookie = client.get_cookie("portal_session")
        answer = client.patch("/api/session", json={"agency": "bolt", "contractorId": "B-7"})
        assert answer.status_code == 200
        assert answer.json["account"]["contractorId"] == "B-7"
        assert answer.json["accounts"] == before["accounts"]
        assert "Set-Cookie" not in answer.headers
        assert client.get_cookie("portal_session") == cookie
        assert client.get("/api/session").json == answer.json

    def test_switches_are_limited_per_person(
        self, client: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock
    ) -> None:
        accounts = sign_in_steps.sign_in(client)["accounts"]
        choices = [{name: each[name] for name in ("agency", "contractorId")} for each in accounts]
        assert client.patch("/api/session", json=choices[0]).headers["RateLimit"] == '"account changes";r=30'
        for left in range(29, -1, -1):
            answer = client.patch("/api/session", json=choices[1 + left % 2])
            assert (answer.status_code, answer.headers["RateLimit"]) == (200, f'"account changes";r={left};t=3600')
        answer = client.patch("/api/session", json=choices[0])
        assert error_sentence(answer, 429) == "You changed the account too often. Please try again later."
        assert answer.headers["Retry-After"] == "3600"
        assert client.patch("/api/session", json=choices[1]).status_code == 200, "it is the current one"
        clock.advance(HOUR)
        assert client.patch("/api/session", json=choices[0]).status_code == 200

    @pytest.mark.parametrize("other", [("acme", "CON-2001"), ("acme", "CON-9"), ("bolt", "CON-1001"), ("no", "B-7")])
    def test_switch_to_missing_or_foreign_account_is_404(
        self, client: FlaskClient, sign_in_steps: SignInSteps, other: tuple[str, str]
    ) -> None:
        sign_in_steps.sign_in(client)
        answer = client.patch("/api/session", json={"agency": other[0], "contractorId": other[1]})
        assert (answer.status_code, answer.json) == (404, {"error": "There is no such account."})

    @pytest.mark.parametrize("body", [{}, {"agency": "acme"}, {"agency": "a/b", "contractorId": "B-7"}])
    def test_malformed_switch_request_is_400(
        self, client: FlaskClient, sign_in_steps: SignInSteps, body: dict[str, str]
    ) -> None:
        sign_in_steps.sign_in(client)
        assert client.patch("/api/session", json=body).status_code == 400


@pytest.mark.parametrize("change", ["archived", "another e-mail", "gone"])
def test_lost_account_is_removed_and_request_is_401_if_it_was_current(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, change: str
) -> None:
    def lose(agency: str, contractor_id: str) -> None:
        if change == "archived":
            records.put(agency, contractor_id, archived=True)
        elif change == "gone":
            records.remove(agency, contractor_id)
        else:
            records.put(agency, contractor_id, email="new@owner.example")

    sign_in_steps.sign_in(client)
    lose("bolt", "B-7")
    assert [each["contractorId"] for each in client.get("/api/session").json["accounts"]] == ["CON-1002", "CON-1001"]
    lose("acme", "CON-1002")
    assert client.get("/api/session").status_code == 401
    assert client.get("/api/contractor/agency").status_code == 401
