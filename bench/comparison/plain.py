"""A queue in a table of SQLite. An attempt is stored before it is sent, and repeated without success.

`LOOK` is empty: a naive retry. `backoff`: look for the record before each retry. `settle`: also wait for `SETTLE_S`
before each look, so effects within that time are seen. After four unanswered looks, the state is unknown.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time

from bench.comparison import upstream
from bench.comparison.upstream import Piece, Unanswered

LOOK = os.environ.get("LOOK", "")
TABLE = """
CREATE TABLE IF NOT EXISTS pieces
  (number INTEGER PRIMARY KEY, piece TEXT, tries INTEGER DEFAULT 0, looks INTEGER DEFAULT 0, due REAL DEFAULT 0,
   state TEXT DEFAULT 'open')
"""
NEXT = "SELECT number, piece, tries, looks FROM pieces WHERE state = 'open' AND due <= ? ORDER BY due, number LIMIT 20"


class Queue:
    """The table, for several threads. A lock serves for transactions."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._claimed: set[int] = set()
        self._database = sqlite3.connect(os.environ["QUEUE"], timeout=30, check_same_thread=False, isolation_level=None)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute(TABLE)

    def add(self, piece: Piece) -> None:
        """Store a piece."""
        self._run("INSERT INTO pieces (number, piece) VALUES (?, ?)", piece["number"], json.dumps(piece))

    def states(self) -> dict[int, str]:
        """Return the state of each piece."""
        return dict(self._run("SELECT number, state FROM pieces"))

    def work(self) -> None:
        """Handle due pieces for ever."""
        while True:
            with self._lock:
                due = self._database.execute(NEXT, (time.time(),)).fetchall()
                row = next((each for each in due if each[0] not in self._claimed), None)
                if row is not None:
                    self._claimed.add(row[0])
            if row is None:
                time.sleep(0.05)
                continue
            number, piece, tries, looks = row
            self._handle(number, json.loads(piece), tries, looks)
            self._claimed.discard(number)

    def _handle(self, number: int, piece: Piece, tries: int, looks: int) -> None:
        wait_s = float(os.environ["SETTLE_S"]) if LOOK == "settle" else upstream.WAITS_S[min(tries, 2)]
        if LOOK and tries:
            try:
                if upstream.is_listed(piece):
                    return self._end(number, "success")
            except Unanswered:
                if looks + 1 == upstream.TRIES:
                    return self._end(number, "unknown")
                self._run("UPDATE pieces SET looks = looks + 1, due = ? WHERE number = ?", time.time() + wait_s, number)
                return None
        if tries == upstream.TRIES:
            return self._end(number, "failure")
        again = time.time() + upstream.TIMEOUT_S + wait_s
        self._run("UPDATE pieces SET tries = tries + 1, looks = 0, due = ? WHERE number = ?", again, number)
        try:
            upstream.post(piece)
        except Unanswered:
            self._run("UPDATE pieces SET due = ? WHERE number = ?", time.time() + wait_s, number)
        else:
            self._end(number, "success")

    def _end(self, number: int, state: str) -> None:
        self._run("UPDATE pieces SET state = ? WHERE number = ?", state, number)

    def _run(self, words: str, *values: object) -> list[tuple[int, str]]:
        with self._lock:
            return self._database.execute(words, values).fetchall()


def _work() -> None:
    queue = Queue()
    for _ in range(upstream.THREADS):
        threading.Thread(target=queue.work).start()


if __name__ == "__main__":
    upstream.serve(lambda: None, Queue().add, _work, lambda: Queue().states())
