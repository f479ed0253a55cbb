"""The contractors: who they are in AgentOS, and how they sign in."""

from __future__ import annotations

import random
from typing import Any

import requests

from bench.client import Address
from bench.estate import ACME, HARBOUR, Estate
from bench.people import emails, sign_in
from tests.chaos.killing import WORKERS
from tests.chaos.plan import Sender
from tests.end_to_end.processes import wait_until

AGENCIES = ACME + HARBOUR + 'not_offered = ["invoices.list"]\n'
"""harbour's AgentOS also answers writes with next to nothing."""
LISTS_INVOICES = {"acme": True, "harbour": False}
COMPLETED = {"acme": frozenset(("Completed", "Invoiced")), "harbour": frozenset(("Works done",))}
OPEN = {"acme": frozenset(("Reported", "Pending", "In progress")), "harbour": frozenset(("Reported", "In progress"))}
JOBS_EACH = 3


def senders(one: Estate, url: str, held: dict[str, Any], count: int) -> list[Sender]:
    """So many contractors, half of them each agency's, signed in; their jobs are neither odd nor cancelled."""
    jobs: dict[tuple[str, str], list[str]] = {}
    people: list[tuple[str, str, str]] = []
    for agency, state in held.items():
        for job_id, job in state["jobs"].items():
            if job.get("StatusOID") and job.get("Status") in OPEN[agency] | COMPLETED[agency]:
                jobs.setdefault((agency, job.get("ContractorOID") or ""), []).append(job_id)
        by_email = {each.get("EMailAddress"): each["OID"] for each in state["contractors"].values()}
        mine = [(agency, by_email[email], email) for email in emails(one.agentos, agency)]
        people += [each for each in mine if len(jobs.get(each[:2], ())) >= JOBS_EACH][: count // 2]
    if len(people) < count // 2 * 2:
        raise RuntimeError(f"only {len(people)} contractors have jobs enough")
    host, _, port = url.removeprefix("http://").partition(":")
    address: Address = (host, int(port))
    cookies = sign_in(one, address, [email for _, _, email in people], WORKERS)
    return [
        Sender(
            agency=agency,
            contractor_id=contractor_id,
            author=_author(url, cookies[email]),
            cookie=cookies[email],
            jobs=tuple(random.Random(contractor_id).sample(jobs[agency, contractor_id], JOBS_EACH)),
        )
        for agency, contractor_id, email in people
    ]


def _author(url: str, cookie: str) -> str:
    """How the portal signs this contractor's notes. The first look also waits until their jobs were read."""
    headers = {"Cookie": f"portal_session={cookie}"}

    def look() -> dict[str, Any] | None:
        answers = [
            requests.get(f"{url}/api/contractor/{path}", headers=headers, timeout=30) for path in ("account", "jobs")
        ]
        return answers[0].json() if all(each.status_code == 200 for each in answers) else None

    return str(wait_until("the first reading", look)["displayName"])


def completed(held: dict[str, Any], sender: Sender) -> dict[str, bool]:
    """Which of a contractor's jobs are done."""
    jobs = held[sender.agency]["jobs"]
    return {job_id: jobs[job_id]["Status"] in COMPLETED[sender.agency] for job_id in sender.jobs}
