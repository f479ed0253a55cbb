"""Signing in with an OpenID Connect provider, against a fake provider that can be wrong in every way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis_settings
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, RSAKey
from werkzeug.test import TestResponse

from app.audit.entries import count_addresses
from app.auth.cleanup import delete_expired
from app.auth.sso import cached_document
from app.auth.sso.cached_document import RETRY_S
from app.auth.sso.issuers import Issuers
from app.domain.bulkhead import MOST_FOR_PROVIDER, THREADS
from app.services import Services
from app.store.tables import audit_entries, known_devices, openid_attempts, sessions
from tests.auth.conftest import HARPER, MakeApp, MirrorRecords, SignInSteps, same_browser
from tests.auth.fake_provider import (
    AUDIENCE,
    CLIENT_ID,
    FRONT_END,
    SECRET,
    Answer,
    FakeProvider,
    callback,
    handover_token,
    json_answer,
    new_key,
    raw_answer,
    running_provider,
    sign,
    sign_anything,
)
from tests.auth.tokens import CLAIMS, HEADERS
from tests.clock import FakeClock
from tests.contract.api_calls import error_sentence

on_both_databases = pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
PAGE = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"}
START = "/api/session/oidc"
DISCOVERY = "/.well-known/openid-configuration"


@pytest.fixture(autouse=True)
def agentos() -> None:
    """Replace the mock of AgentOS, which would intercept the calls to the provider."""


@pytest.fixture
def provider(clock: FakeClock) -> Iterator[FakeProvider]:
    with running_provider(clock) as provider:
        yield provider


def settings(provider: FakeProvider) -> dict[str, str]:
    return {
        "OIDC_ISSUER": provider.issuer,
        "OIDC_CLIENT_ID": CLIENT_ID,
        "OIDC_CLIENT_SECRET": SECRET,
        "OIDC_NAME": "Acme Group",
    }


@pytest.fixture
def app(make_app: MakeApp, provider: FakeProvider) -> Flask:
    return make_app(**settings(provider))


def start(client: FlaskClient, path: str = START) -> str:
    """Begin to sign in. Return the address of the provider's page."""
    answer = client.get(path, headers=PAGE)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def sign_in(client: FlaskClient, provider: FakeProvider, path: str = START, **parameters: Any) -> str:
    """Sign in. `parameters` replace those of the callback; None removes one. Return the place of the last redirect."""
    merged = {**provider.sign_in(start(client, path)), **parameters}
    answer = client.get(callback({name: value for name, value in merged.items() if value is not None}), headers=PAGE)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def assert_signed_out(client: FlaskClient, records: MirrorRecords) -> None:
    assert client.get("/api/session").status_code == 401
    assert not records.rows(sessions)


def pages(records: MirrorRecords) -> int:
    """Return the number of stored pages that end a session at the provider."""
    return sum(row.sign_out_url is not None for row in records.rows(sessions))


def why(records: MirrorRecords) -> list[str]:
    """Return the reasons of failed sign-ins in the audit."""
    return [row.detail for row in records.rows(audit_entries) if row.event == "sign-in failed"]


# --- signing in and out ----------------------------------------------------------------------------------------------


