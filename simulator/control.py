"""`/_control/`: calls for tests and demos, which set the simulator up, inject faults, and read its state.

These calls need no key. They are neither throttled nor logged. Bodies are JSON. `…` is /_control.

  GET    …/                         this text
  POST   …/faults                   set one fault, or a list of faults. GET: all faults, with `hits`. DELETE: clear all
  POST   …/storm                    make a share of all calls fail. GET: the failures so far. DELETE: end it
  PUT    …/key/acme                 {"key": "new"}: change the agency's key; the old key gets 401. DELETE: undo
  GET    …/calls?since=N            the log of calls. DELETE: clear it
  GET    …/state/acme               all data. …/state/acme/jobs: a collection. …/state/acme/jobs/JOB-1: a record
  GET    …/state/acme/effects       the log of stored notes, invoices, documents and statuses: time, delay,
                                    and cause: a call (`call`, `request_id`) or the office
  POST   …/state/acme/notes         the office enters a note: {"JobOID": , "NoteContents": , "CreatedBy": }
  POST   …/state/acme/invoices      the office enters an invoice: {"ContractorOID": , "JobOID": , "Amount": , …};
                                    with a "DocumentName" it has a document
  PATCH  …/state/acme/jobs/JOB-1    the office changes a job: {"StatusOID": , "Status": }, {"ContractorOID": }
  DELETE …/state/acme/jobs/JOB-1    the office removes a job. Other records: POST, PATCH, DELETE likewise
  PUT    …/state/acme/invoices/CON-1001, …/state/acme/statements/CON-1001    replace the list
  PUT    …/answers/acme, …/envelopes/acme, …/list-notes/acme                 change the agency's formats. GET
  PUT    …/limits                   {"limit": 50, "window_s": 60}. GET: the calls counted
  POST   …/reset                    begin again, with other sizes if the body names them: {"jobs": 40, …}
  GET    …/demo                     the people who can sign in

Example: the next invoice is answered with 502 and stored half a minute later. The second call clears all faults:
  curl -d '{"method": "POST", "path": "invoice/submit", "times": 1, "status": 502, "late_effect_s": 30}' \\
    http://127.0.0.1:9400/_control/faults
  curl -X DELETE http://127.0.0.1:9400/_control/faults
"""

from __future__ import annotations

import json
import sys
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from simulator import control_state, demo, faults, stored, storm
from simulator.agency import Agency
from simulator.control_state import ControlError
from simulator.exchange import Request
from simulator.shapes import ENVELOPES, WRITE_ANSWERS, Answer, as_json, as_text
from simulator.world import World

HELP = "\n".join(module.__doc__ or "" for module in (sys.modules[__name__], faults, stored, storm))
"""The text of `GET /_control/`."""


def handle(world: World, request: Request) -> Answer:
    """Answer a control call. A wrong call is answered with 400, 404 or 405, and the reason in `error`."""
    url = urlsplit(request.target)
    parts = [unquote(each) for each in url.path.removeprefix("/_control").removeprefix("/").split("/")]
    try:
        body = json.loads(request.body) if request.body else {}
        if parts == [""] and request.method == "GET":
            return as_text(200, HELP)
        return as_json(_Control(world, request.method, body, parse_qs(url.query)).answer(parts))
    except ControlError as error:
        return as_json({"error": str(error)}, error.status)
    except ValueError as error:
        return as_json({"error": str(error)}, 400)


class _Control:
    def __init__(self, world: World, method: str, body: Any, query: dict[str, list[str]]) -> None:
        self.world = world
        self.method = method
        self.body = body
        self.query = query

    def answer(self, parts: list[str]) -> Any:
        match parts:
            case ["reset"]:
                return self._reset()
            case ["faults"]:
                return self._faults()
            case ["storm"]:
                return self._storm()
            case ["key", name]:
                return self._key(self._agency(name))
            case ["calls"]:
                return self._calls()
            case ["limits"]:
                return self._limits()
            case ["demo"]:
                return self._demo()
            case ["state", name, *rest]:
                return control_state.answer(self._agency(name), self.method, rest, self.body)
            case ["answers", name]:
                return self._formats(self._agency(name).answers, WRITE_ANSWERS)
            case ["envelopes", name]:
                return self._formats(self._agency(name).envelopes, ENVELOPES)
            case ["list-notes", name]:
                return self._list_notes(self._agency(name))
        raise ControlError(404, "no such control call")

    def _reset(self) -> Any:
        self._only("POST")
        self.world.rebuild(self.world.started_with.changed(self._object()))
        return {}

    def _faults(self) -> Any:
        self._only("GET", "POST", "DELETE")
        faults = self.world.faults
        if self.method == "POST" and isinstance(self.body, list):
            return {"ids": faults.add_all(self.body)}
        if self.method == "POST":
            return {"id": faults.add(self._object())}
        if self.method == "DELETE":
            faults.clear()
        return {"faults": faults.shown()}

    def _storm(self) -> Any:
        self._only("GET", "POST", "DELETE")
        storm = self.world.storm
        if self.method == "POST":
            storm.begin(self._object())
        elif self.method == "DELETE":
            storm.end()
        return storm.shown()

    def _key(self, agency: Agency) -> Any:
        self._only("PUT", "DELETE")
        key = agency.profile.key if self.method == "DELETE" else self._object().get("key")
        if not isinstance(key, str) or not key:
            raise ControlError(400, "key must be text")
        agency.key = key
        return {}

    def _calls(self) -> Any:
        self._only("GET", "DELETE")
        calls = self.world.calls
        if self.method == "DELETE":
            calls.clear()
        return calls.since(int(self.query.get("since", ["0"])[0]))

    def _limits(self) -> Any:
        self._only("GET", "PUT")
        limiter = self.world.limiter
        if self.method == "PUT":
            changes = self._object()
            if not set(changes) <= {"limit", "window_s"}:
                raise ControlError(400, "limits are limit and window_s")
            settings = self.world.settings.changed({"limit": limiter.limit, "window_s": limiter.window_s, **changes})
            limiter.set(settings.limit, settings.window_s)
        return {name: limiter.counts(name) for name in self.world.agencies}

    def _demo(self) -> Any:
        self._only("GET")
        return {"people": demo.people(self.world)}

    def _formats(self, formats: dict[str, str], words: tuple[str, ...]) -> Any:
        self._only("GET", "PUT")
        if self.method == "PUT":
            changes = self._object()
            for name, word in changes.items():
                if name not in formats or word not in words:
                    raise ControlError(400, f"choose from {sorted(formats)} and {words}")
            formats.update(changes)
        return formats

    def _list_notes(self, agency: Agency) -> Any:
        self._only("GET", "PUT")
        if self.method == "PUT":
            for oid, word in self._object().items():
                if word not in ("missing", "null", "kept"):
                    raise ControlError(400, "choose from missing, null, kept")
                # "kept" is stored as well: it is the exception for a job in a branch without notes.
                agency.list_notes[oid] = word
        return agency.list_notes

    def _object(self) -> dict[str, Any]:
        if not isinstance(self.body, dict):
            raise ControlError(400, "a JSON object is needed")
        return self.body

    def _agency(self, name: str) -> Agency:
        if name not in self.world.agencies:
            raise ControlError(404, f"no agency {name}")
        return self.world.agencies[name]

    def _only(self, *methods: str) -> None:
        if self.method not in methods:
            raise ControlError(405, f"use {', '.join(methods)}")
