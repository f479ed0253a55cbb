"""Ten large invoices at once, by form and as JSON: the memory of the web process stays small."""

import base64
import io
import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from tests.end_to_end.processes import Processes, running, wait_until
from tests.jobs.expected import HARPER
from tests.pdfs import pdf
from tests.portal_server import Simulator

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells a process's memory"),
]

MIB = 1024 * 1024
MOST = 250 * MIB
TEN = 10
SETTINGS = {"WEB_CONCURRENCY": "1", "AGENTOS_BUDGET_WINDOW_S": "1", "WRITES_PER_MINUTE": "5000"}
FLAGS = ("--branches", "1", "--contractors", "1", "--jobs", "40", "--today", "2026-11-25", "--no-limit")
PATIENCE_S = 60.0


def web_process(processes: Processes) -> int:
    """Return the only child process of the web server."""
    [only] = processes.children("portal")
    return only


def peak_memory(pid: int) -> int:
    """Return the peak memory of a process, in bytes."""
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    [peak_line] = [line for line in status if line.startswith("VmHWM:")]
    return int(peak_line.split()[1]) * 1024


def sign_in(processes: Processes) -> dict[str, str]:
    """Sign in. Return the headers of the session."""
    body = {"email": HARPER}
    browser = requests.Session()
    browser.post(f"{processes.portal}/api/session/code", json=body, timeout=30)
    body["code"] = processes.code(HARPER)
    answer = browser.post(f"{processes.portal}/api/session", json=body, timeout=30)
    cookie = "; ".join(f"{name}={value}" for name, value in answer.cookies.items())
    return {"Cookie": cookie, "Portal-Account": "acme/CON-1001"}


def request_body(number: int, job_id: str) -> tuple[bytes, str]:
    """Return the body and its type: a form if `number` is odd, else JSON."""
    content = pdf(size=TEN * MIB - number)
    fields: dict[str, Any] = {
        "jobId": job_id,
        "amount": 100 + number,
        "description": "Works",
        "invoiceDate": time.strftime("%Y-%m-%d"),
        "invoiceNumber": f"A-{number}",
    }
    if number % 2:
        file = FileStorage(io.BytesIO(content), "a.pdf")
        texts = {name: str(value) for name, value in fields.items()}
        return encode_multipart({**texts, "document": file}, "x")[1], "multipart/form-data; boundary=x"
    document = {"name": "a.pdf", "content": base64.b64encode(content).decode()}
    return json.dumps({**fields, "document": document}).encode(), "application/json"


def test_ten_concurrent_large_invoices_use_little_memory(tmp_path: Path) -> None:
    with running(tmp_path, simulator=FLAGS, **SETTINGS) as processes:
        headers = sign_in(processes)
        url = f"{processes.portal}/api/contractor"

        def jobs() -> list[str]:
            answer = requests.get(f"{url}/jobs", headers=headers, timeout=30)
            return [job["jobId"] for job in answer.json()["jobs"]] if answer.ok else []

        job_ids = wait_until("ten jobs", lambda: (all_of := jobs())[TEN - 1 :] and all_of)
        pid = web_process(processes)
        before = peak_memory(pid)

        def send(number: int) -> int:
            body, kind = request_body(number, job_ids[number])
            until = time.monotonic() + PATIENCE_S
            while True:
                answer = requests.post(
                    f"{url}/invoices", data=body, headers={**headers, "Content-Type": kind}, timeout=60
                )
                busy = answer.status_code in (429, 500) and answer.headers.get("Submission-State") in (None, "not-sent")
                if not busy or time.monotonic() > until:
                    return answer.status_code
                time.sleep(0.5)

        with ThreadPoolExecutor(TEN) as pool:
            statuses = list(pool.map(send, range(TEN)))
        assert statuses == [201] * TEN
        after = peak_memory(web_process(processes))
        assert web_process(processes) == pid
        print(f"{before / MIB:.0f} MiB before, {after / MIB:.0f} MiB at most")
        assert after < MOST
        sizes = {document["Size"] for document in Simulator(processes.simulator).state()["documents"]}
        assert sizes == {TEN * MIB - number for number in range(TEN)}
