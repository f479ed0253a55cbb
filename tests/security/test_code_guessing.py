"""The number of guesses at a sign-in code is limited, whatever the attacker does."""

import hmac
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from app.mail.smtp import MailNotSent
from app.store.tables import codes
from tests.auth.conftest import same_browser
from tests.mailed_codes import codes_in
from tests.mails import send_codes
from tests.portal_server import PortalServer

HARPER = "office@harper.example"
CODES = 1_000_000


def ask(client: FlaskClient) -> None:
    assert client.post("/api/session/code", json={"email": HARPER}).status_code == 204


def guess(client: FlaskClient, code: str) -> int:
    return client.post("/api/session", json={"email": HARPER, "code": code}).status_code


def other_than(code: str, count: int) -> list[str]:
    return [f"{(int(code) + step) % CODES:06}" for step in range(1, count + 1)]


@pytest.fixture
def compared_digests(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Record each comparison in constant time. No guess can succeed without one."""
    seen: list[tuple[str, str]] = []
    original = hmac.compare_digest

    def compare(first: str, other: str) -> bool:
        seen.append((first, other))
        return original(first, other)

    monkeypatch.setattr(hmac, "compare_digest", compare)
    return seen


def count_compared_codes(portal_server: PortalServer, compared_digests: list[tuple[str, str]]) -> int:
    """Return the number of comparisons with a mailed code."""
    with portal_server.services.database.read() as connection:
        real = set(connection.scalars(select(codes.c.digest)))
    return sum(digest in real for digest, _ in compared_digests)


def test_concurrent_guesses_are_limited_to_five_per_code(
    portal_server: PortalServer, compared_digests: list[tuple[str, str]]
) -> None:
    asking = portal_server.app.test_client()
    ask(asking)
    portal_server.mail_codes()
    code = portal_server.postbox.code()
    start = threading.Barrier(8)

    def attack(wrong: str) -> int:
        client = same_browser(asking)
        start.wait()
        return guess(client, wrong)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(attack, other_than(code, 24))) == {401}
    assert count_compared_codes(portal_server, compared_digests) == 5
    assert 5 / CODES <= 1 / 200_000
    assert guess(asking, code) == 401, "the sixth try is refused though it is right"
    assert count_compared_codes(portal_server, compared_digests) == 5


def test_guesses_are_limited_to_25_an_hour_and_50_a_day(
    portal_server: PortalServer, compared_digests: list[tuple[str, str]]
) -> None:
    """An attacker requests seven codes an hour, and makes six guesses at each. Five are the limit."""
    client = portal_server.app.test_client()
    after_each_hour = []
    for _ in range(3):
        for _ in range(7):
            ask(client)
            portal_server.mail_codes()
            assert {guess(client, wrong) for wrong in other_than(portal_server.postbox.code(), 6)} == {401}
            portal_server.advance_clock(60)
        after_each_hour.append(count_compared_codes(portal_server, compared_digests))
        portal_server.advance_clock(3600 - 7 * 60)
    assert after_each_hour == [25, 50, 50]


def test_wrong_answer_counts_against_both_live_codes(
    portal_server: PortalServer, compared_digests: list[tuple[str, str]]
) -> None:
    client, mailed = portal_server.app.test_client(), []
    for _ in range(2):
        ask(client)
        portal_server.mail_codes()
        mailed.append(portal_server.postbox.code())
        portal_server.advance_clock(1)
    wrong = [code for code in other_than(mailed[-1], 6) if code not in mailed][:5]
    assert {guess(client, code) for code in wrong} == {401}
    assert [guess(client, code) for code in mailed] == [401, 401]
    assert count_compared_codes(portal_server, compared_digests) == 2 * 5


def test_tries_to_send_a_mail_give_no_further_guesses(portal_server: PortalServer) -> None:
    """Each try makes a new code, which is valid before its mail leaves. The tries of the request stay."""
    client = portal_server.app.test_client()
    during: list[int] = []

    class Hangs:
        def send(self, to: str, subject: str, text: str, *, kind: str) -> None:
            [(_, code)] = codes_in(text)
            during.append(guess(client, other_than(code, 1)[0]))
            raise MailNotSent("TimeoutError")

    ask(client)
    for _ in range(7):
        send_codes(portal_server.services, Hangs())
        portal_server.advance_clock(15)
    assert during == [401] * 7
    portal_server.mail_codes()
    assert guess(client, portal_server.postbox.code()) == 401, "its request has used up five tries"
