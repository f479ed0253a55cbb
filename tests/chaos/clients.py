"""The contractors' phones: each repeats a submission under its key until it gets a response, then sends the next."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import requests

from tests.chaos.plan import PlannedSubmission, Sender

ANSWER_S = 70.0
"""A time-out longer than any deadline here, even on a busy machine."""
CELLAR, CELLAR_S = 0.05, 0.15
"""Share of requests that lose their connection, and the time until then.

The next attempt meets the earlier request in progress.
"""
PAUSES_S, BUSY_PAUSES_S = (0.2, 1.0), (1.0, 4.0)
"""Waits before the next attempt. The longer ones apply after `Retry-After`."""
DOUBT_S = 15.0
"""Time for which an "unconfirmed" submission is repeated under its key.

Then the phone sends the next. `Location` has the final state.
"""
PATIENCE_S = 600.0
"""Time after which a phone gives up, which should never happen. A late step of a clock restarts leases of 210 s."""
FINAL = ("confirmed", "rejected", "expired", "abandoned")
ENDS = (*FINAL, "review")


@dataclass
class SubmissionReport:
    """One submission, and the responses to its sender.

    `end`: `acknowledged` (200, 201), `promised` (202), `doubt` (unconfirmed or in review), `refused`, `not-sent`,
    `unanswered`. After `promised` and `doubt`, `state` is the last state from `Location`. `was`: whether the job was
    completed before, if its sender knew. `trail`: every response.
    """

    piece: PlannedSubmission
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
        """Return its id in the portal, if a response named it."""
        return (self.location or "").rpartition("/")[2]

    @property
    def stands(self) -> bool:
        """Return whether AgentOS must have the submission, according to the responses."""
        return self.end == "acknowledged" or self.state == "confirmed"

    @property
    def may_stand(self) -> bool:
        """Return whether AgentOS may have the submission: no response denied it."""
        if self.end in ("promised", "doubt"):
            return self.state not in ("rejected", "expired", "abandoned")
        return self.stands or self.end == "unanswered"


class Portal:
    """The web processes, over a bad connection."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._addresses = addresses

    def is_there(self) -> bool:
        """Return whether a web process responds."""
        try:
            return requests.get(f"{self._addresses[0]}/health/live", timeout=5).status_code == 200
        except requests.RequestException:
            return False

    def ask(
        self, chance: random.Random, sender: Sender, method: str, path: str, **options: Any
    ) -> requests.Response | None:
        """Return the response; None if there is none."""
        headers = {"Cookie": f"portal_session={sender.cookie}", **options.pop("headers", {})}
        options.setdefault("timeout", ANSWER_S)
        try:
            return requests.request(method, chance.choice(self._addresses) + path, headers=headers, **options)
        except (requests.RequestException, OSError):
            return None


class Phone(threading.Thread):
    """A thread that sends a contractor's submissions until `closing`, over at least `spread_s` seconds.

    `submissions`: the submissions that it has begun, with their responses.
    """

    def __init__(
        self,
        portal: Portal,
        pieces: Sequence[PlannedSubmission],
        completed: Mapping[str, bool | None],
        seed: str,
        closing: threading.Event | None = None,
        spread_s: float = 0.0,
    ) -> None:
        super().__init__(daemon=True)
        self.submissions: list[SubmissionReport] = []
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
            submission = SubmissionReport(piece, was=self._completed.get(piece.job_id))
            self.submissions.append(submission)
            self._send(submission)
            if piece.kind == "completion":
                is_known = submission.end == "acknowledged"
                self._completed[piece.job_id] = submission.result["completed"] if is_known else None

    def _send(self, submission: SubmissionReport) -> None:
        began, doubt_since = time.monotonic(), None
        while time.monotonic() - began < PATIENCE_S:
            answer = self._try(submission.piece)
            submission.trail.append(_short(answer))
            if answer is not None and self._is_final(submission, answer):
                return
            state = answer.headers.get("Submission-State") if answer is not None else None
            if answer is not None and state in ("unconfirmed", "review") and "Location" in answer.headers:
                submission.location = answer.headers["Location"]
                doubt_since = doubt_since or time.monotonic()
                if state == "review" or time.monotonic() - doubt_since > DOUBT_S:
                    submission.end = "doubt"
                    return
            elif state == "not-sent":
                doubt_since = submission.location = None
            submission.end = "not-sent" if state == "not-sent" else "unanswered"
            is_busy = answer is not None and "Retry-After" in answer.headers
            time.sleep(self._chance.uniform(*(BUSY_PAUSES_S if is_busy else PAUSES_S)))

    def _try(self, piece: PlannedSubmission) -> requests.Response | None:
        headers = {**piece.headers, **({"Content-Type": "application/json"} if piece.body else {})}
        timeout = CELLAR_S if self._chance.random() < CELLAR else ANSWER_S
        path = f"/api/contractor/{piece.path}"
        return self._portal.ask(
            self._chance, piece.sender, piece.method, path, data=piece.body, headers=headers, timeout=timeout
        )

    def _is_final(self, submission: SubmissionReport, answer: requests.Response) -> bool:
        submission.status = answer.status_code
        is_rejected = answer.headers.get("Submission-State") == "rejected"
        if answer.status_code in (200, 201):
            submission.end, submission.result = "acknowledged", answer.json()
        elif answer.status_code == 202:
            submission.end, submission.location = "promised", answer.headers["Location"]
        elif is_rejected or (400 <= answer.status_code < 500 and "Retry-After" not in answer.headers):
            submission.end = "refused"
        else:
            return False
        return True


def follow_until_ended(portal: Portal, everything: Sequence[SubmissionReport], seed: str, seconds: float) -> float:
    """Follow each `Location` until its submission has ended. Return the seconds that this took."""
    chance, began = random.Random(seed), time.monotonic()
    followed = [submission for submission in everything if submission.location is not None and not submission.stands]
    following = followed
    while following and time.monotonic() - began < seconds:
        for submission in following:
            _follow(portal, chance, submission)
        following = [submission for submission in following if submission.state not in ENDS]
        time.sleep(1.0)
    took_s = time.monotonic() - began
    for submission in followed:  # the portal may have found a submission after its review began
        _follow(portal, chance, submission)
    return took_s


def _follow(portal: Portal, chance: random.Random, submission: SubmissionReport) -> None:
    answer = portal.ask(chance, submission.piece.sender, "GET", submission.location or "")
    if answer is not None and answer.status_code == 200:
        body = answer.json()
        submission.message = body["message"]
        if body["state"] != submission.state:
            submission.state, submission.result = body["state"], body["result"]
            submission.trail.append(f"then {submission.state}")


def _short(answer: requests.Response | None) -> str:
    if answer is None:
        return "-"
    state = answer.headers.get("Submission-State") or answer.headers.get("Idempotency-Replayed", "")
    return f"{answer.status_code} {state}".strip()
