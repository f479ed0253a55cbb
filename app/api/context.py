"""The services of this process, and the context of the current request."""

from flask import current_app, g

from app.services import RequestContext, Services


def services() -> Services:
    """Return the services of this process."""
    process_services: Services = current_app.extensions["services"]
    return process_services


def context() -> RequestContext:
    """Return the request context that `require_contractor` made."""
    request_context: RequestContext = g.context
    return request_context
