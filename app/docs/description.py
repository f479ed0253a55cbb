"""The whole description: what the views say, and what their place, method and guard add to each."""

import http
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flask import Flask
from flask_smorest import Api
from werkzeug.routing import Rule

from app.api import refusal
from app.auth.cross_site import CHANGING
from app.auth.guard import require_contractor, require_person_to_look
from app.fields import UNKNOWN_PARAMETER, about

Guard = Callable[[], None]
Json = dict[str, Any]

ABOUT = """\
What contractors of a letting agency see and do: their account and contacts, maintenance jobs with notes and completion,
statements and invoices.

**Signing in.** Ask for a code (`requestCode`), then sign in with it (`signIn`); the answer sets the cookie
`portal_session`. Somebody who works for several agencies has several accounts: `switchAccount` changes the current one,
the header `Portal-Account` names one for a single request.

A page of another origin may ask only if `ALLOWED_ORIGINS` names that origin, and with `credentials: "include"`.

**Reads** come from the portal's own store. `asOf` and the header `Last-Modified` say when it was read from AgentOS,
`stale` whether that is longer ago than it should be. `ETag` with `If-None-Match` spares sending what has not changed.
What was never read before may answer 500 with `Retry-After`: wait that long, and ask again.

**Errors** are always `{"error": "one sentence that a contractor can act on"}`, also for unknown addresses (404) and
methods (405). Unknown fields and query parameters are refused (400).

**Money** is in pounds, **times** are ISO 8601 in Europe/London with their offset, **ids** are opaque text of 1 to 64
characters from `A-Z a-z 0-9 _ -`. An answer's field is never missing; where nothing is known it is null. Later versions
may add fields to answers: pass over what you do not know.
"""

FAILURES = {
    400: ("The request is malformed or breaks a rule; the sentence names the field.", f"page: {UNKNOWN_PARAMETER}"),
    401: ("Nobody is signed in, or not any more.", "Please sign in."),
    403: (
        "A page of another site sent this.",
        "This request came from another site. Please use the portal's own pages.",
    ),
    404: (
        "There is no such thing, it is somebody else's, or the agency does not offer this.",
        "There is no such job.",
    ),
    409: (
        "`Portal-Account` names an account that is not this person's.",
        "Portal-Account names an account that is not yours. Please choose one of your accounts.",
    ),
    413: ("The request, or the document in it, is too large.", "The request is too large."),
    429: (
        "Too many within a short time; `Retry-After` says how many seconds to wait.",
        "You have sent a lot within a minute. Please wait a moment and try again.",
    ),
    500: (
        "AgentOS or the portal failed. The sentence says what became of what was sent; `Retry-After`, where that is "
        "known, in how many seconds to try again.",
        "Your agency's records are still being read. Please try again in a moment.",
    ),
    503: ("The portal is not ready for traffic.", "The portal is not ready yet."),
}
"""By status: what it means, and a sentence that may come with it where the operation has none of its own."""

