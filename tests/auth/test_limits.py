"""Limits on signing in, for known devices and for strangers in the same network. All clients here share an address."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert
from structlog.testing import capture_logs

from app.auth import limits
from app.domain.clock import to_text
from app.store.tables import codes, metadata
from tests.auth.conftest import HARPER, MakeApp, SignInSteps
from tests.auth.software_authenticator import SoftwareAuthenticator
from tests.clock import BEGINNING, FakeClock
from tests.statements import recorded

JO = "jo@harper.example"
MOST = 7
"""Requests for codes, tries and challenges that a known device or a network has in an hour."""
MOST_FAILURES = 4
"""Wrong answers to live codes after which the brake is on."""


@pytest.fixture
def app(make_app: MakeApp) -> Flask:
    return make_app(SIGNIN_PER_ADDRESS=str(MOST), SIGNIN_FAILURES_PER_HOUR=str(MOST_FAILURES))


@pytest.fixture
def known(app: Flask, sign_in_steps: SignInSteps) -> FlaskClient:
    """Return a device on which Harper has signed in. It was new then, so its network has counted that."""
    client = app.test_client()
    sign_in_steps.sign_in(client)
    return client


@pytest.fixture
def stranger(app: Flask) -> FlaskClient:
    return app.test_client()


def ask(client: FlaskClient, email: str = HARPER) -> int:
    return client.post("/api/session/code", json={"email": email}).status_code


def enter(client: FlaskClient, email: str = HARPER, code: str = "000000") -> int:
    return client.post("/api/session", json={"email": email, "code": code}).status_code


def use_up_network(stranger: FlaskClient) -> None:
    """Use up the network's requests for codes and its tries."""
    assert [ask(stranger) for _ in range(MOST)] == [204] * (MOST - 1) + [429]
    assert [enter(stranger) for _ in range(MOST)] == [401] * (MOST - 1) + [429]


def test_stranger_in_the_network_leaves_a_known_device_its_codes_and_tries(
    app: Flask, known: FlaskClient, stranger: FlaskClient, sign_in_steps: SignInSteps
) -> None:
    use_up_network(stranger)
    sign_in_steps.work()
    sign_in_steps.sign_in(known)
    new = app.test_client()
    assert (ask(new), enter(new)) == (429, 429)


def test_device_known_for_one_address_counts_with_its_network_for_another(
    known: FlaskClient, stranger: FlaskClient
) -> None:
    use_up_network(stranger)
    for email in (JO, "nobody@nowhere.example"):
        assert (ask(known, email), enter(known, email)) == (429, 429)
    assert (ask(known), enter(known)) == (204, 401)


def test_invented_device_counts_with_its_network(known: FlaskClient, stranger: FlaskClient) -> None:
    use_up_network(stranger)
    stranger.set_cookie("portal_device", "x" * 43)
    assert (ask(stranger), enter(stranger)) == (429, 429)


def test_known_device_sees_its_own_limits(known: FlaskClient, stranger: FlaskClient) -> None:
    use_up_network(stranger)
    for path, name in (("/api/session/code", "codes"), ("/api/session", "sign-ins")):
        body = {"email": HARPER} if name == "codes" else {"email": HARPER, "code": "000000"}
        assert known.post(path, json=body).headers["RateLimit"] == f'"{name}";r={MOST - 1};t=3600'
        assert known.post(path, json=body | {"email": JO}).headers["RateLimit"] == f'"{name}";r=0;t=3600'


def test_stranger_in_the_same_network_leaves_a_known_device_its_passkey(
    app: Flask, known: FlaskClient, stranger: FlaskClient
) -> None:
    device = SoftwareAuthenticator()
    for _ in range(MOST):
        options = known.post("/api/session/passkeys/registration/options").json
    assert known.post("/api/session/passkeys", json=device.create(options or {})).status_code == 201
    use_up_network(stranger)
    for client, status, left in ((known, 201, MOST - 1), (app.test_client(), 429, 0)):
        options = client.post("/api/session/passkey/options").json
        answer = client.post("/api/session/passkey", json=device.get(options or {}))
        assert (answer.status_code, answer.headers["RateLimit"]) == (status, f'"sign-ins";r={left};t=3600')


# --- the brake ----------------------------------------------------------------------------------------------------


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def pull_the_brake(app: Flask, sign_in_steps: SignInSteps) -> None:
    """Give wrong answers to a live code, in another network."""
    guesser = app.test_client()
    guesser.environ_base["REMOTE_ADDR"] = "203.0.113.1"
    code = sign_in_steps.code(guesser, JO)
    assert [enter(guesser, JO, wrong(code)) for _ in range(MOST_FAILURES)] == [401] * MOST_FAILURES


def test_brake_leaves_each_device_and_network_a_try_every_10_s(
    app: Flask, known: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock
) -> None:
    new = app.test_client()
    codes = [sign_in_steps.code(client) for client in (known, new)]
    pull_the_brake(app, sign_in_steps)
    with capture_logs() as lines:
        for client, code in zip((known, new), codes, strict=True):
            assert [enter(client, code=wrong(code)), enter(client, code=code)] == [401, 429]
        clock.advance(10)
        for client, code in zip((known, new), codes, strict=True):
            assert enter(client, code=code) == 201, "one typo costs a wait, and not the code"
    assert [line["event"] for line in lines].count("too_many_failed_sign_ins") == 1


