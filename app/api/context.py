"""What a request has at hand: the services of this process, and who asks for which account."""

from flask import current_app, g

from app.services import RequestContext, Services


def services() -> Services:
    """The parts of this process."""
    parts: Services = current_app.extensions["services"]
    return parts


def context() -> RequestContext:
    """The visit that `require_contractor` let in."""
    let_in: RequestContext = g.context
    return let_in
