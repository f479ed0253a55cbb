"""Limits on signing in, for known devices and for strangers in the same network. All clients here share an address."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.auth.conftest import HARPER, MakeApp, SignInSteps
from tests.auth.software_authenticator import SoftwareAuthenticator
from tests.clock import FakeClock
from tests.statements import recorded

JO = "jo@harper.example"
MOST = 4
"""Requests for codes, tries and challenges that an origin has in an hour."""
MOST_FAILURES = 7
"""Failed tries of all networks after which everybody is slowed down."""


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


def enter(client: FlaskClient, email: str = HARPER) -> int:
    """Enter a code that was not mailed."""
    return client.post("/api/session", json={"email": email, "code": "000000"}).status_code


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


def test_known_device_counts_with_its_network_after_its_own_limits(known: FlaskClient) -> None:
    """The device has the limits of a network. Its own network has counted the first sign-in."""
    assert [ask(known) for _ in range(2 * MOST)] == [204] * (2 * MOST - 1) + [429]
    assert [enter(known) for _ in range(2 * MOST)] == [401] * (2 * MOST - 1) + [429]


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


def slow_down(app: Flask) -> None:
    """Let too many tries fail in other networks, and one more in this."""
    for number in range(MOST_FAILURES):
        body = {"email": JO, "code": "000000"}
        elsewhere = {"REMOTE_ADDR": f"203.0.113.{number}"}
        assert app.test_client().post("/api/session", json=body, environ_base=elsewhere).status_code == 401
    assert [enter(app.test_client()) for _ in range(2)] == [401, 429]


def test_each_request_asks_once_whether_its_device_is_known(app: Flask, known: FlaskClient) -> None:
    def queries(path: str, body: dict[str, str], status: int) -> int:
        with recorded() as statements:
            assert known.post(path, json=body).status_code == status
        return sum("known_devices.email" in statement for statement, _ in statements)

    wrong = {"email": HARPER, "code": "000000"}
    assert queries("/api/session/code", {"email": HARPER}, 204) == 1
    assert queries("/api/session", wrong, 401) == 1
    slow_down(app)
    assert queries("/api/session", wrong, 401) == 1, "while everybody is slowed down"


def test_stranger_in_the_same_network_does_not_slow_a_known_device_down(
    app: Flask, known: FlaskClient, sign_in_steps: SignInSteps
) -> None:
    code = sign_in_steps.code(known)
    slow_down(app)
    assert enter(known, JO) == 429
    assert known.post("/api/session", json={"email": HARPER, "code": code}).status_code == 201
    assert enter(known) == 429, "a known device has a try every ten seconds too"


def test_known_device_may_mistype_a_code_while_everybody_is_slowed_down(
    app: Flask, known: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock
) -> None:
    code = sign_in_steps.code(known)
    slow_down(app)
    wrong = "000000" if code != "000000" else "111111"
    for digits, status in ((wrong, 401), (code, 201)):
        assert known.post("/api/session", json={"email": HARPER, "code": digits}).status_code == status
        clock.sleep(10)


def test_failed_tries_of_known_devices_slow_nobody_down(
    app: Flask, known: FlaskClient, sign_in_steps: SignInSteps
) -> None:
    other = app.test_client()
    sign_in_steps.sign_in(other)
    for device in (known, other):
        assert [enter(device) for _ in range(MOST)] == [401] * MOST
    assert [enter(app.test_client()) for _ in range(2)] == [401, 401]


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
