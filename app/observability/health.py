"""Whether this process lives, and whether it is ready for traffic."""

import structlog
from flask import Blueprint, Response, current_app, jsonify
from sqlalchemy.exc import SQLAlchemyError

from app import errors
from app.store.migrations import is_current

blueprint = Blueprint("health", __name__)
log = structlog.get_logger("health")


@blueprint.get("/live")
def live() -> Response:
    """200 as long as the process answers."""
    return jsonify(status="live")


@blueprint.get("/ready")
def ready() -> Response:
    """200 if the database is there and migrated, else 503; the reason stands in the log only."""
    try:
        reason = None if is_current(current_app.extensions["portal"].database) else "migrations are not current"
    except SQLAlchemyError as error:
        reason = type(error).__name__
    if reason:
        log.warning("not_ready", reason=reason)
        return errors.answer(503, "The portal is not ready yet.")
    return jsonify(status="ready")
