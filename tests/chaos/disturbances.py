"""Troubles besides failing calls: of processes, databases, disks, clocks and keys, and entries by the office."""

from __future__ import annotations

import heapq
import json
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bench.deployment import Deployment
from tests.chaos.clients import Phone
from tests.chaos.clocks import SteppedClock, library
from tests.chaos.disks import Disk
from tests.chaos.fleet import NAMES, WEBS, WORKERS, Fleet
from tests.postgres_server import PostgresServer

TICK_S = 0.2
STEPS_S = (-300, -60, 60, 200, 300)
"""Steps of clocks, in seconds from the true time."""
ANSWERS: dict[str, dict[str, Any]] = {
    "404": {"status": 404},
    "400": {"status": 400},
    "405": {"status": 405},
    "302": {"status": 302},
    "503": {"status": 503},
    "HTML": {"answer": "html"},
}
"""Responses of an agency's AgentOS to every call for a while, without effect."""


@dataclass(frozen=True, kw_only=True)
class Durations:
    """Durations of a storm (a period of failing calls) and its troubles, in seconds, and the number of kills.

    `frozen_web_s`, `frozen_worker_s`: longer than their leases.
    """

    storm_s: float
    kills: int
    frozen_web_s: tuple[float, float]
    frozen_worker_s: float
    no_worker_s: float
    spoilt_s: float
    answers_s: float
    other_key_s: float


@dataclass
class DisturbanceTargets:
    """The targets of troubles. `documents` and `data` are the disks of the documents and of the database."""

    deployment: Deployment
    fleet: Fleet
    phones: Sequence[Phone]
    agencies: Sequence[str]
    data: Disk
    documents: Disk
    postgres: PostgresServer | None = None
    database_clock: SteppedClock | None = None
    lost_documents: set[str] = field(default_factory=set)


