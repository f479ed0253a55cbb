"""The owner of a session. Only a code starts a session, and nothing restores a session that has ended."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.store.tables import sessions
from tests.contract.api_calls import API, WRITES
from tests.portal_server import PortalServer
from tests.security.clients import COOKIE, cookie_value, with_cookie
from tests.security.routes import addresses

HARPER = "office@harper.example"
Request = Callable[[FlaskClient], TestResponse]


def is_dead(portal_server: PortalServer, session_id: str) -> bool:
    return with_cookie(portal_server, session_id).get("/api/session").status_code == 401


def sign_in(portal_server: PortalServer, client: FlaskClient, email: str = HARPER, **headers: str) -> TestResponse:
    asked = client.post("/api/session/code", json={"email": email})
    assert asked.status_code == 204
    if "Cookie" in headers:  # this client keeps no cookies
        attempt = asked.headers["Set-Cookie"].partition(";")[0]
        headers["Cookie"] = f"{attempt}; {headers['Cookie']}"
    portal_server.mail_codes()
    credentials = {"email": email, "code": portal_server.postbox.code()}
    return client.post("/api/session", json=credentials, headers=headers)


class TestFixation:
    """An attacker plants a known session id in another person's browser, and waits for them to sign in."""

    def planted(self, portal_server: PortalServer, kind: str) -> str:
        if kind == "unknown":
            return "A" * 43
        attacker = portal_server.sign_in("sam@obrien.example") if kind == "theirs" else portal_server.sign_in()
        known = cookie_value(attacker)
        if kind == "ended":
            attacker.delete("/api/session")
        return known

    @pytest.mark.parametrize("kind", ["unknown", "theirs", "the same person's", "ended"])
    def test_planted_session_id_is_replaced_at_sign_in(self, portal_server: PortalServer, kind: str) -> None:
        known = self.planted(portal_server, kind)
        victim = with_cookie(portal_server, known)
        assert sign_in(portal_server, victim).status_code == 201
        assert cookie_value(victim) != known
        assert is_dead(portal_server, known)
        assert victim.get("/api/session").json["email"] == HARPER  # type: ignore[index]
        with portal_server.services.database.read() as connection:
            standing = connection.execute(sessions.select().where(sessions.c.ended_at.is_(None))).all()
        assert [row.email for row in standing] == [HARPER], "what stood behind the planted id ended as well"

    @pytest.mark.parametrize(
        "header",
        [
            "{0}=planted; {0}=planted2",
            "{0}=; {0}=planted",
            "$Version=1; {0}=planted; $Path=/; $Domain=evil.example",
            '{0}="planted"; HttpOnly; Path=/; Max-Age=9',
            "{0}=planted\t; x=y",
            "Portal_Session=planted; {0}=planted",
            "=planted; {0}",
            "{0}=planted,{0}=planted2",
        ],
    )
    def test_planted_cookie_in_unusual_header_is_replaced(self, portal_server: PortalServer, header: str) -> None:
        client = portal_server.app.test_client(use_cookies=False)
        answer = sign_in(portal_server, client, Cookie=header.format(COOKIE))
        assert answer.status_code == 201
        cookies = answer.headers.getlist("Set-Cookie")
        assert sorted(cookie.partition("=")[0] for cookie in cookies) == ["portal_attempt", "portal_device", COOKIE]
        for cookie in cookies:
            assert "planted" not in cookie
            assert {"HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))
            assert not any(part.startswith("Domain") for part in cookie.split("; "))

    def test_first_of_two_session_cookies_is_used(self, portal_server: PortalServer) -> None:
        ours, theirs = cookie_value(portal_server.sign_in()), cookie_value(portal_server.sign_in("sam@obrien.example"))
        client = portal_server.app.test_client(use_cookies=False)
        for first, second in ((ours, theirs), (theirs, ours)):
            both = {"Cookie": f"{COOKIE}={first}; {COOKIE}={second}"}
            answer = client.get("/api/session", headers=both)
            assert answer.json == with_cookie(portal_server, first).get("/api/session").json

    @pytest.mark.parametrize("path", ["/api/session?{}={}", "/api/session;{}={}", f"{API}/jobs?{{}}={{}}"])
    def test_session_id_in_url_or_header_is_ignored(self, portal_server: PortalServer, path: str) -> None:
        stranger = portal_server.app.test_client()
        known = cookie_value(portal_server.sign_in())
        answer = stranger.get(path.format(COOKIE, known), headers={"X-Session": known, "Authorization": known})
        assert answer.status_code in (401, 404)

    def test_responses_do_not_contain_session_id(self, portal_server: PortalServer) -> None:
        client = portal_server.sign_in()
        known = cookie_value(client)
        with portal_server.services.database.read() as connection:
            [row] = connection.execute(sessions.select()).all()
        for method, path in addresses(portal_server.app):
            if (method, path) != ("DELETE", "/api/session"):
                answer = client.open(path, method=method, json={} if method != "GET" else None)
                for secret in (known, row.id):
                    assert secret not in answer.text + str(answer.headers), path


IN_FLIGHT: dict[str, Request] = {
    "look": lambda client: client.get("/api/session"),
    "jobs": lambda client: client.get(f"{API}/jobs"),
    "agency": lambda client: client.get(f"{API}/agency"),
    "switch": lambda client: client.patch("/api/session", json={"agency": "harbour", "contractorId": "CON-5001"}),
    "note": lambda client: WRITES["note"].send(client, "JOB-1"),
    "devices": lambda client: client.get("/api/session/devices"),
    "sign out": lambda client: client.delete("/api/session"),
}


class Interruption:
    """Run another complete request when the current request reads the clock for the `at`-th time."""

    def __init__(self, portal_server: PortalServer, at: int, other: Callable[[], Any]) -> None:
        self.portal_server, self.at, self.other = portal_server, at, other
        self.came = False
        self._now = portal_server.clock.now

    def __enter__(self) -> "Interruption":
        self.portal_server.clock.now = self.now  # type: ignore[method-assign]
        return self

    def __exit__(self, *_: object) -> None:
        del self.portal_server.clock.now

    def now(self) -> datetime:
        self.at -= 1
        if self.at == 0:
            self.came = True
            with ThreadPoolExecutor(1) as pool:  # in a thread, because the two requests must not share a context
                pool.submit(self.other).result()
        return self._now()


@pytest.mark.parametrize("request_name", IN_FLIGHT)
def test_sign_out_during_another_request_ends_session(portal_server: PortalServer, request_name: str) -> None:
    """The sign-out may come at any moment. Nothing that the other request does afterwards restores the session."""
    for at in range(1, 100):
        client = portal_server.sign_in()
        portal_server.advance_clock(360)  # so that the request records a visit, which writes the row
        known = cookie_value(client)
        out = with_cookie(portal_server, known)
        with Interruption(portal_server, at, lambda out=out: out.delete("/api/session")) as interruption:  # type: ignore[misc]
            answer = IN_FLIGHT[request_name](client)
        if not interruption.came:
            client.delete("/api/session")
            break
        assert answer.status_code in (200, 201, 204, 401), answer.text
        assert is_dead(portal_server, known), at
        portal_server.advance_clock()
    assert at >= 2


def test_account_switch_during_request_does_not_mix_accounts(portal_server: PortalServer) -> None:
    """A request uses either its first account or the other one throughout. The new choice remains afterwards."""
    harbour = {"agency": "harbour", "contractorId": "CON-5001"}
    seen = set()
    for at in range(1, 100):
        client = portal_server.sign_in()
        if client.get("/api/session").json["account"]["agency"] != "acme":  # type: ignore[index]
            client.patch("/api/session", json={"agency": "acme", "contractorId": "CON-1001"})
        portal_server.simulator.control("DELETE", "calls")
        other = with_cookie(portal_server, cookie_value(client))
        with Interruption(
            portal_server, at, lambda other=other: other.patch("/api/session", json=harbour)
        ) as interruption:  # type: ignore[misc]
            answer = WRITES["note"].send(client, "JOB-1")
        if not interruption.came:
            break
        assert answer.status_code in (201, 404), answer.text
        asked = {call["path"].split("/")[3] for call in portal_server.simulator.calls() if call["request_id"]}
        assert len(asked) <= 1
        assert len(portal_server.simulator.writes()) == (answer.status_code == 201)
        seen |= {(answer.status_code, *asked)}
        assert client.get("/api/session").json["account"]["agency"] == "harbour"  # type: ignore[index]
        portal_server.advance_clock()
    assert at >= 2
    assert (201, "acme") in seen
