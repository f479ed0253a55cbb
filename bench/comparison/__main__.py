"""`python -m bench.comparison`: run contenders, then write results.json and docs/comparison.md."""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.domain.version import VERSION
from bench.comparison import page
from bench.comparison.contenders import (
    AGENCY,
    JOBS_EACH,
    PEOPLE,
    PYTHON,
    SETTLE_S,
    Contender,
    LibraryContender,
    PortalContender,
)
from tests.postgres_server import PostgresServer, serving

RESULTS = Path(__file__).with_name("results.json")
SUBMISSIONS, RATE, SENDERS = 1000, 2.5, 32
KILL_EVERY_S, DRAIN_S, UNCHANGED_S = 40.0, 900.0, 120.0
KINDS = r"^(502|time-out|reset), (at once|late|never)$|^read: (502|time-out|reset)$"
STORM = {"share": 0.2, "settle_s": SETTLE_S, "timeout_s": 2.0, "kinds": KINDS}
MARK = re.compile(r"Visit (\d{4}):")
LIBRARIES: dict[str, tuple[str, dict[str, str]]] = {
    "naive": ("plain", {}),
    "look": ("plain", {"LOOK": "backoff"}),
    "look-settled": ("plain", {"LOOK": "settle"}),
    "procrastinate-retries": ("on_procrastinate", {"RETRIES": "1"}),
    "procrastinate": ("on_procrastinate", {}),
    "dbos-retries": ("on_dbos", {"RETRIES": "1"}),
    "dbos": ("on_dbos", {}),
}


def main() -> None:
    """Run the named contenders, by default all, and keep the results of the others."""
    parser = argparse.ArgumentParser(prog="python -m bench.comparison")
    parser.add_argument("names", nargs="*", default=["portal", *LIBRARIES])
    parser.add_argument("--submissions", type=int, default=SUBMISSIONS, help="with another number, nothing is written")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    for name in chosen.names:
        row = run(name, chosen.submissions, chosen.seed)
        print(name, json.dumps(row), flush=True)
        if chosen.submissions == SUBMISSIONS:
            results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
            RESULTS.write_text(json.dumps({**results, "versions": _versions(), name: row}, indent=2) + "\n", "utf-8")
            page.write(RESULTS)


def run(name: str, submissions: int, seed: int) -> dict[str, Any]:
    """Return the figures of one contender."""
    with serving() as postgres, ExitStack() as stack:
        contender = _contender(name, stack, postgres)
        control = contender.deployment.control
        control("POST", "storm", {**STORM, "seed": seed})
        began = time.monotonic()
        with ThreadPoolExecutor(SENDERS) as pool:
            killer = pool.submit(_kill, contender, submissions / RATE)
            accepted = list(pool.map(lambda number: _submit(contender, number, seed, began), range(submissions)))
            killer.result()
        _wait_until_ended(contender)
        took = time.monotonic() - began
        faults = control("GET", "storm")["faults"]
        time.sleep(SETTLE_S)
        states = contender.results()
        records = Counter(
            int(mark[1])
            for effect in control("GET", f"state/{AGENCY}")["effects"]
            if (mark := MARK.search(json.dumps(effect["record"])))
        )
    row = judge([number for number in range(submissions) if accepted[number]], states, records)
    return {
        "submissions": submissions,
        **row,
        "faults": sum(faults.values()),
        "took_s": round(took),
        "seed": seed,
        "at": datetime.now(UTC).isoformat(timespec="minutes"),
    }


def _contender(name: str, stack: ExitStack, postgres: PostgresServer) -> Contender:
    if name == "portal":
        return PortalContender(stack, postgres)
    module, options = LIBRARIES[name]
    return LibraryContender(stack, postgres, module, **options)


def judge(accepted: list[int], states: dict[int, str], records: Counter[int]) -> dict[str, int]:
    """Compare what a contender says about accepted submissions with AgentOS's records."""
    pairs = Counter((states.get(number, "open"), min(records[number], 2)) for number in accepted)
    return {
        "accepted": len(accepted),
        "lost": sum(count for (_, times), count in pairs.items() if times == 0),
        "told": pairs["failure", 0],
        "doubled": sum(count for (_, times), count in pairs.items() if times == 2),
        "undecided": sum(count for (state, _), count in pairs.items() if state in ("unknown", "open")),
        "misreported": pairs["success", 0] + pairs["failure", 1] + pairs["failure", 2],
        "once": pairs["success", 1],
    }


def _submit(contender: Contender, number: int, seed: int, began: float) -> bool:
    """Submit at the time of this number. Every fourth submission is an invoice."""
    time.sleep(max(0.0, began + number / RATE - time.monotonic()))
    chance = random.Random(f"{seed} {number}")
    person = chance.randrange(PEOPLE)
    job_id = contender.people[person][1][chance.randrange(JOBS_EACH)]
    mark = f"Visit {number:04}: nobody was at home"
    return contender.submit(number, "invoice" if number % 4 == 3 else "note", person, job_id, mark)


def _wait_until_ended(contender: Contender) -> None:
    """Wait until no submission is open, or none has changed for a minute: no wait here is that long."""
    until, last, since = time.monotonic() + DRAIN_S, Counter[str](), time.monotonic()
    while time.monotonic() < min(until, since + UNCHANGED_S):
        states = Counter(contender.results().values())
        if "open" not in states:
            return
        if states != last:
            last, since = states, time.monotonic()
        time.sleep(2.0)


def _kill(contender: Contender, seconds: float) -> None:
    """Kill in the middle of each interval."""
    for number in range(max(1, int(seconds / KILL_EVERY_S))):
        time.sleep(KILL_EVERY_S if number else KILL_EVERY_S / 2)
        contender.kill()


def _versions() -> dict[str, str]:
    words = "import importlib.metadata as m; print(m.version('procrastinate'), m.version('dbos'))"
    shown = subprocess.run([str(PYTHON), "-c", words], check=True, capture_output=True, text=True).stdout.split()
    return {"portal": VERSION, "procrastinate": shown[0], "dbos": shown[1], "python": sys.version.split()[0]}


if __name__ == "__main__":
    main()
