"""The description of the API in OpenAPI 3.1: views and schemas, with additions from paths, methods and route facts."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from flask import Flask
from flask_smorest import Api
from marshmallow import fields, validate
from werkzeug.http import HTTP_STATUS_CODES
from werkzeug.routing import Rule

from app.api.blueprint import Blueprint, RouteFacts, example_of_400, route_facts
from app.api.error_responses import JSON, OF_STATE, PROBLEM, SENTENCES, faults_of, problem, problem_type_of
from app.api.faults import MOST_FAULTS, Place, invalid
from app.api.fields import (
    UNKNOWN_PARAMETER,
    AnswerSchema,
    Cursor,
    IdConverter,
    LondonTime,
    PlainText,
    Pounds,
    about,
    description_of,
    in_camel_case,
)
from app.api.headers import (
    ALWAYS,
    CREATED,
    FRESH,
    HEADERS,
    LIMITED,
    OF_WRITES,
    PARAMETERS,
    WRITE_HEADERS,
    WRITE_PARAMETERS,
)
from app.api.problem_types import PAGE, ProblemType
from app.domain import errors, limits
from app.domain.limits import ID_PATTERN, ID_RULE
from app.domain.version import VERSION

Json = dict[str, Any]

ABOUT = f"""\
What contractors of a letting agency see and do: their account and contacts, maintenance jobs with notes and completion,
statements and invoices.

**Signing in.** Ask for a code (`requestCode`), then sign in with it (`signIn`), and keep all cookies: a code works only
with the cookie of its request. The second answer sets the cookie `portal_session`. A person who works for several
agencies has several accounts. `switchAccount` changes the current account; the header `Portal-Account` selects an
account for a single request. `getSignInMethods` lists the ways to sign in. A person can add passkeys
(`beginPasskeyRegistration`), and sign in with one in place of a code (`beginPasskeySignIn`). With an identity provider,
a browser goes to `startOpenid`. A front end in which the contractor is signed in already exchanges a signed token
(`handOver`).

A page of another origin may send requests only if `ALLOWED_ORIGINS` names that origin, and with
`credentials: "include"`. The origin must be on the portal's site: `app.agency.example` for `portal.agency.example`,
and `localhost` in development.

**Reads** come from the portal's own store. `asOf` and the header `Last-Modified` give the time of the fetch from
AgentOS. `stale` is true if that is longer ago than it should be. Nothing in `getAgency`, `listSubmissions` and
`getSubmission` is fetched from AgentOS, so their `stale` is always false. `ETag` with `If-None-Match` saves sending an
answer that has not changed. If data has never been fetched, the answer may be 500 with `Retry-After`: wait that long,
and ask again.

**Pages.** Without `limit`, a list is whole, except that of `listActivity`. With `limit`, `next` is the value of `after`
for the next page, until it is null. Pages by `after` neither miss nor repeat an item, even if items are added
meanwhile; pages by `offset` may.

**Repeats.** Give each note, completion and invoice an `Idempotency-Key`. If the connection fails, send it again with
the same key until you have an answer. The portal sends it to AgentOS once, and repeats the first answer
(`Idempotency-Replayed`). Without a key, the same note on a job within {limits.NOTE_REPEAT_S} seconds is a repeat, and
so is the same invoice (job or statement, amount, date, number, document) within {limits.INVOICE_REPEAT_HOURS} hours. An
invoice for the same job and amount, or with the same document, as an invoice of the last {limits.DUPLICATE_DAYS} days
is 409. `X-Allow-Duplicate: true` sends it nevertheless, for instance with a corrected VAT or description.

If a write fails with 500, or AgentOS has refused it, `Submission-State` gives the state of its submission. With 500 and
no such header, send it again with the same key. A write takes up to {limits.REQUEST_S:.0f} seconds, and an invoice up
to {limits.INVOICE_S:.0f}. With `Prefer: respond-async`, a write that would have to wait longer is answered with 202,
and `getSubmission`, at `Location`, shows its state. Without this header, a write that succeeds never gets a 202.
OpenAPI cannot say so, but only the body of a 202 has the field `kind`.

**Limits.** `RateLimit-Policy` and `RateLimit` show how many writes, codes or attempts to sign in are left, before the
answer is 429.

**Errors** are `{{"error": "one sentence that a contractor can act on"}}`, also for unknown addresses (404) and methods
(405). Unknown fields and query parameters are refused (400). If `Accept` names `application/problem+json`, and does not
prefer `application/json`, an error is a problem of RFC 9457 instead: `type` is one of a [closed list]({PAGE}), `detail`
is the same sentence, and `errors` lists all faults of the query, a header or the body. Its members are left out if they
do not apply.

