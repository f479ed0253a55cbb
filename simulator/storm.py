"""A storm: a share of all calls fails, each in a way that a seed chooses, until the storm ends.

  seed        decides which calls fail, and how
  share       the share of calls that fail, such as 0.2
  settle_s    an effect happens within so many seconds of its call's arrival, or never
  timeout_s   the callers' time-out: a call that times out takes half as long again
  kinds       (optional) "network": failures of connections and servers, the default; "doubt": every kind that leaves
              the caller in doubt, refusals without an effect, and every false read; "every"; or a regular
              expression that the names of kinds must fit, such as "^(500|cut), |^read: list"
  stores      (optional) true: AgentOS changes stored fields, in one way for the whole storm

The kind of a write is its answer and its effect: "502, late", "403, never", "html, at once"; the kind of a read is
such as "read: list lacks first". `GET /_control/storm` lists the failures so far.
"""

from __future__ import annotations

import random
import re
import threading
from collections import Counter
from dataclasses import dataclass
from typing import Any

from simulator.faults import NOTHING, NUMBER, Fault

LATE_SHARE = 0.9
"""A late effect happens within this share of `settle_s`: the rest is a reserve for a late timer."""
TIMEOUT_FACTOR = 1.5
"""Duration of a call that times out, as a multiple of the caller's time-out."""

STATUSES = (302, 307, 400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 423, 425, 429, 500, 502, 503, 504)
ANSWERS: dict[str, dict[str, Any]] = {
    **{str(status): {"status": status} for status in STATUSES},
    "502 html": {"status": 502, "answer": "html"},
    "reset": {"reset": "after"},
    "cut": {"cut": True},
    "html": {"answer": "html"},
    "array": {"answer": "array"},
    "truncated": {"answer": "truncated"},
    "time-out": {},
    **{f"done {shape}": {"answer": shape} for shape in ("object", "string", "null", "empty")},
}
"""Possible answers to a write."""
REFUSED = ("400", "401", "413", "415", "422", "429")
"""Refusals before any work, according to the vendor's pages."""
DOUBTLESS = (*REFUSED, *(name for name in ANSWERS if name.startswith("done ")))
READS: dict[str, dict[str, Any]] = {
    **{name: ANSWERS[name] for name in ("302", "401", "403", "404", "429", "500", "502", "503", "502 html")},
    **{name: ANSWERS[name] for name in ("reset", "cut", "html", "truncated", "time-out")},
    "null": {"answer": "null"},
    "nothing": {"answer": "empty"},
    "list empty": {"empty": True},
    "list short": {"short": 1},
    "list short, whole count": {"short": 1, "count": "whole"},
    "list short, no count": {"short": 1, "count": "missing"},
    "list lacks first": {"lacks": "first"},
    "list lacks last": {"lacks": "last"},
    "notes missing": {"notes": "missing"},
    "notes null": {"notes": "null"},
    "stale": {},
}
"""Possible failures of a read. `stale` is at most `settle_s` old."""
EFFECTS = ("at once", "late", "never")

WRITE_KINDS = tuple(f"{answer}, {effect}" for answer in ANSWERS for effect in EFFECTS)
READ_KINDS = tuple(f"read: {name}" for name in READS)
KINDS = (*WRITE_KINDS, *READ_KINDS)
NETWORK = (
    *("reset, at once", "reset, never", "500, at once", "500, never", "502, never"),
    *("time-out, late", "time-out, never", "cut, at once", "429, never"),
    *("read: reset", "read: 500", "read: 502", "read: time-out", "read: cut", "read: 429"),
)
DOUBT = (
    *(
        f"{answer}, {effect}"
        for answer in ANSWERS
        for effect in EFFECTS
        if answer not in DOUBTLESS or (answer in REFUSED and effect == "never")
    ),
    *READ_KINDS,
)
SETS: dict[str, tuple[str, ...]] = {"network": NETWORK, "doubt": DOUBT, "every": KINDS}

STORES: tuple[dict[str, Any], ...] = (
    {"NoteContents": "crlf", "Description": "crlf"},
    {"NoteContents": "entities", "Description": "entities"},
    {"NoteContents": "nfd", "Description": "nfd"},
    {"NoteContents": "blanks", "Description": "blanks", "InvoiceNumber": "blanks"},
    {"NoteContents": 60, "Description": 60},
    {"CreatedBy": "=API user"},
    {"InvoiceNumber": "upper"},
    {"InvoiceNumber": "spaced"},
    {"InvoiceNumber": "missing", "InvoiceDate": "missing"},
    {"InvoiceNumber": "null", "CreatedBy": "null"},
    {"Amount": "net"},
    {"Amount": "missing"},
    {"InvoiceDate": "utc"},
    {"InvoiceDate": "day-before"},
    {"DocumentName": "missing"},
    {"DocumentName": "=document.pdf"},
    {"Documents": "dropped"},
)
"""Changes of stored fields; a storm uses one of them."""


