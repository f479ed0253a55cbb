"""`python -m bench.comparison`: run contenders, then write results.json and docs/comparison.md."""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.comparison import page
from bench.comparison.contenders import AGENCY, JOBS_EACH, PEOPLE, PYTHON, SETTLE_S, Contender
from bench.comparison.contenders import LibraryContender as Library
from bench.comparison.contenders import PortalContender
from tests.postgres_server import PostgresServer, serving

RESULTS = Path(__file__).with_name("results.json")
RATE = 10.0
KILL_EVERY_S = 10.0
DRAIN_S, UNCHANGED_S = 240.0, 60.0
SHARE, TIMEOUT_S = 0.2, 2.0
SENDERS = 32
KINDS = r"^(502|time-out|reset), (at once|late|never)$|^read: (502|time-out|reset)$"
MARK = re.compile(r"Visit (\d{4}):")
Make = Callable[[ExitStack, PostgresServer], Contender]
CONTENDERS: dict[str, Make] = {
    "portal": PortalContender,
    "naive": lambda *given: Library(*given, "plain"),
    "look": lambda *given: Library(*given, "plain", LOOK="backoff"),
    "look-settled": lambda *given: Library(*given, "plain", LOOK="settle"),
    "procrastinate-retries": lambda *given: Library(*given, "on_procrastinate", RETRIES="1"),
    "procrastinate": lambda *given: Library(*given, "on_procrastinate"),
    "dbos-retries": lambda *given: Library(*given, "on_dbos", RETRIES="1"),
    "dbos": lambda *given: Library(*given, "on_dbos"),
}


def main() -> None:
    """Run the named contenders, by default all, and keep the results of the others."""
    parser = argparse.ArgumentParser(prog="python -m bench.comparison")
    parser.add_argument("names", nargs="*", default=list(CONTENDERS), choices=[*CONTENDERS, []])
    parser.add_argument("--submissions", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    chosen = parser.parse_args()
    for name in chosen.names:
        row = run(CONTENDERS[name], chosen.submissions, chosen.seed)
        print(name, json.dumps(row), flush=True)
        if not chosen.dry:
            results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
            RESULTS.write_text(json.dumps({**results, "versions": _versions(), name: row}, indent=2) + "\n", "utf-8")
            page.write(RESULTS)


def run(make: Make, submissions: int, seed: int) -> dict[str, Any]:
    """Return the figures of one contender."""
    with serving() as postgres, ExitStack() as stack:
        contender = make(stack, postgres)
        control = contender.deployment.control
        storm = {"seed": seed, "share": SHARE, "settle_s": SETTLE_S, "timeout_s": TIMEOUT_S, "kinds": KINDS}
        control("POST", "storm", storm)
        began = time.monotonic()
        ended = threading.Event()
        with ThreadPoolExecutor(SENDERS) as pool:
            killer = pool.submit(_kill, contender, submissions / RATE, ended)
            accepted = list(pool.map(lambda number: _submit(contender, number, seed, began), range(submissions)))
            killer.result()
        _wait_until_ended(contender)
        took = time.monotonic() - began
        faults = control("GET", "storm")["faults"]
        time.sleep(SETTLE_S)
        said = contender.results()
        records = Counter(
            int(mark[1])
            for effect in control("GET", f"state/{AGENCY}")["effects"]
            if (mark := MARK.search(json.dumps(effect["record"])))
        )
    row = judge([number for number in range(submissions) if accepted[number]], said, records)
    at = datetime.now(UTC).isoformat(timespec="minutes")
    return {"submissions": submissions, **row, "faults": sum(faults.values()), "took_s": round(took), "seed": seed, "at": at}


def judge(accepted: list[int], said: dict[int, str], records: Counter[int]) -> dict[str, int]:
    """Compare what a contender says about accepted submissions with AgentOS's records."""
    pairs = Counter((said.get(number, "open"), min(records[number], 2)) for number in accepted)
    right = ("success", 1), ("failure", 0)
    return {
        "accepted": len(accepted),
        "lost": sum(count for (_, times), count in pairs.items() if times == 0),
        "told": pairs[right[1]],
        "doubled": sum(count for (_, times), count in pairs.items() if times == 2),
        "undecided": sum(count for (state, _), count in pairs.items() if state in ("unknown", "open")),
        "misreported": pairs["success", 0] + pairs["failure", 1] + pairs["failure", 2],
        "once": pairs[right[0]],
    }


def _submit(contender: Contender, number: int, seed: int, began: float) -> bool:
    """Submit at the time of this number. Every fourth submission is an invoice."""
    time.sleep(max(0.0, began + number / RATE - time.monotonic()))
    chance = random.Random(f"{seed} {number}")
    person = chance.randrange(PEOPLE)
    job_id = contender.people[person][1][chance.randrange(JOBS_EACH)]
    kind = "invoice" if number % 4 == 3 else "note"
    return contender.submit(number, kind, person, job_id, f"Visit {number:04}: nobody was at home")


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


def _kill(contender: Contender, seconds: float, ended: threading.Event) -> None:
    """Kill in the middle of each interval."""
    for number in range(max(1, int(seconds / KILL_EVERY_S))):
        ended.wait(KILL_EVERY_S if number else KILL_EVERY_S / 2)
        contender.kill()


def _versions() -> dict[str, str]:
    words = "import importlib.metadata as m; print(m.version('procrastinate'), m.version('dbos'))"
    shown = subprocess.run([str(PYTHON), "-c", words], check=True, capture_output=True, text=True).stdout.split()
    commit = ["git", "rev-parse", "--short=8", "HEAD"]
    own = subprocess.run(commit, check=True, capture_output=True, text=True).stdout.strip()
    python = sys.version.split()[0]
    return {"portal": own, "procrastinate": shown[0], "dbos": shown[1], "python": python}


if __name__ == "__main__":
    main()
