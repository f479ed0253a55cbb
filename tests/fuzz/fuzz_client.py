"""Who makes the calls: somebody signed in, who has the code that was mailed to them, the id of what they sent and a key
for each thing they send, and takes up a new session."""

import zlib
from http.cookies import SimpleCookie
from typing import Any
from uuid import uuid4

from schemathesis import Case, Response
from sqlalchemy import delete

from app.store.tables import codes
from tests.fuzz.description import EMAIL, SENT
from tests.fuzz.known_exceptions import operation_id
from tests.portal_server import PortalServer

API = "/api/contractor"
COOKIE = "portal_session"
KEY = "Idempotency-Key"
PACE_S = 10
"""Between two calls, so that AgentOS can be asked again."""


class FuzzClient:
    """Somebody with a browser, in which one session follows another."""

    def __init__(self, portal_server: PortalServer) -> None:
        self.portal_server = portal_server
        self.served: set[str] = set()
        """The operations that were answered with what they are for."""
        self._cookie: str | None = None
        self._named: dict[tuple[str, str, str], str] = {}

    def call(self, case: Case) -> Response:
        """The answer to a call made as this person, who remembers what became of the session."""
        self.prepare(case)
        response = case.call()
        self.remember(case, response)
        return response

    def prepare(self, case: Case) -> None:
        """Let a call carry the session; whoever signs in with the address they have has its code."""
        self.portal_server.advance_clock(PACE_S)
        self._cookie = self._cookie or self._new_session()
        case.cookies = {**case.cookies, COOKIE: self._cookie}
        body: Any = case.body
        positive = case.meta is not None and case.meta.generation.mode.is_positive
        if operation_id(case) == "signIn" and positive and body["email"] == EMAIL:
            case.body = {**body, "code": self._new_code()}
        if case.path_parameters.get("submissionId") == SENT:
            case.path_parameters["submissionId"] = self._sent()
        if KEY in case.headers and (key := self._key_for(case)) and positive:
            case.headers[KEY] = key

    def remember(self, case: Case, response: Response) -> None:
        """A good sign-in brings a session, signing out ends it. A body that was sent packed is unpacked."""
        if response.headers.get("content-encoding") == ["gzip"]:
            decompressor = zlib.decompressobj(wbits=31)
            response.content = decompressor.decompress(response.content)
            assert decompressor.eof
            assert not decompressor.unused_data
        if response.status_code < 300 and response.request.method == case.operation.method.upper():
            self.served.add(operation_id(case))
        if response.status_code == 201 and operation_id(case) == "signIn":
            self._cookie = SimpleCookie(response.headers["set-cookie"][0])[COOKIE].value
        if response.status_code == 204 and operation_id(case) == "signOut":
            self._cookie = None

    def check(self, case: Case, response: Response, **context: Any) -> None:
        """All checks, schemathesis' and ours, of an answer to this person."""
        case.validate_response(response, headers={"Cookie": case.cookies}, **context)

    def _sent(self) -> str:
        """The id of a note of theirs."""
        client = self.portal_server.app.test_client()
        client.set_cookie(COOKIE, str(self._cookie))
        account = {"Portal-Account": "acme/CON-1001"}
        sent = client.post(f"{API}/jobs/JOB-1/notes", json={"note": "Part ordered"}, headers=account)
        assert sent.status_code == 201, sent.text
        listed = client.get(f"{API}/submissions", headers=account).json
        return str(listed["submissions"][0]["submissionId"])  # type: ignore[index]

    def _key_for(self, case: Case) -> str:
        """Its own for whatever is not the same once more, so that a walk does not end in refusals of used keys."""
        key = str(case.headers[KEY])
        bare = key.strip()
        bare = bare[1:-1] if bare[:1] == bare[-1:] == '"' else bare  # one key, with quotation marks or without
        name = operation_id(case), str(case.path_parameters), bare
        first = self._named.setdefault(name, repr(case.body))
        return key if first == repr(case.body) else uuid4().hex

    def _new_session(self) -> str:
        self._forget_codes()
        cookie = self.portal_server.sign_in(EMAIL).get_cookie(COOKIE)
        assert cookie is not None
        return cookie.value

    def _new_code(self) -> str:
        self._forget_codes()
        answer = self.portal_server.app.test_client().post("/api/session/code", json={"email": EMAIL})
        assert answer.status_code == 204
        self.portal_server.mail_codes()
        return self.portal_server.postbox.code()

    def _forget_codes(self) -> None:
        """Five an hour would soon end it."""
        with self.portal_server.services.database.write() as connection:
            connection.execute(delete(codes))
