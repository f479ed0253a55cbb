"""Passkeys: adding, listing, removing, and signing in, with a software authenticator and every way to fail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, encode_cbor
from werkzeug.test import TestResponse

from app.api.problem_types import ProblemType
from app.auth.cleanup import delete_expired
from app.services import Services
from app.store.tables import audit_entries, passkey_challenges, passkeys, sessions
from tests.auth.conftest import HARPER, MakeApp, MirrorRecords, SignInSteps
from tests.auth.software_authenticator import ORIGIN, PRESENT, VERIFIED, SoftwareAuthenticator, add_passkey
from tests.clock import FakeClock
from tests.contract.api_calls import PROBLEM, error_sentence, problem_of

on_both_databases = pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
JO = "jo@harper.example"
PASSKEYS, SIGN_IN = "/api/session/passkeys", "/api/session/passkey"
EXPIRED = "This took too long, or it was sent twice. Please try again."
NOT_ADDED = "This passkey could not be verified, so it was not added. Please try again."
UNKNOWN = "The portal does not know this passkey. Please sign in with a code."
REFUSED = "Your passkey could not be verified. Please try once more, or sign in with a code."
ANDROID = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36"
TOO_OLD = "To change your passkeys, please sign in again with a code: your last sign-in was over 15 minutes ago."
Json = dict[str, Any]


def creation_options(client: FlaskClient) -> Json:
    answer = client.post(f"{PASSKEYS}/registration/options")
    assert answer.status_code == 200, answer.text
    return dict(answer.json or {})


def request_options(client: FlaskClient) -> Json:
    answer = client.post(f"{SIGN_IN}/options")
    assert answer.status_code == 200, answer.text
    return dict(answer.json or {})


def use(client: FlaskClient, device: SoftwareAuthenticator) -> TestResponse:
    """Sign in with the device's passkey."""
    return client.post(SIGN_IN, json=device.get(request_options(client)))


@dataclass
class Owner:
    """A signed-in person with a passkey."""

    client: FlaskClient
    device: SoftwareAuthenticator
    passkey_id: str


@pytest.fixture
def harper(client: FlaskClient, sign_in_steps: SignInSteps) -> FlaskClient:
    """Return the client of a person who has signed in with a code."""
    sign_in_steps.sign_in(client)
    return client


@pytest.fixture
def owner(harper: FlaskClient) -> Owner:
    device = SoftwareAuthenticator()
    return Owner(harper, device, add_passkey(harper, device))


@pytest.fixture
def stranger(app: Flask) -> FlaskClient:
    """Return a browser in which nobody has signed in."""
    return app.test_client()


def events(records: MirrorRecords) -> list[tuple[str, str | None, str | None]]:
    return [(row.event, row.email, row.detail) for row in records.rows(audit_entries)]


def test_creation_options_demand_a_discoverable_verified_credential(harper: FlaskClient) -> None:
    options = creation_options(harper)
    assert options["rp"] == {"id": "localhost", "name": "Contractor Portal"}
    assert options["authenticatorSelection"] == {
        "residentKey": "required",
        "requireResidentKey": True,
        "userVerification": "required",
    }
    assert (options["attestation"], options["timeout"], options["excludeCredentials"]) == ("none", 240_000, [])
    assert len(base64url_to_bytes(options["challenge"])) >= 16
    assert {each["alg"] for each in options["pubKeyCredParams"]} == {-8, -7, -257}
    assert options["user"]["name"] == options["user"]["displayName"] == HARPER
    assert b"harper" not in base64url_to_bytes(options["user"]["id"])


def test_user_handle_is_stable_and_differs_between_people(
    harper: FlaskClient, stranger: FlaskClient, sign_in_steps: SignInSteps
) -> None:
    sign_in_steps.sign_in(stranger, JO)
    handles = [creation_options(client)["user"]["id"] for client in (harper, harper, stranger)]
    assert handles[0] == handles[1] != handles[2]


