"""Liveness and readiness, for supervisors."""

from typing import Any

from flask import Flask, current_app
from marshmallow import fields, validate
from sqlalchemy.exc import SQLAlchemyError

from app.api.blueprint import Blueprint, RouteFacts, services
from app.api.fields import AnswerSchema, about
from app.auth.session import store_of
from app.domain.errors import NOT_READY, OutOfService
from app.health.readiness import Readiness
from app.middleware.proxies import Proxies
from app.observability.exceptions import error_name
from app.observability.request_log import failed
from app.services import Services

blueprint = Blueprint("health", __name__, description="For operators of the portal.")

NO_WORKER = "worker"
"""No worker runs: nothing is fetched from AgentOS, mailed or delivered. The portal still serves its mirror."""
NO_SESSION_CACHE = "sessions"
"""Redis, or the folder of session files, fails. Each session is also in the database, so nobody is signed out."""
DEGRADED: dict[tuple[str, ...], str] = {
    faults: f"degraded: {', '.join(faults)}"
    for faults in ((NO_WORKER,), (NO_SESSION_CACHE,), (NO_WORKER, NO_SESSION_CACHE))
}
"""The status of a portal with faults that do not prevent reads."""
WRONG_PROXIES = "proxies"
"""`PROXY_HOPS` does not fit the headers of the proxies, so limits by address do not work. The log has the details."""


class HealthSchema(AnswerSchema):
    """The state of a process."""

    status = fields.String(
        validate=validate.OneOf(("live", "ready", *DEGRADED.values())),
        **about("`live` or `ready`; or `degraded` and the faults, which do not prevent reads.", "ready"),
    )


class ReadinessSchema(HealthSchema):
    """The state of the portal, and warnings about its configuration."""

    warnings = fields.List(
        fields.String(validate=validate.OneOf((WRONG_PROXIES,))),
        **about("Faults of the configuration that requests have shown.", []),
    )


@blueprint.route("/live")
@blueprint.response(200, HealthSchema)
def get_liveness() -> dict[str, str]:
    """Check that the process is alive

    The answer is 200 while the process can answer.
    """
    return {"status": "live"}


@blueprint.route("/ready", facts=RouteFacts(failures={503: None}))
@blueprint.response(200, ReadinessSchema)
def get_readiness() -> dict[str, Any]:
    """Check that the portal is ready for traffic

    The answer is 200 if the database can be written and has tables that this version can use; otherwise 503, and only
    the log has the reasons. `degraded` is still 200, because the portal can serve reads: `worker` means that no worker
    was alive for two minutes, `sessions` that Redis or the session files fail and the database replaces them. AgentOS
    is not checked. The warning `proxies` means that the headers of the proxies did not fit `PROXY_HOPS` within the last
    hour.
    """
    readiness: Readiness = current_app.extensions["readiness"]
    if readiness.reasons():
        raise OutOfService(NOT_READY)
    try:
        has_worker = services().heartbeat.is_alive()
    except SQLAlchemyError as error:  # the database has failed since the last check
        failed(error_name(error))
        raise OutOfService(NOT_READY) from error
    is_fault = {NO_WORKER: not has_worker, NO_SESSION_CACHE: readiness.has_session_fault()}
    faults = tuple(name for name, is_true in is_fault.items() if is_true)
    proxies: Proxies = current_app.extensions["proxies"]
    return {
        "status": DEGRADED[faults] if faults else "ready",
        "warnings": [WRONG_PROXIES] if proxies.has_fault() else [],
    }


def install(app: Flask) -> None:
    """Add the readiness check to `app`."""
    parts: Services = app.extensions["services"]
    app.extensions["readiness"] = Readiness(parts.database, store_of(app), parts.clock.boot)
