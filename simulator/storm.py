"""A storm: a share of all calls fails, each in a way that a seed chooses, until the storm ends.

  seed        decides which calls fail, and how
  share       the part of all calls that fail, such as 0.2
  settle_s    an effect comes within so many seconds of its call's arrival, or never
  timeout_s   how long callers wait: a call that times out takes half as long again
  kinds       (optional) "network": failures of connections and servers, the default; "doubt": every kind that leaves
              the caller in doubt, refusals without an effect, and every false read; "every"; or a regular
              expression that the names of kinds must fit, such as "^(500|cut), |^read: list"
  stores      (optional) true: what is written is stored altered, in one way for the whole storm

The kind of a write is its answer and its effect: "502, late", "403, never", "html, at once"; the kind of a read is
"read: list lacks first", say. `GET /_control/storm` lists what came.
"""

from __future__ import annotations

import random
import re
import threading
from collections import Counter
from dataclasses import dataclass
from typing import Any

from simulator.faults import NOTHING, NUMBER, Fault

LATEST = 0.9
"""A late effect comes within this part of the time for it: what is left is for a timer that is late itself."""
LONGER = 1.5
"""How many time-outs of the caller's a call that times out takes."""

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
"""What may be answered to a write."""
REFUSED = ("400", "401", "413", "415", "422", "429")
"""Answers before any work, as the vendor's pages have it."""
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
"""What may become of a read; `stale` is as old as `settle_s` at most."""
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
"""Ways to store, of which a storm has one."""


@dataclass(frozen=True)
class Weather:
    """What a storm is made of, as the table above has it."""

    seed: int
    share: float
    settle_s: float
    timeout_s: float
    kinds: str = "network"
    stores: bool = False


NUMBERS = ("seed", "share", "settle_s", "timeout_s")


class Storm:
    """Which calls fail, and how. Thread-safe. Without `Weather` none do."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._weather: Weather | None = None
        self._chance = random.Random()
        self._share = 0.0
        self._kinds: dict[str, list[str]] = {}
        self._stores: dict[str, Any] = {}
        self._calls = 0
        self._faults: Counter[str] = Counter()

    def begin(self, given: dict[str, Any]) -> None:
        """Let a storm of this `Weather` begin; ValueError says what is wrong with it."""
        weather = _checked(given)
        kinds = _kinds(weather.kinds)
        with self._lock:
            self._weather = weather
            self._chance.seed(weather.seed)
            self._share = weather.share
            self._kinds = {
                "GET": [kind for kind in kinds if kind in READ_KINDS],
                "write": [kind for kind in kinds if kind in WRITE_KINDS],
            }
            self._stores = random.Random(f"{weather.seed} stores").choice(STORES) if weather.stores else {}
            self._calls = 0
            self._faults.clear()

    def end(self) -> None:
        """Calls fail no more; what is on its way late still arrives within its time."""
        with self._lock:
            self._share = 0.0
            self._stores = {}

    def shown(self) -> dict[str, Any]:
        """How many calls there were since it began, how many failed, by kind, and how writes are stored."""
        with self._lock:
            return {"calls": self._calls, "faults": dict(self._faults), "stores": self._stores}

    def is_too_late(self, age_s: float) -> bool:
        """Whether a write that was received so long ago may not take effect any more."""
        return self._weather is not None and age_s > self._weather.settle_s

    def fault(self, method: str, *, is_settled: bool = False) -> Fault:
        """What happens to the next call. `is_settled`: a fault has settled its outcome, so that it is none of these."""
        with self._lock:
            weather = self._weather
            if weather is None or not self._share:
                return NOTHING
            if is_settled:
                return Fault(stores=self._stores)
            self._calls += 1
            kinds = self._kinds["GET" if method == "GET" else "write"]
            if self._chance.random() >= self._share or not kinds:
                return Fault(stores=self._stores)
            kind = self._chance.choice(kinds)
            self._faults[kind] += 1
            return _fault(kind, weather, self._chance, self._stores)


def _fault(kind: str, weather: Weather, chance: random.Random, stores: dict[str, Any]) -> Fault:
    late_s = chance.uniform(0, weather.settle_s * LATEST)
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
        fields["delay_s"] = weather.timeout_s * LONGER
    return Fault(**fields)


def _checked(given: dict[str, Any]) -> Weather:
    if not set(NUMBERS) <= set(given) <= set(Weather.__dataclass_fields__):
        raise ValueError(f"a storm has {', '.join(NUMBERS)}, and may have kinds and stores")
    weather = Weather(**given)
    numbers = [getattr(weather, name) for name in NUMBERS]
    if not all(isinstance(one, NUMBER) and not isinstance(one, bool) and one >= 0 for one in numbers):
        raise ValueError("a storm is made of numbers that are not negative")
    if not isinstance(weather.kinds, str) or not isinstance(weather.stores, bool):
        raise ValueError("a storm's kinds are text, its stores true or false")
    return weather


def _kinds(words: str) -> tuple[str, ...]:
    try:
        kinds = SETS.get(words) or tuple(kind for kind in KINDS if re.search(words, kind))
    except re.error as error:
        raise ValueError(f"a storm's kinds are no regular expression: {error}") from None
    if not kinds:
        raise ValueError(f"there is no such kind of storm, but {', '.join(KINDS)}")
    return kinds