@on_both_databases
def test_passkey_signs_in_on_a_browser_without_session(
    owner: Owner, stranger: FlaskClient, records: MirrorRecords
) -> None:
    answer = use(stranger, owner.device)
    assert answer.status_code == 201
    assert answer.json == owner.client.get("/api/session").json == stranger.get("/api/session").json
    assert stranger.get_cookie("portal_device")
    assert not stranger.get_cookie("portal_attempt")
    assert [row.method for row in records.rows(sessions)] == ["code", "passkey"]
    assert events(records)[-2:] == [("passkey added", HARPER, None), ("signed in", HARPER, "passkey")]


def test_request_options_are_the_same_for_everybody(owner: Owner, stranger: FlaskClient) -> None:
    first, second = request_options(owner.client), request_options(stranger)
    assert first.pop("challenge") != second.pop("challenge")
    assert first == second
    assert first == {
        "rpId": "localhost",
        "allowCredentials": [],
        "userVerification": "required",
        "timeout": 240_000,
    }


def test_list_names_the_browser_and_the_last_use(
    harper: FlaskClient, stranger: FlaskClient, clock: FakeClock, app: Flask
) -> None:
    harper.environ_base["HTTP_USER_AGENT"] = ANDROID
    device = SoftwareAuthenticator()
    passkey_id = add_passkey(harper, device)
    clock.advance(3_600)
    assert use(stranger, device).status_code == 201
    assert harper.get(PASSKEYS).json == {
        "passkeys": [
            {
                "passkeyId": passkey_id,
                "name": "Chrome Mobile on Android",
                "createdAt": "2026-11-25T09:00:00+00:00",
                "usedAt": "2026-11-25T10:00:00+00:00",
            }
        ]
    }


def test_second_device_gets_its_own_passkey_and_options_exclude_the_first(owner: Owner, stranger: FlaskClient) -> None:
    [excluded] = creation_options(owner.client)["excludeCredentials"]
    assert excluded == {"id": bytes_to_base64url(owner.device.credential_id), "type": "public-key"}
    second = SoftwareAuthenticator(counts=True)
    add_passkey(owner.client, second)
    assert len(owner.client.get(PASSKEYS).json["passkeys"]) == 2  # type: ignore[index]
    for device in (owner.device, second, owner.device, second):
        assert use(stranger, device).status_code == 201


@on_both_databases
def test_removed_passkey_signs_nobody_in(owner: Owner, stranger: FlaskClient, records: MirrorRecords) -> None:
    other = SoftwareAuthenticator()
    add_passkey(owner.client, other)
    assert owner.client.delete(f"{PASSKEYS}/{owner.passkey_id}").status_code == 204
    assert ("passkey removed", HARPER, None) in events(records)
    assert error_sentence(use(stranger, owner.device), 401) == UNKNOWN
    assert events(records)[-1] == ("sign-in failed", None, "unknown passkey")
    assert use(stranger, other).status_code == 201
    assert error_sentence(owner.client.delete(f"{PASSKEYS}/{owner.passkey_id}"), 404) == "There is no such passkey."


def test_passkey_of_another_person_can_be_neither_seen_nor_removed(
    owner: Owner, stranger: FlaskClient, sign_in_steps: SignInSteps
) -> None:
    sign_in_steps.sign_in(stranger, JO)
    assert stranger.get(PASSKEYS).json == {"passkeys": []}
    theirs, nobodys = (stranger.delete(f"{PASSKEYS}/{each}") for each in (owner.passkey_id, "f" * 32))
    assert error_sentence(theirs, 404) == error_sentence(nobodys, 404) == "There is no such passkey."
    assert len(owner.client.get(PASSKEYS).json["passkeys"]) == 1  # type: ignore[index]


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", ""), ("POST", ""), ("POST", "/registration/options"), ("DELETE", f"/{'f' * 32}")],
)
def test_own_passkeys_need_a_session(stranger: FlaskClient, method: str, path: str) -> None:
    assert error_sentence(stranger.open(f"{PASSKEYS}{path}", method=method), 401) == "Please sign in."


