"""The contractors' phones: each repeats under the same key until it has an answer, then sends the next."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import requests

from tests.chaos.plan import Piece, Sender

ANSWER_S = 70.0
"""Longer than any deadline here, however busy the machine."""
CELLAR, CELLAR_S = 0.05, 0.15
"""How often the line is lost in mid-request, so that the next try finds the one before still at work; and when."""
PAUSES_S, BUSY_PAUSES_S = (0.2, 1.0), (1.0, 4.0)
"""Before the next try; the longer ones where the portal says `Retry-After`."""
DOUBT_S = 15.0
"""For how long "unconfirmed" is asked about under the key. Then it is left to `Location`, and the next is sent."""
PATIENCE_S = 600.0
"""When a phone gives up, which none should have to. A clock that steps late lets leases of 210 s begin anew."""
FINAL = ("confirmed", "rejected", "expired", "abandoned")
ENDS = (*FINAL, "review")


@dataclass
class Told:
    """One submission, and what its sender was told of it.

    `end`: `acknowledged` (200, 201), `promised` (202), `doubt` (unconfirmed or in review), `refused`, `not-sent`,
    `unanswered`. Of what was promised or in doubt, `state` is what `Location` said last. `was`: whether the job was
    completed before, if its sender knew. `trail`: every answer.
    """

    piece: Piece
    end: str = "unanswered"
    status: int = 0
    result: Any = None
    location: str | None = None
    state: str | None = None
    message: str | None = None
    was: bool | None = None
    trail: list[str] = field(default_factory=list)

    @property
    def submission_id(self) -> str:
        """Its id in the portal, where that was told."""
        return (self.location or "").rpartition("/")[2]

    @property
    def stands(self) -> bool:
        """Whether it must stand in AgentOS, by what its sender was told."""
        return self.end == "acknowledged" or self.state == "confirmed"

    @property
    def may_stand(self) -> bool:
        """Whether it may: its sender was not told that it does not."""
        if self.end in ("promised", "doubt"):
            return self.state not in ("rejected", "expired", "abandoned")
        return self.stands or self.end == "unanswered"


class Portal:
    """The web processes, as somebody with a bad line reaches them."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._addresses = addresses

    def is_there(self) -> bool:
        """Whether a web process answers."""
        try:
            return requests.get(f"{self._addresses[0]}/health/live", timeout=5).status_code == 200
        except requests.RequestException:
            return False

    def ask(
        self, chance: random.Random, sender: Sender, method: str, path: str, **given: Any
    ) -> requests.Response | None:
        """The answer; None where there is none."""
        headers = {"Cookie": f"portal_session={sender.cookie}", **given.pop("headers", {})}
        given.setdefault("timeout", ANSWER_S)
        try:
            return requests.request(method, chance.choice(self._addresses) + path, headers=headers, **given)
        except (requests.RequestException, OSError):
            return None


class Phone(threading.Thread):
    """Sends one contractor's pieces until `closing`, over `spread_s` seconds at least.

    `told`: what it was told of those it has begun.
    """

    def __init__(
        self,
        portal: Portal,
        pieces: Sequence[Piece],
        completed: Mapping[str, bool | None],
        seed: str,
        closing: threading.Event | None = None,
        spread_s: float = 0.0,
    ) -> None:
        super().__init__(daemon=True)
        self.told: list[Told] = []
        self._portal = portal
        self._pieces = pieces
        self._completed = dict(completed)
        self._chance = random.Random(seed)
        self._closing = closing or threading.Event()
        self._spread_s = spread_s

    def run(self) -> None:
        began = time.monotonic()
        for number, piece in enumerate(self._pieces):
            at = began + self._spread_s * number / len(self._pieces)
            if self._closing.wait(max(0.0, at - time.monotonic())):
                return
            told = Told(piece, was=self._completed.get(piece.job_id))
            self.told.append(told)
            self._send(told)
            if piece.kind == "completion":
                is_known = told.end == "acknowledged"
                self._completed[piece.job_id] = told.result["completed"] if is_known else None

    def _send(self, told: Told) -> None:
        began, doubt_since = time.monotonic(), None
        while time.monotonic() - began < PATIENCE_S:
            answer = self._try(told.piece)
            told.trail.append(_short(answer))
            if answer is not None and self._is_final(told, answer):
                return
            state = answer.headers.get("Submission-State") if answer is not None else None
            if answer is not None and state in ("unconfirmed", "review") and "Location" in answer.headers:
                told.location = answer.headers["Location"]
                doubt_since = doubt_since or time.monotonic()
                if state == "review" or time.monotonic() - doubt_since > DOUBT_S:
                    told.end = "doubt"
                    return
            elif state == "not-sent":
                doubt_since = told.location = None
            told.end = "not-sent" if state == "not-sent" else "unanswered"
            is_busy = answer is not None and "Retry-After" in answer.headers
            time.sleep(self._chance.uniform(*(BUSY_PAUSES_S if is_busy else PAUSES_S)))

    def _try(self, piece: Piece) -> requests.Response | None:
        headers = {**piece.headers, **({"Content-Type": "application/json"} if piece.body else {})}
        timeout = CELLAR_S if self._chance.random() < CELLAR else ANSWER_S
        path = f"/api/contractor/{piece.path}"
        return self._portal.ask(
            self._chance, piece.sender, piece.method, path, data=piece.body, headers=headers, timeout=timeout
        )

    def _is_final(self, told: Told, answer: requests.Response) -> bool:
        told.status = answer.status_code
        is_rejected = answer.headers.get("Submission-State") == "rejected"
        if answer.status_code in (200, 201):
            told.end, told.result = "acknowledged", answer.json()
        elif answer.status_code == 202:
            told.end, told.location = "promised", answer.headers["Location"]
        elif is_rejected or (400 <= answer.status_code < 500 and "Retry-After" not in answer.headers):
            told.end = "refused"
        else:
            return False
        return True


def drain(portal: Portal, everything: Sequence[Told], seed: str, seconds: float) -> float:
    """Follow `Location` where a phone was told to, until each has ended; return how long that took."""
    chance, began = random.Random(seed), time.monotonic()
    followed = [one for one in everything if one.location is not None and not one.stands]
    following = followed
    while following and time.monotonic() - began < seconds:
        for one in following:
            _follow(portal, chance, one)
        following = [one for one in following if one.state not in ENDS]
        time.sleep(1.0)
    took_s = time.monotonic() - began
    for one in followed:  # a look may have found since what went to review
        _follow(portal, chance, one)
    return took_s


def _follow(portal: Portal, chance: random.Random, told: Told) -> None:
    answer = portal.ask(chance, told.piece.sender, "GET", told.location or "")
    if answer is not None and answer.status_code == 200:
        body = answer.json()
        told.message = body["message"]
        if body["state"] != told.state:
            told.state, told.result = body["state"], body["result"]
            told.trail.append(f"then {told.state}")


def _short(answer: requests.Response | None) -> str:
    if answer is None:
        return "-"
    state = answer.headers.get("Submission-State") or answer.headers.get("Idempotency-Replayed", "")
    return f"{answer.status_code} {state}".strip()