**Money** is in pounds. **Times** are ISO 8601 in Europe/London, to the second, with their offset. **Ids** are opaque
text of {ID_RULE}. A field of an answer is never missing; it is null if its value is unknown. Later versions may add
fields to answers: ignore fields that you do not know.
"""

FAILURES: dict[int, tuple[str, errors.PortalError]] = {
    400: (
        "The request is malformed or breaks a rule; the sentence names the field.",
        invalid({"page": UNKNOWN_PARAMETER}, Place.QUERY),
    ),
    401: ("The request has no session, or its session has ended.", errors.Unauthenticated(errors.SIGN_IN)),
    403: ("A page of another site sent this request.", errors.CrossSite(errors.CROSS_SITE)),
    404: (
        "The object does not exist, it is another contractor's, or the agency does not offer this operation.",
        errors.NotFound("job"),
    ),
    409: (
        "`Portal-Account` names an account that is not this person's. Or a write is being sent already, or it looks "
        "like an earlier invoice. While it is being sent (after a crash: for minutes), wait as `Retry-After` says.",
        errors.ForeignAccount(),
    ),
    413: ("The request, or the document in it, is too large.", errors.TooLarge(SENTENCES[413])),
    429: (
        "Too many requests in a short time. `Retry-After` says how many seconds to wait.",
        errors.TooMany(errors.TOO_MANY_SUBMISSIONS, retry_after_s=12),
    ),
    500: (
        "AgentOS or the portal failed. The sentence says whether the submission was sent. `Retry-After`, if known, "
        "says how many seconds to wait.",
        errors.NotReady(12),
    ),
    503: ("The portal is not ready for traffic.", errors.OutOfService(errors.NOT_READY)),
}
"""The meaning of each status, and an example for operations that have none of their own."""

SESSION = "session"
IN_PATHS = {
    "jobId": about("The job's id.", "JOB-7"),
    "deviceId": about("The id of a device in `listDevices`.", "3f2a9c0d5e8b4716a2c4e6f80b1d3c5a"),
    "statementId": about("The statement's id.", "ST-501"),
    "invoiceId": about("The invoice's id or, if that is null, the id of its submission.", "IN-31"),
    "submissionId": about("The submission's id.", "0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d"),
    "passkeyId": about("The passkey's id, as `listPasskeys` names it.", "0b5c2a5e8d6f4a3b9c1d7e2f4a6b8c0d"),
    "file": about("The file's name.", "page.css"),
}
LISTED = "$response.body#/{}/0/jobId"
ITSELF, ASKED_FOR = "$response.body#/jobId", "$request.path.jobId"
LISTED_DEVICE = "$response.body#/devices/0/deviceId"
AN_INVOICE, A_STATEMENT = "$response.body#/invoices/0/invoiceId", "$response.body#/statements/0/statementId"
WHAT_WAS_SENT, WHAT_IS_SENT = "$response.body#/submissions/0/submissionId", "$response.body#/submissionId"
SIGNED_IN: dict[str, str | None] = dict.fromkeys(("getSession", "getAccount", "getAgency", "listJobs", "signOut"))
LINKS: dict[tuple[str, int], dict[str, str | None]] = {
    ("getSignInMethods", 200): {"requestCode": None},
    ("requestCode", 204): {"signIn": None},
    **dict.fromkeys((("signIn", 201), ("signInWithPasskey", 201)), SIGNED_IN),
    ("handOver", 201): SIGNED_IN,
    ("beginPasskeySignIn", 200): {"signInWithPasskey": None},
    ("beginPasskeyRegistration", 200): {"addPasskey": None},
    ("addPasskey", 201): {"removePasskey": "$response.body#/passkeyId", "listPasskeys": None},
    ("listPasskeys", 200): {"removePasskey": "$response.body#/passkeys/0/passkeyId"},
    ("getSession", 200): {"switchAccount": None, "listJobs": None, "signOut": None},
    ("listDevices", 200): {"signOutDevice": LISTED_DEVICE, "signOutOtherDevices": None, "listActivity": None},
    ("switchAccount", 200): {"getAccount": None, "getAgency": None, "listJobs": None},
    ("getAgency", 200): {"listContacts": None, "submitInvoice": None},
    ("listJobs", 200): dict.fromkeys(("getJob", "completeJob", "addNote"), LISTED.format("jobs")),
    ("getJob", 200): {"completeJob": ITSELF, "addNote": ITSELF, "submitInvoice": None},
    ("completeJob", 200): {"getJob": ITSELF, "addNote": ITSELF, "submitInvoice": None, "listJobs": None},
    ("addNote", 201): {"getJob": ASKED_FOR, "completeJob": ASKED_FOR, "listJobs": None, "listSubmissions": None},
    ("submitInvoice", 201): {
        "getInvoice": "$response.body#/invoiceId",
        "getJob": ITSELF,
        "listInvoices": None,
        "getInsights": None,
        "listSubmissions": None,
    },
    ("listSubmissions", 200): {"getSubmission": WHAT_WAS_SENT},
    ("listInvoices", 200): {"getJob": LISTED.format("invoices"), "getInvoice": AN_INVOICE},
    ("listPendingStatements", 200): {
        "getJob": LISTED.format("statements"),
        "getStatement": A_STATEMENT,
        "submitInvoice": None,
    },
    ("listHistoricalStatements", 200): {
        "getJob": LISTED.format("statements"),
        "getStatement": A_STATEMENT,
        "getInsights": None,
    },
    ("getStatement", 200): {"getJob": ITSELF, "submitInvoice": None},
    ("getInvoice", 200): {"getJob": ITSELF},
}
"""By operation and status: the operations that may follow, and the place of the id that each needs."""
OWN_HEADERS = {
    "requestCode": ("Set-Cookie",),
    "signIn": ("Set-Cookie",),
    "startOpenid": ("Set-Cookie",),
    "finishOpenid": ("Set-Cookie",),
    "handOver": ("Set-Cookie",),
    "beginPasskeySignIn": ("Set-Cookie",),
    "signInWithPasskey": ("Set-Cookie",),
    "signOut": ("Set-Cookie", "Clear-Site-Data"),
    "signOutDevice": ("Set-Cookie",),
}
"""Headers of successful responses, by operation, besides those of all responses."""
COOKIE = {
    "type": "apiKey",
    "in": "cookie",
    "name": "portal_session",
    "description": "Set by signIn. A browser sends it by itself; it cannot be typed in.",
}


class FailureSchema(AnswerSchema):
    """Why a request failed."""

    error = fields.String(**about("One sentence that a contractor can act on.", "There is no such job."))


class FaultSchema(AnswerSchema):
    """A fault of one value in a request. Either `pointer`, `parameter` or `header` names the value."""

    pointer = fields.String(**about("The field of the body, as a JSON pointer (RFC 6901).", "#/amount"))
    parameter = fields.String(**about("The query parameter.", "limit"))
    header = fields.String(**about("The header of the request.", "Idempotency-Key"))
    detail = fields.String(**about("What is wrong with it.", "must be more than 0 pounds."))

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Describe only `detail` as always present."""
        super().on_bind_field(field_name, field_obj)
        field_obj.required = field_name == "detail"