def test_passkey_needs_a_recent_sign_in(harper: FlaskClient, clock: FakeClock) -> None:
    clock.advance(15 * 60)
    creation_options(harper)
    clock.advance(1)
    assert error_sentence(harper.post(f"{PASSKEYS}/registration/options"), 409) == TOO_OLD


def test_passkey_is_added_by_a_sign_in_that_is_still_recent(
    harper: FlaskClient, clock: FakeClock, records: MirrorRecords
) -> None:
    clock.advance(15 * 60)
    assert add_passkey(harper, SoftwareAuthenticator())
    late = SoftwareAuthenticator().create(creation_options(harper))
    clock.advance(1)
    assert error_sentence(harper.post(PASSKEYS, json=late), 409) == TOO_OLD
    assert len(records.rows(passkeys)) == 1


def test_removal_of_a_passkey_needs_a_recent_sign_in(
    owner: Owner, stranger: FlaskClient, clock: FakeClock, sign_in_steps: SignInSteps
) -> None:
    clock.advance(15 * 60 + 1)
    assert error_sentence(owner.client.delete(f"{PASSKEYS}/{owner.passkey_id}"), 409) == TOO_OLD
    assert use(stranger, owner.device).status_code == 201
    clock.advance(15 * 60)
    assert stranger.delete(f"{PASSKEYS}/{owner.passkey_id}").status_code == 204


@pytest.mark.parametrize("method", ["oidc", "handover"])
def test_sign_in_without_a_question_changes_no_passkeys(owner: Owner, services: Services, method: str) -> None:
    """The identity provider or another front end may have signed the person in silently."""
    late = SoftwareAuthenticator().create(creation_options(owner.client))
    with services.database.write() as connection:
        connection.execute(update(sessions).values(method=method))
    for answer in (
        owner.client.post(f"{PASSKEYS}/registration/options"),
        owner.client.post(PASSKEYS, json=late),
        owner.client.delete(f"{PASSKEYS}/{owner.passkey_id}"),
    ):
        assert "your last sign-in did not ask for one" in error_sentence(answer, 409)
    assert len(owner.client.get(PASSKEYS).json["passkeys"]) == 1  # type: ignore[index]


def test_page_of_an_allowed_origin_changes_no_passkeys(make_app: MakeApp, sign_in_steps: SignInSteps) -> None:
    app = make_app(ALLOWED_ORIGINS="https://app.portal.example")
    client = app.test_client()
    sign_in_steps.sign_in(client)
    passkey_id = add_passkey(client, SoftwareAuthenticator())
    late = SoftwareAuthenticator().create(creation_options(client))
    theirs = {"Origin": "https://app.portal.example", "Sec-Fetch-Site": "same-site"}
    for answer in (
        client.post(f"{PASSKEYS}/registration/options", headers=theirs),
        client.post(PASSKEYS, json=late, headers=theirs),
        client.delete(f"{PASSKEYS}/{passkey_id}", headers=theirs),
    ):
        assert answer.status_code == 403
    assert client.get(PASSKEYS, headers=theirs).json == client.get(PASSKEYS).json


@on_both_databases
def test_eleventh_passkey_is_refused(harper: FlaskClient) -> None:
    device = SoftwareAuthenticator()
    for _ in range(9):
        add_passkey(harper, SoftwareAuthenticator())
    late = device.create(creation_options(harper))
    assert harper.post(PASSKEYS, json=late).status_code == 201
    sentence = "You have 10 passkeys already. Please remove one first."
    assert error_sentence(harper.post(f"{PASSKEYS}/registration/options"), 400) == sentence
    assert len(harper.get(PASSKEYS).json["passkeys"]) == 10  # type: ignore[index]


