"""Faults: failures of AgentOS calls. Every field except `path` is optional. Seconds may be fractions.

  Selection of calls
    path            a regular expression, searched in the path         method   such as "POST"; default: any
    times, skip     number of calls; number of calls to skip first     for_s    duration in seconds, from now
  Effect of a write (default: at once, but never under `status` 400-599 or `reset` "before")
    effect          true: at once, with any answer; false: never
    late_effect_s   seconds after the call's arrival, with any answer
  Answer (default: AgentOS's own answer, or 504 for a write whose effect is late or never)
    status          200-599: 4xx and 5xx as AgentOS words its refusals, 3xx with a Location
    answer          "done" (the usual success), or a shape: "object", "string", "reference", "null",
                    "empty", "array", "html" (a proxy's page), "truncated" (half of the JSON, as if it were whole)
    body, content_type, headers   replace those of AgentOS
    delay_s         delay of the answer, after the effect: longer than the caller's time-out is a time-out
    cut             true: the connection closes half-way through the answer
    reset           "before" or "after": the connection is reset, without or with the effect (unless set above)
  Stored fields of a write
    stores          such as {"NoteContents": "crlf", "InvoiceNumber": "missing"}; the values are listed below
  Visible data of a read: a list's rows, or the notes of a single job
    empty, short    true: no rows; N: the first N rows
    lacks           one row is missing: "first", "last" or its OID
    count           Count of such a list: "shown" (the visible rows), "whole" (all rows) or "missing" (no Count)
    notes           MaintenanceNotes of jobs are "missing" or "null"
    stale_s         jobs and invoices as of so many seconds ago: a lagging replica, a late list

All faults that match a call apply. The first fault with a field of effect or answer decides both. The first fault with
`stores` decides the stored fields, and the first with a field of visible data decides that data.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any

from simulator import stored
from simulator.listing import COUNTS, NOTES, ReadFilter
from simulator.shapes import BODIES, Answer, Refused, as_text, moved, refusal, reshaped

NUMBER = (int, float)
CALLS: dict[str, tuple[type, ...]] = {
    "method": (str,),
    "path": (str,),
    "times": (int,),
    "skip": (int,),
    "for_s": NUMBER,
}
OUTCOME: dict[str, tuple[type, ...]] = {
    "effect": (bool,),
    "late_effect_s": NUMBER,
    "status": (int,),
    "answer": (str,),
    "body": (str,),
    "content_type": (str,),
    "headers": (dict,),
    "delay_s": NUMBER,
    "cut": (bool,),
    "reset": (str,),
}
STORED: dict[str, tuple[type, ...]] = {"stores": (dict,)}
SHOWN: dict[str, tuple[type, ...]] = {
    "empty": (bool,),
    "short": (int,),
    "lacks": (str,),
    "count": (str,),
    "notes": (str,),
    "stale_s": NUMBER,
}
TYPES = {**CALLS, **OUTCOME, **STORED, **SHOWN}
CHOICES = {"reset": ("before", "after"), "answer": BODIES, "count": COUNTS, "notes": NOTES}


@dataclass
class Fault:
    """One fault, with the fields of `POST /_control/faults`. `hits` counts the calls that it was applied to."""

    id: int = 0
    path: str = ""
    method: str | None = None
    times: int | None = None
    skip: int = 0
    for_s: float | None = None
    effect: bool | None = None
    late_effect_s: float | None = None
    status: int | None = None
    answer: str | None = None
    body: str | None = None
    content_type: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    delay_s: float = 0.0
    cut: bool = False
    reset: str | None = None
    stores: dict[str, Any] = field(default_factory=dict)
    empty: bool = False
    short: int | None = None
    lacks: str | None = None
    count: str = "shown"
    notes: str | None = None
    stale_s: float = 0.0
    hits: int = 0

    @property
    def read_filter(self) -> ReadFilter:
        """Return the filter for a read."""
        return ReadFilter(0 if self.empty else self.short, self.count, self.lacks, self.notes, self.stale_s)

    @property
    def takes_effect(self) -> bool:
        """Return whether a write takes effect at once."""
        if self.late_effect_s is not None:
            return False
        if self.effect is not None:
            return self.effect
        return self.reset != "before" and (self.status is None or self.status < 400)

    @property
    def succeeds(self) -> bool:
        """Return whether a write is answered with success even if its effect is late or never."""
        return self.answer is not None if self.status is None else self.status < 400

    def shape(self, own: str) -> str:
        """Return the shape of a write's success. `own`: this agency's shape."""
        if self.answer == "truncated":
            return "object"
        return own if self.answer in (None, "done") else str(self.answer)

    def apply_to(self, answer: Answer | None, errors: str) -> Answer:
        """Return the answer to send. `answer`: AgentOS's own answer, or None. `errors`: its format of errors."""
        status = self.status or (504 if answer is None else answer.status)
        if self.status == 429:
            answer = as_text(429, "API calls quota exceeded")
        elif answer is None or (self.status or 0) >= 400:
            answer = refusal(errors, Refused(status, "Something went wrong"))
        elif 300 <= status < 400:
            answer = moved(status)
        if self.answer is not None:
            answer = reshaped(self.answer, answer)
        content_type = answer.content_type if self.body is None else "text/plain; charset=utf-8"
        return replace(
            answer,
            status=status,
            body=answer.body if self.body is None else self.body.encode("utf-8", "replace"),
            content_type=content_type if self.content_type is None else self.content_type,
            headers={**answer.headers, **self.headers},
        )

    def has_any(self, group: dict[str, tuple[type, ...]]) -> bool:
        """Return whether the fault sets a field of this group."""
        return any(getattr(self, name) != getattr(NOTHING, name) for name in group)

    def with_more(self, other: Fault) -> Fault:
        """Return this fault with the other fault's fields, for each group that this fault does not set."""
        groups = [group for group in (OUTCOME, STORED, SHOWN) if other.has_any(group) and not self.has_any(group)]
        return replace(self, **{name: getattr(other, name) for group in groups for name in group})

    def shown(self) -> dict[str, Any]:
        """Return the fields for the list of faults."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


NOTHING = Fault()


@dataclass(frozen=True)
class _ActiveFault:
    fault: Fault
    pattern: re.Pattern[str]
    until: float


class Faults:
    """The faults now set. Thread-safe."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._lock = threading.Lock()
        self._clock = clock
        self._faults: list[_ActiveFault] = []
        self._next = 1

    def add(self, fields: dict[str, Any]) -> int:
        """Set a fault and return its id. Raise ValueError if a field is wrong."""
        [number] = self.add_all([fields])
        return number

    def add_all(self, faults: list[Any]) -> list[int]:
        """Set all of these faults, or none if one is wrong. Return their ids. Raise ValueError as `add` does."""
        patterns = [_checked(fault) for fault in faults]
        with self._lock:
            return [self._put(fault, pattern) for fault, pattern in zip(faults, patterns, strict=True)]

    def _put(self, fields: dict[str, Any], pattern: re.Pattern[str]) -> int:
        fault = Fault(id=self._next, **fields)
        until = float("inf") if fault.for_s is None else self._clock() + fault.for_s
        self._next += 1
        self._faults.append(_ActiveFault(fault, pattern, until))
        return fault.id

    def match(self, method: str, path: str) -> Fault:
        """Merge the faults that apply to this call into one. Count a hit for each of them.

        A fault that still skips calls, or is used up, leaves the call to the next fault.
        """
        with self._lock:
            result = NOTHING
            for active in self._faults:
                fault = active.fault
                if (
                    fault.method not in (None, method)
                    or not active.pattern.search(path)
                    or self._clock() >= active.until
                ):
                    continue
                together = result.with_more(fault)
                if together == result:
                    continue
                if fault.skip:
                    fault.skip -= 1
                elif fault.times is None or fault.hits < fault.times:
                    fault.hits += 1
                    result = together
            return result

    def shown(self) -> list[dict[str, Any]]:
        """Return every fault, with its hits and the rest of its `skip`."""
        with self._lock:
            return [active.fault.shown() for active in self._faults]

    def clear(self) -> None:
        """Remove all faults. Late effects of earlier calls still happen."""
        with self._lock:
            self._faults.clear()


def _checked(fields: Any) -> re.Pattern[str]:
    if not isinstance(fields, dict):
        raise ValueError("a fault is a JSON object")
    for name, value in fields.items():
        types = TYPES.get(name)
        if types is None:
            raise ValueError(f"unknown field {name}; there are {', '.join(TYPES)}")
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            raise ValueError(f"{name} must be {' or '.join(each.__name__ for each in types)}")
        if not isinstance(value, bool) and isinstance(value, NUMBER) and value < 0:
            raise ValueError(f"{name} must not be negative")
        if value not in CHOICES.get(name, (value,)):
            raise ValueError(f"{name} must be one of {', '.join(CHOICES[name])}")
    if not 200 <= fields.get("status", 200) <= 599:
        raise ValueError("status must be from 200 to 599")
    if not all(isinstance(value, str) for value in fields.get("headers", {}).values()):
        raise ValueError("headers must be text")
    stored.check(fields.get("stores", {}))
    try:
        return re.compile(fields["path"])
    except KeyError:
        raise ValueError("path is missing") from None
    except re.error as error:
        raise ValueError(f"path is no regular expression: {error}") from None
