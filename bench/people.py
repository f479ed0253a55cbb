"""People who sign in as contractors do: a code by mail, a cookie for it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import requests

from bench.client import Address, Connection, ask, request
from bench.deployment import Deployment
from tests.end_to_end.processes import wait_until
from tests.mailed_codes import codes_in

PLAIN = re.compile(r"office\d+@[a-z0-9-]+\.example")


@dataclass(frozen=True)
class Person:
    """A contractor who is signed in: the cookie, and the ids of the jobs."""

    email: str
    cookie: str
    jobs: tuple[str, ...]

    def get(self, path: str, **headers: str) -> bytes:
        """Return a GET request of this person."""
        return request("GET", f"/api/contractor/{path}", self.cookie, headers=headers)

    def send(self, method: str, path: str, body: dict[str, Any], **headers: str) -> bytes:
        """Return a writing request of this person."""
        return request(method, f"/api/contractor/{path}", self.cookie, json.dumps(body).encode(), headers)


def emails(agentos: str, agency: str = "acme") -> list[str]:
    """Return the addresses of an agency's contractors who are not archived, without the simulator's special cases."""
    contractors = requests.get(f"{agentos}/_control/state/{agency}/contractors", timeout=120).json().values()
    return [
        contractor["EMailAddress"]
        for contractor in contractors
        if PLAIN.fullmatch(contractor.get("EMailAddress") or "") and not contractor.get("IsArchived")
    ]


def codes(deployment: Deployment, workers: Iterable[str] = ("worker",)) -> dict[str, str]:
    """Return the newest code of each address, for codes that the workers have printed."""
    code_of: dict[str, str] = {}
    for worker in workers:
        code_of |= dict(codes_in(deployment.processes.output(worker)))
    return code_of


def sign_in(
    deployment: Deployment, address: Address, addresses: Sequence[str], workers: Sequence[str] = ("worker",)
) -> dict[str, str]:
    """Sign in all addresses. Return the cookies by e-mail address."""
    portal, attempts = Connection(address), {}
    for email in addresses:
        data = request("POST", "/api/session/code", body=json.dumps({"email": email}).encode())
        attempts[email] = cookie_of(_expect(portal, data, 204).head, "portal_attempt")

    def all_codes() -> dict[str, str] | None:
        mailed = codes(deployment, workers)
        return mailed if all(email in mailed for email in addresses) else None

    portal.close()  # the server would close it because it is idle
    mailed = wait_until("the codes", all_codes, 120)
    portal, cookies = Connection(address), {}
    for email in addresses:
        body = json.dumps({"email": email, "code": mailed[email]}).encode()
        head = _expect(portal, request("POST", "/api/session", body=body, attempt=attempts[email]), 201).head
        cookies[email] = cookie_of(head)
    portal.close()
    return cookies


def cookie_of(head: bytes, name: str = "portal_session") -> str:
    """Return the cookie that these headers set. Raise RuntimeError if there is none."""
    match = re.search(rf"{name}=([^;]+)".encode(), head)
    if not match:
        raise RuntimeError(f"no cookie {name} was set")
    return match[1].decode()


def signed_in(
    deployment: Deployment, address: Address, addresses: Sequence[str], *, statements: bool = False
) -> list[Person]:
    """Sign in `addresses` and wait until their jobs, and with `statements` their statements and contacts, were read.

    Return the people who have jobs.
    """
    cookies = sign_in(deployment, address, addresses)
    if statements:
        deployment.wait_until_quiet()  # statements are read in turn, and faster if no request waits
    people = []
    for email, cookie in cookies.items():
        jobs = json.loads(first_answer(address, request("GET", "/api/contractor/jobs", cookie)))["jobs"]
        if jobs:
            people.append(Person(email, cookie, tuple(job["jobId"] for job in jobs)))
    for person in people if statements else ():
        for path in ("statements/historical", "statements/pending", "contacts"):
            first_answer(address, person.get(path))
    return people


def first_answer(address: Address, data: bytes) -> bytes:
    """Return the body as soon as the portal answers 200. Raise AssertionError if that takes minutes.

    Each try has its own connection: the server may close an idle connection just as the next request is sent.
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
