"""`make hour`: two hosts behind nginx serve 20 requests a second, with a fault every five minutes.

Reads and notes of a contractor pass through nginx as shipped to two hosts with PostgreSQL. AgentOS and PostgreSQL
fail in turns. Agencies are loaded anew. A worker and a web process are killed. A process is measured from ten minutes
after its start: the median of each minute is compared with that of the first five minutes. A killed process counts as
two. docs/reference.md must explain each error in the logs.

`python -m tests.production.one_hour --minute 1` lets a minute take one second, to try the program itself.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any, TypeAlias

from bench import results
from bench.background import repeating
from bench.deployment import memory
from bench.figures import Figure
from tests import postgres_server
from tests.end_to_end.processes import wait_until
from tests.jobs.expected import HARPER
from tests.postgres_server import PostgresServer
from tests.production import traffic
from tests.production.installation import HOSTS, Installation, installed

PER_SECOND = 20.0
WRITE_EVERY = 400
"""A note every twenty seconds. Hundreds of new rows in the lists of one person would be growth that is no fault."""
SIMULATED = ("--branches", "1", "--contractors", "24", "--jobs", "400", "--no-limit")
MINUTES = 60
SETTLED_MINUTES = 10
FIRST_FAULT_MINUTE, FAULT_EVERY_MINUTES = 3, 5
DELIVERY_S = 600.0
"""An unconfirmed submission waits until AgentOS has surely shown it."""
GUIDE = Path(__file__).parents[2] / "docs" / "reference.md"
NAMES = [f"{kind}-{host}" for kind in ("web", "worker") for host in HOSTS]
LOUD = {"error", "critical"}
PID = re.compile(r"pid:\d+")


def measure(minute_s: float) -> list[Figure]:
    """Run the hour, whose minutes take so many seconds."""
    with ExitStack() as stack:
        postgres = stack.enter_context(postgres_server.serving(durable=True))
        url = stack.enter_context(postgres.database("template0"))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="one-hour-")))
        installation = stack.enter_context(installed(folder, url, simulated=SIMULATED))
        browsers = installation.browsers(HARPER)
        job_ids = installation.open_jobs(browsers[0])
        faults = Faults(installation, postgres, minute_s / 6)
        sampler = Sampler(installation, faults, minute_s)
        with ExitStack() as running:
            sending = traffic.running(
                installation.proxy.url, browsers, job_ids, per_second=PER_SECOND, write_every=WRITE_EVERY
            )
            seen = running.enter_context(sending)
            running.enter_context(repeating(sampler.sample, minute_s / 6))
            fault_s = FAULT_EVERY_MINUTES * minute_s
            running.enter_context(repeating(faults.next, fault_s, first_s=FIRST_FAULT_MINUTE * minute_s))
            time.sleep(MINUTES * minute_s)
        entries = [(name, entry) for name in NAMES for entry in log_entries(installation.processes.output(name))]
        figures = [*figures_of_requests(seen, faults), *sampler.figures(), *figures_of_logs(entries)]
        print(results.table(figures), flush=True)
        traffic.assert_each_note_is_there_once(installation.simulator, seen, within_s=DELIVERY_S)
    return figures


@dataclass
class Faults:
    """The faults, which come in turns."""

    installation: Installation
    postgres: PostgresServer
    away_s: float
    without_database: list[tuple[float, float]] = field(default_factory=list)
    """When PostgreSQL was away: from and until (`time.monotonic`)."""
    loads: int = 0
    """The number of reloads. Each starts the processes again."""
    kills: list[float] = field(default_factory=list)
    """When a web process was killed (`time.monotonic`)."""

    def __post_init__(self) -> None:
        self._turns = cycle(
            (
                self.agentos_fails,
                self.postgres_is_away,
                self.agencies_are_loaded,
                self.worker_is_killed,
                self.web_process_is_killed,
            )
        )

    def next(self) -> None:
        """Cause the next fault, and wait for its end."""
        turn = next(self._turns)
        print(f"  {time.strftime('%H:%M:%S')} {turn.__name__.replace('_', ' ')}", flush=True)
        turn()

    def agentos_fails(self) -> None:
        self.installation.simulator.fault(path="/", status=503, for_s=3 * self.away_s)

    def postgres_is_away(self) -> None:
        began_at = time.monotonic()
        self.postgres.program.stop(signal.SIGQUIT)
        time.sleep(self.away_s)
        self.postgres.start_again()
        for host in HOSTS:
            wait_until(f"host {host}", partial(self.installation.is_ready, host))
        self.without_database.append((began_at, time.monotonic()))

    def agencies_are_loaded(self) -> None:
        self.installation.add_agency()
        self.loads += 1
        for name in NAMES:
            os.kill(self.installation.processes.pid(name), signal.SIGHUP)

    def worker_is_killed(self) -> None:
        self.installation.processes.kill("worker-2")
        time.sleep(self.away_s)
        self.installation.processes.start("worker-2")

    def web_process_is_killed(self) -> None:
        self.kills.append(time.monotonic())
        os.kill(self.installation.processes.children("web-2")[0], signal.SIGKILL)


Sample: TypeAlias = tuple[float, float, int]
"""When it was taken (`time.monotonic`), the memory in MB, and the number of open files."""


@dataclass
class Sampler:
    """Samples of each process by name, id, and number of reloads before."""

    installation: Installation
    faults: Faults
    minute_s: float
    samples: dict[tuple[str, int, int], list[tuple[float, float, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def sample(self) -> None:
        """Look at every process."""
        for name in NAMES:
            try:
                web = name.startswith("web")
                own = self.installation.processes.pid(name)
                children = self.installation.processes.children(name) if web else []
                for kind, pid in [(f"{name}, arbiter" if web else name, own), *((name, child) for child in children)]:
                    files = len(os.listdir(f"/proc/{pid}/fd"))
                    self.samples[kind, pid, self.faults.loads].append((time.monotonic(), memory(pid), files))
            except (KeyError, OSError, IndexError):  # it was killed
                continue

    def figures(self) -> list[Figure]:
        """Return, by process, how much the memory differs, and the growth of the open files."""
        figures = []
        for number, ((name, _, _), samples) in enumerate(self.samples.items(), 1):
            minutes: dict[int, list[tuple[float, int]]] = defaultdict(list)
            for at, megabytes, files in samples:
                minutes[int((at - samples[0][0]) / self.minute_s)].append((megabytes, files))
            settled = [minutes[minute] for minute in sorted(minutes) if minute >= SETTLED_MINUTES]
            if len(settled) <= 5:
                continue
            first = statistics.median(memory for each in settled[:5] for memory, _ in each)
            medians = [statistics.median(memory for memory, _ in each) for each in settled[5:]]
            most = max(abs(median / first - 1) * 100 for median in medians)
            text = " ".join(f"{statistics.median(memory for memory, _ in minutes[m]):.0f}" for m in sorted(minutes))
            print(f"  {name} ({number}), MB each minute: {text}")
            figures += [
                Figure(f"{name} ({number}): memory after ten minutes", first, "MB"),
                Figure(f"{name} ({number}): memory later, most that differs", most, "%", at_most=5),
                Figure(f"{name} ({number}): open files, most", max(files for each in settled for _, files in each)),
            ]
        return figures


def figures_of_requests(seen: traffic.Traffic, faults: Faults) -> list[Figure]:
    """Return the counts of requests and of failures. Print the failures that no fault explains."""

    def is_explained(failure: traffic.Failure) -> bool:
        is_away = any(begin <= failure.ended_at and failure.began_at <= end for begin, end in faults.without_database)
        in_flight = any(failure.began_at <= kill <= failure.ended_at for kill in faults.kills)
        return in_flight or (is_away and failure.status == 500 and bool(failure.retry_after))

    unexplained = [failure for failure in seen.failures if not is_explained(failure)]
    for failure in unexplained[:20]:
        print(f"  {failure}")
    return [
        Figure("requests", seen.requests),
        Figure("notes acknowledged, each once in AgentOS", len(seen.acknowledged)),
        Figure("failures without PostgreSQL, or in flight in a killed process", len(seen.failures) - len(unexplained)),
        Figure("other failures", len(unexplained), at_most=0),
    ]


def log_entries(output: str) -> Iterator[dict[str, Any]]:
    """Return the entries of a log. A line that is no JSON is one without an event."""
    for line in output.splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            yield {"level": "critical", "event": line}


def figures_of_logs(entries: list[tuple[str, dict[str, Any]]]) -> list[Figure]:
    """Return the counts of errors and warnings. Print each event of them once."""
    guide = GUIDE.read_text("utf-8")
    events = Counter((entry["level"], str(entry["event"])) for _, entry in entries if entry["level"] != "info")
    for (level, event), number in sorted(events.items()):
        print(f"  {number:6} {level:8} {event[:150]}")
    unknown = [event for level, event in events if level in LOUD and f"`{PID.sub('pid:…', event)}" not in guide]
    for name, entry in [(name, entry) for name, entry in entries if "trace" in entry or entry["event"] in unknown][:20]:
        print(f"  {name}: {json.dumps(entry)[:600]}")
    return [
        Figure("lines in the logs", len(entries)),
        Figure("lines of errors", sum(number for (level, _), number in events.items() if level in LOUD)),
        Figure("lines with an exception's places", sum("trace" in entry for _, entry in entries), at_most=0),
        Figure("kinds of errors that docs/reference.md does not explain", len(unknown), at_most=0),
    ]


def main() -> int:
    """Return 0 if every figure meets its bar."""
    parser = argparse.ArgumentParser(prog="python -m tests.production.one_hour", description=__doc__)
    parser.add_argument("--minute", type=float, default=60, metavar="SECONDS", help="length of a minute (default: 60)")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Told to end."))  # as Ctrl-C: started processes are ended
    figures = measure(parser.parse_args().minute)
    print(results.table(figures))
    return int(any(figure.passed is False for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
