"""A contractor in a browser, for tests that run the portal as real processes."""

import sqlite3
from contextlib import closing
from typing import Any

import requests

from tests.contract.api_calls import INVOICE, WRITES, Write
from tests.end_to_end.processes import Processes, wait_until

PATHS = ("contacts", "jobs", "statements/historical", "statements/pending", "invoices")
"""Paths to which the portal responds only after the worker's first fetch."""


class Contractor:
    """A contractor who is signed in. `account` is the default account of the requests."""

    def __init__(self, processes: Processes, email: str, account: str) -> None:
        self.processes = processes
        self.account = account
        self.browser = processes.sign_in(email)

    def ask(self, method: str, path: str, browser: requests.Session | None = None, **options: Any) -> requests.Response:
        """Send a request, with this contractor's browser or another browser."""
        options.setdefault("headers", {"Portal-Account": self.account})
        url = f"{self.processes.portal}/api/contractor/{path}"
        return (browser or self.browser).request(method, url, timeout=60, **options)

    def write(self, write: Write, job_id: str, browser: requests.Session | None = None) -> requests.Response:
        """Complete the job, add a note to it or send an invoice for it."""
        last = write.path.rpartition("/")[2]
        body = {"complete": {}, "notes": {"note": "Part ordered"}}.get(last, {"jobId": job_id, **INVOICE})
        headers = {"Portal-Account": self.account, "X-Allow-Duplicate": "true"}
        return self.ask(write.method, write.path.format(job_id=job_id), browser, json=body, headers=headers)

    def good(self, path: str, account: str | None = None) -> dict[str, Any] | None:
        """Return the body if the status is 200, else None. The first fetch may take a moment."""
        answer = self.ask("GET", path, headers={"Portal-Account": account or self.account})
        return answer.json() if answer.status_code == 200 else None

    def wait_until_read(self, account: str | None = None) -> None:
        """Wait until the portal responds to every path of the account with 200."""
        for path in PATHS:
            wait_until(f"{path} of {account or self.account}", lambda path=path: self.good(path, account))

    def write_each_kind(self, job_id: str) -> None:
        """Send one write of each kind for this job. All must succeed."""
        for write in WRITES.values():
            answer = self.write(write, job_id)
            assert answer.status_code == write.good, answer.text

    def is_proven(self) -> bool:
        """Return whether the portal has recognised a submission of each kind at this agency."""
        with closing(sqlite3.connect(self.processes.folder / "portal.db", timeout=10)) as rows:
            counting = "SELECT count(*) FROM proofs WHERE agency = ? AND proven_at IS NOT NULL"
            (proven,) = rows.execute(counting, (self.account.partition("/")[0],)).fetchone()
        return bool(proven == len(WRITES))
