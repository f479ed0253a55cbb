"""The contenders behind one small interface. The driver knows nothing else about them."""

from __future__ import annotations

import json
import os
import random
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.deployment import Deployment, deploy
from tests.chaos.clients import Portal
from tests.chaos.contractors import OPEN, configuration, keys
from tests.chaos.fleet import FIRST_WORKER, WEBS, Fleet
from tests.chaos.plan import Sender
from tests.chaos.runs import SHORT
from tests.chaos.seed import open_portal, send_simple_submissions
from tests.end_to_end.processes import ROOT
from tests.postgres_server import PostgresServer

PYTHON = ROOT / ".venv-comparison/bin/python"
AGENCY, BASE = "acme", "/v4/maintenance/acme/"
PEOPLE, JOBS_EACH = 40, 3
SETTLE_S = SHORT.settle_s
ACCEPT_S = 120.0
"""Time for which a sender repeats a submission that the portal has not accepted."""
RUN = replace(
    SHORT,
    agencies=(AGENCY,),
    contractors_each=PEOPLE,
    settings={**SHORT.settings, "AGENTOS_BUDGET": "100000", "WORKER_THREADS": "8"},
)
SIZE = f"{AGENCY}:2,80,1000"
SAYS = {
    "confirmed": "success",
    "review": "unknown",
    **dict.fromkeys(("rejected", "expired", "abandoned"), "failure"),
}
"""The meaning of each last state of the portal. All others are open."""
People = Sequence[tuple[str, Sequence[str]]]
"""The ids of contractors, each with the ids of their jobs."""


