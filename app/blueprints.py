"""The one table of rooms: blueprint, where it stands, who may enter. A blueprint that is not here does not start."""

from collections.abc import Callable
from typing import NamedTuple

import flask
from flask import Flask, request
from marshmallow import Schema

from app.account.views import blueprint as account
from app.api import blueprint as api_rules
from app.api.openapi import PortalApi
from app.auth.cross_site import refuse_cross_site
from app.auth.guard import require_contractor, require_person_except_to_sign_in
from app.auth.views import blueprint as session
from app.docs.description import Description
from app.docs.views import blueprint as docs
from app.domain.submission import SubmissionKind
from app.financial.schemas import InvoiceSchema
from app.financial.views import blueprint as financial
from app.health.views import blueprint as health
from app.jobs.schemas import JobSchema, NoteSchema
from app.jobs.views import blueprint as jobs
from app.response_cache import capture
from app.submissions.review.views import blueprint as review
from app.submissions.views import blueprint as submissions
from app.web.views import blueprint as web


def public() -> None:
    """Anybody may enter."""


class Route(NamedTuple):
    """One row of the table. A blueprint of Flask's own holds pages for people, which are no part of the API."""

    blueprint: flask.Blueprint
    prefix: str
    guard: Callable[[], None]


ROUTES = (
    Route(account, "/api/contractor", require_contractor),
    Route(jobs, "/api/contractor", require_contractor),
    Route(financial, "/api/contractor", require_contractor),
    Route(submissions, "/api/contractor", require_contractor),
    Route(session, "/api/session", require_person_except_to_sign_in),
    Route(docs, "/api", public),
    Route(health, "/health", public),
    Route(review, "/review", public),  # whoever holds a signed link may settle the one submission that it names
    Route(web, "", public),
)
RESPONSE_SCHEMAS: dict[SubmissionKind, type[Schema]] = {
    SubmissionKind.NOTE: NoteSchema,
    SubmissionKind.COMPLETION: JobSchema,
    SubmissionKind.INVOICE: InvoiceSchema,
}
"""How each area writes the record that a submission became."""
PAGES = frozenset((web.name, review.name))
"""What people open, and no program."""


def register(app: Flask, api: PortalApi) -> None:
    """Register every room and the one hook that guards them. Raises RuntimeError for a route in no room."""
    guards = {room.blueprint.name: room.guard for room in ROUTES}
    for room in ROUTES:
        registrar = api if isinstance(room.blueprint, api_rules.Blueprint) else app
        registrar.register_blueprint(room.blueprint, url_prefix=room.prefix)

    for rule in app.url_map.iter_rules():
        if rule.endpoint.rpartition(".")[0] not in guards:
            raise RuntimeError(f"{rule} stands in no room of app/blueprints.py")

    app.extensions["description"] = Description(app, api, guards)

    @app.before_request
    def check() -> None:
        """The contract's order: routing, cross-site, session and account, size, shape."""
        if request.routing_exception is not None:
            raise request.routing_exception
        if request.method == "OPTIONS":
            return
        refuse_cross_site()
        guards[str(request.blueprint)]()
        api_rules.check_size()
        if request.blueprint not in PAGES:  # whoever links to a page may add to its address what they like
            api_rules.check_query()
        capture.begin()