class Disturbances(threading.Thread):
    """A thread that causes the seed's troubles until `end`. `counts`: the troubles by kind."""

    def __init__(self, targets: DisturbanceTargets, lasting: Durations, seed: str) -> None:
        super().__init__(daemon=True)
        self.counts: Counter[str] = Counter()
        self.failure: BaseException | None = None
        self._targets = targets
        self._lasting = lasting
        self._chance = random.Random(seed)
        self._ended = threading.Event()
        self._order = count()
        self._due: list[tuple[float, int, bool, Callable[[], object]]] = []
        self._began = time.monotonic()
        self._away: set[str] = set()

    def run(self) -> None:
        self._began = time.monotonic()
        for action, often in self._plan().items():
            for _ in range(often):
                self._later(self._chance.uniform(0.03, 0.97) * self._lasting.storm_s, action, is_end=False)
        self._later(0.02 * self._lasting.storm_s, lambda: self._freeze("worker-1", self._lasting.frozen_worker_s))
        try:
            while self._due or not self._ended.is_set():
                self._tick()
                time.sleep(TICK_S)
        except BaseException as failure:
            self.failure = failure

    def end(self) -> None:
        """Start no more troubles. Current troubles end in their own time, and `join` waits for that."""
        self._ended.set()

    def check(self) -> None:
        """Raise RuntimeError if this thread itself failed."""
        if self.failure is not None:
            raise RuntimeError("the troubles went wrong") from self.failure

    def _plan(self) -> dict[Callable[[], object], int]:
        """Return the number of each trouble."""
        kills = self._lasting.kills
        few = max(1, kills // 10)
        plan: dict[Callable[[], object], int] = {
            self._kill_web_process: round(kills * 0.5),
            self._kill_web: max(1, round(kills * 0.15)),
            self._kill_worker: max(1, round(kills * 0.35)),
            self._kill_both: few,
            lambda: self._freeze(self._chance.choice(WEBS), self._chance.uniform(*self._lasting.frozen_web_s)): few,
            self._no_worker: 1,
            self._lose_document: max(2, kills // 3),
            self._answer_strangely: max(2, kills // 2),
            self._change_key: few,
            self._office_enters: max(4, kills),
        }
        if library() is not None:
            plan[self._step_clock] = max(2, kills // 3)
        if self._targets.data.is_own and self._targets.documents.is_own:
            plan |= {self._fill_disk: few, self._make_disk_read_only: few}
        if self._targets.postgres is not None:
            plan[self._restart_database] = few
            if library() is not None:
                plan[self._step_database_clock] = max(2, kills // 5)
        return plan

    def _later(self, seconds: float, action: Callable[[], object], *, is_end: bool = True) -> None:
        heapq.heappush(self._due, (time.monotonic() + seconds, next(self._order), is_end, action))

    def _tick(self) -> None:
        while self._due and self._due[0][0] <= time.monotonic():
            _, _, is_end, action = heapq.heappop(self._due)
            if is_end or not self._ended.is_set():
                action()
        if self._ended.is_set():
            self._due = [entry for entry in self._due if entry[2]]
            heapq.heapify(self._due)
        self._targets.fleet.restart_ended()
        postgres = self._targets.postgres
        if postgres is not None and not postgres.program.is_running:
            postgres.program.start()

    # processes ------------------------------------------------------------------------------------------------------

    def _kill(self, what: str, *names: str) -> None:
        if not any(self._targets.fleet.is_free(name) for name in names):
            return
        self._targets.fleet.kill(*names)
        self.counts[what] += 1
        for name in names:
            if name not in self._away:
                self._targets.fleet.start(name)

    def _kill_web_process(self) -> None:
        if self._targets.fleet.kill_web_process(self._chance.choice(WEBS), self._chance):
            self.counts["web process killed"] += 1

    def _kill_web(self) -> None:
        self._kill("web server killed", self._chance.choice(WEBS))

    def _kill_worker(self) -> None:
        free = [name for name in WORKERS if self._targets.fleet.is_free(name)]
        if free:
            self._kill("worker killed", self._chance.choice(free))

    def _kill_both(self) -> None:
        free = [name for name in NAMES if self._targets.fleet.is_free(name)]
        self._kill("all processes killed at once", *free)

    def _no_worker(self) -> None:
        """Run without workers for a while. A frozen worker does not count as a worker."""
        names = [name for name in WORKERS if self._targets.fleet.is_free(name)]
        self._away.update(names)
        self._targets.fleet.kill(*names)
        self.counts["no worker for a while"] += 1

        def come_back() -> None:
            self._away.difference_update(names)
            for name in names:
                self._targets.fleet.start(name)

        self._later(self._lasting.no_worker_s, come_back)

    def _freeze(self, name: str, seconds: float) -> None:
        fleet = self._targets.fleet
        if fleet.is_free(name) and (pid := fleet.freeze(name)) is not None:

            def wake() -> None:
                if fleet.wake(pid):
                    self.counts[f"{name.partition('-')[0]} frozen past its lease"] += 1

            self._later(seconds, wake)

    # clocks, databases, disks -----------------------------------------------------------------------------------------

    def _step_clock(self) -> None:
        name = self._chance.choice(NAMES)
        self._targets.fleet.clocks[name].step(self._chance.choice(STEPS_S))
        self.counts[f"{name.partition('-')[0]}'s clock stepped"] += 1

    def _step_database_clock(self) -> None:
        assert self._targets.database_clock is not None
        self._targets.database_clock.step(self._chance.choice(STEPS_S))
        self.counts["database's clock stepped"] += 1

    def _restart_database(self) -> None:
        assert self._targets.postgres is not None
        if self._targets.postgres.program.is_running:
            self._targets.postgres.program.stop(signal.SIGQUIT)
            self._targets.postgres.program.start()
            self.counts["database restarted at once"] += 1

    def _fill_disk(self) -> None:
        disk = self._chance.choice((self._targets.data, self._targets.documents))
        if disk.is_spoilt:
            self._later(self._lasting.spoilt_s, self._fill_disk, is_end=False)
            return
        disk.fill()
        self.counts["disk full"] += 1
        self._later(self._lasting.spoilt_s, disk.empty)

    def _make_disk_read_only(self) -> None:
        """Restart all processes, because a request with an open unnamed file on the disk would prevent the remount."""
        fleet, disk = self._targets.fleet, self._targets.documents
        if disk.is_spoilt:
            self._later(self._lasting.spoilt_s, self._make_disk_read_only, is_end=False)
            return
        names = [name for name in NAMES if fleet.is_free(name)]
        fleet.kill(*names)
        if disk.allow_writing(allowed=False):
            self.counts["disk read-only"] += 1
            self._later(self._lasting.spoilt_s, lambda: disk.allow_writing(allowed=True))
        for name in names:
            fleet.start(name)

    def _lose_document(self) -> None:
        """Delete one of the newest documents, perhaps of a waiting submission."""
        files: list[tuple[float, Any]] = []
        for path in self._targets.documents.folder.rglob("*.pdf"):
            with suppress(OSError):
                files.append((path.stat().st_mtime, path))
        files.sort(reverse=True)
        if files:
            _, path = self._chance.choice(files[:4])
            with suppress(OSError):
                path.unlink()
                self._targets.lost_documents.add(path.stem)
                self.counts["document lost"] += 1

    # AgentOS and its office -------------------------------------------------------------------------------------------

    def _answer_strangely(self) -> None:
        agency, answer = self._chance.choice(self._targets.agencies), self._chance.choice(list(ANSWERS))
        fault = {"path": f"/{agency}/", "for_s": self._lasting.answers_s, "effect": False, **ANSWERS[answer]}
        self._targets.deployment.control("POST", "faults", fault)
        self.counts[f"{answer} to everything for a while"] += 1

    def _change_key(self) -> None:
        agency, control = self._chance.choice(self._targets.agencies), self._targets.deployment.control
        control("PUT", f"key/{agency}", {"key": "another-simulated-key"})
        self.counts["key changed for a while"] += 1
        self._later(self._lasting.other_key_s, lambda: control("DELETE", f"key/{agency}"))

    def _office_enters(self) -> None:
        """Enter a record for the job of a phone's submission, sometimes the same invoice."""
        sending = [phone.submissions[-1].piece for phone in self._targets.phones if phone.submissions]
        if not sending:
            return
        piece = self._chance.choice(sending)
        place = f"state/{piece.sender.agency}"
        if piece.kind == "invoice":
            invoice = json.loads(piece.body or b"")
            is_same = self._chance.random() < 0.5
            record = {
                "ContractorOID": piece.sender.contractor_id,
                "JobOID": piece.job_id,
                "Amount": invoice["amount"] if is_same else 1.0,
                "Description": invoice["description"] if is_same else "Entered by the office",
                "InvoiceDate": invoice["invoiceDate"],
                "InvoiceNumber": invoice["invoiceNumber"] if is_same else "OFFICE",
            }
            self._targets.deployment.control("POST", f"{place}/invoices", record)
            self.counts["office enters the same invoice" if is_same else "office enters an invoice"] += 1
        else:
            note = {"JobOID": piece.job_id, "NoteContents": "Noted by the office", "CreatedBy": "Office"}
            self._targets.deployment.control("POST", f"{place}/notes", note)
            self.counts["office enters a note"] += 1
