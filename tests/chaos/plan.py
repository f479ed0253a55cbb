"""The submissions of contractors, generated from a seed."""

from __future__ import annotations

import base64
import hashlib
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.pdfs import pdf

RECURRING = ("On my way", "Done for today", "No answer at the door", "Parts ordered\nback on Friday")
"""Notes that recur under other keys. Only the ids of earlier notes distinguish them."""
ASYNC, AGAIN, SOMEBODY_ELSES, WITH_DOCUMENT, TOGGLES = 0.3, 0.2, 0.02, 0.35, 0.5
"""Shares: of submissions, of invoices, of notes, of invoices, of completions."""
KINDS = {"note": 5, "completion": 3, "invoice": 3}


@dataclass(frozen=True, kw_only=True)
class Sender:
    """A contractor who is signed in. `author`: the signature under the notes."""

    agency: str
    contractor_id: str
    author: str
    cookie: str
    jobs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PlannedSubmission:
    """One submission. `content`: its content in AgentOS; for a completion, the requested state (None: toggle).

    For an invoice: amount, description, number, and the length of its document in base64. `sha256`: of that document.
    `is_foreign`: the job is another contractor's, so the portal must refuse it.
    """

    sender: Sender
    number: int
    kind: str
    job_id: str
    method: str
    path: str
    body: bytes | None
    content: Any
    headers: dict[str, str] = field(default_factory=dict)
    is_foreign: bool = False
    sha256: str | None = None


def plan(seed: int, senders: Sequence[Sender], total: int) -> list[list[PlannedSubmission]]:
    """Return the submissions of each sender, in order."""
    return [
        _Writer(random.Random(f"{seed} {sender.agency} {sender.contractor_id}"), sender, senders).pieces(
            total // len(senders) + (at < total % len(senders))
        )
        for at, sender in enumerate(senders)
    ]


def simple_submissions(senders: Sequence[Sender]) -> list[list[PlannedSubmission]]:
    """Return a note, a completion and an invoice of a contractor of each agency, as proofs for the portal."""
    first = {sender.agency: sender for sender in reversed(senders)}.values()
    return [_Writer(random.Random(sender.agency), sender, ()).one_of_each() for sender in first]


class _Writer:
    def __init__(self, chance: random.Random, sender: Sender, everybody: Sequence[Sender]) -> None:
        self._chance = chance
        self._sender = sender
        self._foreign_jobs = [
            job
            for other in everybody
            for job in other.jobs
            if other.agency == sender.agency and other.contractor_id != sender.contractor_id
        ]
        self._invoices: list[dict[str, Any]] = []

    def pieces(self, count: int) -> list[PlannedSubmission]:
        return [self._piece(number) for number in range(1, count + 1)]

    def one_of_each(self) -> list[PlannedSubmission]:
        headers = [{"Idempotency-Key": f"plain-{kind}"} for kind in KINDS]
        note, done, invoice = self._sender.jobs[:3]
        return [
            self._note(1_001, note, headers[0]),
            self._completion(1_002, done, headers[1], completed=None),
            self._invoice(1_003, invoice, headers[2]),
        ]

    def _piece(self, number: int) -> PlannedSubmission:
        kind = self._chance.choices(list(KINDS), list(KINDS.values()))[0]
        # All senders use the same keys: the portal must distinguish them by sender.
        headers = {"Idempotency-Key": f"key-{number}"}
        if self._chance.random() < ASYNC:
            headers["Prefer"] = "respond-async"
        job_id = self._chance.choice(self._sender.jobs)
        if kind == "completion":
            completed = None if self._chance.random() < TOGGLES else self._chance.random() < 0.5
            return self._completion(number, job_id, headers, completed=completed)
        return (self._note if kind == "note" else self._invoice)(number, job_id, headers)

    def _note(self, number: int, job_id: str, headers: dict[str, str]) -> PlannedSubmission:
        is_foreign = bool(self._foreign_jobs) and self._chance.random() < SOMEBODY_ELSES
        if is_foreign:
            job_id = self._chance.choice(self._foreign_jobs)
        recurs = self._chance.random() < 0.5 and not is_foreign
        text = self._chance.choice(RECURRING) if recurs else f"{self._sender.contractor_id} says “{number}”"
        return PlannedSubmission(
            sender=self._sender,
            number=number,
            kind="note",
            job_id=job_id,
            method="POST",
            path=f"jobs/{job_id}/notes",
            body=json.dumps({"note": text}).encode(),
            content=text,
            headers=headers,
            is_foreign=is_foreign,
        )

    def _completion(
        self, number: int, job_id: str, headers: dict[str, str], *, completed: bool | None
    ) -> PlannedSubmission:
        return PlannedSubmission(
            sender=self._sender,
            number=number,
            kind="completion",
            job_id=job_id,
            method="PATCH",
            path=f"jobs/{job_id}/complete",
            body=None if completed is None else json.dumps({"completed": completed}).encode(),
            content=completed,
            headers=headers,
        )

    def _invoice(self, number: int, job_id: str, headers: dict[str, str]) -> PlannedSubmission:
        earlier = [invoice for invoice in self._invoices if invoice["jobId"] == job_id]
        if earlier and self._chance.random() < AGAIN:
            invoice = self._chance.choice(earlier)
            headers = {**headers, "X-Allow-Duplicate": "true"}
        else:
            invoice = self._new_invoice(number, job_id)
            self._invoices.append(invoice)
        document = invoice["document"]["content"] if "document" in invoice else None
        return PlannedSubmission(
            sender=self._sender,
            number=number,
            kind="invoice",
            job_id=job_id,
            method="POST",
            path="invoices",
            body=json.dumps(invoice).encode(),
            content=(
                invoice["amount"],
                invoice["description"],
                invoice["invoiceNumber"],
                len(document) if document else None,
            ),
            headers=headers,
            sha256=hashlib.sha256(base64.b64decode(document)).hexdigest() if document else None,
        )

    def _new_invoice(self, number: int, job_id: str) -> dict[str, Any]:
        name = f"{self._sender.contractor_id}-{number}"
        invoice: dict[str, Any] = {
            "jobId": job_id,
            "amount": round(number * 10 + self._chance.randrange(1_000) / 100, 2),
            "description": f"Work of {name}",
            "invoiceDate": (datetime.now(UTC) - timedelta(days=self._chance.randrange(2, 30))).date().isoformat(),
            "invoiceNumber": name,
        }
        if self._chance.random() < WITH_DOCUMENT:
            content = pdf(more={20: b"(%s)" % name.encode()}, size=self._chance.randrange(2_000, 60_000))
            invoice["document"] = {"name": f"{name}.pdf", "content": base64.b64encode(content).decode()}
        return invoice
