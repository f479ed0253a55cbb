"""The exchange of another front end's signed token for a session."""

from __future__ import annotations

import base64
import json
import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, example, given, settings
from joserfc.jwk import KeySet, OctKey, OKPKey, RSAKey
from werkzeug.test import TestResponse

from app.auth.cleanup import delete_expired
from app.auth.sso.cached_document import RETRY_S
from app.services import Services
from app.store.tables import audit_entries, handovers, sessions
from tests.auth.conftest import HARPER, MakeApp, MirrorRecords
from tests.auth.fake_provider import new_key, sign, sign_anything
from tests.auth.tokens import CLAIMS, HEADERS
from tests.clock import FakeClock
from tests.contract.api_calls import error_sentence

pytestmark = pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
HANDOVER = "/api/session/handover"
ISSUER, AUDIENCE = "https://myprop.example", "https://portal.example"
FRONT_END = "http://localhost:3000"

MYPROP = new_key("first")
KEYS: dict[str, Any] = {
    "ES256": MYPROP,
    "RS256": RSAKey.generate_key(2048, {"kid": "rsa"}),
    "PS256": RSAKey.generate_key(2048, {"kid": "pss"}),
    "EdDSA": OKPKey.generate_key("Ed25519", {"kid": "ed"}),
}
HS256_KEY = OctKey.import_key("a secret of 32 characters, or more", {"kid": "first"})


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    file = tmp_path / "keys.json"
    file.write_text(json.dumps(KeySet(list(KEYS.values())).as_dict()))
    return file


@pytest.fixture
def app(make_app: MakeApp, key_file: Path) -> Flask:
    return make_app(
        HANDOVER_ISSUER=ISSUER,
        HANDOVER_AUDIENCE=AUDIENCE,
        HANDOVER_KEYS=str(key_file),
        ALLOWED_ORIGINS=FRONT_END,
    )


def claims(clock: FakeClock, **changes: Any) -> dict[str, Any]:
    """Return the claims of a valid token for Harper, with these changes; None removes a claim."""
    now = int(clock.now().timestamp())
    usual = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "iat": now,
        "exp": now + 60,
        "jti": secrets.token_hex(8),
        "email": HARPER,
    }
    return {name: value for name, value in {**usual, **changes}.items() if value is not None}


def token(clock: FakeClock, **changes: Any) -> str:
    return sign(claims(clock, **changes), MYPROP)


def send(client: FlaskClient, text: object, **headers: str) -> TestResponse:
    return client.post(HANDOVER, json={"token": text}, headers=headers)


def why(records: MirrorRecords) -> str:
    """Return the reason of the last failed sign-in in the audit."""
    entries = [row.detail for row in records.rows(audit_entries) if row.event == "sign-in failed"]
    return str(entries[-1]) if entries else ""


@pytest.mark.parametrize("alg", KEYS)
def test_token_starts_a_session(client: FlaskClient, records: MirrorRecords, clock: FakeClock, alg: str) -> None:
    answer = send(client, sign(claims(clock, email_verified=True), KEYS[alg], alg))
    assert answer.status_code == 201, answer.text
    assert answer.json["email"] == HARPER
    assert client.get("/api/session").json == answer.json
    (row,) = records.rows(sessions)
    assert row.method == "handover"
    assert row.device is not None


def test_token_may_name_the_agency(client: FlaskClient, records: MirrorRecords, clock: FakeClock) -> None:
    assert send(client, token(clock, agency="bolt")).json["account"]["agency"] == "bolt"
    assert send(client, token(clock, agency="unknown")).json["account"]["agency"] == "bolt"
    assert send(client, token(clock, agency=["acme"])).status_code == 201


