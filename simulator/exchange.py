"""One AgentOS call from arrival to answer: the key, the throttle, the faults, the effect on the data, the log."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from simulator import routes
from simulator.agencies import PROFILES
from simulator.agency import Agency
from simulator.calls import without_content
from simulator.faults import Fault
from simulator.reads import Call
from simulator.shapes import Answer, Refused, as_text, refusal
from simulator.world import World

KEY = "api_key"


@dataclass(frozen=True)
class Request:
    """What came over the wire; `target` is the path and query as sent, header names are in small letters."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Outcome:
    """What goes back: an answer, half of one and a closed connection (`cut`), or a reset (`answer` None)."""

    answer: Answer | None
    cut: bool = False


def exchange(world: World, request: Request) -> Outcome:
    """Answers a call and logs it."""
    url = urlsplit(request.target)
    in_url = dict(parse_qsl(url.query, keep_blank_values=True)).get(KEY)
    agency = _whose(world, request.headers.get(KEY) or in_url)
    body = _parsed(request.body)
    log = world.calls
    entry = log.arrived(
        {
            "agency": agency.profile.short_name if agency else None,
            "method": request.method,
            "path": _without_keys(url.path),
            "request_id": request.headers.get("x-request-id"),
            "key_in_url": in_url is not None,
            "body": without_content(body),
        }
    )
    outcome = _Exchange(world, request.method, url.path, agency, body).outcome()
    log.ended(entry, outcome.answer.status if outcome.answer else None)
    return outcome


class _Exchange:
    def __init__(self, world: World, method: str, path: str, agency: Agency | None, body: Any) -> None:
        self.world = world
        self.method = method
        self.path = path
        self.agency = agency
        self.body = body
        self.received_at = world.clock()

    def outcome(self) -> Outcome:
        agency, asked = self.agency, routes.short_name(self.path)
        if agency is None or asked not in (None, agency.profile.short_name):
            errors = PROFILES[asked].errors if asked in PROFILES else "json"
            return Outcome(refusal(errors, Refused(401, "The key is missing, wrong or not for this")))
        name, limiter = agency.profile.short_name, self.world.limiter
        refused = limiter.admit(name)
        if refused == 429:
            return Outcome(as_text(429, "API calls quota exceeded"))
        if refused is not None:
            return Outcome(as_text(refused, "This key is blocked for a while"))
        fault = self.world.faults.match(self.method, self.path) or self.world.storm.fault()
        outcome = Outcome(self._perform(agency, None)) if fault is None else self._faulty(agency, fault)
        if outcome.answer is not None and outcome.answer.status == 401:
            limiter.give_back(name)
        return outcome

    def _perform(self, agency: Agency, rows: int | None) -> Answer:
        try:
            if self.method != "GET" and self.world.storm.is_too_late(self.world.clock() - self.received_at):
                raise Refused(504, "Nobody had time for this")
            handler, parts = routes.find(self.method, self.path)
            return handler(Call(agency, parts, self.body, rows))
        except Refused as refused:
            return refusal(agency.profile.errors, refused)

    def _faulty(self, agency: Agency, fault: Fault) -> Outcome:
        if fault.reset == "before":
            self.world.pause(fault.delay_s)
            return Outcome(None)
        collect = self._begin(agency, fault)
        # Held back after the effect: what a slow reading answers is what was true when it began.
        self.world.pause(fault.delay_s)
        if fault.reset == "after":
            return Outcome(None)
        status = fault.status if fault.status is not None and fault.status >= 400 else None
        real = collect()
        if real is None or status is not None:
            real = refusal(agency.profile.errors, Refused(status or 504, "Something went wrong"))
        return Outcome(fault.dress(real), fault.cut)

    def _begin(self, agency: Agency, fault: Fault) -> Callable[[], Answer | None]:
        """Starts the call's effect; what is returned gives its answer, None where it had none (yet)."""
        answers: list[Answer] = []

        def act() -> None:
            answers.append(self._perform(agency, fault.rows))

        if self.method == "GET":
            act()
        elif fault.late_effect_s is not None:
            self.world.later(fault.late_effect_s, act)
        elif fault.takes_effect:
            act()
        return lambda: answers[0] if answers else None


def _whose(world: World, key: str | None) -> Agency | None:
    return next((each for each in world.agencies.values() if each.profile.key == key), None)


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body) if body else None
    except (ValueError, RecursionError):
        return None


def _without_keys(path: str) -> str:
    for profile in PROFILES.values():
        path = path.replace(profile.key, "(key)")
    return path
