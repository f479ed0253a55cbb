"""A tab with the outbox of the app and no screens, on an empty page of the portal."""

from __future__ import annotations

import json
import subprocess
from base64 import b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import requests
from playwright.sync_api import BrowserContext, Page

from tests.contract.clients import npm_installed
from tests.end_to_end.processes import wait_until
from tests.pdfs import pdf
from tests.web.browsing import HARPER, Web

WEB = Path(__file__).resolve().parents[2] / "app" / "web"
ACCOUNT = {"email": HARPER, "agency": "acme", "contractorId": "CON-1001"}
NAME = f"portal:acme/CON-1001 {HARPER}"
"""Return the name of this account's database."""
BLANK = "/outbox-alone"
"""An empty page. The tests themselves serve it, because the portal has none."""
ENTRY = """
import { Outbox } from "./src/outbox/outbox.ts";
export { shownState } from "./src/outbox/shown.ts";
export { changeSession } from "./src/outbox/sender.ts";
export { StoredOutbox } from "./src/outbox/storage.ts";
export * as database from "./src/store/database.ts";
export * as responses from "./src/store/responses.ts";
export const outbox = new Outbox();
"""
DOCUMENT = """(document) => document && new File([Uint8Array.from(atob(document.content), (c) => c.charCodeAt(0))],
    document.name, {type: "application/pdf"})"""


