"""What a request has at hand: the services of this process, and who asks for which account."""

from flask import current_app, g

from app.services import Portal, Visit


def portal() -> Portal:
    """The parts of this process."""
    parts: Portal = current_app.extensions["portal"]
    return parts


def visit() -> Visit:
    """The visit that `require_contractor` let in."""
    let_in: Visit = g.visit
    return let_in
