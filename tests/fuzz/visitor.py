"""Who makes the calls: somebody signed in, who has the code that was mailed to them and takes up a new session."""

import zlib
from http.cookies import SimpleCookie
from typing import Any

from schemathesis import Case, Response
from sqlalchemy import delete

from app.store.tables import codes
from tests.fuzz.described import EMAIL
from tests.fuzz.known import operation_id
from tests.house import House

COOKIE = "portal_session"
PACE_S = 10
"""Between two calls, so that AgentOS can be asked again."""


class Visitor:
    """Somebody with a browser, in which one session follows another."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.served: set[str] = set()
        """The operations that were answered with what they are for."""
        self._cookie: str | None = None

    def call(self, case: Case) -> Response:
        """The answer to a call made as this person, who remembers what became of the session."""
        self.prepare(case)
        response = case.call()
        self.remember(case, response)
        return response

    def prepare(self, case: Case) -> None:
        """Let a call carry the session; whoever signs in with the address they have has its code."""
        self.house.tomorrow(PACE_S)
        self._cookie = self._cookie or self._new_session()
        case.cookies = {**case.cookies, COOKIE: self._cookie}
        body: Any = case.body
        positive = case.meta is not None and case.meta.generation.mode.is_positive
        if operation_id(case) == "signIn" and positive and body["email"] == EMAIL:
            case.body = {**body, "code": self._new_code()}

    def remember(self, case: Case, response: Response) -> None:
        """A good sign-in brings a session, signing out ends it. A body that was sent packed is unpacked."""
        if response.headers.get("content-encoding") == ["gzip"]:
            one = zlib.decompressobj(wbits=31)
            response.content = one.decompress(response.content)
            assert one.eof
            assert not one.unused_data
        if response.status_code < 300 and response.request.method == case.operation.method.upper():
            self.served.add(operation_id(case))
        if response.status_code == 201 and operation_id(case) == "signIn":
            self._cookie = SimpleCookie(response.headers["set-cookie"][0])[COOKIE].value
        if response.status_code == 204 and operation_id(case) == "signOut":
            self._cookie = None

    def check(self, case: Case, response: Response, **context: Any) -> None:
        """All checks, schemathesis' and ours, of an answer to this person."""
        case.validate_response(response, headers={"Cookie": case.cookies}, **context)

    def _new_session(self) -> str:
        self._forget_codes()
        cookie = self.house.sign_in(EMAIL).get_cookie(COOKIE)
        assert cookie is not None
        return cookie.value

    def _new_code(self) -> str:
        self._forget_codes()
        answer = self.house.app.test_client().post("/api/session/code", json={"email": EMAIL})
        assert answer.status_code == 204
        self.house.deliver()
        return self.house.postbox.code()

    def _forget_codes(self) -> None:
        """Five an hour would soon end it."""
        with self.house.portal.database.write() as connection:
            connection.execute(delete(codes))