class ProblemSchema(AnswerSchema):
    """Why a request failed, in the form of RFC 9457. Members that do not apply are left out."""

    type = fields.String(
        validate=validate.OneOf([each.uri for each in ProblemType]),
        **about("The type of the failure, which is the address of its description.", ProblemType.NO_SUCH_OBJECT.uri),
    )
    title = fields.String(
        **about("The type in words. All failures of a type have the same.", "There is no such object")
    )
    status = fields.Integer(**about("The HTTP status.", 404))
    detail = fields.String(**about("The sentence that `error` would have.", "There is no such job."))
    request_id = fields.String(
        **about("The value of `X-Request-ID`, for questions to support.", "6f1c8f0e9d3b4c5a8e7d6c5b4a392817")
    )
    errors = fields.List(
        fields.Nested(FaultSchema),
        **about("The faults of the request's values. `detail` is about the first.", maxItems=MOST_FAULTS),
    )
    submission_state = fields.String(
        validate=validate.OneOf([each.anchor for each in OF_STATE.values()]),
        **about("The value of `Submission-State`.", "not-sent"),
    )
    retry_after = fields.Integer(**about("The value of `Retry-After`, in seconds.", 12))

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Describe the members of RFC 9457 and the request's id as always present."""
        super().on_bind_field(field_name, field_obj)
        field_obj.required = field_name in ("type", "title", "status", "detail", "request_id")


class _Converter(OpenAPIConverter):
    """Converts schemas to JSON Schema, with their docstrings as descriptions and without defaults of null."""

    def field2default(self, field: fields.Field[Any], **kwargs: Any) -> dict[str, Any]:
        default: dict[str, Any] = super().field2default(field, **kwargs)
        return {} if default.get("default") is None else default

    def schema2jsonschema(self, schema: Any) -> dict[str, Any]:
        described: dict[str, Any] = super().schema2jsonschema(schema)  # type: ignore[no-untyped-call]
        return {"type": "object", "description": description_of(type(schema)), **described}


