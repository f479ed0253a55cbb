"""One seed: phones send while calls fail and troubles occur. Later, the checker returns a verdict."""

from __future__ import annotations

import json
import random
import shutil
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, select

from app.store.tables import mails, proofs
from bench.deployment import Deployment, deploy
from simulator.storm import STORES
from tests import postgres_server
from tests.chaos import clocks, disks
from tests.chaos.agentos_effects import AgentOSState, most_calls
from tests.chaos.checker import LIMIT, Verdict, check
from tests.chaos.clients import Phone, Portal, SubmissionReport, follow_until_ended
from tests.chaos.contractors import COMPLETED, agency_type, completed, configuration, keys, senders
from tests.chaos.disturbances import Disturbances, DisturbanceTargets
from tests.chaos.fleet import FIRST_WORKER, NAMES, WEBS, Fleet
from tests.chaos.plan import Sender, plan, simple_submissions
from tests.chaos.runs import Run
from tests.end_to_end.processes import wait_until

SHARE = 0.2
KINDS = "doubt"
PROOF_S = 60.0


@dataclass(frozen=True, kw_only=True)
class Result:
    """The result of a seed.

    `faults`: failed calls by kind; `troubles`: by kind; `left_out`: impossible troubles. `refused`: calls beyond
    AgentOS's own limit; `most`: the most calls of a key in its window.
    """

    seed: int
    submissions: list[SubmissionReport]
    verdict: Verdict
    faults: Counter[str]
    troubles: Counter[str]
    left_out: list[str]
    calls: int
    refused: int
    most: int
    seconds: float
    drain_s: float


def run(seed: int, with_: Run, database: str, keep: Path | None = None) -> Result:
    """Run a seed. Raise RuntimeError if the run is not possible.

    `keep`: a folder for databases, logs and responses.
    """
    began = time.monotonic()
    names = with_.agencies
    with ExitStack() as stack:
        data, documents = stack.enter_context(disks.disk(400)), stack.enter_context(disks.disk(32))
        postgres, clock, settings = stack.enter_context(_database(database, data))
        settings |= {**keys(names), "DOCUMENTS_DIR": str(documents.folder / "documents")}
        sizes = [f"{name}:{with_.size}" for name in names]
        deployment = stack.enter_context(deploy(configuration(names), (*sizes, "--plain"), **settings))
        fleet = Fleet(deployment, with_.entry)
        before, people = open_portal(deployment, fleet, with_)
        portal = Portal(fleet.addresses)
        _alter_storage(deployment, names, seed)
        plain = send_simple_submissions(deployment, portal, people, before, min(PROOF_S, 2 * with_.settle_s))
        closing = threading.Event()
        # Without a spread, few submissions would end before the troubles begin.
        spread_s = with_.lasting.storm_s if with_.is_whole else 0.0
        phones = [
            Phone(portal, pieces, _known(before, pieces[0].sender, plain), f"{seed} {number}", closing, spread_s)
            for number, pieces in enumerate(plan(seed, people, with_.submissions))
        ]
        targets = DisturbanceTargets(deployment, fleet, phones, names, data, documents, postgres, clock)
        troubles = Disturbances(targets, with_.lasting, f"{seed} troubles")
        storm = _storm(deployment, seed, with_, phones, troubles, closing)
        troubles.check()
        submissions = [*plain, *(each for phone in phones for each in phone.submissions)]
        drain_s = follow_until_ended(portal, submissions, f"{seed} drain", with_.drain_s)
        troubles.join()
        troubles.check()
        after, calls = _states(deployment, names), deployment.calls()
        limits = [deployment.limits(agency) for agency in after]
        states = {
            name: AgentOSState(
                before=before[name],
                after=after[name],
                calls=[call for call in calls if call["agency"] == name],
                completed=COMPLETED[agency_type(name)],
                settle_s=with_.settle_s,
            )
            for name in names
        }
        lost = frozenset(targets.lost_documents)
        sent_notices = _notices(deployment)
        verdict = check(submissions, states, sent_notices, lost_documents=lost, window_s=with_.window_s)
        if keep is not None:
            _write_files(deployment, data, keep, {"before": before, "after": after, "calls": calls})
            answers = [asdict(submission) for submission in submissions]
            _write_files(deployment, data, keep, {"submissions": answers, "notices": sent_notices})
    altered = {"stored altered": sum(1 for name in names if "-" in name)}
    return Result(
        seed=seed,
        submissions=submissions,
        verdict=verdict,
        faults=Counter(storm["faults"]),
        troubles=troubles.counts + Counter(altered),
        left_out=_skipped_disturbances(data, documents),
        calls=storm["calls"],
        refused=sum(each["refused_429"] + each["refused_403"] for each in limits),
        most=max(most_calls(calls, with_.window_s).values()),
        seconds=time.monotonic() - began,
        drain_s=drain_s,
    )


def _skipped_disturbances(*spoilt: disks.Disk) -> list[str]:
    left_out = [] if clocks.library() else [clocks.MISSING]
    return left_out if all(disk.is_own for disk in spoilt) else [*left_out, disks.MISSING]