@dataclass(frozen=True)
class StormSettings:
    """Settings of a storm; see the table above."""

    seed: int
    share: float
    settle_s: float
    timeout_s: float
    kinds: str = "network"
    stores: bool = False


NUMBERS = ("seed", "share", "settle_s", "timeout_s")


class Storm:
    """The choice of failing calls. Without `StormSettings`, no call fails. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._settings: StormSettings | None = None
        self._chance = random.Random()
        self._share = 0.0
        self._kinds: dict[str, list[str]] = {}
        self._stores: dict[str, Any] = {}
        self._calls = 0
        self._faults: Counter[str] = Counter()

    def begin(self, fields: dict[str, Any]) -> None:
        """Begin a storm with these fields of `StormSettings`. Raise ValueError if a field is wrong."""
        settings = _checked(fields)
        kinds = _kinds(settings.kinds)
        with self._lock:
            self._settings = settings
            self._chance.seed(settings.seed)
            self._share = settings.share
            self._kinds = {
                "GET": [kind for kind in kinds if kind in READ_KINDS],
                "write": [kind for kind in kinds if kind in WRITE_KINDS],
            }
            self._stores = random.Random(f"{settings.seed} stores").choice(STORES) if settings.stores else {}
            self._calls = 0
            self._faults.clear()

    def end(self) -> None:
        """End the storm. Late effects of earlier calls still happen within their time."""
        with self._lock:
            self._share = 0.0
            self._stores = {}

    def shown(self) -> dict[str, Any]:
        """Return the number of calls since the beginning, the failures by kind, and the changes of stored fields."""
        with self._lock:
            return {"calls": self._calls, "faults": dict(self._faults), "stores": self._stores}

    def is_too_late(self, age_s: float) -> bool:
        """Return whether a write received `age_s` seconds ago is too old to take effect."""
        return self._settings is not None and age_s > self._settings.settle_s

    def fault(self, method: str, *, is_settled: bool = False) -> Fault:
        """Return the fault of the next call. `is_settled`: another fault decides its outcome, so the storm does not."""
        with self._lock:
            settings = self._settings
            if settings is None or not self._share:
                return NOTHING
            if is_settled:
                return Fault(stores=self._stores)
            self._calls += 1
            kinds = self._kinds["GET" if method == "GET" else "write"]
            if self._chance.random() >= self._share or not kinds:
                return Fault(stores=self._stores)
            kind = self._chance.choice(kinds)
            self._faults[kind] += 1
            return _fault(kind, settings, self._chance, self._stores)


def _fault(kind: str, settings: StormSettings, chance: random.Random, stores: dict[str, Any]) -> Fault:
    late_s = chance.uniform(0, settings.settle_s * LATE_SHARE)
    fields: dict[str, Any] = {"path": kind, "stores": stores}
    if kind in READ_KINDS:
        name = kind.removeprefix("read: ")
        fields |= READS[name]
        if name == "stale":
            fields["stale_s"] = late_s
    else:
        name, _, effect = kind.rpartition(", ")
        fields |= ANSWERS[name]
        fields |= {"late_effect_s": late_s} if effect == "late" else {"effect": effect == "at once"}
    if name == "time-out":
        fields["delay_s"] = settings.timeout_s * TIMEOUT_FACTOR
    return Fault(**fields)


def _checked(fields: dict[str, Any]) -> StormSettings:
    if not set(NUMBERS) <= set(fields) <= set(StormSettings.__dataclass_fields__):
        raise ValueError(f"a storm needs {', '.join(NUMBERS)}, and may have kinds and stores")
    settings = StormSettings(**fields)
    numbers = [getattr(settings, name) for name in NUMBERS]
    if not all(isinstance(number, NUMBER) and not isinstance(number, bool) and number >= 0 for number in numbers):
        raise ValueError("a storm's numbers must not be negative")
    if not isinstance(settings.kinds, str) or not isinstance(settings.stores, bool):
        raise ValueError("a storm's kinds must be text, and its stores true or false")
    return settings


def _kinds(words: str) -> tuple[str, ...]:
    try:
        kinds = SETS.get(words) or tuple(kind for kind in KINDS if re.search(words, kind))
    except re.error as error:
        raise ValueError(f"a storm's kinds must be a regular expression: {error}") from None
    if not kinds:
        raise ValueError(f"unknown kind of storm; there are {', '.join(KINDS)}")
    return kinds