class LibraryContender:
    """A queue that sends from a process of its own: `module` has the three commands of `upstream.serve`."""

    def __init__(self, stack: ExitStack, postgres: PostgresServer, module: str, **options: str) -> None:
        self.deployment = stack.enter_context(deploy(configuration([AGENCY]), (SIZE,), **keys([AGENCY])))
        self.deployment.limit(None)
        self.people = _people(self.deployment)
        folder = self.deployment.folder
        [key] = keys([AGENCY]).values()
        self._module = f"bench.comparison.{module}"
        self._lock = threading.Lock()
        self._log = stack.enter_context((folder / "queue.log").open("ab"))
        self._environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder),
            "AGENTOS_URL": self.deployment.agentos,
            "AGENTOS_KEY": key,
            "SETTLE_S": str(SETTLE_S),
            "DATABASE": postgres.url(postgres.make("template0")).replace("+psycopg", ""),
            "QUEUE": str(folder / "queue.db"),
            **options,
        }
        self._intake = self._start("submit", stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        stack.callback(self._intake.kill)
        self._expect("ready")
        self._worker = self._start("work", stdout=self._log)
        stack.callback(lambda: self._worker.kill())

    def submit(self, number: int, kind: str, person: int, job_id: str, mark: str) -> bool:
        """Return True as soon as the piece is stored."""
        contractor = self.people[person][0]
        path, listed = f"jobs/{job_id}/notes", f"jobs/{job_id}"
        body: dict[str, Any] = {"NoteContents": mark, "CreatedBy": "Contractor"}
        if kind == "invoice":
            path, listed = "invoice/submit", f"contacts/contractors/{contractor}/invoices/0/1000"
            body = {"ContractorID": contractor, "JobID": job_id, "Description": mark, "Amount": 100.0 + number}
            body |= {"InvoiceDate": "2026-01-15", "InvoiceNumber": f"C-{number}"}
        piece = {"number": number, "path": BASE + path, "body": body, "list": BASE + listed, "mark": mark}
        with self._lock:
            print(json.dumps(piece), file=self._intake.stdin, flush=True)
            self._expect("stored")
        return True

    def kill(self) -> None:
        """Kill the worker and start it again."""
        self._worker.kill()
        self._worker.wait()
        self._worker = self._start("work", stdout=self._log)

    def results(self) -> dict[int, str]:
        """Return the state of each piece."""
        command = [str(PYTHON), "-m", self._module, "results"]
        shown = subprocess.run(
            command, env=self._environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, stderr=self._log
        )
        return {int(number): state for number, state in json.loads(shown.stdout).items()}

    def _start(self, command: str, **options: Any) -> subprocess.Popen[str]:
        words = [str(PYTHON), "-m", self._module, command]
        return subprocess.Popen(words, env=self._environment, cwd=ROOT, stderr=self._log, **options)

    def _expect(self, word: str) -> None:
        line = next(self._intake.stdout or iter(()), "").strip()
        if line != word:
            raise RuntimeError(f"{self._module}: {line!r}\n{Path(self._log.name).read_text('utf-8')[-2000:]}")


class PortalContender:
    """This portal: a web server of two processes and a worker, all of which are killed."""

    def __init__(self, stack: ExitStack, postgres: PostgresServer) -> None:
        settings = {**keys([AGENCY]), "DATABASE_URL": stack.enter_context(postgres.database(postgres.tables))}
        self.deployment = stack.enter_context(deploy(configuration([AGENCY]), (SIZE, "--plain"), **settings))
        self._fleet = Fleet(self.deployment, RUN.entry)
        before, self._senders = open_portal(self.deployment, self._fleet, RUN)
        self.deployment.limit(None)
        self._portal = Portal(self._fleet.addresses)
        send_simple_submissions(self.deployment, self._portal, self._senders, before, 2 * SETTLE_S)
        self.people = [(each.contractor_id, each.jobs) for each in self._senders]
        self._located: dict[int, tuple[Sender, str]] = {}
        self._states: dict[int, str] = {}

    def submit(self, number: int, kind: str, person: int, job_id: str, mark: str) -> bool:
        """Repeat a submission under its key until the portal accepts it."""
        sender, path = self._senders[person], f"jobs/{job_id}/notes"
        body: dict[str, Any] = {"note": mark}
        if kind == "invoice":
            path, body = "invoices", {"jobId": job_id, "description": mark, "amount": 100.0 + number}
            body |= {"invoiceDate": "2026-01-15", "invoiceNumber": f"C-{number}"}
        headers = {"Idempotency-Key": f"comparison-{number}", "Prefer": "respond-async"}
        until = time.monotonic() + ACCEPT_S
        while time.monotonic() < until:
            url = f"/api/contractor/{path}"
            answer = self._portal.ask(random.Random(), sender, "POST", url, json=body, headers=headers, timeout=10)
            if answer is not None and answer.status_code in (200, 201, 202):
                self._states[number] = "open" if answer.status_code == 202 else "success"
                if answer.status_code == 202:
                    self._located[number] = sender, answer.headers["Location"]
                return True
            time.sleep(0.3)
        return False

    def kill(self) -> None:
        """Kill the web server and the worker at once, and start them again."""
        names = (*WEBS, FIRST_WORKER)
        self._fleet.kill(*names)
        for name in names:
            self._fleet.start(name)

    def results(self) -> dict[int, str]:
        """Ask the portal for the state of each submission that has not ended."""
        for number, (sender, location) in self._located.items():
            if self._states[number] in ("open", "unknown"):
                answer = self._portal.ask(random.Random(), sender, "GET", location)
                if answer is not None and answer.status_code == 200:
                    self._states[number] = SAYS.get(answer.json()["state"], "open")
        return dict(self._states)


def _people(deployment: Deployment) -> People:
    """Return contractors with enough open jobs, as the portal's run has them."""
    jobs: dict[str, list[str]] = {}
    for job_id, job in deployment.control("GET", f"state/{AGENCY}")["jobs"].items():
        if job.get("ContractorOID") and job.get("Status") in OPEN[AGENCY]:
            jobs.setdefault(job["ContractorOID"], []).append(job_id)
    return [(oid, ids[:JOBS_EACH]) for oid, ids in jobs.items() if len(ids) >= JOBS_EACH][:PEOPLE]


Contender = LibraryContender | PortalContender
"""A system that accepts submissions and sends them. `results` returns success, failure, unknown or open for each."""
