"""What contractors will send, as a seed has it."""

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
"""Said again and again under other keys: only the ids of what was there before tell one from the next."""
ASYNC, AGAIN, SOMEBODY_ELSES, WITH_DOCUMENT, TOGGLES = 0.3, 0.2, 0.02, 0.35, 0.5
"""Shares: of submissions, of invoices, of notes, of invoices, of completions."""
KINDS = {"note": 5, "completion": 3, "invoice": 3}


@dataclass(frozen=True, kw_only=True)
class Sender:
    """A contractor who is signed in. `author`: how their notes are signed."""

    agency: str
    contractor_id: str
    author: str
    cookie: str
    jobs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One submission. `content`: what AgentOS must show of it; of a completion, what is wanted (None: it toggles).

    Of an invoice: amount, description, number, and the length of its document in base64. `sha256` is that document's.
    `is_foreign`: the job is somebody else's, so that it must be refused.
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


def plan(seed: int, senders: Sequence[Sender], total: int) -> list[list[Piece]]:
    """What each sends, one piece after the other."""
    return [
        _Writer(random.Random(f"{seed} {sender.agency} {sender.contractor_id}"), sender, senders).pieces(
            total // len(senders) + (at < total % len(senders))
        )
        for at, sender in enumerate(senders)
    ]


def plain_ones(senders: Sequence[Sender]) -> list[list[Piece]]:
    """A note, a completion and an invoice of one contractor of each agency, for the portal to recognise."""
    first = {sender.agency: sender for sender in reversed(senders)}.values()
    return [_Writer(random.Random(sender.agency), sender, ()).one_of_each() for sender in first]


class _Writer:
    def __init__(self, chance: random.Random, sender: Sender, everybody: Sequence[Sender]) -> None:
        self._chance = chance
        self._sender = sender
        self._others = [
            job
            for one in everybody
            for job in one.jobs
            if one.agency == sender.agency and one.contractor_id != sender.contractor_id
        ]
        self._invoices: list[dict[str, Any]] = []

    def pieces(self, count: int) -> list[Piece]:
        return [self._piece(number) for number in range(1, count + 1)]

    def one_of_each(self) -> list[Piece]:
        headers = [{"Idempotency-Key": f"plain-{kind}"} for kind in KINDS]
        note, done, invoice = self._sender.jobs[:3]
        return [
            self._note(1_001, note, headers[0]),
            self._completion(1_002, done, headers[1], wanted=None),
            self._invoice(1_003, invoice, headers[2]),
        ]

    def _piece(self, number: int) -> Piece:
        kind = self._chance.choices(list(KINDS), list(KINDS.values()))[0]
        # The same keys for everybody: whose they are must tell them apart.
        headers = {"Idempotency-Key": f"key-{number}"}
        if self._chance.random() < ASYNC:
            headers["Prefer"] = "respond-async"
        job_id = self._chance.choice(self._sender.jobs)
        if kind == "completion":
            wanted = None if self._chance.random() < TOGGLES else self._chance.random() < 0.5
            return self._completion(number, job_id, headers, wanted=wanted)
        return (self._note if kind == "note" else self._invoice)(number, job_id, headers)

    def _note(self, number: int, job_id: str, headers: dict[str, str]) -> Piece:
        is_foreign = bool(self._others) and self._chance.random() < SOMEBODY_ELSES
        if is_foreign:
            job_id = self._chance.choice(self._others)
        recurs = self._chance.random() < 0.5 and not is_foreign
        text = self._chance.choice(RECURRING) if recurs else f"{self._sender.contractor_id} says “{number}”"
        return Piece(
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

    def _completion(self, number: int, job_id: str, headers: dict[str, str], *, wanted: bool | None) -> Piece:
        return Piece(
            sender=self._sender,
            number=number,
            kind="completion",
            job_id=job_id,
            method="PATCH",
            path=f"jobs/{job_id}/complete",
            body=None if wanted is None else json.dumps({"completed": wanted}).encode(),
            content=wanted,
            headers=headers,
        )

    def _invoice(self, number: int, job_id: str, headers: dict[str, str]) -> Piece:
        earlier = [one for one in self._invoices if one["jobId"] == job_id]
        if earlier and self._chance.random() < AGAIN:
            said = self._chance.choice(earlier)
            headers = {**headers, "X-Allow-Duplicate": "true"}
        else:
            said = self._new_invoice(number, job_id)
            self._invoices.append(said)
        document = said["document"]["content"] if "document" in said else None
        return Piece(
            sender=self._sender,
            number=number,
            kind="invoice",
            job_id=job_id,
            method="POST",
            path="invoices",
            body=json.dumps(said).encode(),
            content=(
                said["amount"],
                said["description"],
                said["invoiceNumber"],
                len(document) if document else None,
            ),
            headers=headers,
            sha256=hashlib.sha256(base64.b64decode(document)).hexdigest() if document else None,
        )

    def _new_invoice(self, number: int, job_id: str) -> dict[str, Any]:
        name = f"{self._sender.contractor_id}-{number}"
        said: dict[str, Any] = {
            "jobId": job_id,
            "amount": round(number * 10 + self._chance.randrange(1_000) / 100, 2),
            "description": f"Work of {name}",
            "invoiceDate": (datetime.now(UTC) - timedelta(days=self._chance.randrange(2, 30))).date().isoformat(),
            "invoiceNumber": name,
        }
        if self._chance.random() < WITH_DOCUMENT:
            content = pdf(more={20: b"(%s)" % name.encode()}, size=self._chance.randrange(2_000, 60_000))
            said["document"] = {"name": f"{name}.pdf", "content": base64.b64encode(content).decode()}
        return said
