"""One seed: a storm over AgentOS, kills, phones; then calm, and a verdict."""

from __future__ import annotations

import json
import shutil
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.estate import Estate, estate
from tests import postgres_server
from tests.chaos.checker import Held, Verdict, check
from tests.chaos.clients import Phone, Portal, Told, drain
from tests.chaos.killing import Fleet, Killer
from tests.chaos.people import AGENCIES, COMPLETED, LISTS_INVOICES, completed, senders
from tests.chaos.plan import plan

CONTRACTORS, EACH_SENDS = 50, 6
"""So many, or fewer where each would send less than that."""
KILLS = 50 / 2000
SHARE = 0.2
SETTLE_S = 5
UPLOAD_S = 2
LIMIT, WINDOW_S = 50, 1
"""AgentOS's, as everything else sixty times as fast."""
SETTINGS = {
    "AGENTOS_BUDGET": "45",
    "AGENTOS_BUDGET_WINDOW_S": str(WINDOW_S),
    "AGENTOS_WORKER_SHARE": "10",
    "AGENTOS_REST_S": "1",
    "AGENTOS_CONNECT_TIMEOUT_S": "1",
    "AGENTOS_READ_TIMEOUT_S": "1",
    "AGENTOS_UPLOAD_TIMEOUT_S": str(UPLOAD_S),
    "SETTLE_S": str(SETTLE_S),
    "WRITES_PER_MINUTE": "1000000",
    "SIGNIN_PER_ADDRESS": "1000000",
    "AGE_JOBS_S": "60",  # lists are not what this is about
}
SIZES = ("acme:2,45,500", "harbour:2,45,500", "--plain")
LONGEST_S = 900.0


@dataclass(frozen=True, kw_only=True)
class Result:
    """What came of a seed. `storm`: faults by kind; `refused`: calls beyond AgentOS's own limit."""

    seed: int
    told: list[Told]
    verdict: Verdict
    kills: Counter[str]
    steps: int
    storm: dict[str, Any]
    refused: int
    seconds: float
    drain_s: float


def run(seed: int, submissions: int, database: str, keep: Path | None = None) -> Result:
    """Run it; `keep`: a folder for databases, logs and answers. Raises RuntimeError if it cannot be run."""
    began = time.monotonic()
    with _database(database) as settings, estate(AGENCIES, SIZES, **settings, **SETTINGS) as one:
        one.settings({"DOCUMENTS_DIR": str(one.folder / "documents")})
        fleet = Fleet(one)
        fleet.start()
        before = _held(one)
        people = senders(one, fleet.addresses()[0], before, max(2, min(CONTRACTORS, submissions // EACH_SENDS)))
        portal = Portal(fleet.addresses)
        phones = [
            Phone(portal, pieces, completed(before, pieces[0].sender), f"{seed} {number}")
            for number, pieces in enumerate(plan(seed, people, submissions))
        ]
        kills = max(1, round(submissions * KILLS))
        killer = Killer(fleet, kills, lambda: sum(phone.done for phone in phones) / submissions, f"{seed} kills")
        storm = _storm(one, seed, phones, killer)
        told = [each for phone in phones for each in phone.told]
        drain_s = drain(portal, told, f"{seed} drain")
        after = _held(one)
        limits = [one.limits(agency) for agency in after]
        if keep is not None:
            _keep(one, keep, {"before": before, "after": after, "told": [asdict(each) for each in told]})
    held = {name: Held(before[name], after[name], COMPLETED[name], LISTS_INVOICES[name]) for name in after}
    return Result(
        seed=seed,
        told=told,
        verdict=check(told, held),
        kills=killer.kills,
        steps=killer.steps,
        storm=storm,
        refused=sum(each["refused_429"] + each["refused_403"] for each in limits),
        seconds=time.monotonic() - began,
        drain_s=drain_s,
    )


def _held(one: Estate) -> dict[str, Any]:
    """What AgentOS holds, by agency."""
    return {agency: one.control("GET", f"state/{agency}") for agency in COMPLETED}


def _storm(one: Estate, seed: int, phones: Sequence[Phone], killer: Killer) -> dict[str, Any]:
    """Let everybody send and calls fail until all is sent; what kinds of faults there were."""
    one.limit(LIMIT, WINDOW_S)
    one.control("POST", "storm", {"seed": seed, "share": SHARE, "settle_s": SETTLE_S, "timeout_s": UPLOAD_S})
    for thread in (*phones, killer):
        thread.start()
    until = time.monotonic() + LONGEST_S
    for phone in phones:
        phone.join(max(0.0, until - time.monotonic()))
    killer.end()
    faults: dict[str, Any] = one.control("DELETE", "storm")
    return faults


@contextmanager
def _database(kind: str) -> Iterator[dict[str, str]]:
    if kind == "sqlite":
        yield {}
        return
    with postgres_server.serving(durable=True) as server, server.database("template0") as url:
        yield {"DATABASE_URL": url}


def _keep(one: Estate, folder: Path, things: dict[str, Any]) -> None:
    shutil.copytree(one.folder, folder, dirs_exist_ok=True)
    for name, value in {**things, "calls": one.control("GET", "calls")}.items():
        (folder / f"{name}.json").write_text(json.dumps(value, default=str, indent=1), "utf-8")
