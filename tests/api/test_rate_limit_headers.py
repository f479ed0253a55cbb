"""`RateLimit-Policy` and `RateLimit`: a caller sees its own quota before it is used up, and nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from tests.contract.api_calls import API, COMPLETE, NOTE, SUBMIT, error_sentence
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer

HOME, CAFE = "198.51.100.7", "192.0.2.9"
HARPER, EVANS = "office@harper.example", "accounts@evans.example"


def limits(answer: Any) -> tuple[str | None, str | None]:
    """Return both headers."""
    return answer.headers.get("RateLimit-Policy"), answer.headers.get("RateLimit")


def note(client: Any, text: str, **headers: str) -> Any:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(f"{API}/jobs/JOB-1/notes", json={"note": text}, headers=named)


@pytest.fixture
def limited(build: Callable[..., PortalServer], portal_server: PortalServer) -> PortalServer:
    """Return a portal with the usual limit of submissions, whose data has been fetched."""
    return build(WRITES_PER_MINUTE=10)


def test_every_write_counts_down_until_429(limited: PortalServer) -> None:
    client = client_for(limited, "acme/CON-1001")
    for left, write in ((9, COMPLETE), (8, NOTE), (7, SUBMIT)):
        answer = write.send(client, "JOB-1")
        assert limits(answer) == ('"submissions";q=10;w=60', f'"submissions";r={left};t=60'), write.path
    limited.advance_clock(20.5)
    answers = [note(client, f"Note {number}") for number in range(8)]
    assert [answer.status_code for answer in answers] == [201] * 7 + [429]
    assert limits(answers[-2])[1] == '"submissions";r=0;t=40'
    assert limits(answers[-1])[1] == '"submissions";r=0;t=40'
    assert answers[-1].headers["Retry-After"] == "40"
    limited.advance_clock(60)
    assert limits(note(client, "Later"))[1] == '"submissions";r=9;t=60'


def test_accepted_submission_has_the_headers(limited: PortalServer) -> None:
    limited.simulator.fault(path="/", status=503)
    answer = note(client_for(limited, "acme/CON-1001"), "Later", Prefer="respond-async")
    assert (answer.status_code, limits(answer)[1]) == (202, '"submissions";r=9;t=60')


def test_repeat_is_not_counted_and_shows_what_is_left(limited: PortalServer) -> None:
    client = client_for(limited, "acme/CON-1001")
    answers = [note(client, "Once", Idempotency_Key="a key") for _ in range(3)]
    assert {limits(answer)[1] for answer in answers} == {'"submissions";r=9;t=60'}
    limited.advance_clock(60)
    assert limits(note(client, "Once", Idempotency_Key="a key"))[1] == '"submissions";r=10'


def test_other_contractors_writes_are_not_visible(limited: PortalServer) -> None:
    harper, evans = (client_for(limited, account) for account in ("acme/CON-1001", "harbour/CON-5001"))
    assert limits(note(harper, "Mine"))[1] == '"submissions";r=9;t=60'
    assert limits(note(evans, "Another account"))[1] == '"submissions";r=9;t=60'


def test_failed_write_shows_what_is_left(limited: PortalServer) -> None:
    """A third failure after a call to AgentOS counts five times. A malformed request does not count."""
    client = client_for(limited, "acme/CON-1001")
    malformed = note(client, "")
    assert (malformed.status_code, limits(malformed)) == (400, ('"submissions";q=10;w=60', '"submissions";r=10'))
    for left in (9, 8):
        missing = client.post(f"{API}/jobs/NONE/notes", json={"note": "x"})
        assert (missing.status_code, limits(missing)[1]) == (404, f'"submissions";r={left};t=60')
    limited.simulator.fault(path="/", status=503)
    failed = note(client, "Part ordered")
    assert (failed.status_code, limits(failed)[1]) == (500, '"submissions";r=3;t=60')


def test_read_and_write_without_rights_have_no_headers(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    for answer in (
        client.get(f"{API}/jobs"),
        portal_server.app.test_client().post(f"{API}/jobs/JOB-1/notes", json={"note": "x"}),
        client.post(f"{API}/jobs/JOB-1/notes", json={"note": "x"}, headers={"Origin": "https://evil.example"}),
    ):
        assert limits(answer) == (None, None), answer.text


def ask(portal_server: PortalServer, address: str, email: str = HARPER) -> Any:
    client = portal_server.app.test_client()
    return client.post("/api/session/code", json={"email": email}, environ_base={"REMOTE_ADDR": address})


def enter(portal_server: PortalServer, address: str, email: str = HARPER) -> Any:
    body = {"email": email, "code": "000000"}
    return portal_server.app.test_client().post("/api/session", json=body, environ_base={"REMOTE_ADDR": address})


@pytest.mark.parametrize(("send", "name", "status"), [(ask, "codes", 204), (enter, "sign-ins", 401)])
def test_signing_in_shows_the_quota_of_the_network(
    portal_server: PortalServer, send: Callable[..., Any], name: str, status: int
) -> None:
    """The limits of an e-mail address never show, as strangers could learn from them when a person signs in."""
    for left, email in ((299, HARPER), (298, HARPER), (297, EVANS), (296, "nobody@nobody.example")):
        answer = send(portal_server, HOME, email)
        assert answer.status_code == status
        assert limits(answer) == (f'"{name}";q=300;w=3600', f'"{name}";r={left};t=3600')
    assert limits(send(portal_server, CAFE, HARPER))[1] == f'"{name}";r=299;t=3600'


def test_codes_and_sign_ins_over_the_limit_are_429_with_nothing_left(build: Callable[..., PortalServer]) -> None:
    portal_server = build(SIGNIN_PER_ADDRESS=2)
    for send, name in ((ask, "codes"), (enter, "sign-ins")):
        *_, last, refused = (send(portal_server, HOME) for _ in range(3))
        assert limits(last)[1] == limits(refused)[1] == f'"{name}";r=0;t=3600'
        error_sentence(refused, 429)
        assert refused.headers["Retry-After"] == "3600"


@pytest.mark.usefixtures("portal_server")  # whose data has been fetched
def test_slowing_down_of_everybody_does_not_show_the_quota(build: Callable[..., PortalServer]) -> None:
    """Its reason are the tries of other people, and `t` must not contradict `Retry-After`."""
    portal_server = build(SIGNIN_FAILURES_PER_HOUR=1)
    guesser = portal_server.app.test_client()
    assert guesser.post("/api/session/code", json={"email": EVANS}).status_code == 204
    portal_server.mail_codes()
    wrong = f"{(int(portal_server.postbox.code()) + 1) % 1_000_000:06}"
    assert guesser.post("/api/session", json={"email": EVANS, "code": wrong}).status_code == 401
    assert enter(portal_server, HOME).status_code == 401
    answer = enter(portal_server, HOME)
    assert (answer.status_code, answer.headers["Retry-After"], limits(answer)) == (429, "10", (None, None))


def test_write_succeeds_if_its_quota_cannot_be_read(portal_server: PortalServer) -> None:
    client = client_for(portal_server, "acme/CON-1001")
    is_counted = False

    def fail(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        nonlocal is_counted
        if is_counted and statement.startswith("SELECT") and "FROM hits" in statement:
            raise OperationalError(statement, {}, Exception("disk I/O error"))
        is_counted = is_counted or statement.startswith("INSERT INTO hits")

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        answer = note(client, "Part ordered")
    finally:
        event.remove(Engine, "before_cursor_execute", fail)
    assert is_counted
    assert (answer.status_code, limits(answer)) == (201, (None, None))
    assert len(portal_server.simulator.writes()) == 1