@on_both_databases
def test_sign_in_starts_a_session_and_shows_the_page(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    assert sign_in(client, provider, f"{START}?next=/jobs/JOB-7?agency=bolt") == "/jobs/JOB-7?agency=bolt"
    body = client.get("/api/session").json
    assert body["email"] == HARPER
    assert len(body["accounts"]) == 3
    (row,) = records.rows(sessions)
    assert row.method == "oidc"
    assert row.device is not None
    assert not records.rows(openid_attempts)


def test_program_gets_json_instead_of_redirects(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    json_only = {"Accept": "application/json"}
    page = client.get(START, headers=json_only).json["url"]
    answer = client.get(callback(provider.sign_in(page)), headers=json_only)
    assert (answer.status_code, answer.json["email"]) == (200, HARPER)
    assert client.get("/api/session").json == answer.json


@pytest.mark.parametrize("method", ["client_secret_basic", "client_secret_post"])
def test_secret_may_have_any_letters(
    make_app: MakeApp, provider: FakeProvider, records: MirrorRecords, method: str
) -> None:
    provider.secret = "Schlüssel €"
    provider.metadata["token_endpoint_auth_methods_supported"] = [method]
    client = make_app(**{**settings(provider), "OIDC_CLIENT_SECRET": provider.secret}).test_client()
    assert sign_in(client, provider) == "/"


def test_public_client_needs_no_secret(make_app: MakeApp, provider: FakeProvider, records: MirrorRecords) -> None:
    provider.secret = ""
    client = make_app(**{**settings(provider), "OIDC_CLIENT_SECRET": ""}).test_client()
    assert sign_in(client, provider) == "/"


def test_email_from_user_information_is_used(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    provider.claims = {"email": None, "email_verified": None}
    provider.user_information = {"email": "Office@Harper.example", "email_verified": True}
    assert sign_in(client, provider) == "/"
    assert client.get("/api/session").json["email"] == HARPER


def test_sign_out_names_the_page_that_ends_the_provider_session(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    sign_in(client, provider)
    answer = client.delete("/api/session")
    page = urlsplit(answer.headers["Location"])
    query = dict(parse_qsl(page.query))
    assert (answer.status_code, page.path) == (204, "/identity/end")
    assert query.pop("id_token_hint").count(".") == 2
    assert query == {"client_id": CLIENT_ID, "post_logout_redirect_uri": "http://localhost/"}
    assert_session_ended(client)


@on_both_databases
def test_revoked_sign_in_names_no_page(client: FlaskClient, provider: FakeProvider, records: MirrorRecords) -> None:
    """The page contains the ID token. Someone with an old cookie must not get it."""
    sign_in(client, provider)
    old = same_browser(client)
    assert "Location" in client.delete("/api/session").headers
    answer = old.delete("/api/session")
    assert (answer.status_code, answer.headers.get("Location")) == (204, None)
    assert pages(records) == 0


def test_expired_sign_in_names_no_page(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, services: Services, clock: FakeClock
) -> None:
    sign_in(client, provider)
    clock.advance(services.config.session_idle_hours * 3_600)
    assert "Location" not in client.delete("/api/session").headers


@on_both_databases
@pytest.mark.parametrize("has_session", [True, False])
def test_code_in_place_keeps_the_session_at_the_provider(
    client: FlaskClient,
    provider: FakeProvider,
    records: MirrorRecords,
    sign_in_steps: SignInSteps,
    clock: FakeClock,
    *,
    has_session: bool,
) -> None:
    """A change of passkeys demands a code. Then signing out still ends both sessions, here and at the provider."""
    options = "/api/session/passkeys/registration/options"
    sign_in(client, provider)
    assert client.post(options).status_code == 409
    if not has_session:  # the store of sessions has lost it
        client.delete_cookie("portal_session")
    clock.advance(60)
    sign_in_steps.sign_in(client)
    assert client.post(options).status_code == 200
    assert pages(records) == 1
    assert urlsplit(client.delete("/api/session").headers["Location"]).path == "/identity/end"
    assert_session_ended(client)
    assert pages(records) == 0


def test_another_person_or_browser_does_not_take_over_the_session_at_the_provider(
    app: Flask,
    client: FlaskClient,
    provider: FakeProvider,
    records: MirrorRecords,
    sign_in_steps: SignInSteps,
    clock: FakeClock,
) -> None:
    sign_in(client, provider)
    clock.advance(60)
    other_browser = app.test_client()
    sign_in_steps.sign_in(other_browser)
    assert "Location" not in other_browser.delete("/api/session").headers
    sign_in_steps.sign_in(client, "jo@harper.example")
    assert pages(records) == 0
    assert "Location" not in client.delete("/api/session").headers


def test_end_of_the_current_device_names_that_page_too(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    sign_in(client, provider)
    (device,) = client.get("/api/session/devices").json["devices"]
    answer = client.delete(f"/api/session/devices/{device['deviceId']}")
    assert urlsplit(answer.headers["Location"]).path == "/identity/end"
    assert_session_ended(client)


def assert_session_ended(client: FlaskClient) -> None:
    assert client.get("/api/session").status_code == 401
    again = client.delete("/api/session")
    assert (again.status_code, again.headers.get("Location")) == (204, None)


def test_sign_out_without_end_session_endpoint_ends_our_session(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    provider.metadata["end_session_endpoint"] = None
    sign_in(client, provider)
    assert "Location" not in client.delete("/api/session").headers
    assert_session_ended(client)


def test_sign_out_works_while_the_provider_is_away(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, clock: FakeClock
) -> None:
    sign_in(client, provider)
    clock.advance(7_200)
    provider.answers[DISCOVERY] = raw_answer(b"", 503)
    assert client.delete("/api/session").headers["Location"].startswith(provider.issuer)


def test_long_id_token_is_left_out_of_the_address(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    provider.claims["groups"] = ["contractors"] * 500
    sign_in(client, provider)
    page = client.delete("/api/session").headers["Location"]
    assert len(page) < 500
    assert "id_token_hint" not in page


def test_methods_name_the_provider(client: FlaskClient, make_app: MakeApp) -> None:
    assert client.get("/api/session/methods").json == {
        "methods": ["code", "passkey", "oidc"],
        "oidcName": "Acme Group",
    }


def test_installation_without_a_provider_has_only_codes(make_app: MakeApp) -> None:
    client = make_app(OIDC_ISSUER="", OIDC_CLIENT_ID="", OIDC_CLIENT_SECRET="", OIDC_NAME="").test_client()
    assert client.get("/api/session/methods").json == {"methods": ["code", "passkey"], "oidcName": None}
    for path in (START, callback({"state": "x", "code": "y"})):
        assert "no such way to sign in" in error_sentence(client.get(path), 404)


@on_both_databases
def test_session_from_the_provider_lasts_at_most_twelve_hours(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, clock: FakeClock
) -> None:
    """The portal does not learn when the session at the provider ends."""
    sign_in(client, provider)
    clock.advance(12 * 3_600 - 1)
    assert client.get("/api/session").status_code == 200
    clock.advance(1)
    assert client.get("/api/session").status_code == 401


@on_both_databases
def test_cleanup_deletes_unused_attempts_and_pages_of_expired_sessions(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, services: Services, clock: FakeClock
) -> None:
    sign_in(client, provider)
    start(client)
    clock.advance(599)
    assert delete_expired(services)["openid"] == 0
    clock.advance(1)
    assert delete_expired(services)["openid"] == 1
    assert not records.rows(openid_attempts)
    clock.advance(12 * 3_600 - 601)
    delete_expired(services)
    assert pages(records) == 1
    clock.advance(1)
    delete_expired(services)
    assert pages(records) == 0


# --- the state, which binds a sign-in to a browser --------------------------------------------------------------------


@pytest.mark.parametrize("state", [None, "unknown", "x" * 43])
def test_callback_without_its_state_is_refused(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, state: str | None
) -> None:
    assert sign_in(client, provider, state=state) == "/?failed=expired"
    assert_signed_out(client, records)
    assert not provider.called("/token")
    assert why(records) == ["oidc: unknown state"]


def test_callback_in_another_browser_is_refused(
    app: Flask, client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    """Login CSRF: an attacker's response must not sign another person's browser in to the attacker's account."""
    response = provider.sign_in(start(client))
    victim = app.test_client()
    start(victim)
    answer = victim.get(callback(response), headers=PAGE)
    assert answer.headers["Location"] == "/?failed=expired"
    assert_signed_out(victim, records)
    assert client.get(callback(response), headers=PAGE).headers["Location"] == "/"


HIDDEN = [
    {"Sec-Fetch-Dest": "image", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Dest": "iframe", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Dest": "empty", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Site": "cross-site"},
    {
        "Sec-Fetch-Dest": "empty",
        "Sec-Fetch-Mode": "cors",
        "Sec-Fetch-Site": "cross-site",
        "Origin": "https://evil.example",
    },
    {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Site": "cross-site"},  # Chrome before 80
]
"""Headers of requests that a page of another site sends unseen."""


@pytest.mark.parametrize("hidden", HIDDEN, ids=lambda headers: " ".join(headers.values()))
def test_page_of_another_site_cannot_sign_its_visitor_in_unseen(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, hidden: dict[str, str]
) -> None:
    """Only by navigation, which the person sees."""
    seen = {"Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "cross-site"}
    error_sentence(client.get(START, headers=PAGE | hidden), 403)
    assert not records.rows(openid_attempts)
    page = client.get(START, headers=PAGE | seen)
    assert page.status_code == 302
    response = callback(provider.sign_in(page.headers["Location"]))
    error_sentence(client.get(response, headers=PAGE | hidden), 403)
    assert_signed_out(client, records)
    assert client.get(response, headers=PAGE | seen).headers["Location"] == "/"
    assert len(records.rows(sessions)) == 1


def test_allowed_origin_and_node_may_fetch_the_providers_address(make_app: MakeApp, provider: FakeProvider) -> None:
    client = make_app(**settings(provider), ALLOWED_ORIGINS="https://app.portal.example").test_client()
    fetch = {"Sec-Fetch-Dest": "empty", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Site": "same-site"}
    assert client.get(START, headers=fetch | {"Origin": "https://app.portal.example"}).status_code == 200
    error_sentence(client.get(START, headers=fetch | {"Origin": "https://other.portal.example"}), 403)
    assert client.get(START, headers={"Sec-Fetch-Mode": "cors"}).status_code == 200, "fetch of Node.js"


@on_both_databases
def test_callback_works_once(client: FlaskClient, provider: FakeProvider, records: MirrorRecords) -> None:
    response = provider.sign_in(start(client))
    browser = same_browser(client)
    assert client.get(callback(response), headers=PAGE).headers["Location"] == "/"
    assert browser.get(callback(response), headers=PAGE).headers["Location"] == "/?failed=expired"
    assert len(records.rows(sessions)) == 1


@on_both_databases
def test_concurrent_callbacks_sign_in_once(client: FlaskClient, provider: FakeProvider, records: MirrorRecords) -> None:
    response = provider.sign_in(start(client))
    browsers = [same_browser(client) for _ in range(MOST_FOR_PROVIDER)]
    for n, browser in enumerate(browsers):
        browser.environ_base["REMOTE_ADDR"] = f"203.0.113.{n}"
    with ThreadPoolExecutor(MOST_FOR_PROVIDER) as pool:
        places = pool.map(lambda browser: browser.get(callback(response), headers=PAGE).headers["Location"], browsers)
        assert sorted(places) == ["/", *["/?failed=expired"] * (MOST_FOR_PROVIDER - 1)]


def test_person_may_stay_at_the_provider_for_ten_minutes(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, clock: FakeClock
) -> None:
    response = provider.sign_in(start(client))
    clock.advance(600)
    assert client.get(callback(response), headers=PAGE).headers["Location"] == "/?failed=expired"
    response = provider.sign_in(start(client))
    clock.advance(599)
    assert client.get(callback(response), headers=PAGE).headers["Location"] == "/"


def test_stored_attempt_does_not_contain_the_state(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    request = dict(parse_qsl(urlsplit(start(client)).query))
    stored = str(records.rows(openid_attempts))
    assert not any(request[name] in stored for name in ("state", "nonce", "code_challenge"))


@pytest.mark.parametrize(
    "path",
    ["//evil.example", "https://evil.example/", "/\\evil.example", "jobs", "/a b", "/a\n", "/é", "/#x", "", "/" * 501],
)
def test_next_must_be_a_path_of_this_site(client: FlaskClient, provider: FakeProvider, path: str) -> None:
    assert error_sentence(client.get(START, query_string={"next": path}), 400).startswith("next: must ")
    assert client.get(START, query_string={"next": path}, headers=PAGE).headers["Location"] == "/?failed=refused"
    assert not provider.requests


@on_both_databases
def test_unexpected_failure_leads_a_browser_back_to_its_page(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, services: Services
) -> None:
    response = callback(provider.sign_in(start(client, f"{START}?next=/jobs/JOB-7")))
    with services.database.write() as connection:
        known_devices.drop(connection)
    assert client.get(response, headers=PAGE).headers["Location"] == "/jobs/JOB-7?failed=away"
    assert_signed_out(client, records)
    assert not records.rows(audit_entries)


def test_failure_keeps_the_page_that_the_person_asked_for(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    provider.claims["email_verified"] = False
    assert sign_in(client, provider, f"{START}?next=/jobs/JOB-7") == "/jobs/JOB-7?failed=unverified"
    assert sign_in(client, provider, f"{START}?next=/jobs?status=open") == "/jobs?status=open&failed=unverified"


def test_starts_are_limited_per_network(make_app: MakeApp, provider: FakeProvider, clock: FakeClock) -> None:
    client = make_app(**settings(provider), SIGNIN_PER_ADDRESS="2").test_client()
    for _ in range(2):
        start(client)
    assert client.get(START, headers=PAGE).headers["Location"] == "/?failed=busy"
    error_sentence(client.get(START), 429)
    error_sentence(client.get(callback({"state": "unknown"})), 429)
    code = {"email": "office@harper.example", "code": "000000"}
    assert client.post("/api/session", json=code).status_code == 401, "a page of another site can only use up starts"


# --- the provider's response ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "logged"), [("access_denied", "access_denied"), ("<b>", "nothing known"), ("x_1", "nothing known")]
)
def test_error_of_the_provider_is_a_sentence(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, error: str, logged: str
) -> None:
    assert sign_in(client, provider, code=None, error=error, error_description="<script>") == "/?failed=denied"
    assert_signed_out(client, records)
    assert why(records) == [f"oidc: the provider says {logged}"]
    response = provider.sign_in(start(client))
    answer = client.get(callback({"state": response["state"], "iss": provider.issuer, "error": error}))
    assert error_sentence(answer, 401) == "You did not finish signing in. Please try again, or sign in with a code."


def test_unknown_parameters_of_the_provider_are_ignored(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    assert sign_in(client, provider, session_state="x.y", scope="openid") == "/"


@pytest.mark.parametrize("issuer", [None, "https://other.example"])
def test_response_of_another_issuer_is_refused(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, issuer: str | None
) -> None:
    """RFC 9207, 2.4."""
    assert sign_in(client, provider, iss=issuer) == "/?failed=refused"
    assert_signed_out(client, records)
    assert not provider.called("/token")


def test_response_without_issuer_is_accepted_from_older_providers(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    provider.metadata["authorization_response_iss_parameter_supported"] = None
    assert sign_in(client, provider, iss=None) == "/"
    assert sign_in(client, provider, iss="https://other.example") == "/?failed=refused"


def test_failure_without_an_address_counts_as_none(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, services: Services, clock: FakeClock
) -> None:
    assert sign_in(client, provider, code="wrong") == "/?failed=refused"
    assert_signed_out(client, records)
    assert count_addresses(services.database, clock.now()) == 0


# --- ID tokens --------------------------------------------------------------------------------------------------------

WRONG_CLAIMS: dict[str, dict[str, Any]] = {
    "an empty subject": {"sub": ""},
    "a number as subject": {"sub": 7},
    "another audience": {"aud": "other"},
    "another audience with our azp": {"aud": "other", "azp": CLIENT_ID},
    "no audience": {"aud": None},
    "a further audience without azp": {"aud": [CLIENT_ID, "other"]},
    "another authorized party": {"azp": "other"},
    "another issuer": {"iss": "https://evil.example"},
    "issuer as a list": {"iss": ["https://evil.example"]},
    "no issuer": {"iss": None},
    "another nonce": {"nonce": "other"},
    "no nonce": {"nonce": None},
    "nonce as a list": {"nonce": []},
    "no subject": {"sub": None},
    "subject as a number": {"sub": 1},
    "no time of issue": {"iat": None},
    "issued in an hour": {"iat": 3_600},
    "no expiry": {"exp": None},
    "expired": {"exp": -61},
    "expiry as text": {"exp": "never"},
    "expiry as true": {"exp": True},
    "expiry that is no number": {"exp": float("nan")},
    "expiry without end": {"exp": float("inf")},
    "not yet valid": {"nbf": 3_600},
    "access token of another response": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
    "hash as an object": {"at_hash": {"a": 1}},
}


@pytest.mark.parametrize("fault", WRONG_CLAIMS)
def test_id_token_with_wrong_claims_is_refused(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, clock: FakeClock, fault: str
) -> None:
    now = int(clock.now().timestamp())
    provider.claims = {
        name: now + value if name in ("exp", "iat", "nbf") and type(value) is int else value
        for name, value in WRONG_CLAIMS[fault].items()
    }
    assert sign_in(client, provider) == "/?failed=refused"
    assert_signed_out(client, records)
    assert provider.called("/token") == 1
    assert len(why(records)) == 1


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(changes=CLAIMS, headers=HEADERS)
@example(changes={"sub": "\ud800"}, headers={})
@example(changes={"at_hash": 7}, headers={})
@example(changes={"azp": ["portal"]}, headers={})
@example(changes={"exp": 10**400}, headers={})
def test_no_id_token_causes_a_500(
    client: FlaskClient,
    provider: FakeProvider,
    records: MirrorRecords,
    clock: FakeClock,
    changes: dict[str, Any],
    headers: dict[str, Any],
) -> None:
    """The provider signs anything, which leads to a session or to one of the known failures."""
    provider.make_id_token = lambda claims: sign_anything(headers, {**claims, **changes}, provider.keys[0])
    assert sign_in(client, provider) in {"/", *(f"/?failed={code}" for code in ("refused", "unverified", "no-account"))}
    clock.advance(60)


@pytest.mark.parametrize(
    "value", [False, None, "true", 1, {"verified": True}], ids=["false", "missing", "text", "number", "object"]
)
def test_unverified_email_is_refused(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, value: object
) -> None:
    provider.claims["email_verified"] = value
    provider.user_information = {"email": HARPER, "email_verified": value}
    assert sign_in(client, provider) == "/?failed=unverified"
    assert_signed_out(client, records)
    response = provider.sign_in(start(client))
    assert "not verified there" in error_sentence(client.get(callback(response)), 401)


@pytest.mark.parametrize(
    "email",
    [None, "", "nobody", 7, [HARPER], f"{'x' * 250}@x.example", '"\n"@harper.example', "office@harper.example\ud800"],
)
def test_address_that_is_none_is_refused(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, email: object
) -> None:
    provider.claims["email"] = None
    provider.user_information = {"email": email, "email_verified": True}
    assert sign_in(client, provider) == "/?failed=unverified"
    assert_signed_out(client, records)


def test_letter_that_becomes_ascii_in_lower_case_is_refused(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    """U+212A, the Kelvin sign, is "k" in lower case. Its owner is another person."""
    records.put("acme", "CON-3001", email="kim@harper.example", company_name="Kim Ltd")
    provider.claims["email"] = "\u212aim@harper.example"
    assert sign_in(client, provider) == "/?failed=unverified"
    provider.claims["email"] = "KIM@harper.example"
    assert sign_in(client, provider) == "/"


def test_person_without_account_gets_a_sentence(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    provider.claims["email"] = "stranger@x.example"
    assert sign_in(client, provider) == "/?failed=no-account"
    assert_signed_out(client, records)
    assert pages(records) == 0
    response = provider.sign_in(start(client))
    assert "No agency here has a contractor" in error_sentence(client.get(callback(response)), 401)


def test_user_information_about_another_person_is_refused(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    """OpenID Connect Core, 5.3.2."""
    provider.claims["email"] = None
    provider.user_information = {"sub": "person-2", "email": HARPER, "email_verified": True}
    assert sign_in(client, provider) == "/?failed=refused"
    assert_signed_out(client, records)


def test_email_is_unverified_without_user_information(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    provider.claims["email_verified"] = None
    provider.metadata["userinfo_endpoint"] = None
    assert sign_in(client, provider) == "/?failed=unverified"


# --- keys and metadata ------------------------------------------------------------------------------------------------


def test_new_key_of_the_provider_is_fetched_once_a_minute(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, clock: FakeClock
) -> None:
    assert sign_in(client, provider) == "/"
    clock.advance(61)
    provider.keys.append(new_key("second"))
    assert sign_in(client, provider) == "/"
    assert provider.called("/jwks") == 2
    provider.make_id_token = lambda claims: sign(claims, new_key("third"))
    for _ in range(3):
        assert sign_in(client, provider) == "/?failed=refused"
    assert provider.called("/jwks") == 2
    clock.advance(61)
    assert sign_in(client, provider) == "/?failed=refused"
    assert provider.called("/jwks") == 3


def test_metadata_and_keys_are_used_for_an_hour(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, clock: FakeClock
) -> None:
    sign_in(client, provider)
    clock.advance(3_600)
    sign_in(client, provider)
    assert (provider.called(DISCOVERY), provider.called("/jwks")) == (1, 1)
    clock.advance(1)
    sign_in(client, provider)
    assert (provider.called(DISCOVERY), provider.called("/jwks")) == (2, 2)


def test_unusable_keys_in_a_key_set_are_ignored(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords
) -> None:
    odd = [{"kty": "AKP", "kid": "a"}, {"kty": "EC", "crv": "P-999"}, {"kty": "RSA", "n": 5}, {}, 7, None]
    provider.answers["/jwks"] = json_answer({"keys": [*odd, provider.keys[0].as_dict(private=False)]})
    assert sign_in(client, provider) == "/"


@pytest.mark.parametrize("endpoint", [DISCOVERY, "/jwks"])
def test_failed_fetch_is_not_repeated_for_ten_seconds(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, clock: FakeClock, endpoint: str
) -> None:
    def outcome() -> str:
        page = start(client)
        return page if "failed" in page else client.get(callback(provider.sign_in(page)), headers=PAGE).location

    provider.answers[endpoint] = raw_answer(b"", 503)
    assert [outcome() for _ in range(3)] == ["/?failed=away"] * 3
    assert provider.called(endpoint) == 1
    provider.answers.clear()
    clock.advance(RETRY_S)
    assert outcome() == "/"


ROTATIONS: dict[str, tuple[str, Any, Any]] = {
    "same id": ("ES256", new_key("first"), new_key("first")),
    "no id": ("ES256", ECKey.generate_key("P-256"), ECKey.generate_key("P-256")),
    "no id, another algorithm": ("RS256", ECKey.generate_key("P-256"), RSAKey.generate_key(2048)),
}


@pytest.mark.parametrize("kind", ROTATIONS)
def test_key_that_replaces_another_is_fetched_once_a_minute(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, clock: FakeClock, kind: str
) -> None:
    """OpenID Connect Core, 10.1, demands an id only of keys among several."""
    alg, before, after = ROTATIONS[kind]

    def use(key: Any, alg: str) -> None:
        kid = {name: value for name, value in key.as_dict(private=False).items() if name == "kid" and kind == "same id"}
        public = {name: value for name, value in key.as_dict(private=False).items() if name != "kid"}
        provider.answers["/jwks"] = json_answer({"keys": [public | kid]})
        provider.make_id_token = lambda claims: jwt.encode({"alg": alg, **kid}, claims, key)

    use(before, "ES256")
    assert sign_in(client, provider) == "/"
    use(after, alg)
    assert sign_in(client, provider) == "/?failed=refused"
    clock.advance(61)
    assert sign_in(client, provider) == "/"
    use(before, "ES256")
    provider.answers["/jwks"] = json_answer({"keys": [after.as_dict(private=False)]})
    for _ in range(3):
        assert sign_in(client, provider) == "/?failed=refused"
    assert provider.called("/jwks") == 2


def huge(handler: BaseHTTPRequestHandler) -> None:
    """Send a body without an end, until the portal closes the connection."""
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b" " * 65_536)
    except OSError:
        pass


def cut_off(handler: BaseHTTPRequestHandler) -> None:
    """Send half of a body."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b'{"issuer":')


AWAY: dict[str, Answer] = {
    "500": raw_answer(b"Traceback: at line 7", 500),
    "404": raw_answer(b"{}", 404, "application/json"),
    "HTML": raw_answer(b"<html>Log in to the network</html>"),
    "a list": json_answer([1]),
    "deep JSON": raw_answer(b"[" * 100_000),
    "bytes": raw_answer(b"\xff\xfe\x00"),
    "nothing": raw_answer(b""),
    "huge": huge,
    "cut off": cut_off,
    "redirect": raw_answer(b"", 302, Location="http://127.0.0.1:1/elsewhere"),
}


@pytest.mark.parametrize("fault", AWAY)
@pytest.mark.parametrize("endpoint", [DISCOVERY, "/jwks", "/token", "/userinfo"])
def test_broken_provider_is_a_sentence(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, endpoint: str, fault: str
) -> None:
    provider.claims["email_verified"] = None
    provider.answers[endpoint] = AWAY[fault]
    if endpoint in (DISCOVERY, "/jwks"):
        assert client.get(START, headers=PAGE).headers["Location"] == "/?failed=away"
        answer = client.get(START)
    else:
        assert sign_in(client, provider) == "/?failed=away"
        answer = client.get(callback(provider.sign_in(start(client))))
    assert "cannot be reached just now" in error_sentence(answer, 500)
    assert answer.headers["Retry-After"] == "60"
    assert_signed_out(client, records)


WRONG_METADATA: dict[str, dict[str, Any]] = {
    "another issuer": {"issuer": "https://evil.example"},
    "no issuer": {"issuer": None},
    "no token endpoint": {"token_endpoint": None},
    "endpoint that is no text": {"authorization_endpoint": ["https://x.example"]},
    "script": {"authorization_endpoint": "javascript:alert(1)"},
    "another scheme": {"end_session_endpoint": "ftp://127.0.0.1/end"},
    "no keys": {"jwks_uri": None},
    "no usable client authentication": {"token_endpoint_auth_methods_supported": ["private_key_jwt"]},
    "methods that are no list": {"token_endpoint_auth_methods_supported": 5},
}


@pytest.mark.parametrize("fault", WRONG_METADATA)
def test_wrong_metadata_is_a_sentence(client: FlaskClient, provider: FakeProvider, fault: str) -> None:
    provider.metadata = WRONG_METADATA[fault]
    assert client.get(START, headers=PAGE).headers["Location"] == "/?failed=away"
    assert "cannot be reached just now" in error_sentence(client.get(START), 500)


@pytest.mark.parametrize("keys", [{}, {"keys": []}, {"keys": 5}, {"keys": [{"kty": "oct", "k": "AAAA"}]}])
def test_key_set_without_usable_keys_is_a_sentence(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, keys: object
) -> None:
    provider.answers["/jwks"] = json_answer(keys)
    assert client.get(START, headers=PAGE).location == "/?failed=away"


def test_wrong_client_secret_is_logged_without_the_secret(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, capsys: pytest.CaptureFixture[str]
) -> None:
    provider.secret = "another"
    assert sign_in(client, provider) == "/?failed=away"
    logged = capsys.readouterr().err
    assert "the token endpoint: status 401, invalid_client" in logged
    assert SECRET not in logged


def test_log_contains_no_personal_data(
    client: FlaskClient, provider: FakeProvider, records: MirrorRecords, capsys: pytest.CaptureFixture[str]
) -> None:
    response = provider.sign_in(start(client))
    client.get(callback(response), headers=PAGE)
    client.delete("/api/session")
    logged = capsys.readouterr().err
    assert "signed in" in logged
    assert not any(secret in logged for secret in (HARPER, response["code"], response["state"], "person-1", "eyJ"))


# --- a provider that hangs --------------------------------------------------------------------------------------------


def test_slow_provider_ends_after_five_seconds(client: FlaskClient, provider: FakeProvider) -> None:
    """It sends a byte now and then, so it is never late for a single read."""
    over = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not over.wait(0.2):
            try:
                handler.wfile.write(b" ")
            except OSError:
                break

    provider.answers[DISCOVERY] = drip
    try:
        assert client.get(START, headers=PAGE).headers["Location"] == "/?failed=away"
    finally:
        over.set()


class SlowAnswer:
    """An answer that waits until `go_on` is set. `asked`: whether a request waits for it."""

    def __init__(self, answer: Answer) -> None:
        self.asked, self.go_on = threading.Event(), threading.Event()
        self._answer = answer

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.set()
        self.go_on.wait(10)
        self._answer(handler)


@contextmanager
def waiting(provider: FakeProvider, path: str, answer: Answer, request: Callable[[], Any]) -> Iterator[Future[Any]]:
    """Make a request that waits for the provider's answer at a path, until the context ends."""
    slow = provider.answers[path] = SlowAnswer(answer)
    with ThreadPoolExecutor(1) as pool:
        try:
            future = pool.submit(request)
            assert slow.asked.wait(10)
            yield future
        finally:
            slow.go_on.set()
        future.result(10)


def assert_busy(answer: TestResponse) -> None:
    error_sentence(answer, 500)
    assert answer.headers["Retry-After"] == "2"


@pytest.mark.parametrize("is_healthy", [True, False])
def test_one_thread_fetches_and_others_fail_after_a_while(
    app: Flask, provider: FakeProvider, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, *, is_healthy: bool
) -> None:
    """Several people sign in at the same moment, and the provider is slow."""
    monkeypatch.setattr(cached_document, "WAIT_S", 0.01)
    metadata = json_answer(provider.all_metadata() if is_healthy else {})
    with waiting(provider, DISCOVERY, metadata, lambda: app.test_client().get(START)) as first:
        assert_busy(app.test_client().get(START))
        assert app.test_client().get("/api/session/methods").status_code == 200
        assert not first.done()
    assert first.result().status_code == (200 if is_healthy else 500)
    assert provider.called(DISCOVERY) == 1
    provider.answers.clear()
    clock.advance(RETRY_S)
    assert parse_qs(urlsplit(start(app.test_client())).query)["client_id"] == [CLIENT_ID]


HANDOVER_KEYS = "/handover-keys"


@pytest.fixture
def both_doors(make_app: MakeApp, provider: FakeProvider) -> Flask:
    """Return a portal with a provider and a handover, whose keys come from the provider's host."""
    provider.answers[HANDOVER_KEYS] = json_answer(KeySet(provider.keys).as_dict())
    return make_app(
        **settings(provider),
        HANDOVER_ISSUER=FRONT_END,
        HANDOVER_AUDIENCE=AUDIENCE,
        HANDOVER_KEYS=f"{provider.issuer}{HANDOVER_KEYS}",
    )


def hand_over(app: Flask, token: str) -> TestResponse:
    return app.test_client().post("/api/session/handover", json={"token": token})


def delayed(answer: Answer) -> Answer:
    """Return an answer that takes as long as that of a real provider."""

    def wait(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.2)
        answer(handler)

    return wait


def reloaded(both_doors: Flask, provider: FakeProvider) -> None:
    """Let the portal fetch its documents, as a web process does at its start, from a healthy provider."""
    answers = {DISCOVERY: json_answer(provider.all_metadata()), "/jwks": json_answer(KeySet(provider.keys).as_dict())}
    for path, answer in {**provider.answers, **answers}.items():
        provider.answers[path] = delayed(answer)
    issuers: Issuers = both_doors.extensions["issuers"]
    threading.Thread(target=issuers.prepare).start()


def test_twenty_people_sign_in_at_once_just_after_a_reload(
    app: Flask, both_doors: Flask, provider: FakeProvider, records: MirrorRecords
) -> None:
    """They have been at the provider during the reload. A web process has `THREADS` threads for them."""
    people = []
    for _ in range(20):
        before, after = app.test_client(), both_doors.test_client()
        response = callback(provider.sign_in(start(before)))
        after._cookies = before._cookies
        people.append((after, response))
    reloaded(both_doors, provider)
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(lambda person: person[0].get(person[1], headers=JSON_ONLY), people))
    assert [answer.status_code for answer in answers] == [200] * 20


def test_twenty_people_are_handed_over_at_once_just_after_a_reload(
    both_doors: Flask, provider: FakeProvider, records: MirrorRecords
) -> None:
    tokens = [handover_token(provider) for _ in range(20)]
    reloaded(both_doors, provider)
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda token: hand_over(both_doors, token), tokens))
    assert [answer.status_code for answer in answers] == [201] * 20
    assert provider.called(HANDOVER_KEYS) == 1


@pytest.fixture
def slow_tokens(app: Flask, provider: FakeProvider) -> Iterator[SlowTokens]:
    """Make the provider slow for invented codes, each from another network."""
    with ThreadPoolExecutor(MOST_FOR_PROVIDER) as pool:
        slow_tokens = SlowTokens(app, provider, pool)
        try:
            yield slow_tokens
        finally:
            slow_tokens.go_on.set()


class SlowTokens:
    """Callbacks with invented codes that wait for the provider until `go_on` is set."""

    def __init__(self, app: Flask, provider: FakeProvider, pool: ThreadPoolExecutor) -> None:
        self.go_on = threading.Event()
        self._app, self._provider, self._pool = app, provider, pool

    def take_places(self, number: int) -> None:
        """Let strangers take places of the portal's process. Return when they have them."""
        asked = threading.Semaphore(0)

        def wait(handler: BaseHTTPRequestHandler) -> None:
            asked.release()
            self.go_on.wait(10)
            json_answer({"error": "invalid_grant"}, 400)(handler)

        self._provider.answers["/token"] = wait
        for n in range(number):
            stranger = self._app.test_client()
            invented = callback({**self._provider.sign_in(start(stranger)), "code": "invented"})
            self._pool.submit(stranger.get, invented, headers=PAGE, environ_base={"REMOTE_ADDR": f"203.0.113.{n}"})
            assert asked.acquire(timeout=10)
        del self._provider.answers["/token"]


JSON_ONLY = {"Accept": "application/json"}


def test_invented_state_takes_no_place(
    app: Flask, client: FlaskClient, provider: FakeProvider, records: MirrorRecords, slow_tokens: SlowTokens
) -> None:
    """All places are taken, so a request that needed one would be refused as busy."""
    slow_tokens.take_places(MOST_FOR_PROVIDER)
    stranger = app.test_client()
    answer = stranger.get(f"{START}/callback?state=invented&code=x", headers=JSON_ONLY)
    assert "took too long" in error_sentence(answer, 401)


def test_description_of_a_provider_in_another_encoding_is_ignored(client: FlaskClient, provider: FakeProvider) -> None:
    state = provider.sign_in(start(client))["state"]
    response = callback({"state": state, "iss": provider.issuer, "error": "access_denied"})
    answer = client.get(f"{response}&error_description=acc%E8s", headers=PAGE)
    assert answer.headers["Location"] == "/?failed=denied"


def test_sign_in_is_bound_to_a_host_cookie_in_production(app: Flask, provider: FakeProvider) -> None:
    app.config["SESSION_COOKIE_SECURE"] = True
    answer = app.test_client().get(START, headers=PAGE, base_url="https://localhost")
    assert answer.headers["Location"].startswith(provider.issuer)
    name, *attributes = answer.headers["Set-Cookie"].split("; ")
    assert name.startswith("__Host-portal_attempt=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(attributes)
