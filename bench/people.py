"""People who sign in as contractors do: a code by mail, a cookie for it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import requests

from bench.client import Address, Connection, ask, request
from bench.estate import Estate
from tests.end_to_end.processes import wait_until

PLAIN = re.compile(r"office\d+@[a-z-]+\.example")
_MAIL = re.compile(r"Mail to (\S+): .*?\n\n.*?\b(\d{6})\b", re.DOTALL)


@dataclass(frozen=True)
class Person:
    """Somebody signed in: their cookie, and the ids of their jobs."""

    email: str
    cookie: str
    jobs: tuple[str, ...]

    def get(self, path: str, **headers: str) -> bytes:
        """A reading request of theirs."""
        return request("GET", f"/api/contractor/{path}", self.cookie, headers=headers)

    def send(self, method: str, path: str, body: dict[str, Any], **headers: str) -> bytes:
        """A writing request of theirs."""
        return request(method, f"/api/contractor/{path}", self.cookie, json.dumps(body).encode(), headers)


def emails(agentos: str, agency: str = "acme") -> list[str]:
    """Addresses of an agency's contractors who are not archived; the simulator's odd ones are left out."""
    held = requests.get(f"{agentos}/_control/state/{agency}/contractors", timeout=120).json().values()
    return [
        one["EMailAddress"]
        for one in held
        if PLAIN.fullmatch(one.get("EMailAddress") or "") and not one.get("IsArchived")
    ]


def codes(estate: Estate, workers: Iterable[str] = ("worker",)) -> dict[str, str]:
    """The newest code mailed to each address; good once the worker has said that it was mailed."""
    found: dict[str, str] = {}
    for worker in workers:
        found |= dict(_MAIL.findall(estate.processes.output(worker).rpartition("codes_mailed")[0]))
    return found


def sign_in(
    estate: Estate, address: Address, wanted: Sequence[str], workers: Sequence[str] = ("worker",)
) -> dict[str, str]:
    """Sign all of them in; their cookies by e-mail address."""
    portal = Connection(address)
    for email in wanted:
        _expect(portal, request("POST", "/api/session/code", body=json.dumps({"email": email}).encode()), 204)

    def all_codes() -> dict[str, str] | None:
        have = codes(estate, workers)
        return have if all(email in have for email in wanted) else None

    portal.close()  # it would be closed for being idle
    have = wait_until("the codes", all_codes, 120)
    portal, cookies = Connection(address), {}
    for email in wanted:
        body = json.dumps({"email": email, "code": have[email]}).encode()
        head = _expect(portal, request("POST", "/api/session", body=body), 201).head
        cookies[email] = cookie_of(head)
    portal.close()
    return cookies


def cookie_of(head: bytes) -> str:
    """The session cookie that these headers set."""
    found = re.search(rb"portal_session=([^;]+)", head)
    if not found:
        raise RuntimeError("no session was begun")
    return found[1].decode()


def signed_in(estate: Estate, address: Address, wanted: Sequence[str], *, statements: bool = False) -> list[Person]:
    """Sign in those of `wanted` and wait until their jobs, and with `statements` those too, were read once.

    Who has no job is left out.
    """
    cookies = sign_in(estate, address, wanted)
    if statements:
        estate.wait_until_quiet()  # they are read one after the other, and faster if nobody waits for each
    found = []
    for email, cookie in cookies.items():
        jobs = json.loads(first_answer(address, request("GET", "/api/contractor/jobs", cookie)))["jobs"]
        if jobs:
            found.append(Person(email, cookie, tuple(job["jobId"] for job in jobs)))
    for person in found if statements else ():
        for path in ("statements/historical", "statements/pending", "contacts"):
            first_answer(address, person.get(path))
    return found


def first_answer(address: Address, data: bytes) -> bytes:
    """The body, once what was never read before is there. Raises AssertionError if that takes minutes.

    Each try has a connection of its own: one that was idle in between may be closed just as the next request is sent.
    """

    def look() -> bytes | None:
        answer = ask(address, data)
        if answer.status not in (200, 500):
            raise RuntimeError(f"{answer.head!r} {answer.body[:300]!r}")
        return answer.body if answer.status == 200 else None

    return wait_until(data.split(b" HTTP")[0].decode(), look, 300)


def _expect(portal: Connection, data: bytes, status: int) -> Any:
    answer = portal.ask(data)
    if answer.status != status:
        raise RuntimeError(f"{data.split(b' HTTP')[0]!r}: {answer.head!r} {answer.body[:300]!r}")
    return answer
