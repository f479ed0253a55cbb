"""Ten invoices at once, each with a document of 10 MiB, through one web process.

Ten people each send an invoice in the same moment, five as forms, five as JSON with the document in base64. The process
checks two documents at a time, and a further one waits up to two seconds for its turn. A refused invoice is sent again
under the same key, as a phone does, until it is accepted. The peak memory is the web process's own, from its start; a
separate process reads the documents. At the end, each invoice stands in AgentOS once, with its document.
"""

from __future__ import annotations

import hashlib
import time
from base64 import b64encode
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import requests

from bench.client import ANSWER_S, Address
from bench.deployment import SHORT, Deployment, deploy, most_memory
from bench.figures import Figure
from bench.people import Person, emails, signed_in
from tests.pdfs import pdf

INVOICES = 4 if SHORT else 10
SIZE_BYTES = (1 if SHORT else 10) * 1024 * 1024
PATIENCE_S = 300.0
AGENCY = "acme:5,60,800"


def measure() -> list[Figure]:
    """Measure memory, refusals, and the invoices in AgentOS."""
    with deploy(sizes=(AGENCY,)) as deployment:
        deployment.start_worker()
        address = deployment.start_web(processes=1)
        people = signed_in(deployment, address, emails(deployment.agentos)[: 2 * INVOICES])[:INVOICES]
        documents = [pdf(b"/Bench %d" % number, size=SIZE_BYTES) for number in range(INVOICES)]
        sent = [_request(address, number, people[number], document) for number, document in enumerate(documents)]
        (web,) = deployment.children("portal")
        before, began = most_memory(web), time.monotonic()
        with ThreadPoolExecutor(INVOICES) as pool:
            answers = list(pool.map(_until_taken, sent))
        took, most = time.monotonic() - began, most_memory(web)
        standing = _standing(deployment, documents)
    refusals = [answer for each in answers for answer in each[:-1]]
    for words, times in Counter(
        f"{refusal.status_code} {refusal.text.strip()[:150]}" for refusal in refusals
    ).most_common(5):
        print(f"  {times} x {words}")
    dishonest = [refusal for refusal in refusals if not _is_honest(refusal)]
    return [
        Figure("memory of the web process, at its highest", most, "MB", at_most=160),
        Figure("invoices that stand in AgentOS once, with their documents", standing, at_least=INVOICES),
        Figure("refusals that do not say that nothing was sent and when to come again", len(dishonest), at_most=0),
        Figure("memory of it before", before, "MB"),
        Figure("refusals", len(refusals)),
        Figure("all were taken after", took, "s"),
    ]


def _request(address: Address, number: int, person: Person, document: bytes) -> requests.PreparedRequest:
    """Return the prepared request: a form if `number` is odd, else JSON."""
    fields: dict[str, Any] = {
        "jobId": person.jobs[0],
        "amount": 120 + number,
        "description": "Work done",
        "invoiceDate": time.strftime("%Y-%m-%d"),
        "invoiceNumber": _number(number),
    }
    if number % 2:
        body: dict[str, Any] = {"data": fields, "files": {"document": ("invoice.pdf", document, "application/pdf")}}
    else:
        content = b64encode(document).decode()
        body = {"json": {**fields, "document": {"name": "invoice.pdf", "content": content}}}
    headers = {"Cookie": f"portal_session={person.cookie}", "Idempotency-Key": f"bench-{number}"}
    url = f"http://{address[0]}:{address[1]}/api/contractor/invoices"
    return requests.Request("POST", url, headers=headers, **body).prepare()


def _until_taken(request: requests.PreparedRequest) -> list[requests.Response]:
    """Send a request until the answer is 201. Return all answers."""
    until, answers = time.monotonic() + PATIENCE_S, list[requests.Response]()
    with requests.Session() as session:
        while time.monotonic() < until:
            answers.append(session.send(request, timeout=ANSWER_S))
            if answers[-1].status_code == 201:
                return answers
            time.sleep(float(answers[-1].headers.get("Retry-After", 1)))
    raise RuntimeError(f"not taken within {PATIENCE_S:.0f} s: {answers[-1].status_code} {answers[-1].text[:300]}")


def _is_honest(refusal: requests.Response) -> bool:
    """Return whether a refusal says that nothing was sent (a 429 always means that), and when to try again."""
    not_sent = refusal.status_code == 429 or refusal.headers.get("Submission-State") == "not-sent"
    return not_sent and "Retry-After" in refusal.headers


def _standing(deployment: Deployment, documents: list[bytes]) -> int:
    """Return the number of invoices that AgentOS has exactly once, each with its own document only."""
    invoices = [invoice for rows in deployment.control("GET", "state/acme/invoices").values() for invoice in rows]
    kept = deployment.control("GET", "state/acme/documents")
    standing = 0
    for number, document in enumerate(documents):
        sha256 = hashlib.sha256(document).hexdigest()
        ids = [invoice["OID"] for invoice in invoices if invoice["InvoiceNumber"] == _number(number)]
        standing += len(ids) == 1 and ids == [stored.get("InvoiceOID") for stored in kept if stored["SHA256"] == sha256]
    return standing


def _number(number: int) -> str:
    return f"BENCH-{number}"
