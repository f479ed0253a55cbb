"""A client that makes the generated requests.

It is signed in, has a device with a passkey, and knows its mailed code, the ids of a submission and of a passkey, and a
key for each submission. It starts a new
session if the old one ends.
"""

import zlib
from http.cookies import SimpleCookie
from typing import Any
from uuid import uuid4

import brotli
from flask.testing import FlaskClient
from schemathesis import Case, Response
from sqlalchemy import delete
from werkzeug.test import TestResponse

from app.store.tables import codes, passkeys
from tests.auth.fake_provider import FakeProvider, handover_token
from tests.auth.software_authenticator import SoftwareAuthenticator
from tests.fuzz.checks import PROBLEM
from tests.fuzz.description import EMAIL, OTHER_DEVICE, PASSKEY, SENT
from tests.fuzz.known_exceptions import operation_id
from tests.portal_server import PortalServer

API = "/api/contractor"
COOKIE, ATTEMPT = "portal_session", "portal_attempt"
SIGN_INS = ("signIn", "handOver", "finishOpenid", "signInWithPasskey")
KEY = "Idempotency-Key"
PACE_S = 10
"""The time between two requests, in which slots of the call budget become free."""
PASSKEY_PACE_S = 200
"""The same before a request about passkeys. A person may begin to add one 20 times an hour."""