@on_both_databases
def test_eleventh_passkey_is_refused_if_begun_in_time(
    harper: FlaskClient, stranger: FlaskClient, sign_in_steps: SignInSteps
) -> None:
    """Another session of the same person adds the tenth meanwhile."""
    sign_in_steps.sign_in(stranger)
    for _ in range(9):
        add_passkey(harper, SoftwareAuthenticator())
    late = SoftwareAuthenticator().create(creation_options(stranger))
    add_passkey(harper, SoftwareAuthenticator())
    assert error_sentence(stranger.post(PASSKEYS, json=late), 400).startswith("You have 10 passkeys already.")


def test_credential_of_another_person_cannot_be_added_again(
    owner: Owner, stranger: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords
) -> None:
    sign_in_steps.sign_in(stranger, JO)
    copy = SoftwareAuthenticator(credential_id=owner.device.credential_id)
    answer = stranger.post(PASSKEYS, json=copy.create(creation_options(stranger)))
    assert error_sentence(answer, 400).startswith("This passkey was added before.")
    assert [row.email for row in records.rows(passkeys)] == [HARPER]


def test_passkey_without_account_gets_a_sentence(owner: Owner, stranger: FlaskClient, records: MirrorRecords) -> None:
    for agency, contractor in (("bolt", "B-7"), ("acme", "CON-1001"), ("acme", "CON-1002")):
        records.remove(agency, contractor)
    sentence = "No agency here has a contractor with this e-mail address now."
    assert error_sentence(use(stranger, owner.device), 401) == sentence
    assert stranger.get("/api/session").status_code == 401


# --- challenges -------------------------------------------------------------------------------------------------------


@on_both_databases
def test_sign_in_is_refused_when_replayed(owner: Owner, stranger: FlaskClient) -> None:
    proof = owner.device.get(request_options(stranger))
    attempt = stranger.get_cookie("portal_attempt")
    assert attempt
    assert stranger.post(SIGN_IN, json=proof).status_code == 201
    stranger.set_cookie("portal_attempt", attempt.value)
    assert error_sentence(stranger.post(SIGN_IN, json=proof), 401) == EXPIRED


def test_failed_sign_in_uses_its_challenge_up(owner: Owner, stranger: FlaskClient) -> None:
    options = request_options(stranger)
    proof = owner.device.get(options)
    assert (
        error_sentence(stranger.post(SIGN_IN, json=owner.device.get(options, "https://evil.example")), 401) == REFUSED
    )
    assert error_sentence(stranger.post(SIGN_IN, json=proof), 401) == EXPIRED


def test_sign_in_works_only_in_the_browser_that_began_it(owner: Owner, app: Flask) -> None:
    mine, other, third = app.test_client(), app.test_client(), app.test_client()
    proof = owner.device.get(request_options(mine))
    request_options(other)
    assert error_sentence(other.post(SIGN_IN, json=proof), 401) == REFUSED
    assert error_sentence(third.post(SIGN_IN, json=proof), 401) == EXPIRED
    assert mine.post(SIGN_IN, json=proof).status_code == 201


def test_challenges_expire_after_five_minutes(owner: Owner, stranger: FlaskClient, clock: FakeClock) -> None:
    proof, new = owner.device.get(request_options(stranger)), SoftwareAuthenticator()
    attestation = new.create(creation_options(owner.client))
    clock.advance(300)
    assert error_sentence(stranger.post(SIGN_IN, json=proof), 401) == EXPIRED
    assert error_sentence(owner.client.post(PASSKEYS, json=attestation), 400) == EXPIRED
    proof, attestation = owner.device.get(request_options(stranger)), new.create(creation_options(owner.client))
    clock.advance(299)
    assert stranger.post(SIGN_IN, json=proof).status_code == 201
    assert owner.client.post(PASSKEYS, json=attestation).status_code == 201


@on_both_databases
def test_cleaning_deletes_expired_challenges_alone(
    owner: Owner, stranger: FlaskClient, clock: FakeClock, services: Services, records: MirrorRecords
) -> None:
    request_options(stranger)
    clock.advance(200)
    creation_options(owner.client)
    clock.advance(100)
    assert delete_expired(services)["passkey_challenges"] == 1
    assert len(records.rows(passkey_challenges)) == len(records.rows(passkeys)) == 1


