"""Whether this process lives, and whether it is ready for traffic."""

import structlog
from flask import Response, current_app
from marshmallow import fields, validate
from sqlalchemy.exc import SQLAlchemyError

from app import errors
from app.api import Blueprint, fails
from app.fields import AnswerSchema, about
from app.store.migrations import is_current

blueprint = Blueprint("health", __name__, description="For whoever keeps the portal running.")
log = structlog.get_logger("health")


class HealthSchema(AnswerSchema):
    """How a process is."""

    status = fields.String(validate=validate.OneOf(("live", "ready")), **about("Which of the two was asked.", "ready"))


@blueprint.route("/live")
@blueprint.response(200, HealthSchema)
def get_liveness() -> dict[str, str]:
    """Ask whether the process lives

    200 as long as it answers.
    """
    return {"status": "live"}


@blueprint.route("/ready")
@fails(503)
@blueprint.response(200, HealthSchema)
def get_readiness() -> dict[str, str] | Response:
    """Ask whether the portal is ready for traffic

    200 if the database is there and migrated, else 503; the reason stands in the log only.
    """
    try:
        reason = None if is_current(current_app.extensions["portal"].database) else "migrations are not current"
    except SQLAlchemyError as error:
        reason = type(error).__name__
    if reason:
        log.warning("not_ready", reason=reason)
        return errors.answer(503, "The portal is not ready yet.")
    return {"status": "ready"}
