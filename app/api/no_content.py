"""The response 204."""

from flask import Response


def no_content() -> Response:
    """Return 204 without a body. For None, flask-smorest would send the body `null`."""
    response = Response(status=204)
    del response.headers["Content-Type"]
    return response