def test_tabs_that_hand_over_together_all_work(
    app: Flask, client: FlaskClient, records: MirrorRecords, clock: FakeClock
) -> None:
    """A later handover leaves one sign-in of this browser."""
    assert send(client, token(clock)).status_code == 201
    cookies = [client.get_cookie(name) for name in ("portal_device", "portal_session")]
    clock.advance(60)
    tabs, texts = [app.test_client() for _ in range(4)], [token(clock) for _ in range(4)]
    for tab in tabs:
        for cookie in cookies:
            assert cookie is not None
            tab.set_cookie(cookie.key, cookie.value)
    with ThreadPoolExecutor(4) as pool:
        assert [answer.status_code for answer in pool.map(send, tabs, texts)] == [201] * 4
    assert [tab.get("/api/session").status_code for tab in (client, *tabs)] == [401, 200, 200, 200, 200]
    clock.advance(60)
    assert send(tabs[0], token(clock)).status_code == 201
    assert [row.ended_at for row in records.rows(sessions)].count(None) == 1
    assert tabs[0].get("/api/session").status_code == 200


def test_token_works_once(client: FlaskClient, records: MirrorRecords, clock: FakeClock) -> None:
    text = token(clock)
    assert send(client, text).status_code == 201
    answer = send(client, text)
    assert "was used before" in error_sentence(answer, 401)
    assert client.get("/api/session").status_code == 200
    assert why(records) == "handover: used before"


def test_token_works_once_on_all_hosts(make_app: MakeApp, app: Flask, records: MirrorRecords, clock: FakeClock) -> None:
    text = token(clock)
    clients = [application.test_client() for application in (app, make_app()) for _ in range(2)]
    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(lambda client: send(client, text).status_code, clients)) == [201, 401, 401, 401]


def test_used_token_is_remembered_until_it_expires(
    client: FlaskClient, records: MirrorRecords, clock: FakeClock, services: Services
) -> None:
    text = token(clock)
    send(client, text)
    clock.advance(89)
    delete_expired(services)
    assert "was used before" in error_sentence(send(client, text), 401)
    clock.advance(5)
    delete_expired(services)
    assert not records.rows(handovers)
    assert "has expired" in error_sentence(send(client, text), 401)


REFUSED: dict[str, dict[str, Any]] = {
    "another issuer": {"iss": "https://evil.example"},
    "no issuer": {"iss": None},
    "another audience": {"aud": "https://other.example"},
    "a further audience": {"aud": [AUDIENCE, "https://other.example"]},
    "no audience": {"aud": None},
    "no expiry": {"exp": None},
    "expiry that is no number": {"exp": "soon"},
    "not a number": {"exp": float("nan")},
    "valid for six minutes": {"exp": 361},
    "expiry before issue": {"exp": 5, "iat": 10},
    "no time of issue": {"iat": None},
    "issued in the future": {"iat": 31, "exp": 60},
    "not yet valid": {"nbf": 31},
    "no id": {"jti": None},
    "empty id": {"jti": ""},
    "id as a number": {"jti": 5},
    "long id": {"jti": "x" * 201},
    "no address": {"email": None},
    "address as a list": {"email": [HARPER]},
    "no address at all": {"email": "nobody"},
    "unverified address": {"email_verified": False},
    "verified as text": {"email_verified": "true"},
    "verified as a number": {"email_verified": 1},
}


@pytest.mark.parametrize("fault", REFUSED)
def test_token_with_wrong_claims_is_refused(
    client: FlaskClient, records: MirrorRecords, clock: FakeClock, fault: str
) -> None:
    now = int(clock.now().timestamp())
    changes = {
        name: now + value if name in ("exp", "iat", "nbf") and type(value) is int else value
        for name, value in REFUSED[fault].items()
    }
    assert "could not verify" in error_sentence(send(client, token(clock, **changes)), 401)
    assert client.get("/api/session").status_code == 401
    assert not records.rows(handovers)
    assert why(records).startswith("handover: ")


@pytest.mark.parametrize(("late_s", "status"), [(89, 201), (91, 401)])
def test_token_expires(client: FlaskClient, records: MirrorRecords, clock: FakeClock, late_s: int, status: int) -> None:
    text = token(clock)
    clock.advance(late_s)
    answer = send(client, text)
    assert answer.status_code == status
    assert status == 201 or "has expired" in error_sentence(answer, 401)


def by_hand(header: object, payload: object) -> str:
    parts = (base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in (header, payload))
    return ".".join((*parts, "c2ln"))