@cache
def bundle() -> str:
    """Return the outbox's modules as one script."""
    program = npm_installed(WEB) / ".bin" / "esbuild"
    command = [program, "--bundle", "--format=iife", "--global-name=modules", "--sourcefile=entry.ts", "--loader=ts"]
    done = subprocess.run(command, input=ENTRY, cwd=WEB, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


@dataclass
class Tab:
    """A page with an outbox in it."""

    page: Page
    owner: dict[str, str] = field(default_factory=lambda: ACCOUNT)

    def run(self, code: str, argument: Any = None) -> Any:
        """Return the result of this code. Its names are `outbox`, an `Outbox`, `modules`, and `argument`."""
        return self.page.evaluate(f"async (argument) => {{ const {{modules, outbox}} = window; {code} }}", argument)

    def load(self) -> None:
        """Load the outbox's code into the page. A fetch would go through the service worker to the portal."""
        self.page.evaluate(f"() => {{ {bundle()}; window.modules = modules; window.outbox = modules.outbox; }}")

    def open(self, owner: dict[str, str] | None = ACCOUNT) -> None:
        """Load the page, and open the outbox of this owner, if any."""
        self.page.goto(BLANK)
        self.load()
        self.run("outbox.start()")
        if owner:
            self.open_outbox(owner)

    def open_outbox(self, owner: dict[str, str] = ACCOUNT) -> None:
        """Open the outbox of this owner."""
        self.owner = owner
        self.run("await outbox.open(argument.email, [argument])", owner)

    def item(self, number: int) -> dict[str, Any]:
        """Return what identifies an item."""
        return {"id": number, "owner": self.owner}

    def add_large(self, size: int) -> str:
        """Add an invoice whose document has `size` bytes. Return "done", or the sentence of the error."""
        file = "new File([new Uint8Array(argument).map(() => Math.random() * 256)], 'large.pdf')"
        argument = f"{{kind: 'invoice', jobId: 'JOB-1', content: {{amount: 1}}, document: {file}}}"
        added = f"outbox.add({json.dumps(self.owner)}, {argument})"
        return str(self.run(f"return {added}.then(() => 'done', (error) => error.sentence)", size))

    def add(self, kind: str, job_id: str, content: dict[str, Any], document: bytes | None = None) -> int:
        """Add an item. Return its id."""
        file = {"name": "invoice.pdf", "content": b64encode(document).decode()} if document is not None else None
        draft = {"kind": kind, "jobId": job_id, "about": "No hot water", "content": content}
        code = f"const [owner, draft, file] = argument; const document = ({DOCUMENT})(file);"
        added = f"{code} return (await outbox.add(owner, {{...draft, document}})).id"
        return int(self.run(added, [self.owner, draft, file]))

    def note(self, job_id: str, text: str) -> int:
        """Add a note. Return its id."""
        return self.add("note", job_id, {"note": text})

    def refused(self, function: str, *arguments: Any) -> str:
        """Call a function. Return "done", or the sentence of the error."""
        code = f"return {function}(...argument).then(() => 'done', (error) => error.sentence)"
        return str(self.run(code, [*arguments]))

    def wake(self) -> None:
        """Send all waiting items now."""
        self.run("await outbox.tryNow()")

    def items(self) -> list[dict[str, Any]]:
        """Return all items, the oldest first."""
        text = self.run("return JSON.stringify(outbox.items.value)")
        return list(json.loads(text))

    def states(self) -> list[str]:
        """Return the states of all items."""
        return [item["state"] for item in self.items()]

    def await_states(self, *states: str, seconds: float = 60.0) -> None:
        """Wait until the items have these states."""
        wait_until(f"{states}, not {self.states()}", lambda: self.states() == [*states], seconds)

    def await_obstacle(self, obstacle: str | None) -> None:
        """Wait until this reason prevents sending."""
        wait_until(f"obstacle {obstacle}", lambda: self.run("return outbox.obstacle.value") == obstacle or None, 10)

    def storage_problem(self) -> str | None:
        """Return the sentence on a fault of the storage, or None."""
        sentence: str | None = self.run("return outbox.storageProblem.value")
        return sentence


def new_tab(context: BrowserContext) -> Tab:
    """Return a new tab. `Tab.open` loads the outbox into it."""
    page = context.new_page()
    empty = "<!doctype html><title>Outbox</title>"
    page.route(f"**{BLANK}", lambda route: route.fulfill(body=empty, content_type="text/html"))
    return Tab(page)


def outbox_of(page: Page, owner: dict[str, str] = ACCOUNT) -> Tab:
    """Return another outbox of this owner, besides the app's own."""
    tab = Tab(page)
    tab.load()
    tab.run("outbox.start()")
    tab.open_outbox(owner)
    return tab


def create_job(web: Web, agency: str = "acme", contractor: str = "CON-1001") -> str:
    """Create a job of this contractor in AgentOS. Return its id. The portal fetches the job later."""
    branch = next(iter(web.agentos("branches", agency)))
    words = {status["Name"]: oid for oid, status in web.agentos("status_types", agency).items()}
    status = next(iter(words.values()))
    job = {
        "ContractorOID": contractor,
        "BranchOID": branch,
        "StatusOID": status,
        "Title": "Leak",
        "MaintenanceNotes": [],
    }
    address = f"{web.processes.simulator}/_control/state/{agency}/jobs"
    made = requests.post(address, json=job, timeout=10)
    assert made.ok, made.text
    return str(made.json()["OID"])


def create_read_job(web: Web, account: str = "acme/CON-1001") -> str:
    """Create a job for this account of Harper's. Return its id once the portal has fetched the job."""
    job = create_job(web, *account.split("/"))
    wait_until("the job", lambda: job in {each["jobId"] for each in web.api(HARPER, "jobs", account)["jobs"]})
    return job


def job_to_invoice(web: Web) -> str:
    """Return the id of a job of Harper's without an invoice. No other test gets it: its invoice may be on its way."""
    invoiced = {each["JobOID"] for each in web.agentos("invoices")["CON-1001"]} | web.taken_jobs
    oldest_first = reversed(web.api(HARPER, "jobs")["jobs"])
    job = next(str(job["jobId"]) for job in oldest_first if job["jobId"] not in invoiced)
    web.taken_jobs.add(job)
    return job


def invoice(job_id: str) -> dict[str, Any]:
    """Return the content of an invoice for this job, dated yesterday."""
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    content = {"amount": 120.5, "description": "Valve fitted", "invoiceDate": yesterday, "invoiceNumber": "H-1"}
    return {"jobId": job_id, **content}


def notes_in_agentos(web: Web, job_id: str, agency: str = "acme") -> list[str]:
    """Return the notes of this job in AgentOS, in its order."""
    return [note["NoteContents"] for note in web.agentos(f"jobs/{job_id}", agency).get("MaintenanceNotes") or []]


def unique_pdf(words: str) -> bytes:
    """Return a PDF that contains these words."""
    return pdf(more={10: f"({words})".encode()})
