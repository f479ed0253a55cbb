"""The portal's own origin."""

from flask import request


def portal_origin() -> str:
    """Return the portal's origin in the browser: scheme, host and port. In production, TRUSTED_HOSTS names the host."""
    return f"{request.scheme}://{request.host}"