def test_brake_ends_after_an_hour(app: Flask, sign_in_steps: SignInSteps, clock: FakeClock) -> None:
    pull_the_brake(app, sign_in_steps)
    client = app.test_client()
    assert [enter(client), enter(client)] == [401, 429]
    clock.advance(3_600)
    assert [enter(client), enter(client)] == [401, 401]


@pytest.mark.parametrize("has_cookie", [True, False])
def test_answers_without_a_live_code_cause_no_brake(
    app: Flask, sign_in_steps: SignInSteps, clock: FakeClock, has_cookie: bool
) -> None:
    """A stranger without cookies, or whose code is over, slows nobody down."""
    strangers = app.test_client(use_cookies=has_cookie)
    code = sign_in_steps.code(strangers)
    clock.advance(600)
    for number in range(2 * MOST_FAILURES):
        strangers.environ_base["REMOTE_ADDR"] = f"203.0.113.{number}"
        assert enter(strangers, code=wrong(code)) == 401
    client = app.test_client()
    assert [enter(client) for _ in range(2)] == [401, 401]


@pytest.mark.parametrize("has_live_code", [True, False])
def test_wrong_answers_do_the_same_work_with_and_without_a_live_code(
    app: Flask, sign_in_steps: SignInSteps, has_live_code: bool
) -> None:
    """Otherwise, the time of the response would reveal which addresses are known."""
    client = app.test_client()
    code = sign_in_steps.code(client, HARPER if has_live_code else "stranger@nowhere.example") if has_live_code else "1"
    with recorded() as statements:
        assert enter(client, HARPER, wrong(code.zfill(6))) == 401
    writes = [statement.split(" ")[0] for statement, _ in statements if not statement.startswith("SELECT")]
    assert writes.count("UPDATE") == 1
    assert writes.count("INSERT") == 3, "a try, an entry of the audit, and a wrong answer"


# --- the number of codes ------------------------------------------------------------------------------------------

Codes = list[tuple[int, str]]
"""The minutes since each code was created, and its origin."""
ORIGINS = ("device 1", "device 2", "network 203.0.113.1", "network 203.0.113.2", "network 203.0.113.3")


def is_allowed(earlier: Codes, origin: str) -> bool:
    """Return what the sentence says: 5 an hour and 10 a day here, 60 and 200 in all networks."""
    own = [minutes for minutes, other in earlier if other == origin]
    networks = [minutes for minutes, other in earlier if other.startswith("network")]
    fits = sum(minutes < 60 for minutes in own) < 5 and sum(minutes < 1_440 for minutes in own) < 10
    if origin.startswith("device"):
        return fits
    return (
        fits and sum(minutes < 60 for minutes in networks) < 60 and sum(minutes < 1_440 for minutes in networks) < 200
    )


@settings(max_examples=40)
@given(
    earlier=st.lists(st.tuples(st.integers(0, 1_500), st.sampled_from(ORIGINS)), max_size=20),
    elsewhere=st.tuples(st.integers(0, 220), st.integers(0, 1_500)),
    origin=st.sampled_from(ORIGINS),
)
@example(earlier=[(0, "device 1")] * 4, elsewhere=(0, 0), origin="device 1")
@example(earlier=[(59, "device 1")] * 5, elsewhere=(0, 0), origin="device 1")
@example(earlier=[(60, "network 203.0.113.1")] * 9, elsewhere=(0, 0), origin="network 203.0.113.1")
@example(earlier=[(1_439, "network 203.0.113.1")] * 10, elsewhere=(0, 0), origin="network 203.0.113.1")
@example(earlier=[], elsewhere=(59, 59), origin="network 203.0.113.1")
@example(earlier=[], elsewhere=(60, 59), origin="network 203.0.113.1")
@example(earlier=[], elsewhere=(199, 1_439), origin="network 203.0.113.1")
@example(earlier=[], elsewhere=(200, 1_439), origin="network 203.0.113.1")
@example(earlier=[], elsewhere=(200, 0), origin="device 1")
def test_number_of_codes_is_limited_as_the_sentence_says(
    earlier: Codes, elsewhere: tuple[int, int], origin: str
) -> None:
    number, minutes = elsewhere
    everything = [*earlier, *((minutes, f"network 198.51.100.{each}") for each in range(number))]
    engine = create_engine("sqlite://")
    metadata.tables["codes"].create(engine)
    rows = [
        {
            "id": str(each),
            "email": HARPER,
            "digest": "",
            "created_at": to_text(BEGINNING - timedelta(minutes=age)),
            "browser": "",
            "origin": source,
        }
        for each, (age, source) in enumerate(everything)
    ]
    with engine.begin() as connection:
        if rows:
            connection.execute(insert(codes), rows)
        expected = is_allowed(everything, origin)
        assert limits.allow_code(connection, HARPER, origin, BEGINNING, except_id="") == expected
        assert limits.allow_code(connection, JO, origin, BEGINNING, except_id="")
    engine.dispose()