@on_both_databases
def test_registration_is_refused_when_replayed_or_without_options(harper: FlaskClient) -> None:
    attestation = SoftwareAuthenticator().create(creation_options(harper))
    assert harper.post(PASSKEYS, json=attestation).status_code == 201
    for _ in range(2):
        assert error_sentence(harper.post(PASSKEYS, json=attestation), 400) == EXPIRED


def test_registration_works_only_in_the_session_that_began_it(
    harper: FlaskClient, stranger: FlaskClient, sign_in_steps: SignInSteps
) -> None:
    attestation = SoftwareAuthenticator().create(creation_options(harper))
    sign_in_steps.sign_in(stranger)
    assert error_sentence(stranger.post(PASSKEYS, json=attestation), 400) == EXPIRED
    creation_options(stranger)
    assert error_sentence(stranger.post(PASSKEYS, json=attestation), 400) == NOT_ADDED


def test_code_remains_valid_after_an_attempt_with_a_passkey(client: FlaskClient, sign_in_steps: SignInSteps) -> None:
    code = sign_in_steps.code(client)
    request_options(client)
    assert client.post("/api/session", json={"email": HARPER, "code": code}).status_code == 201


# --- what the device and the browser say -----------------------------------------------------------------------------

WRONG_CLIENT_DATA = {
    "another origin": {"origin": "https://evil.example"},
    "another port": {"origin": "http://localhost:8080"},
    "https in place of http": {"origin": "https://localhost"},
    "a sub-domain": {"origin": "http://www.localhost"},
    "no origin": {"origin": None},
    "a frame in another site": {"crossOrigin": True},
    "another challenge": {"challenge": bytes_to_base64url(bytes(32))},
    "a number as challenge": {"challenge": 7},
    "another ceremony": {"type": "payment.get"},
}


@pytest.mark.parametrize("fault", WRONG_CLIENT_DATA)
def test_wrong_client_data_is_refused(owner: Owner, stranger: FlaskClient, fault: str) -> None:
    changes = WRONG_CLIENT_DATA[fault]
    origin = changes.get("origin", ORIGIN)
    others = {name: value for name, value in changes.items() if name != "origin"}
    proof = owner.device.get(request_options(stranger), origin, **others)
    assert error_sentence(stranger.post(SIGN_IN, json=proof), 401) == REFUSED
    attestation = SoftwareAuthenticator().create(creation_options(owner.client), origin, **others)
    assert error_sentence(owner.client.post(PASSKEYS, json=attestation), 400) == NOT_ADDED


@pytest.mark.parametrize("flags", [PRESENT, VERIFIED, 0])
def test_unverified_person_is_refused(owner: Owner, stranger: FlaskClient, flags: int) -> None:
    owner.device.flags = flags
    assert error_sentence(use(stranger, owner.device), 401) == REFUSED
    careless = SoftwareAuthenticator(flags=flags)
    answer = owner.client.post(PASSKEYS, json=careless.create(creation_options(owner.client)))
    assert error_sentence(answer, 400) == NOT_ADDED


def test_signature_of_another_key_is_refused(owner: Owner, stranger: FlaskClient, records: MirrorRecords) -> None:
    thief = SoftwareAuthenticator(credential_id=owner.device.credential_id, user_handle=owner.device.user_handle)
    assert error_sentence(use(stranger, thief), 401) == REFUSED
    assert events(records)[-1] == ("sign-in failed", HARPER, "passkey not verified")


def test_user_handle_of_another_person_is_refused(owner: Owner, stranger: FlaskClient) -> None:
    owner.device.user_handle = bytes(32)
    assert error_sentence(use(stranger, owner.device), 401) == REFUSED