class FuzzClient:
    """A person with a browser, who signs in again when the session ends."""

    def __init__(self, portal_server: PortalServer, provider: FakeProvider) -> None:
        self.portal_server = portal_server
        self._provider = provider
        self.served: set[str] = set()
        """The operations that have succeeded."""
        self._asked = 0
        self._cookie: str | None = None
        self._bodies: dict[tuple[str, str, str], set[str]] = {}

    def call(self, case: Case) -> Response:
        """Make a request with the session. Return the response."""
        self.prepare(case)
        response = case.call()
        self.remember(case, response)
        return response

    def prepare(self, case: Case) -> None:
        """Add the session, and for a valid sign-in the right code. Ask for problems in every second request."""
        self.portal_server.advance_clock(PACE_S)
        self._asked += 1
        if self._asked % 2:
            case.headers["Accept"] = PROBLEM
        if "passkey" in operation_id(case).lower():
            self._cookie = None  # to add a passkey, the sign-in must be recent
            self.portal_server.advance_clock(PASSKEY_PACE_S)
        self._cookie = self._cookie or self._new_session()
        case.cookies = {**case.cookies, COOKIE: self._cookie}
        body: Any = case.body
        positive = case.meta is not None and case.meta.generation.mode.is_positive
        if operation_id(case) == "signIn" and positive and body["email"] == EMAIL:
            code, attempt = self._new_code()
            case.body = {**body, "code": code}
            case.cookies = {**case.cookies, ATTEMPT: attempt}
        if operation_id(case) == "handOver" and positive:
            case.body = {"token": handover_token(self._provider)}
        if operation_id(case) == "finishOpenid" and positive:
            case.query, attempt = self._response_of_provider()
            case.cookies = {**case.cookies, ATTEMPT: attempt}
        if operation_id(case) == "addPasskey" and positive:
            case.body = self._new_passkey(SoftwareAuthenticator())
        if operation_id(case) == "signInWithPasskey" and positive:
            case.body, attempt = self._proof()
            case.cookies = {**case.cookies, ATTEMPT: attempt}
        if case.path_parameters.get("passkeyId") == PASSKEY:
            case.path_parameters["passkeyId"] = self._add_passkey(SoftwareAuthenticator())
        if case.path_parameters.get("submissionId") == SENT:
            case.path_parameters["submissionId"] = self._sent()
        if case.path_parameters.get("deviceId") == OTHER_DEVICE:
            case.path_parameters["deviceId"] = self._other_device()
        if KEY in case.headers and (key := self._key_for(case)) and positive:
            case.headers[KEY] = key

    def remember(self, case: Case, response: Response) -> None:
        """Update the session after signing in or out, and decompress the response."""
        if response.headers.get("content-encoding") == ["gzip"]:
            decompressor = zlib.decompressobj(wbits=31)
            response.content = decompressor.decompress(response.content)
            assert decompressor.eof
            assert not decompressor.unused_data
        if response.headers.get("content-encoding") == ["br"]:
            response.content = brotli.decompress(response.content)
        is_answer = response.request.method == case.operation.method.upper()  # schemathesis tries other methods too
        if is_answer and response.status_code < 300:
            self.served.add(operation_id(case))
        if is_answer and response.status_code in (200, 201) and operation_id(case) in SIGN_INS:
            cookies = SimpleCookie()
            for header in response.headers["set-cookie"]:
                cookies.load(header)
            self._cookie = cookies[COOKIE].value
        if response.status_code == 204 and operation_id(case) in ("signOut", "signOutDevice"):
            self._cookie = None

    def check(self, case: Case, response: Response, **context: Any) -> None:
        """Run all checks, schemathesis' and our own, on a response."""
        case.validate_response(response, headers={"Cookie": case.cookies}, **context)

    def _client(self) -> FlaskClient:
        """Return another client with the same session."""
        client = self.portal_server.app.test_client()
        client.set_cookie(COOKIE, str(self._cookie))
        return client

    def _new_passkey(self, device: SoftwareAuthenticator) -> Any:
        """Return the JSON of a new passkey. All earlier ones are deleted, because a person has at most ten."""
        with self.portal_server.services.database.write() as connection:
            connection.execute(delete(passkeys))
        return device.create(_good(self._client().post("/api/session/passkeys/registration/options"), 200))

    def _add_passkey(self, device: SoftwareAuthenticator) -> str:
        """Add a passkey. Return its id."""
        answer = self._client().post("/api/session/passkeys", json=self._new_passkey(device))
        return str(_good(answer, 201)["passkeyId"])

    def _proof(self) -> tuple[Any, str]:
        """Return the JSON of a proof by a passkey, and the cookie of the browser that asked for it."""
        device = SoftwareAuthenticator()
        self._add_passkey(device)
        client = self.portal_server.app.test_client()
        options = _good(client.post("/api/session/passkey/options"), 200)
        cookie = client.get_cookie(ATTEMPT)
        assert cookie is not None
        return device.get(options), cookie.value

    def _sent(self) -> str:
        """Add a note. Return its submission's id."""
        client = self._client()
        account = {"Portal-Account": "acme/CON-1001"}
        sent = client.post(f"{API}/jobs/JOB-1/notes", json={"note": "Part ordered"}, headers=account)
        assert sent.status_code == 201, sent.text
        listed = client.get(f"{API}/submissions", headers=account).json
        return str(listed["submissions"][0]["submissionId"])  # type: ignore[index]

    def _other_device(self) -> str:
        """Sign in on another device. Return its id."""
        self._forget_codes()
        devices = self.portal_server.sign_in(EMAIL).get("/api/session/devices").json["devices"]  # type: ignore[index]
        return next(str(device["deviceId"]) for device in devices if device["current"])

    def _key_for(self, case: Case) -> str:
        """Return the key, or a new one if another body came with it, because a walk should not end in refusals.

        The other body counts even if the portal refused it: a later one may have been accepted.
        """
        key = str(case.headers[KEY])
        bare = key.strip()
        bare = bare[1:-1] if bare[:1] == bare[-1:] == '"' else bare  # the same key, with or without quotation marks
        name = operation_id(case), str(case.path_parameters), bare
        bodies = self._bodies.setdefault(name, set())
        bodies.add(repr(case.body))
        return key if len(bodies) == 1 else uuid4().hex

    def _new_session(self) -> str:
        self._forget_codes()
        cookie = self.portal_server.sign_in(EMAIL).get_cookie(COOKIE)
        assert cookie is not None
        self.portal_server.refresh(everywhere=True)  # a prefetch of a list that was never read is 500
        return cookie.value

    def _new_code(self) -> tuple[str, str]:
        """Return a mailed code, and the cookie of the browser that asked for it."""
        self._forget_codes()
        client = self.portal_server.app.test_client()
        assert client.post("/api/session/code", json={"email": EMAIL}).status_code == 204
        cookie = client.get_cookie(ATTEMPT)
        assert cookie is not None
        self.portal_server.mail_codes()
        return self.portal_server.postbox.code(), cookie.value

    def _response_of_provider(self) -> tuple[dict[str, Any], str]:
        """Return the parameters with which the provider sends a person back, and the cookie of the person's browser."""
        client = self.portal_server.app.test_client()
        parameters = self._provider.sign_in(client.get("/api/session/oidc").json["url"])
        cookie = client.get_cookie(ATTEMPT)
        assert cookie is not None
        return dict(parameters), cookie.value

    def _forget_codes(self) -> None:
        """Delete all codes, because only five an hour are allowed."""
        with self.portal_server.services.database.write() as connection:
            connection.execute(delete(codes))


def _good(answer: TestResponse, status: int) -> Any:
    assert answer.status_code == status, answer.text
    return answer.json
