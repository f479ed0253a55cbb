"""Failures on order: slow, refused, cut, reset, emptied answers, and writes that take effect late or not at all."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field, fields, replace
from typing import Any

from simulator.shapes import Answer

NUMBER = (int, float)
TYPES: dict[str, tuple[type, ...]] = {
    "method": (str,),
    "path": (str,),
    "times": (int,),
    "skip": (int,),
    "delay_s": NUMBER,
    "status": (int,),
    "body": (str,),
    "content_type": (str,),
    "headers": (dict,),
    "reset": (str,),
    "cut": (bool,),
    "empty": (bool,),
    "short": (int,),
    "effect": (bool,),
    "late_effect_s": NUMBER,
}


@dataclass
class Fault:
    """One failure, as described for `POST /_control/faults`; `hits` counts the calls it was applied to."""

    id: int
    path: str
    method: str | None = None
    times: int | None = None
    skip: int = 0
    delay_s: float = 0.0
    status: int | None = None
    body: str | None = None
    content_type: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    reset: str | None = None
    cut: bool = False
    empty: bool = False
    short: int | None = None
    effect: bool | None = None
    late_effect_s: float | None = None
    hits: int = 0

    @property
    def rows(self) -> int | None:
        """How many rows a list seems to have; None leaves it alone."""
        return 0 if self.empty else self.short

    @property
    def takes_effect(self) -> bool:
        """Whether a write reaches the data: unless said, it does if its answer is no refusal."""
        return self.effect if self.effect is not None else self.status is None or self.status < 400

    def dress(self, answer: Answer) -> Answer:
        """The answer as this fault sends it."""
        body = answer.body if self.body is None else self.body.encode("utf-8", "replace")
        content_type = answer.content_type
        if self.content_type is not None:
            content_type = self.content_type
        elif self.body is not None:
            content_type = "text/plain; charset=utf-8"
        return replace(
            answer,
            status=self.status or answer.status,
            body=body,
            content_type=content_type,
            headers={**answer.headers, **self.headers},
        )

    def shown(self) -> dict[str, Any]:
        """For the list of faults."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


class Faults:
    """The faults now set; the first that matches a call applies. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._faults: list[tuple[Fault, re.Pattern[str]]] = []
        self._next = 1

    def add(self, given: dict[str, Any]) -> int:
        """Sets a fault and returns its id; ValueError says what is wrong with it."""
        pattern = _checked(given)
        with self._lock:
            fault = Fault(id=self._next, **given)
            self._next += 1
            self._faults.append((fault, pattern))
            return fault.id

    def match(self, method: str, path: str) -> Fault | None:
        """The fault that applies to this call, counted; one still skipping or used up leaves it to the next."""
        with self._lock:
            for fault, pattern in self._faults:
                if fault.method not in (None, method) or not pattern.search(path):
                    continue
                if fault.skip:
                    fault.skip -= 1
                elif fault.times is None or fault.hits < fault.times:
                    fault.hits += 1
                    return fault
            return None

    def shown(self) -> list[dict[str, Any]]:
        """Every fault, with its hits and what is left of its `skip`."""
        with self._lock:
            return [fault.shown() for fault, _ in self._faults]

    def clear(self) -> None:
        """No more faults; writes already under way late still arrive."""
        with self._lock:
            self._faults.clear()


def _checked(given: dict[str, Any]) -> re.Pattern[str]:
    for name, value in given.items():
        types = TYPES.get(name)
        if types is None:
            raise ValueError(f"unknown field {name}; there are {', '.join(TYPES)}")
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            raise ValueError(f"{name} must be {' or '.join(each.__name__ for each in types)}")
        if not isinstance(value, bool) and isinstance(value, NUMBER) and value < 0:
            raise ValueError(f"{name} must not be negative")
    if given.get("reset", "before") not in ("before", "after"):
        raise ValueError("reset must be before or after")
    if not 200 <= given.get("status", 200) <= 599:
        raise ValueError("status must be from 200 to 599")
    if not all(isinstance(value, str) for value in given.get("headers", {}).values()):
        raise ValueError("headers must be text")
    try:
        return re.compile(given["path"])
    except KeyError:
        raise ValueError("path is missing") from None
    except re.error as error:
        raise ValueError(f"path is no regular expression: {error}") from None