class _Plugin(MarshmallowPlugin):
    Converter = _Converter


class _Api(Api):  # type: ignore[misc]  # flask-smorest is untyped
    """flask-smorest's `Api`, with the portal's own errors."""

    ERROR_SCHEMA = FailureSchema
    DEFAULT_ERROR_RESPONSE_NAME = None


def describe(
    app: Flask,
    prefixes: Mapping[Blueprint, str],
    needs_session: Callable[[Rule, str], bool],
) -> str:
    """Return the description of `app` as JSON, after all routes are registered.

    `prefixes`: the URL prefixes of the blueprints to describe. They are registered in an application for this alone,
    because their description would delay the start of the portal. `needs_session`: returns whether only a signed-in
    person may send a request, by its rule and method.
    """
    describing = Flask("description")
    describing.config.update(API_TITLE="Contractor Portal", API_VERSION=VERSION, OPENAPI_VERSION="3.1.0")
    describing.url_map.converters["id"] = IdConverter
    info = {"description": ABOUT, "contact": {"name": "The letting agency that runs this portal"}}
    servers = [{"url": "/", "description": "This portal"}]
    api = _Api(describing, spec_kwargs={"marshmallow_plugin": _Plugin(), "info": info, "servers": servers})
    api.register_converter(IdConverter, lambda _: {"type": "string", "pattern": f"^{ID_PATTERN}$"})
    api.register_field(Pounds, "number", None)
    api.register_field(PlainText, "string", None)
    api.register_field(Cursor, "string", None)
    api.register_field(LondonTime, "string", "date-time")
    for blueprint, prefix in prefixes.items():
        api.register_blueprint(blueprint, url_prefix=prefix)
    api.spec.components.schema("Problem", schema=ProblemSchema)  # flask-smorest knows only `ERROR_SCHEMA`
    document: Json = api.spec.to_dict()
    document["components"]["schemas"].pop("PaginationMetadata")  # flask-smorest's own, which nothing here uses
    rules = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method.lower()): rule
        for rule in app.url_map.iter_rules()
        for method in rule.methods or ()
    }
    for path, item in document["paths"].items():
        for method in item.keys() & {"get", "post", "put", "patch", "delete"}:
            rule = rules[path, method]
            signed_in = needs_session(rule, method.upper())
            _complete(item[method], method, rule, route_facts(app, rule.endpoint), signed_in=signed_in)
        for parameter in item.get("parameters", ()):
            parameter["name"] = in_camel_case(parameter["name"])
            text = _text_schema(IN_PATHS[parameter["name"]])
            parameter |= {**text, "schema": {**parameter["schema"], **text["schema"]}}
    document["paths"] = {in_camel_case(path): item for path, item in document["paths"].items()}
    document["components"] |= {
        "responses": {_name(status): _failure(status) for status in FAILURES}
        | {f"{_name(status)}OfWrite": _failure(status, of_write=True) for status in OF_WRITES if status != 400},
        "headers": {_component(name): _header(name, required=name in ALWAYS) for name in HEADERS | WRITE_HEADERS},
        "parameters": {
            name: {"name": name, "in": "header", **_text_schema(text)}
            for name, text in (PARAMETERS | WRITE_PARAMETERS).items()
        },
        "securitySchemes": {SESSION: COOKIE},
    }
    return app.json.dumps(document, indent=1)