SESSION = "session"
HEADERS = {
    "X-Request-ID": about("What this request is called in the logs.", "6f1c8f0e9d3b4c5a8e7d6c5b4a392817"),
    "Retry-After": about("In how many seconds to try again.", 12),
    "ETag": about("Changes whenever anything but `asOf` does.", 'W/"9b2c"'),
    "Last-Modified": about("`asOf`, to the second.", "Wed, 25 Nov 2026 09:00:00 GMT"),
    "Cache-Control": about("Who may keep the answer, and for how long.", "private, no-cache"),
    "Set-Cookie": about("The session: `HttpOnly`, `SameSite=Lax`, `Secure` outside development.", "portal_session=…"),
}
ALWAYS = {"X-Request-ID", "Cache-Control"}
"""Headers that are never missing where they are described."""
FRESH = ("ETag", "Last-Modified", "Cache-Control")
PARAMETERS = {
    "X-Request-ID": about(
        "A name for this request in the logs: 8 to 64 of `A-Z a-z 0-9 -`. Without a good one, the portal makes one.",
        "phone-7f3a-0001",
    ),
    "Portal-Account": about(
        "Which of this person's accounts the request is for, such as `acme/CON-1001`; without it, the session's.",
        "acme/CON-1001",
    ),
    "If-None-Match": about("The `ETag` of the answer that the client has: 304 if that is still right.", 'W/"9b2c"'),
}
IN_PATHS = {"jobId": about("The job's id.", "JOB-7"), "file": about("The file's name.", "page.css")}
LISTED = "$response.body#/{}/0/jobId"
ITSELF, ASKED_FOR = "$response.body#/jobId", "$request.path.jobId"
LINKS: dict[tuple[str, int], dict[str, str | None]] = {
    ("requestCode", 204): {"signIn": None},
    ("signIn", 201): dict.fromkeys(("getSession", "getAccount", "getAgency", "listJobs", "signOut"), None),
    ("getSession", 200): {"switchAccount": None, "listJobs": None, "signOut": None},
    ("switchAccount", 200): {"getAccount": None, "getAgency": None, "listJobs": None},
    ("getAgency", 200): {"listContacts": None, "submitInvoice": None},
    ("listJobs", 200): dict.fromkeys(("getJob", "completeJob", "addNote"), LISTED.format("jobs")),
    ("getJob", 200): {"completeJob": ITSELF, "addNote": ITSELF, "submitInvoice": None},
    ("completeJob", 200): {"getJob": ITSELF, "addNote": ITSELF, "submitInvoice": None, "listJobs": None},
    ("addNote", 201): {"getJob": ASKED_FOR, "completeJob": ASKED_FOR, "listJobs": None},
    ("submitInvoice", 201): {"getJob": ITSELF, "listInvoices": None, "getInsights": None},
    ("listInvoices", 200): {"getJob": LISTED.format("invoices")},
    ("listPendingStatements", 200): {"getJob": LISTED.format("statements"), "submitInvoice": None},
    ("listHistoricalStatements", 200): {"getJob": LISTED.format("statements"), "getInsights": None},
}
"""Where an answer leads: operation and status -> the operations after it, and where they find their job's id."""


COOKIE = {
    "type": "apiKey",
    "in": "cookie",
    "name": "portal_session",
    "description": "Set by signIn. A browser sends it by itself; it cannot be typed in.",
}


def describe(app: Flask, api: Api, guards: Mapping[str, Guard]) -> Json:
    """The description as JSON. `guards`: by blueprint, who may enter."""
    document: Json = api.spec.to_dict()
    document["info"] |= {"description": ABOUT, "contact": {"name": "The letting agency that runs this portal"}}
    document["components"]["schemas"].pop("PaginationMetadata")  # flask-smorest's own, which nothing here uses
    document["servers"] = [{"url": "/", "description": "This portal"}]
    rules = {
        (_template(rule), method.lower()): rule for rule in app.url_map.iter_rules() for method in rule.methods or ()
    }
    for path, item in document["paths"].items():
        for method in item.keys() & {"get", "post", "patch", "delete"}:
            rule = rules[path, method]
            guard = guards[rule.endpoint.rpartition(".")[0]]
            _complete(item[method], method, rule, app.view_functions[rule.endpoint], guard)
        for parameter in item.get("parameters", ()):
            parameter["name"] = _camel(parameter["name"])
            told = _told(IN_PATHS[parameter["name"]])
            parameter |= {**told, "schema": {**parameter["schema"], **told["schema"]}}
    document["paths"] = {_camel(path): item for path, item in document["paths"].items()}
    document["components"] |= {
        "responses": {_name(status): _failure(status) for status in FAILURES},
        "headers": {name: {**_told(text), "required": name in ALWAYS} for name, text in HEADERS.items()},
        "parameters": {name: {"name": name, "in": "header", **_told(text)} for name, text in PARAMETERS.items()},
        "securitySchemes": {SESSION: COOKIE},
    }
    for schema in document["components"]["schemas"].values():
        if any(field.get("format") == "binary" for field in schema["properties"].values()):
            schema["properties"] = {name: _without_null(field) for name, field in schema["properties"].items()}
    return document