def open_portal(deployment: Deployment, fleet: Fleet, with_: Run) -> tuple[dict[str, Any], list[Sender]]:
    """Fill the mirror without limits and sign everybody in. Then start again with the real settings and limits."""
    for name in (*WEBS, FIRST_WORKER):
        fleet.start(name)
    before = _states(deployment, with_.agencies)
    wait_until("the web servers", lambda: all(_is_answering(address) for address in fleet.addresses))
    wait_until("the lists of all agencies", lambda: _agencies_called(deployment) >= set(with_.agencies), 300.0)
    deployment.wait_until_quiet()  # contractors must be known before they sign in
    people = senders(deployment, fleet.addresses[0], before, with_.contractors_each)
    deployment.wait_until_quiet()
    fleet.kill(*NAMES)
    for name in ("AGENTOS_BUDGET", "AGENTOS_BUDGET_WINDOW_S"):
        deployment.processes.environment.pop(name)
    deployment.settings(with_.settings)
    deployment.limit(LIMIT, with_.window_s)
    deployment.forget_calls()
    for name in NAMES:
        fleet.start(name)
    wait_until("the web servers", lambda: all(_is_answering(address) for address in fleet.addresses))
    return before, people


def _agencies_called(deployment: Deployment) -> set[str]:
    return {call["agency"] for call in deployment.calls() if "contractors" in call["path"]}


def _is_answering(address: str) -> bool:
    return Portal([address]).is_there()


def _states(deployment: Deployment, names: Sequence[str]) -> dict[str, Any]:
    """Return AgentOS's state, by agency."""
    return {agency: deployment.control("GET", f"state/{agency}") for agency in names}


def _alter_storage(deployment: Deployment, names: Sequence[str], seed: int) -> None:
    """Make every agency except the first two change stored fields, each in its own way."""
    for name in names:
        if "-" in name:
            stores = random.Random(f"{seed} {name}").choice(STORES)
            deployment.control("POST", "faults", {"path": f"/{name}/", "stores": stores})


def send_simple_submissions(
    deployment: Deployment, portal: Portal, people: Sequence[Sender], states: dict[str, Any], proof_s: float
) -> list[SubmissionReport]:
    """Send a submission of each kind at each agency without faults. Wait until the portal has its proofs."""
    phones = [
        Phone(portal, pieces, completed(states, pieces[0].sender), f"plain {number}")
        for number, pieces in enumerate(simple_submissions(people))
    ]
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    until = time.monotonic() + proof_s
    while time.monotonic() < until and len(_rows(deployment, select(proofs.c.agency))) < 3 * len(phones):
        time.sleep(0.5)
    return [submission for phone in phones for submission in phone.submissions]


def _known(states: dict[str, Any], sender: Sender, plain: Sequence[SubmissionReport]) -> dict[str, bool | None]:
    """Return the jobs of a sender: True if completed, None if that is not certain."""
    toggled = [
        submission
        for submission in plain
        if submission.piece.kind == "completion" and submission.piece.sender == sender
    ]
    return completed(states, sender) | {
        submission.piece.job_id: submission.result["completed"] if submission.end == "acknowledged" else None
        for submission in toggled
    }


def _storm(
    deployment: Deployment,
    seed: int,
    with_: Run,
    phones: Sequence[Phone],
    troubles: Disturbances,
    closing: threading.Event,
) -> dict[str, Any]:
    """Run phones, failing calls and troubles for a time. Return the counts of failing calls."""
    weather = {"seed": seed, "share": SHARE, "settle_s": with_.settle_s, "timeout_s": with_.read_s, "kinds": KINDS}
    deployment.control("POST", "storm", weather)
    until = time.monotonic() + with_.lasting.storm_s
    for thread in (*phones, troubles):
        thread.start()
    while any(phone.is_alive() for phone in phones) and (with_.is_whole or time.monotonic() < until):
        time.sleep(0.5)
    closing.set()
    troubles.end()
    faults: dict[str, Any] = deployment.control("DELETE", "storm")
    for phone in phones:
        phone.join()
    return faults


@contextmanager
def _database(
    kind: str, data: disks.Disk
) -> Iterator[tuple[postgres_server.PostgresServer | None, clocks.SteppedClock | None, dict[str, str]]]:
    """Yield SQLite on the data disk, or PostgreSQL there with its own clock."""
    if kind == "sqlite":
        yield None, None, {"DATABASE_URL": f"sqlite:///{data.folder / 'portal.db'}"}
        return
    clock = clocks.SteppedClock("database")
    with (
        postgres_server.serving(durable=True, place=data.folder, environment=clock.environment()) as server,
    ):
        url = server.url(server.make("template0"))
        yield server, clock, {"DATABASE_URL": url}
        server.reconnect()


def _rows(deployment: Deployment, words: Any) -> list[Any]:
    engine = create_engine(deployment.processes.environment["DATABASE_URL"])
    try:
        with engine.connect() as connection:
            return list(connection.execute(words).all())
    finally:
        engine.dispose()


def _notices(deployment: Deployment) -> dict[str, frozenset[str]]:
    """Return the kinds of notices by submission id."""
    kinds_of: dict[str, set[str]] = {}
    for row in _rows(deployment, select(mails.c.submission_id, mails.c.kind).where(mails.c.submission_id.is_not(None))):
        kinds_of.setdefault(row.submission_id, set()).add(row.kind)
    return {name: frozenset(kinds) for name, kinds in kinds_of.items()}


def _write_files(deployment: Deployment, data: disks.Disk, folder: Path, contents: dict[str, Any]) -> None:
    shutil.copytree(deployment.folder, folder, dirs_exist_ok=True)
    for path in data.folder.glob("portal.db*"):
        shutil.copy(path, folder)
    for name, value in contents.items():
        (folder / f"{name}.json").write_text(json.dumps(value, default=str, indent=1), "utf-8")
