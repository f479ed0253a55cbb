"""Requests of contractors at a fixed rate, some of them submissions, and their results."""

from __future__ import annotations

import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

import requests

from tests.end_to_end.processes import READY_S, wait_until
from tests.portal_server import Simulator

READS = ("jobs?status=open", "account", "contacts", "statements/pending", "invoices", "submissions")
WRITE_EVERY = 25
THREADS = 24
MOST_REPEATED = 1
"""Submissions that may arrive on a connection which the kernel has accepted when a stopping host closes its sockets.

A proxy repeats no submission, so it responds with 503, and the web app sends it again.
"""


@dataclass(frozen=True)
class Failure:
    """A failed request: its times (`time.monotonic`), its path, and its status or exception.

    `status` and `retry_after`: those of the response, if there was one.
    """

    began_at: float
    ended_at: float
    what: str
    reason: str
    status: int | None
    retry_after: str | None


@dataclass
class Traffic:
    """The results of the requests.

    `acknowledged`: the notes that the portal has accepted or delivered. `read_at`: the end of each read that succeeded
    (`time.monotonic`).
    """

    requests: int = 0
    failures: list[Failure] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    read_at: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


@contextmanager
def running(
    url: str,
    browsers: list[requests.Session],
    job_ids: list[str],
    *,
    per_second: float,
    write_every: int = WRITE_EVERY,
) -> Iterator[Traffic]:
    """Send one contractor's requests until the end of the context. Then wait for those in flight.

    One in `write_every` is a note.
    """
    traffic, end = Traffic(), threading.Event()

    def send(number: int) -> None:
        browser = browsers[number % len(browsers)]
        began_at, answer = time.monotonic(), None
        note = f"Note {uuid.uuid4().hex}" if number % write_every == 0 else None
        path = f"jobs/{job_ids[number % len(job_ids)]}/notes" if note else READS[number % len(READS)]
        try:
            if note:
                headers = {"Idempotency-Key": uuid.uuid4().hex, "Prefer": "respond-async"}  # as the web app does
                answer = browser.post(f"{url}/api/contractor/{path}", json={"note": note}, headers=headers, timeout=70)
            else:
                answer = browser.get(f"{url}/api/contractor/{path}", timeout=70)
            reason = "" if answer.status_code < 400 else f"{answer.status_code} {answer.text[:200]}"
        except requests.RequestException as error:
            reason = type(error).__name__
        with traffic.lock:
            traffic.requests += 1
            if reason:
                status = None if answer is None else answer.status_code
                retry_after = None if answer is None else answer.headers.get("Retry-After")
                traffic.failures.append(Failure(began_at, time.monotonic(), path, reason, status, retry_after))
            elif note:
                traffic.acknowledged.append(note)
            else:
                traffic.read_at.append(time.monotonic())

    def pace(pool: ThreadPoolExecutor) -> None:
        begin, number = time.monotonic(), 0
        while not end.wait(max(begin + number / per_second - time.monotonic(), 0.0)):
            pool.submit(send, number)
            number += 1

    with ThreadPoolExecutor(len(browsers)) as pool:
        pacer = threading.Thread(target=pace, args=(pool,))
        pacer.start()
        try:
            yield traffic
        finally:
            end.set()
            pacer.join()


def assert_each_note_is_there_once(simulator: Simulator, seen: Traffic, *, within_s: float = READY_S) -> None:
    """Wait until AgentOS has each acknowledged note. It must have none twice."""
    expected = set(seen.acknowledged)

    def notes() -> Counter[str]:
        jobs = simulator.state()["jobs"].values()
        return Counter(note["NoteContents"] for job in jobs for note in job.get("MaintenanceNotes") or [])

    assert expected, "some requests must be notes"
    wait_until("all notes", lambda: expected <= notes().keys(), within_s)
    counts = notes()
    assert {note: counts[note] for note in expected if counts[note] > 1} == {}


def assert_only_repeatable(seen: Traffic) -> None:
    """Assert that at most `MOST_REPEATED` submissions failed, with a response after which the web app repeats them."""
    assert [each for each in seen.failures if (each.status, each.retry_after) != (503, "5")] == []
    assert all(each.what.endswith("/notes") for each in seen.failures)
    assert len(seen.failures) <= MOST_REPEATED
