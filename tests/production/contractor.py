"""Do what a contractor does, and look whether AgentOS has it: for try_containers.sh and machine_checks.py.

    python -m tests.production.contractor SITE SIMULATOR COMMAND…

SITE and SIMULATOR are URLs. COMMAND prints the mails that the portal has sent. It ends within some minutes.
"""

from __future__ import annotations

import base64
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from typing import Any

import requests

from tests.mailed_codes import codes_in
from tests.pdfs import CONTENT, packed, pdf

EMAIL = "office@harper.example"
WAIT_S = 120


def wait_for(what: str, look: Callable[[], Any]) -> Any:
    """Return the first true result of `look`. Raise AssertionError after `WAIT_S`."""
    until = time.monotonic() + WAIT_S
    while not (seen := look()):
        assert time.monotonic() < until, f"{what}: not within {WAIT_S} s"
        time.sleep(1)
    return seen


def use_portal(browser: requests.Session, site: str, codes: Callable[[], list[str]]) -> tuple[str, str]:
    """Sign in with a mailed code, add a note and send an invoice with a PDF. Return the note and the invoice's number.

    `site`: the URL of the portal. `codes`: returns the codes of all mails. Raise AssertionError at a fault.
    """

    def jobs() -> list[dict[str, Any]]:
        answer = browser.get(f"{site}/api/contractor/jobs?status=open", timeout=60)
        return answer.json()["jobs"] if answer.ok else []

    def post(path: str, body: dict[str, object]) -> requests.Response:
        headers = {"Idempotency-Key": uuid.uuid4().hex}
        return browser.post(f"{site}/api/{path}", json=body, headers=headers, timeout=75)

    former = codes()
    answer = post("session/code", {"email": EMAIL, "agency": "acme"})
    assert answer.status_code == 204, answer.text
    code = wait_for("a code", lambda: codes()[len(former) :])[0]
    wait_for("the session", lambda: post("session", {"email": EMAIL, "code": code}).status_code == 201)
    job_id = wait_for("the jobs", jobs)[0]["jobId"]
    text = f"Part ordered {uuid.uuid4().hex}"
    answer = post(f"contractor/jobs/{job_id}/notes", {"note": text})
    assert answer.status_code == 201, answer.text
    number = uuid.uuid4().hex[:8]
    # The portal asks before it takes the same document or amount twice.
    document = pdf(more={CONTENT: packed(b"BT /F1 24 Tf 72 770 Td (Invoice %s) Tj ET" % number.encode())})
    invoice = {
        "jobId": job_id,
        "amount": 100 + int(number, 16) % 900,
        "description": "Works",
        "invoiceDate": time.strftime("%Y-%m-%d"),
        "invoiceNumber": number,
        "document": {"name": "a.pdf", "content": base64.b64encode(document).decode()},
    }
    answer = post("contractor/invoices", invoice)
    assert answer.status_code == 201, answer.text
    return text, number


def main(site: str, simulator: str, *mails: str) -> int:
    """Use the portal, and look into AgentOS. Raise AssertionError at a fault."""

    def codes() -> list[str]:
        shown = subprocess.run(mails, capture_output=True, text=True, check=True, timeout=60)
        return [code for _, code in codes_in(shown.stdout)]

    text, number = use_portal(requests.Session(), site, codes)
    state = requests.get(f"{simulator}/_control/state/acme", timeout=30).text
    assert text in state, "AgentOS has no such note"
    assert number in state, "AgentOS has no such invoice"
    print(f"AgentOS has the note and the invoice {number}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
