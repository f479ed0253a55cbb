"""The portal's settings for many agencies of the simulator `bench.many.agentos`."""

from __future__ import annotations

from bench.deployment import Deployment
from bench.many.agentos import BIG
from tests.end_to_end.processes import KEYS

TABLE = """
[agencies.{name}]
name = "Agency {name}"
api_key_env = "{variable}"
completed_status = ["Completed", "Invoiced"]
"""
NEVER = {f"AGE_{kind}_S": "1000000" for kind in ("JOBS", "CONTACTS", "ACCOUNT", "STATEMENTS")}
"""Age limits at which nothing is read twice."""


def serve(deployment: Deployment, count: int, database: str | None = None, *, with_big: bool = False) -> None:
    """Let processes that start later serve the first `count` agencies, and the big one if `with_big`.

    `database`: the URL of a database to use from now on, which is prepared first.
    """
    keys = {f"acme-{number}": f"{KEYS['AGENTOS_API_KEY_ACME']}-{number}" for number in range(1, count + 1)}
    if with_big:
        keys[BIG] = KEYS["AGENTOS_API_KEY_ACME"]
    variables = {name: f"AGENTOS_API_KEY_{name.upper().replace('-', '_')}" for name in keys}
    file = deployment.folder / f"agencies-{count}{'-big' if with_big else ''}.toml"
    file.write_text("".join(TABLE.format(name=name, variable=variables[name]) for name in keys), "utf-8")
    deployment.settings({"AGENCIES_FILE": str(file), **{variables[name]: key for name, key in keys.items()}})
    if database:
        deployment.settings({"DATABASE_URL": database})
        deployment.migrate()


def age_limits(age_jobs_s: float) -> dict[str, str]:
    """Return age limits at which only jobs are read again, after `age_jobs_s`."""
    return {**NEVER, "AGE_JOBS_S": f"{age_jobs_s:g}"}
