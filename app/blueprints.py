"""The table of blueprints, with their URL prefixes and guards. A blueprint that is not in the table cannot be used."""

from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import NamedTuple

import flask
from flask import Flask, request
from marshmallow import Schema
from werkzeug.routing import Rule

from app.account.views import blueprint as account
from app.api import blueprint as api_rules
from app.api import rate_limit_headers
from app.api.blueprint import Blueprint
from app.api.openapi import describe
from app.api.views import blueprint as docs
from app.auth.guard import (
    METHODS_OF_SIGNED_IN,
    note_foreign_reader,
    refuse_cross_site,
    require_contractor,
    require_person,
    require_person_except_to_sign_in,
)
from app.auth.passkeys.views import blueprint as passkeys
from app.auth.passkeys.views import sign_in_blueprint as passkey_sign_in
from app.auth.sso.views import blueprint as sso
from app.auth.views import blueprint as session
from app.auth.views import devices_blueprint as devices
from app.domain.submission import SubmissionKind
from app.financial.schemas import InvoiceSchema
from app.financial.views import blueprint as financial
from app.health.views import blueprint as health
from app.jobs.schemas import JobSchema, NoteSchema
from app.jobs.views import blueprint as jobs
from app.response_cache import middleware
from app.submissions.review.views import blueprint as review
from app.submissions.views import blueprint as submissions
from app.web.views import blueprint as web


def public() -> None:
    """Accept every request."""


class Route(NamedTuple):
    """A row of the table. Plain Flask blueprints serve pages for people, which are not part of the API."""

    blueprint: flask.Blueprint
    prefix: str
    guard: Callable[[], object]


ROUTES = (
    Route(account, "/api/contractor", require_contractor),
    Route(jobs, "/api/contractor", require_contractor),
    Route(financial, "/api/contractor", require_contractor),
    Route(submissions, "/api/contractor", require_contractor),
    Route(session, "/api/session", require_person_except_to_sign_in),
    Route(sso, "/api/session", public),  # the ways to get a session
    Route(devices, "/api/session", require_person),
    Route(passkeys, "/api/session/passkeys", require_person),
    Route(passkey_sign_in, "/api/session/passkey", require_person_except_to_sign_in),
    Route(docs, "/api", public),
    Route(health, "/health", public),
    Route(review, "/review", public),  # a signed link is the permission to settle its submission
    Route(web, "", public),
)
RESPONSE_SCHEMAS: dict[SubmissionKind, type[Schema]] = {
    SubmissionKind.NOTE: NoteSchema,
    SubmissionKind.COMPLETION: JobSchema,
    SubmissionKind.INVOICE: InvoiceSchema,
}
"""The schema of the response once a submission is delivered, by kind of submission."""
PAGES = frozenset((web.name, review.name))
"""Names of the blueprints whose pages people open in a browser."""


def register(app: Flask) -> None:
    """Register every blueprint and the hook that guards them. Raise RuntimeError for a route without a guard."""
    guards = {route.blueprint.name: route.guard for route in ROUTES}
    for route in ROUTES:
        app.register_blueprint(route.blueprint, url_prefix=route.prefix)

    for rule in app.url_map.iter_rules():
        if rule.endpoint.rpartition(".")[0] not in guards:
            raise RuntimeError(f"{rule} has no guard: add its blueprint to app/blueprints.py")

    def needs_session(rule: Rule, method: str) -> bool:
        guard = guards[rule.endpoint.rpartition(".")[0]]
        if guard is require_person_except_to_sign_in:
            return method in METHODS_OF_SIGNED_IN
        return guard is not public

    described = {route.blueprint: route.prefix for route in ROUTES if isinstance(route.blueprint, Blueprint)}
    lock, describe_once = Lock(), cache(lambda: describe(app, described, needs_session).encode())

    def description() -> bytes:
        with lock:  # otherwise two simultaneous first requests would each describe only some views
            return describe_once()

    app.extensions["description"] = description

    @app.before_request
    def check() -> None:
        """Check a request in this order: routing, cross-site, session and account, size, query."""
        if request.routing_exception is not None:
            raise request.routing_exception
        note_foreign_reader()
        if request.method == "OPTIONS":
            return
        refuse_cross_site()
        guards[str(request.blueprint)]()
        api_rules.check_size()
        if request.blueprint not in PAGES:  # links to pages may have additional query parameters
            api_rules.check_query()
        rate_limit_headers.begin()
        middleware.begin_capture()
