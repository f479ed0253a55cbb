"""Ten invoices at once, each with a document of 10 MiB, through one web process.

Ten people send one each in the same moment, five as forms, five as JSON with the document in base64. The process reads
two documents at a time and lets no more people than half its threads wait; who is refused because of that is told so,
and sends the same again under the same key, as a phone does, until it is taken. The highest memory is the web process's
own, from its start on; what reads documents is a process beside it. In the end each stands in AgentOS once, with its
document.
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
from bench.estate import SHORT, Estate, estate, most_memory
from bench.figures import Figure
from bench.people import Person, emails, signed_in
from tests.pdfs import pdf

INVOICES = 4 if SHORT else 10
SIZE_BYTES = (1 if SHORT else 10) * 1024 * 1024
PATIENCE_S = 300.0
AGENCY = "acme:5,60,800"


def measure() -> list[Figure]:
    """Memory, refusals, and what stands in AgentOS."""
    with estate(sizes=(AGENCY,)) as one:
        one.start_worker()
        address = one.start_web(processes=1)
        people = signed_in(one, address, emails(one.agentos)[: 2 * INVOICES])[:INVOICES]
        documents = [pdf(b"/Bench %d" % number, size=SIZE_BYTES) for number in range(INVOICES)]
        sent = [_request(address, number, people[number], document) for number, document in enumerate(documents)]
        (web,) = one.children("portal")
        before, began = most_memory(web), time.monotonic()
        with ThreadPoolExecutor(INVOICES) as pool:
            answers = list(pool.map(_until_taken, sent))
        took, most = time.monotonic() - began, most_memory(web)
        standing = _standing(one, documents)
    refusals = [answer for each in answers for answer in each[:-1]]
    for words, times in Counter(f"{one.status_code} {one.text.strip()[:150]}" for one in refusals).most_common(5):
        print(f"  {times} x {words}")
    dishonest = [one for one in refusals if not _is_honest(one)]
    return [
        Figure("memory of the web process, at its highest", most, "MB", at_most=250),
        Figure("invoices that stand in AgentOS once, with their documents", standing, at_least=INVOICES),
        Figure("refusals that do not say that nothing was sent and when to come again", len(dishonest), at_most=0),
        Figure("memory of it before", before, "MB"),
        Figure("refusals", len(refusals)),
        Figure("all were taken after", took, "s"),
    ]


def _request(address: Address, number: int, person: Person, document: bytes) -> requests.PreparedRequest:
    """The request ready to be sent: every other one a form."""
    fields: dict[str, Any] = {
        "jobId": person.jobs[0],
        "amount": 120 + number,
        "description": "Work done",
        "invoiceDate": time.strftime("%Y-%m-%d"),
        "invoiceNumber": _number(number),
    }
    if number % 2:
        said: dict[str, Any] = {"data": fields, "files": {"document": ("invoice.pdf", document, "application/pdf")}}
    else:
        content = b64encode(document).decode()
        said = {"json": {**fields, "document": {"name": "invoice.pdf", "content": content}}}
    headers = {"Cookie": f"portal_session={person.cookie}", "Idempotency-Key": f"bench-{number}"}
    url = f"http://{address[0]}:{address[1]}/api/contractor/invoices"
    return requests.Request("POST", url, headers=headers, **said).prepare()


def _until_taken(request: requests.PreparedRequest) -> list[requests.Response]:
    """All answers, the last of which is 201."""
    until, answers = time.monotonic() + PATIENCE_S, list[requests.Response]()
    with requests.Session() as session:
        while time.monotonic() < until:
            answers.append(session.send(request, timeout=ANSWER_S))
            if answers[-1].status_code == 201:
                return answers
            time.sleep(float(answers[-1].headers.get("Retry-After", 1)))
    raise RuntimeError(f"not taken within {PATIENCE_S:.0f} s: {answers[-1].status_code} {answers[-1].text[:300]}")


def _is_honest(refusal: requests.Response) -> bool:
    """Whether it says that nothing was sent (a 429 always means that), and when to come again."""
    not_sent = refusal.status_code == 429 or refusal.headers.get("Submission-State") == "not-sent"
    return not_sent and "Retry-After" in refusal.headers


def _standing(one: Estate, documents: list[bytes]) -> int:
    """How many stand in AgentOS exactly once, by their numbers, with just their documents."""
    invoices = [each for theirs in one.control("GET", "state/acme/invoices").values() for each in theirs]
    kept = one.control("GET", "state/acme/documents")
    standing = 0
    for number, document in enumerate(documents):
        sha256 = hashlib.sha256(document).hexdigest()
        ids = [each["OID"] for each in invoices if each["InvoiceNumber"] == _number(number)]
        standing += len(ids) == 1 and ids == [each.get("InvoiceOID") for each in kept if each["SHA256"] == sha256]
    return standing


def _number(number: int) -> str:
    return f"BENCH-{number}"