def _complete(operation: Json, method: str, rule: Rule, facts: RouteFacts, *, signed_in: bool) -> None:
    """Add the parts of an operation that follow from its path, its method and its facts."""
    name = in_camel_case(rule.endpoint.rpartition(".")[2])
    contractor, changing = rule.rule.startswith("/api/contractor/"), method != "get"
    writes = facts.submits is not None
    fresh = method == "get" and (contractor or rule.rule.startswith(("/api/docs", PAGE)))
    headers = _headers(FRESH if fresh else ["Idempotency-Replayed"] if writes else ())
    if fresh and not contractor:  # a page depends on the session, so it has no date
        headers["Last-Modified"] = _header("Last-Modified", required=False)
    likely = {
        401: signed_in,
        403: changing or facts.navigation_only,
        404: bool(rule.arguments) or writes,
        409: contractor,
        413: True,
        429: writes,
        500: rule.rule.startswith("/api/"),
    }
    failing = {status: None for status, holds in likely.items() if holds} | dict(facts.failures)
    failing[400] = example_of_400(facts)
    taken = {"Portal-Account": contractor, "Portal-Prefetch": contractor and not changing, "If-None-Match": fresh}
    sent = [name for name, holds in taken.items() if holds]
    sent += WRITE_PARAMETERS if writes else []
    limited = LIMITED if facts.quota else ()
    own = _headers((*OWN_HEADERS.get(name, ()), *limited))
    if name in CREATED:
        own["Location"] = {**_text_schema(CREATED[name]), "required": True}
    answers: Json = {}
    for status, answer in operation["responses"].items():
        if int(status) < 400:
            sent_headers = headers | answer.get("headers", {}) | own
            answers[status] = {**answer, "headers": sent_headers, **_links(name, int(status))}
    if facts.submits is not None:
        answers["202"] = ACCEPTED
    if fresh:
        answers["304"] = {"description": "The client's answer has not changed.", "headers": headers}
    for status, error in sorted(failing.items()):
        suffix = "OfWrite" if writes and status in OF_WRITES else ""
        common = _ref("responses", _name(status) + suffix)
        answers[str(status)] = (
            common if error is None else _failure(status, error, of_write=bool(suffix), limited=limited)
        )
    operation |= {
        "operationId": name,
        "security": [{SESSION: []}] if signed_in else [],
        "parameters": [
            *operation.get("parameters", ()),
            *(_ref("parameters", header) for header in (*sent, "X-Request-ID")),
        ],
        "responses": answers,
    }


def _links(name: str, status: int) -> Json:
    """Return the links of a response. The last word of an expression is the parameter's name."""
    links = {
        to: {"operationId": to, **({"parameters": {re.split(r"\W", where)[-1]: where}} if where else {})}
        for to, where in LINKS.get((name, status), {}).items()
    }
    return {"links": links} if links else {}


def _failure(
    status: int, error: errors.PortalError | None = None, *, of_write: bool = False, limited: Iterable[str] = ()
) -> Json:
    """Return a failure in both formats. The failure of a write has headers about the submission.

    `limited`: the headers of attempts that count towards a limit, also if they fail (401).
    """
    meaning, example = FAILURES[status]
    error = error or example
    names = [*(["Retry-After"] if status in (409, 429, 500, 503) else []), *(OF_WRITES[status] if of_write else ())]
    names += LIMITED if status == 429 else limited if status == 401 else ()
    [request_id] = HEADERS["X-Request-ID"]["metadata"]["examples"]
    example_problem = problem(
        problem_type_of(error),
        error.sentence,
        status=status,
        request_id=request_id,
        retry_after=error.retry_after_s,
        faults=faults_of(error),
    )
    content = {
        JSON: {"schema": _ref("schemas", "Failure"), "example": {"error": error.sentence}},
        PROBLEM: {"schema": _ref("schemas", "Problem"), "example": example_problem},
    }
    return {"description": meaning, "headers": _headers(names), "content": content}


def _header(name: str, *, required: bool) -> Json:
    return {**_text_schema((HEADERS | WRITE_HEADERS)[name]), "required": required}


def _headers(names: Iterable[str]) -> Json:
    return {name: _ref("headers", _component(name)) for name in ("X-Request-ID", *names)}


def _component(header: str) -> str:
    """Return the name of a header's component. `Location` is also a class of browsers, which generators would hide."""
    return "SubmissionLocation" if header == "Location" else header


def _text_schema(text: Json) -> Json:
    """Return the description and schema of a header or parameter, with the example inside the schema."""
    metadata = text["metadata"]
    kind = "integer" if isinstance(metadata["examples"][0], int) else "string"
    return {
        "description": metadata["description"],
        "schema": {"type": kind, **{name: value for name, value in metadata.items() if name != "description"}},
    }


def _ref(kind: str, name: str) -> Json:
    return {"$ref": f"#/components/{kind}/{name}"}


def _name(status: int) -> str:
    return HTTP_STATUS_CODES[status].replace(" ", "")  # not Python's phrases, which differ between versions


ACCEPTED = {
    "description": "The portal keeps the submission and delivers it as soon as it can. Only with "
    "`Prefer: respond-async`. The body is that of `getSubmission`. Unlike that of a finished write, it has `kind`.",
    "content": {"application/json": {"schema": _ref("schemas", "SingleSubmission")}},
    "headers": _headers(("Preference-Applied", *LIMITED)) | {"Location": _header("Location", required=True)},
    "links": {"getSubmission": {"operationId": "getSubmission", "parameters": {"submissionId": WHAT_IS_SENT}}},
}
"""The response to a write whose delivery may take a while."""
