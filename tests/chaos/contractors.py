"""The agencies and their contractors: their records in AgentOS, and their sign-in."""

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


def agency_type(agency: str) -> str:
    """Return the kind of an agency: `acme` for `acme-b`. `harbour`'s AgentOS returns almost no content for writes."""
    return agency.partition("-")[0]


def lists_invoices(agency: str) -> bool:
    """Return whether an agency's AgentOS has a list of invoices, which the portal can search."""
    return agency != "harbour"


def configuration(names: Sequence[str]) -> str:
    """Return the agencies' part of the portal's configuration."""
    return "\n".join(
        f'[agencies.{name}]\nname = "Agency {name}"\napi_key_env = "{_variable(name)}"\n{SETTINGS[agency_type(name)]}\n'
        f"not_offered = {[] if lists_invoices(name) else ['invoices.list']}\n"
        for name in names
    )


def keys(names: Sequence[str]) -> dict[str, str]:
    """Return each agency's key, by the variable that the configuration names."""
    return {_variable(name): "-".join((KEYS[_variable(agency_type(name))], *name.split("-")[1:])) for name in names}


def _variable(name: str) -> str:
    return f"AGENTOS_API_KEY_{name.upper().replace('-', '_')}"


def completed(states: dict[str, Any], sender: Sender) -> dict[str, bool]:
    """Return whether each of a contractor's jobs is completed."""
    jobs = states[sender.agency]["jobs"]
    return {job_id: jobs[job_id]["Status"] in COMPLETED[agency_type(sender.agency)] for job_id in sender.jobs}


def senders(deployment: Deployment, url: str, states: dict[str, Any], each: int) -> list[Sender]:
    """Sign in `each` contractors of each agency. Their jobs are neither special cases nor cancelled."""
    jobs: dict[tuple[str, str], list[str]] = {}
    people: list[tuple[str, str, str]] = []
    for agency, state in states.items():
        for job_id, job in state["jobs"].items():
            if job.get("StatusOID") and job.get("Status") in OPEN[agency_type(agency)] | COMPLETED[agency_type(agency)]:
                jobs.setdefault((agency, job.get("ContractorOID") or ""), []).append(job_id)
        by_email = {record.get("EMailAddress"): record["OID"] for record in state["contractors"].values()}
        candidates = [(agency, by_email[email], email) for email in emails(deployment.agentos, agency)]
        busy = [person for person in candidates if len(jobs.get(person[:2], ())) >= JOBS_EACH][:each]
        if len(busy) < each:
            raise RuntimeError(f"only {len(busy)} contractors of {agency} have enough jobs")
        people += busy
    host, _, port = url.removeprefix("http://").partition(":")
    address: Address = (host, int(port))
    cookies = _cookies(deployment, address, [email for _, _, email in people])
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


def _cookies(deployment: Deployment, address: Address, addresses: Sequence[str]) -> dict[str, str]:
    """Sign everybody in. On a busy machine, try again after all lists have been fetched and stored."""
    for _ in range(TRIES):
        try:
            return sign_in(deployment, address, addresses, [FIRST_WORKER])
        except RuntimeError:
            deployment.wait_until_quiet()
    raise RuntimeError("nobody can sign in")


def _author(url: str, cookie: str) -> str:
    """Return the portal's signature under this contractor's notes. Wait until the jobs have been fetched."""
    headers = {"Cookie": f"portal_session={cookie}"}

    def look() -> dict[str, Any] | None:
        answers = [
            requests.get(f"{url}/api/contractor/{path}", headers=headers, timeout=30) for path in ("account", "jobs")
        ]
        return answers[0].json() if all(each.status_code == 200 for each in answers) else None

    return str(wait_until("the first reading", look)["displayName"])
