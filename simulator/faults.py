"""Faults: what goes wrong with a call of AgentOS. Each field is optional but `path`; seconds may be fractions.

  Which calls
    path            a regular expression, searched in the path         method   such as "POST"; without it any
    times, skip     so many calls only; after so many others           for_s    for so many seconds from now
  What becomes of a write's effect (with neither: at once, but never under `status` 400-599 or `reset` "before")
    effect          true: at once, whatever is answered; false: never
    late_effect_s   so many seconds after the call arrived, whatever is answered
  What is answered (with nothing: AgentOS's own answer, or 504 for a write whose effect is late or never)
    status          200-599: 4xx and 5xx as AgentOS words its refusals, 3xx with a Location
    answer          "done" (success as if nothing were wrong), or a shape: "object", "string", "reference", "null",
                    "empty", "array", "html" (a proxy's page), "truncated" (half of the JSON, as if it were whole)
    body, content_type, headers   those words in place of AgentOS's
    delay_s         held back so long, after the effect: longer than the caller waits is a time-out
    cut             true: the connection closes half-way through the answer
    reset           "before" or "after": the connection is reset, without or with the effect (unless that is said above)
  What is stored of a write
    stores          such as {"NoteContents": "crlf", "InvoiceNumber": "missing"}; the words are listed below
  What is shown by a read: a list's rows, or the notes of a job read alone
    empty, short    true: no rows; N: the first N rows
    lacks           one row is missing: "first", "last" or its OID
    count           what Count says of such a list: "shown" (as many as are shown), "whole" (all) or "missing" (nothing)
    notes           MaintenanceNotes of jobs are "missing" or "null"
    stale_s         jobs and invoices as they were so many seconds ago: a replica that lags, a list that is late

All faults that fit a call apply. Effect and answer are settled by the first that says something of either, what is
stored and what is shown by the first that says so.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any

from simulator import stored
from simulator.listing import COUNTS, NOTES, Showing
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
    """One fault, in the words of `POST /_control/faults`; `hits` counts the calls it was applied to."""

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
    def showing(self) -> Showing:
        """What a reading shows."""
        return Showing(0 if self.empty else self.short, self.count, self.lacks, self.notes, self.stale_s)

    @property
    def takes_effect(self) -> bool:
        """Whether a write takes effect at once."""
        if self.late_effect_s is not None:
            return False
        if self.effect is not None:
            return self.effect
        return self.reset != "before" and (self.status is None or self.status < 400)

    @property
    def succeeds(self) -> bool:
        """Whether a write is answered with success even if its effect is late or never."""
        return self.answer is not None if self.status is None else self.status < 400

    def shape(self, own: str) -> str:
        """How the success of a write looks; `own`: how this agency's does."""
        if self.answer == "truncated":
            return "object"
        return own if self.answer in (None, "done") else str(self.answer)

    def dress(self, answer: Answer | None, errors: str) -> Answer:
        """Return what is sent. `answer`: AgentOS's own, None if it has none. `errors`: its manner of errors."""
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

    def says(self, group: dict[str, tuple[type, ...]]) -> bool:
        """Whether it says something of this group of fields."""
        return any(getattr(self, name) != getattr(NOTHING, name) for name in group)

    def with_more(self, other: Fault) -> Fault:
        """This fault, and what the other says of groups of which this one says nothing."""
        groups = [group for group in (OUTCOME, STORED, SHOWN) if other.says(group) and not self.says(group)]
        return replace(self, **{name: getattr(other, name) for group in groups for name in group})

    def shown(self) -> dict[str, Any]:
        """For the list of faults."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


NOTHING = Fault()


@dataclass(frozen=True)
class _Set:
    fault: Fault
    pattern: re.Pattern[str]
    until: float


class Faults:
    """The faults now set. Thread-safe."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._lock = threading.Lock()
        self._clock = clock
        self._faults: list[_Set] = []
        self._next = 1

    def add(self, given: dict[str, Any]) -> int:
        """Set a fault and return its id. Raise ValueError if it makes no sense."""
        [number] = self.add_all([given])
        return number

    def add_all(self, given: list[Any]) -> list[int]:
        """Set these faults, or none of them; the same as `add` otherwise."""
        patterns = [_checked(each) for each in given]
        with self._lock:
            return [self._put(each, pattern) for each, pattern in zip(given, patterns, strict=True)]

    def _put(self, given: dict[str, Any], pattern: re.Pattern[str]) -> int:
        fault = Fault(id=self._next, **given)
        until = float("inf") if fault.for_s is None else self._clock() + fault.for_s
        self._next += 1
        self._faults.append(_Set(fault, pattern, until))
        return fault.id

    def match(self, method: str, path: str) -> Fault:
        """Return all that applies to this call as one fault, and count it for each fault that has a part in it.

        A fault that is still skipping or used up leaves the call to the next.
        """
        with self._lock:
            result = NOTHING
            for one in self._faults:
                fault = one.fault
                if fault.method not in (None, method) or not one.pattern.search(path) or self._clock() >= one.until:
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
        """Every fault, with its hits and what is left of its `skip`."""
        with self._lock:
            return [one.fault.shown() for one in self._faults]

    def clear(self) -> None:
        """No more faults; writes already under way late still arrive."""
        with self._lock:
            self._faults.clear()


def _checked(given: Any) -> re.Pattern[str]:
    if not isinstance(given, dict):
        raise ValueError("a fault is a JSON object")
    for name, value in given.items():
        types = TYPES.get(name)
        if types is None:
            raise ValueError(f"unknown field {name}; there are {', '.join(TYPES)}")
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            raise ValueError(f"{name} must be {' or '.join(each.__name__ for each in types)}")
        if not isinstance(value, bool) and isinstance(value, NUMBER) and value < 0:
            raise ValueError(f"{name} must not be negative")
        if value not in CHOICES.get(name, (value,)):
            raise ValueError(f"{name} must be one of {', '.join(CHOICES[name])}")
    if not 200 <= given.get("status", 200) <= 599:
        raise ValueError("status must be from 200 to 599")
    if not all(isinstance(value, str) for value in given.get("headers", {}).values()):
        raise ValueError("headers must be text")
    stored.check(given.get("stores", {}))
    try:
        return re.compile(given["path"])
    except KeyError:
        raise ValueError("path is missing") from None
    except re.error as error:
        raise ValueError(f"path is no regular expression: {error}") from None
