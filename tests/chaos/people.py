"""The agencies, and their contractors: who they are in AgentOS, and how they sign in."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import requests

from bench.client import Address
from bench.deployment import Deployment
from bench.people import emails, sign_in
from tests.chaos.fleet import FIRST_WORKER
from tests.chaos.plan import Sender
from tests.end_to_end.processes import KEYS, wait_until

COMPLETED = {"acme": frozenset(("Completed", "Invoiced")), "harbour": frozenset(("Works done",))}
OPEN = {"acme": frozenset(("Reported", "Pending", "In progress")), "harbour": frozenset(("Reported", "In progress"))}
SETTINGS = {
    "acme": 'completed_status = ["Completed", "Invoiced"]',
    "harbour": 'completed_status = "Works done"\ncancelled_status = "Abandoned"\nreopened_status = "Reported"',
}
JOBS_EACH = 3
TRIES = 10


def like(agency: str) -> str:
    """The sort of an agency: `acme` of `acme-b`. `harbour`'s AgentOS answers writes with next to nothing."""
    return agency.partition("-")[0]


def lists_invoices(agency: str) -> bool:
    """Whether an agency's AgentOS has a list of invoices, in which the portal can look for one."""
    return agency != "harbour"


def configuration(names: Sequence[str]) -> str:
    """The agencies' part of the portal's configuration."""
    return "\n".join(
        f'[agencies.{name}]\nname = "Agency {name}"\napi_key_env = "{_variable(name)}"\n{SETTINGS[like(name)]}\n'
        f"not_offered = {[] if lists_invoices(name) else ['invoices.list']}\n"
        for name in names
    )


def keys(names: Sequence[str]) -> dict[str, str]:
    """Each agency's key, in the variable that the configuration names."""
    return {_variable(name): "-".join((KEYS[_variable(like(name))], *name.split("-")[1:])) for name in names}


def _variable(name: str) -> str:
    return f"AGENTOS_API_KEY_{name.upper().replace('-', '_')}"


def completed(held: dict[str, Any], sender: Sender) -> dict[str, bool]:
    """Which of a contractor's jobs are done."""
    jobs = held[sender.agency]["jobs"]
    return {job_id: jobs[job_id]["Status"] in COMPLETED[like(sender.agency)] for job_id in sender.jobs}


def senders(one: Deployment, url: str, held: dict[str, Any], each: int) -> list[Sender]:
    """So many contractors of each agency, signed in; their jobs are neither odd nor cancelled."""
    jobs: dict[tuple[str, str], list[str]] = {}
    people: list[tuple[str, str, str]] = []
    for agency, state in held.items():
        for job_id, job in state["jobs"].items():
            if job.get("StatusOID") and job.get("Status") in OPEN[like(agency)] | COMPLETED[like(agency)]:
                jobs.setdefault((agency, job.get("ContractorOID") or ""), []).append(job_id)
        by_email = {one.get("EMailAddress"): one["OID"] for one in state["contractors"].values()}
        mine = [(agency, by_email[email], email) for email in emails(one.agentos, agency)]
        busy = [person for person in mine if len(jobs.get(person[:2], ())) >= JOBS_EACH][:each]
        if len(busy) < each:
            raise RuntimeError(f"only {len(busy)} contractors of {agency} have jobs enough")
        people += busy
    host, _, port = url.removeprefix("http://").partition(":")
    address: Address = (host, int(port))
    cookies = _cookies(one, address, [email for _, _, email in people])
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


def _cookies(one: Deployment, address: Address, wanted: Sequence[str]) -> dict[str, str]:
    """Sign all of them in; on a busy machine again, once all lists were read and written down."""
    for _ in range(TRIES):
        try:
            return sign_in(one, address, wanted, [FIRST_WORKER])
        except RuntimeError:
            one.wait_until_quiet()
    raise RuntimeError("nobody can sign in")


def _author(url: str, cookie: str) -> str:
    """How the portal signs this contractor's notes. The first look also waits until their jobs were read."""
    headers = {"Cookie": f"portal_session={cookie}"}

    def look() -> dict[str, Any] | None:
        answers = [
            requests.get(f"{url}/api/contractor/{path}", headers=headers, timeout=30) for path in ("account", "jobs")
        ]
        return answers[0].json() if all(each.status_code == 200 for each in answers) else None

    return str(wait_until("the first reading", look)["displayName"])