@pytest.mark.parametrize(
    "make",
    [
        lambda clock: by_hand({"alg": "none"}, claims(clock)),
        lambda clock: sign(claims(clock), HS256_KEY, "HS256"),
        lambda clock: sign(claims(clock), new_key("first")),
        lambda clock: sign(claims(clock), new_key("unknown")),
        lambda clock: sign(claims(clock), key := new_key("own"), jwk=key.as_dict(private=False)),
        lambda clock: sign(claims(clock), KEYS["RS256"], "RS384"),
        lambda clock: by_hand([], {}),
        lambda clock: by_hand({"alg": 5}, {}),
        lambda clock: by_hand({"alg": "ES256", "kid": ["first"]}, {}),
        lambda clock: f"{token(clock)[:-8]}AAAAAAAA",
    ],
    ids=[
        "none", "HS256", "foreign key", "unknown key", "key in the header", "algorithm", "list", "number", "odd kid",
        "signature",
    ],
)  # fmt: skip
def test_token_with_wrong_signature_is_refused(
    client: FlaskClient, records: MirrorRecords, clock: FakeClock, make: Any
) -> None:
    error_sentence(send(client, make(clock)), 401)
    assert client.get("/api/session").status_code == 401


@pytest.mark.parametrize(
    "text", [None, 5, "", "abc", "a.b", "a.b.c.d", "a.b.é", "a.b.c\n", "a" * 8_000 + ".b.c", ["a.b.c"]]
)
def test_malformed_token_is_400(client: FlaskClient, text: object) -> None:
    assert error_sentence(send(client, text), 400).startswith("token: ")


def test_person_without_account_gets_a_sentence(client: FlaskClient, records: MirrorRecords, clock: FakeClock) -> None:
    answer = send(client, token(clock, email="stranger@x.example"))
    assert "No agency here has a contractor" in error_sentence(answer, 401)


def test_installation_without_handover_says_so(make_app: MakeApp, clock: FakeClock) -> None:
    client = make_app(HANDOVER_ISSUER="", HANDOVER_AUDIENCE="", HANDOVER_KEYS="").test_client()
    assert "no such way to sign in" in error_sentence(send(client, token(clock)), 404)


def limited(make_app: MakeApp, key_file: Path) -> FlaskClient:
    """Return a client of a portal that accepts two failed attempts an hour."""
    handover = {"HANDOVER_ISSUER": ISSUER, "HANDOVER_AUDIENCE": AUDIENCE, "HANDOVER_KEYS": str(key_file)}
    return make_app(**handover, SIGNIN_PER_ADDRESS="2").test_client()


def test_only_tokens_that_sign_nobody_in_are_limited(
    make_app: MakeApp, key_file: Path, records: MirrorRecords, clock: FakeClock
) -> None:
    """A stranger in the same network cannot end the handover for others."""
    client = limited(make_app, key_file)
    stranger = client.application.test_client()
    assert [send(client, token(clock)).status_code for _ in range(3)] == [201] * 3
    assert [send(stranger, "a.b.c").status_code for _ in range(3)] == [401, 401, 429]
    answer = send(client, token(clock))
    assert (answer.status_code, answer.headers["RateLimit"]) == (201, '"sign-ins";r=0;t=3600')
    failures = [row for row in records.rows(audit_entries) if row.event == "sign-in failed"]
    assert len(failures) == 2, "an attempt over the limit is not recorded"


@pytest.mark.parametrize("changes", [{"jti": "used"}, {"email": "stranger@x.example"}, {"aud": "other"}])
def test_refused_tokens_are_limited(
    make_app: MakeApp, key_file: Path, records: MirrorRecords, clock: FakeClock, changes: dict[str, Any]
) -> None:
    client = limited(make_app, key_file)
    text = token(clock, **changes)
    assert send(client, token(clock, jti="used")).status_code == 201
    assert [send(client, text).status_code for _ in range(3)] == [401, 401, 429]


