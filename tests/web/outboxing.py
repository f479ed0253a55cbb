"""The outbox alone on an empty page of the portal, over a line that can be cut: what a test does with it and sees."""

from __future__ import annotations

import json
import subprocess
from base64 import b64encode
from dataclasses import dataclass
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
"""Of that account's database."""
BLANK = "/outbox-alone"
"""A page that has nothing in it: answered here, for the portal has none."""
ENTRY = """
export * from "./src/outbox/index.js";
export { Box } from "./src/outbox/box.js";
export * as answers from "./src/store/answers.js";
export * as database from "./src/store/database.js";
"""
DOCUMENT = """(document) => document && new File([Uint8Array.from(atob(document.content), (c) => c.charCodeAt(0))],
    document.name, {type: "application/pdf"})"""

FIRST_VERSION = """
    const [name, items] = given;
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
        const database = request.result;
        database.createObjectStore("answers", {keyPath: "path"});
        database.createObjectStore("outbox", {keyPath: "id", autoIncrement: true});
        database.createObjectStore("drafts", {keyPath: "name"});
    };
    const database = await new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction("outbox", "readwrite");
    for (const {file, ...item} of items) {
        const bytes = file && Uint8Array.from(atob(file), (one) => one.charCodeAt(0));
        const blob = bytes && new Blob([bytes], {type: "application/pdf"});
        const document = blob && {name: "invoice.pdf", size: blob.size, blob};
        transaction.objectStore("outbox").add({...item, document});
    }
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    database.close();
"""
"""How the first release kept it. This stays as it is for as long as a phone may still have it."""
WAITING = {
    "state": "waiting",
    "sentence": None,
    "about": "Leak",
    "addedAt": 1795600000000,
    "sentAt": None,
    "tries": 0,
    "nextAt": 0,
    "submissionId": None,
    "asks": None,
    "result": None,
    "duplicate": False,
    "file": None,
}