def _complete(operation: Json, method: str, rule: Rule, view: Any, guard: Guard) -> None:
    """Add to an operation what follows from its place, its method and its guard."""
    name = _camel(rule.endpoint.rpartition(".")[2])
    contractor, changing = guard is require_contractor, method.upper() in CHANGING
    signed_in = contractor or (guard is require_person_to_look and method in ("get", "patch"))
    fresh = method == "get" and (contractor or rule.rule.startswith("/api/docs"))
    likely = {
        401: signed_in,
        403: changing,
        404: bool(rule.arguments) or (contractor and changing),
        409: contractor,
        413: True,
        429: contractor and changing,
        500: rule.rule.startswith("/api/"),
    }
    failing = {
        **{status: None for status, holds in likely.items() if holds},
        **getattr(view, "failures", {}),
        400: refusal(view),
    }
    sent = [name for name, holds in (("Portal-Account", contractor), ("If-None-Match", fresh)) if holds]
    query = [{**one, "schema": _without_null(one["schema"])} for one in operation.get("parameters", ())]
    answers = {
        status: _good(name, status, answer, fresh=fresh)
        for status, answer in operation["responses"].items()
        if int(status) < 400
    }
    if fresh:
        answers["304"] = {"description": "The answer that the client has is still right.", "headers": _headers(FRESH)}
    operation |= {
        "operationId": name,
        "security": [{SESSION: []}] if signed_in else [],
        "parameters": [*query, *(_ref("parameters", one) for one in (*sent, "X-Request-ID"))],
        "responses": answers | {str(status): _failed(status, failing[status]) for status in sorted(failing)},
    }


def _good(name: str, status: str, answer: Json, *, fresh: bool) -> Json:
    """A good answer with its headers and links."""
    more = [*(FRESH if fresh else ()), *(["Set-Cookie"] if name in ("signIn", "signOut") else [])]
    links = LINKS.get((name, int(status)), {})
    found = {
        to: {"operationId": to, **({"parameters": {"jobId": where}} if where else {})} for to, where in links.items()
    }
    return {**answer, "headers": _headers(more), **({"links": found} if found else {})}


def _failed(status: int, sentence: str | None) -> Json:
    """What stands for all operations, or for this one with a sentence of its own."""
    return _failure(status, sentence) if sentence else _ref("responses", _name(status))


def _failure(status: int, sentence: str | None = None) -> Json:
    meaning, example = FAILURES[status]
    waits = ["Retry-After"] if status in (429, 500) else []
    content = {"application/json": {"schema": _ref("schemas", "Error"), "example": {"error": sentence or example}}}
    return {"description": meaning, "headers": _headers(waits), "content": content}


def _headers(names: Iterable[str]) -> Json:
    return {name: _ref("headers", name) for name in ("X-Request-ID", *names)}


def _told(text: Json) -> Json:
    """A header's or a parameter's description and schema. Its example is in the schema: the page fills in any other."""
    metadata = text["metadata"]
    kind = "integer" if isinstance(metadata["examples"][0], int) else "string"
    return {
        "description": metadata["description"],
        "schema": {"type": kind, "examples": metadata["examples"]},
    }


def _without_null(schema: Json) -> Json:
    """A schema for what travels as text: there is no null in a query or a form."""
    kinds = schema.get("type")
    kind = next(one for one in kinds if one != "null") if isinstance(kinds, list) else kinds
    enum = {"enum": [one for one in schema["enum"] if one is not None]} if "enum" in schema else {}
    return {**schema, **({"type": kind} if kind else {}), **enum}


def _ref(kind: str, name: str) -> Json:
    return {"$ref": f"#/components/{kind}/{name}"}


def _name(status: int) -> str:
    return http.HTTPStatus(status).phrase.replace(" ", "")


def _template(rule: Rule) -> str:
    """A rule as OpenAPI writes paths."""
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)


def _camel(name: str) -> str:
    """`list_jobs` as `listJobs`."""
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)