@on_both_databases
def test_count_that_does_not_grow_is_refused_and_audited(
    harper: FlaskClient, stranger: FlaskClient, records: MirrorRecords
) -> None:
    device = SoftwareAuthenticator(counts=True)
    add_passkey(harper, device)
    assert use(stranger, device).status_code == 201
    for count in (device.sign_count - 1, 0):
        device.sign_count, device.counts = count, count > 0
        assert "may have been copied" in error_sentence(use(stranger, device), 401)
        assert events(records)[-1] == ("sign-in failed", HARPER, "passkey counted backwards")
    device.sign_count, device.counts = 50, True
    assert use(stranger, device).status_code == 201


def test_forged_count_does_not_accuse_the_owner(owner: Owner, stranger: FlaskClient, records: MirrorRecords) -> None:
    """The count is compared only if the signature is right."""
    records.set(passkeys, sign_count=50)
    thief = SoftwareAuthenticator(credential_id=owner.device.credential_id, user_handle=owner.device.user_handle)
    assert error_sentence(use(stranger, thief), 401) == REFUSED


def test_wrong_passkey_is_a_problem_of_its_own(stranger: FlaskClient) -> None:
    """A client must not take it for the end of a session."""
    proof = SoftwareAuthenticator(user_handle=b"x").get(request_options(stranger))
    answer = stranger.post(SIGN_IN, json=proof, headers={"Accept": PROBLEM})
    assert problem_of(answer, 401)["type"] == ProblemType.WRONG_PASSKEY.uri


def test_failed_sign_in_keeps_the_session_of_the_browser(owner: Owner) -> None:
    owner.device.flags = PRESENT
    assert use(owner.client, owner.device).status_code == 401
    assert owner.client.get("/api/session").status_code == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "[::1]:8000", "[::1]"])
@pytest.mark.parametrize("path", [f"{PASSKEYS}/registration/options", f"{SIGN_IN}/options"])
def test_ip_address_gets_a_sentence(harper: FlaskClient, host: str, path: str) -> None:
    session = harper.get_cookie("portal_session")
    assert session
    client = harper.application.test_client(use_cookies=False)
    answer = client.post(path, headers={"Host": host, "Cookie": f"portal_session={session.value}"})
    assert error_sentence(answer, 400).endswith("such as localhost; an IP address has none.")


@pytest.mark.parametrize(("base", "rp_id"), [("https://portal.example", "portal.example"), (ORIGIN, "localhost")])
def test_site_is_the_host_of_the_request(stranger: FlaskClient, base: str, rp_id: str) -> None:
    answer = stranger.post(f"{SIGN_IN}/options", base_url=base)
    assert (answer.json or {})["rpId"] == rp_id


def test_origin_includes_the_port(harper: FlaskClient, stranger: FlaskClient) -> None:
    device, base = SoftwareAuthenticator(), "http://localhost:8000"
    add_passkey(harper, device)
    options = stranger.post(f"{SIGN_IN}/options", base_url=base).json
    assert stranger.post(SIGN_IN, json=device.get(options or {}, base), base_url=base).status_code == 201


def test_registrations_are_limited_per_person_but_removals_are_not(
    harper: FlaskClient, stranger: FlaskClient, app: Flask, sign_in_steps: SignInSteps, clock: FakeClock
) -> None:
    """Each causes an e-mail, and a person may have many devices."""
    sign_in_steps.sign_in(stranger)
    for client in (harper, stranger) * 10:
        passkey_id = add_passkey(client, SoftwareAuthenticator())
        assert client.delete(f"{PASSKEYS}/{passkey_id}").status_code == 204
    for client in (harper, stranger):
        answer = client.post(f"{PASSKEYS}/registration/options")
        assert error_sentence(answer, 429) == "You tried to add passkeys too often. Please try again later."
        assert answer.headers["RateLimit"] == '"passkey registrations";r=0;t=3600'
    other = app.test_client()
    sign_in_steps.sign_in(other, JO)
    assert creation_options(other)
    clock.advance(3_600)
    sign_in_steps.sign_in(harper)
    assert creation_options(harper)


# --- malformed bodies ---------------------------------------------------------------------------------------------