@cache
def module() -> str:
    """The outbox's sources as one script, as the app itself has them."""
    program = npm_installed(WEB) / ".bin" / "esbuild"
    command = [program, "--bundle", "--format=iife", "--global-name=outbox", "--sourcefile=entry.js", "--loader=js"]
    done = subprocess.run(command, input=ENTRY, cwd=WEB, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


@dataclass
class Tab:
    """A page with an outbox in it."""

    page: Page

    def run(self, code: str, argument: Any = None) -> Any:
        """What this code gives, in which `outbox` is the module and `given` the argument."""
        return self.page.evaluate(f"async (given) => {{ const {{outbox}} = window; {code} }}", argument)

    def load(self) -> None:
        """Let the page have the outbox's code. It is not fetched: a service worker would ask the portal for it."""
        self.page.evaluate(f"() => {{ {module()}; window.outbox = outbox; }}")

    def open(self, owner: dict[str, str] | None = ACCOUNT) -> None:
        """Load the page, and open the outbox of this owner, if there is one."""
        self.page.goto(BLANK)
        self.load()
        self.run("outbox.install()")
        if owner:
            self.run("await outbox.open(given)", owner)

    def add_large(self, size: int) -> str:
        """What is said of an invoice whose document has that many bytes."""
        file = "new File([new Uint8Array(given).map(() => Math.random() * 256)], 'large.pdf')"
        given = f"{{kind: 'invoice', jobId: 'JOB-1', content: {{amount: 1}}, document: {file}}}"
        return str(self.run(f"return outbox.add({given}).then(() => 'done', (error) => error.sentence)", size))

    def add(self, kind: str, job_id: str, content: dict[str, Any], document: bytes | None = None) -> int:
        """Put something in; its id."""
        file = {"name": "invoice.pdf", "content": b64encode(document).decode()} if document is not None else None
        given = {"kind": kind, "jobId": job_id, "about": "No hot water", "content": content, "file": file}
        code = f"const {{file, ...rest}} = given; const document = ({DOCUMENT})(file);"
        return int(self.run(f"{code} return (await outbox.add({{...rest, document}})).id", given))

    def note(self, job_id: str, text: str) -> int:
        """Put a note in; its id."""
        return self.add("note", job_id, {"note": text})

    def refused(self, function: str, *arguments: Any) -> str:
        """What is said of a call that fails."""
        code = f"return {function}(...given).then(() => 'done', (error) => error.sentence)"
        return str(self.run(code, [*arguments]))

    def wake(self) -> None:
        """Let it send now."""
        self.run("await outbox.tryNow()")

    def items(self) -> list[dict[str, Any]]:
        """All of it, oldest first; documents without their bytes."""
        found = self.run("return JSON.stringify(outbox.items.value)")
        return list(json.loads(found))

    def states(self) -> list[str]:
        """Where each stands."""
        return [item["state"] for item in self.items()]

    def await_states(self, *states: str, seconds: float = 60.0) -> None:
        """Wait until they stand there."""
        wait_until(f"{states}, not {self.states()}", lambda: self.states() == [*states], seconds)

    def await_hold(self, hold: str | None) -> None:
        """Wait until this is in the way of sending."""
        wait_until(f"hold {hold}", lambda: self.run("return outbox.hold.value") == hold or None, 10)

    def trouble(self) -> str | None:
        """The sentence on what the device keeps badly."""
        found: str | None = self.run("return outbox.trouble.value")
        return found


def tab_in(context: BrowserContext) -> Tab:
    """A new tab that shows nothing; the outbox is in it once it is opened."""
    page = context.new_page()
    empty = "<!doctype html><title>Outbox</title>"
    page.route(f"**{BLANK}", lambda route: route.fulfill(body=empty, content_type="text/html"))
    return Tab(page)


def job_for(web: Web, agency: str = "acme", contractor: str = "CON-1001") -> str:
    """A new job of this contractor's, which the portal shows after its next reading."""
    branch = next(iter(web.agentos("branches", agency)))
    found = {status["Name"]: oid for oid, status in web.agentos("status_types", agency).items()}
    job = {"ContractorOID": contractor, "BranchOID": branch, "StatusOID": next(iter(found.values())), "Title": "Leak"}
    address = f"{web.processes.simulator}/_control/state/{agency}/jobs"
    made = requests.post(address, json=job, timeout=10)
    assert made.ok, made.text
    return str(made.json()["OID"])


def read_job_for(web: Web) -> str:
    """The same of Harper's, once the portal has read it."""
    job = job_for(web)
    wait_until("the job", lambda: job in {each["jobId"] for each in web.api(HARPER, "jobs")["jobs"]})
    return job


def job_to_invoice(web: Web) -> str:
    """A job of Harper's that has no invoice yet."""
    invoiced = {one["JobOID"] for one in web.agentos("invoices")["CON-1001"]}
    oldest_first = reversed(web.api(HARPER, "jobs")["jobs"])
    return next(str(job["jobId"]) for job in oldest_first if job["jobId"] not in invoiced)


def invoice(job_id: str) -> dict[str, Any]:
    """An invoice for this job, of yesterday."""
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    content = {"amount": 120.5, "description": "Valve fitted", "invoiceDate": yesterday, "invoiceNumber": "H-1"}
    return {"jobId": job_id, **content}


def old_items(job: str, document: bytes = b"%PDF") -> list[dict[str, object]]:
    """A note and an invoice as the first release kept them."""
    file = b64encode(document).decode()
    return [
        {**WAITING, "kind": "note", "jobId": job, "content": {"note": "Old"}, "key": f"old-note-{job}"},
        {
            **WAITING,
            "kind": "invoice",
            "jobId": job,
            "content": invoice(job),
            "key": f"old-invoice-{job}",
            "file": file,
        },
    ]


def store_first_version(tab: Tab, items: list[dict[str, object]]) -> None:
    """Let these be what the first release has left on the device for `ACCOUNT`."""
    tab.run(FIRST_VERSION, [NAME, items])


def notes_of(web: Web, job_id: str, agency: str = "acme") -> list[str]:
    """What is noted on this job in AgentOS, in its order."""
    return [note["NoteContents"] for note in web.agentos(f"jobs/{job_id}", agency).get("MaintenanceNotes") or []]


def a_pdf(words: str) -> bytes:
    """A PDF unlike any other."""
    return pdf(more={10: f"({words})".encode()})