def test_tokens_are_limited_while_there_are_no_keys(
    make_app: MakeApp, key_file: Path, records: MirrorRecords, clock: FakeClock
) -> None:
    """Afterwards, a valid token still signs its person in."""
    keys = key_file.read_text()
    client = limited(make_app, key_file)
    key_file.write_text("broken")
    text = token(clock)
    assert [send(client, text).status_code for _ in range(3)] == [500, 500, 429]
    key_file.write_text(keys)
    clock.advance(RETRY_S)
    assert send(client, text).status_code == 201


def test_unknown_key_is_refused_and_counted_while_the_keys_cannot_be_fetched_again(
    make_app: MakeApp, key_file: Path, records: MirrorRecords, clock: FakeClock
) -> None:
    client = limited(make_app, key_file)
    assert send(client, token(clock)).status_code == 201
    clock.advance(61)
    key_file.unlink()
    unknown = sign(claims(clock), new_key("unknown"))
    assert [send(client, unknown).status_code for _ in range(3)] == [401, 401, 429]
    assert why(records) == "handover: invalid_key_id; new keys: the key file: FileNotFoundError"
    assert send(client, token(clock)).status_code == 201
    clock.advance(3_600 - 61 + 1)
    assert send(client, token(clock)).status_code == 429, "nobody knows a key"


def test_front_end_of_an_allowed_origin_may_hand_over(
    client: FlaskClient, records: MirrorRecords, clock: FakeClock
) -> None:
    headers = {"Origin": FRONT_END, "Sec-Fetch-Site": "same-site"}
    answer = client.post(HANDOVER, json={"token": token(clock)}, headers=headers)
    assert answer.status_code == 201
    assert answer.headers["Access-Control-Allow-Origin"] == FRONT_END
    assert answer.headers["Access-Control-Allow-Credentials"] == "true"
    foreign = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    error_sentence(client.post(HANDOVER, json={"token": token(clock)}, headers=foreign), 403)


def test_new_key_in_the_file_is_used_within_a_minute(
    client: FlaskClient, records: MirrorRecords, clock: FakeClock, key_file: Path
) -> None:
    send(client, token(clock))
    second = new_key("second")
    key_file.write_text(json.dumps(KeySet([MYPROP, second]).as_dict()))
    assert send(client, sign(claims(clock), second)).status_code == 401
    clock.advance(61)
    assert send(client, sign(claims(clock), second)).status_code == 201


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"keys": []}', "\ud800"])
def test_broken_key_file_is_a_sentence(
    client: FlaskClient, records: MirrorRecords, clock: FakeClock, key_file: Path, content: str
) -> None:
    key_file.write_text(content, "utf-8", "surrogatepass")
    answer = send(client, token(clock))
    assert "cannot be reached just now" in error_sentence(answer, 500)
    key_file.unlink()
    error_sentence(send(client, token(clock)), 500)


def test_log_and_audit_contain_no_token(
    client: FlaskClient, records: MirrorRecords, clock: FakeClock, capsys: pytest.CaptureFixture[str]
) -> None:
    for changes in ({}, {"aud": "https://other.example"}, {"email": "private@x.example"}):
        send(client, token(clock, **changes))
    logged = capsys.readouterr().err
    assert "signed in" in logged
    assert not any(word in logged for word in (HARPER, "eyJ", "other.example", "private@"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(changes=CLAIMS, headers=HEADERS)
@example(changes={"exp": 10**400}, headers={})
@example(changes={"iat": -(10**400), "exp": 10**400}, headers={})
@example(changes={"jti": "\ud800"}, headers={})
@example(changes={"email": "\ud800@x.example"}, headers={})
@example(changes={}, headers={"b64": False, "crit": ["b64"]})
@example(changes={}, headers={"crit": 5})
def test_no_signed_token_causes_a_500(
    client: FlaskClient, records: MirrorRecords, clock: FakeClock, changes: dict[str, Any], headers: dict[str, Any]
) -> None:
    """The front end signs anything: only a valid token gets a session, and every other one gets a sentence."""
    answer = send(client, sign_anything(headers, {**claims(clock), **changes}, MYPROP))
    clock.advance(30)
    if answer.status_code != 201:
        error_sentence(answer, answer.status_code)
        assert answer.status_code in (400, 401)
