"""Liveness and readiness, for supervisors."""

from typing import Any

from flask import Flask, current_app
from marshmallow import fields, validate
from sqlalchemy.exc import SQLAlchemyError

from app.api.blueprint import Blueprint, RouteFacts, services
from app.api.fields import AnswerSchema, about
from app.domain.errors import NOT_READY, OutOfService
from app.health.hosts import faults
from app.health.readiness import Readiness
from app.observability.database_log import AWAY_RETRY_S
from app.observability.exceptions import error_name
from app.observability.request_log import failed
from app.services import Services

blueprint = Blueprint("health", __name__, description="For operators of the portal.")

NO_WORKER = "degraded: worker"
"""No worker runs: nothing is fetched from AgentOS, mailed or delivered. The portal still serves its mirror."""
WRONG_PROXIES = "proxies"
"""`PROXY_HOPS` does not fit the headers of the proxies, so limits by address do not work. The log has the details."""

HOSTS = "hosts"
"""Processes of the portal differ, have a wrong clock, or have warnings of their own."""


class HealthSchema(AnswerSchema):
    """The state of a process."""

    status = fields.String(
        validate=validate.OneOf(("live", "ready", NO_WORKER)),
        **about("`live` or `ready`; or a fault that does not prevent reads.", "ready"),
    )


class ReadinessSchema(HealthSchema):
    """The state of the portal, and warnings about its configuration."""

    degraded = fields.List(
        fields.String(),
        **about("What fails now: `worker`, `writes`, `settings`. Reads work. Later versions may know more.", []),
    )
    warnings = fields.List(
        fields.String(validate=validate.OneOf((WRONG_PROXIES, HOSTS))),
        **about("Faults of the configuration that requests, or a comparison of the processes, have shown.", []),
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
    the log has the reasons. It is still 200 with a fault in `degraded`, because the portal can serve reads: `worker`
    means that no worker was alive for two minutes (then `status` is `degraded: worker`), `writes` that a long
    write, such as a migration, delays all others, and `settings` that the last reload found faults, so the former
    settings are in use. AgentOS is not checked.
    The warning `proxies` means that the headers of the proxies did not fit `PROXY_HOPS` within the last hour.
    The warning `hosts` means that processes of the portal differ, have a wrong clock, or warn. The command `status`
    states each fault.
    """
    readiness: Readiness = current_app.extensions["readiness"]
    if readiness.fault():
        raise OutOfService(NOT_READY, retry_after_s=AWAY_RETRY_S)
    try:
        has_worker = services().heartbeat.is_alive()
    except SQLAlchemyError as error:  # the database has failed since the last check
        failed(error_name(error))
        raise OutOfService(NOT_READY, retry_after_s=AWAY_RETRY_S) from error
    is_degraded = {
        "worker": not has_worker,
        "writes": readiness.is_busy,  # a long one, such as a migration, has the database's lock
        "settings": services().config.reload_refused,
    }
    doubts = {WRONG_PROXIES: current_app.extensions["proxies"].faults(), HOSTS: faults(services().processes.last)}
    return {
        "status": "ready" if has_worker else NO_WORKER,
        "degraded": [name for name, is_true in is_degraded.items() if is_true],
        "warnings": [name for name, sentences in doubts.items() if sentences],
    }


def install(app: Flask) -> None:
    """Add the readiness check to `app`."""
    parts: Services = app.extensions["services"]
    app.extensions["readiness"] = Readiness(parts.database, parts.clock.boot)