FORM = "response: must be a device's answer in the form of toJSON()."


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (["rawId"], 7, "rawId: must be text."),
        (["rawId"], "A", FORM),
        (["rawId"], "é", FORM),
        (["type"], "password", FORM),
        (["response"], [], "response: must be an object."),
        (["response"], {}, "response.clientDataJSON: is required."),
        (["response", "clientDataJSON"], 7, "response.clientDataJSON: must be text."),
        (["response", "userHandle"], "A", FORM),
    ],
)
def test_malformed_member_gets_a_sentence(stranger: FlaskClient, path: list[str], value: Any, sentence: str) -> None:
    proof = SoftwareAuthenticator(user_handle=b"x").get({"challenge": "AAAA", "rpId": "localhost"})
    *outer, name = path
    (proof[outer[0]] if outer else proof)[name] = value
    assert error_sentence(stranger.post(SIGN_IN, json=proof), 400) == sentence


@pytest.mark.parametrize(("size", "status"), [(1_023, 201), (1_024, 400)])
def test_id_of_a_credential_has_a_limit(harper: FlaskClient, size: int, status: int) -> None:
    device = SoftwareAuthenticator(credential_id=bytes(size))
    assert harper.post(PASSKEYS, json=device.create(creation_options(harper))).status_code == status


def test_new_members_of_browsers_are_ignored(owner: Owner, stranger: FlaskClient) -> None:
    proof = owner.device.get(request_options(stranger))
    proof["response"]["somethingNew"] = {"of": "a later version"}
    assert stranger.post(SIGN_IN, json=proof).status_code == 201


def attested(device: SoftwareAuthenticator, options: Json, fmt: Any, statement: Any) -> Json:
    """Return the JSON of a new credential with this attestation."""
    body = device.create(options)
    data = device.authenticator_data("localhost", device.public_key())
    content = encode_cbor({"fmt": fmt, "attStmt": statement, "authData": data})
    body["response"]["attestationObject"] = bytes_to_base64url(content)
    return body


@pytest.mark.parametrize("certified", [False, True])
def test_packed_attestation_is_accepted_without_certificates(harper: FlaskClient, certified: bool) -> None:
    """A device may sign with the new key itself. The certificate of a manufacturer identifies a person's device."""
    device, options = SoftwareAuthenticator(), creation_options(harper)
    client_data = base64url_to_bytes(device.create(options)["response"]["clientDataJSON"])
    signed = device.authenticator_data("localhost", device.public_key()) + sha256(client_data).digest()
    statement = {"alg": -7, "sig": device.key.sign(signed, ECDSA(SHA256()))}
    if certified:
        statement["x5c"] = [certificate_of(device)]
    answer = harper.post(PASSKEYS, json=attested(device, options, "packed", statement))
    if certified:
        assert error_sentence(answer, 400) == NOT_ADDED
    else:
        assert answer.status_code == 201


def certificate_of(device: SoftwareAuthenticator) -> bytes:
    """Return a certificate of the device's key."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Maker")])
    today = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(device.key.public_key())
    valid = builder.serial_number(1).not_valid_before(today - timedelta(1)).not_valid_after(today + timedelta(1))
    return valid.sign(device.key, SHA256()).public_bytes(Encoding.DER)


@pytest.mark.parametrize(
    ("fmt", "statement"),
    [
        ("none", {"sig": b"x", "alg": -7}),
        ("packed", {"sig": b"x", "alg": -7}),
        ("packed", {"sig": 7, "alg": [], "x5c": [b"x", 7]}),
        ("packed", []),
        ("android-key", {}),
        ("nothing", 7),
        (7, {}),
        (["none"], {}),
    ],
)
def test_crafted_attestation_is_refused(harper: FlaskClient, fmt: Any, statement: Any) -> None:
    body = attested(SoftwareAuthenticator(), creation_options(harper), fmt, statement)
    assert error_sentence(harper.post(PASSKEYS, json=body), 400) == NOT_ADDED
