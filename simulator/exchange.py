"""One AgentOS call from arrival to answer: the key, the throttle, the faults, the effect on the data, the log."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from simulator import routes
from simulator.agencies import PROFILES
from simulator.agency import Agency
from simulator.calls import without_content
from simulator.effects import Cause
from simulator.faults import OUTCOME, Fault
from simulator.reads import Call
from simulator.shapes import Answer, Refused, as_text, refusal, written
from simulator.world import World
from simulator.writes import Write

KEY = "api_key"


@dataclass(frozen=True)
class Request:
    """A received request. `target` is the path and query as sent. Header names are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Outcome:
    """The result: an answer, half an answer and a closed connection (`cut`), or a reset (`answer` None)."""

    answer: Answer | None
    cut: bool = False


def exchange(world: World, request: Request) -> Outcome:
    """Answer a call and log it."""
    url = urlsplit(request.target)
    in_url = dict(parse_qsl(url.query, keep_blank_values=True)).get(KEY)
    agency = _agency_of(world, request.headers.get(KEY) or in_url)
    body = _parsed(request.body)
    log = world.calls
    entry = log.arrived(
        {
            "agency": agency.profile.short_name if agency else None,
            "method": request.method,
            "path": _without_keys(world, url.path),
            "request_id": request.headers.get("x-request-id"),
            "key_in_url": in_url is not None,
            "body": without_content(body),
        }
    )
    cause = Cause(entry["n"], entry["request_id"], entry["at"])
    outcome = _Exchange(world, agency, request.method, url.path, body, cause).outcome()
    log.ended(entry, outcome.answer.status if outcome.answer else None)
    return outcome


class _Exchange:
    def __init__(self, world: World, agency: Agency | None, method: str, path: str, body: Any, cause: Cause) -> None:
        self.world = world
        self.agency = agency
        self.method = method
        self.path = path
        self.body = body
        self.cause = cause

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
        outcome = self._handle(agency, self._fault())
        if outcome.answer is not None and outcome.answer.status == 401:
            limiter.give_back(name)
        return outcome

    def _fault(self) -> Fault:
        """Return the fault of this call."""
        fault = self.world.faults.match(self.method, self.path)
        return fault.with_more(self.world.storm.fault(self.method, is_settled=fault.has_any(OUTCOME)))

    def _handle(self, agency: Agency, fault: Fault) -> Outcome:
        errors = agency.profile.errors
        try:
            handler, parts = routes.find(self.method, self.path)
            result = handler(Call(agency, parts, self.body, fault.read_filter, fault.stores))
        except Refused as refused:
            result = refusal(errors, refused)
        answer = self._write(agency, result, fault) if isinstance(result, Write) else result
        # The delay comes after the effect: a slow read answers with the data from its beginning.
        self.world.pause(fault.delay_s)
        return Outcome(None) if fault.reset else Outcome(fault.apply_to(answer, errors), fault.cut)

    def _write(self, agency: Agency, write: Write, fault: Fault) -> Answer | None:
        """Take the effect now, later or never. Return the answer of success; None if there is none."""
        if fault.takes_effect:
            write.take_effect(self.cause)
        answer = None
        if fault.takes_effect or fault.succeeds:
            answer = written(fault.shape(agency.answers[write.kind]), write.answer_record, made=write.made)
        if fault.late_effect_s is not None:
            self.world.later(fault.late_effect_s, lambda: self._take_late_effect(write))
        return answer

    def _take_late_effect(self, write: Write) -> None:
        if not self.world.storm.is_too_late(self.world.clock() - (self.cause.received_at or 0.0)):
            with contextlib.suppress(KeyError):  # the job was removed meanwhile
                write.take_effect(self.cause)


def _agency_of(world: World, key: str | None) -> Agency | None:
    return next((each for each in world.agencies.values() if each.key == key), None)


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body) if body else None
    except (ValueError, RecursionError):
        return None


def _without_keys(world: World, path: str) -> str:
    for agency in world.agencies.values():
        for key in (agency.profile.key, agency.key):
            path = path.replace(key, "(key)")
    return path
