"""The response 204."""

from collections.abc import Mapping

from flask import Response


def no_content(headers: Mapping[str, str] | None = None) -> Response:
    """Return 204 without a body. For None, flask-smorest would send the body `null`."""
    response = Response(status=204, headers=headers)
    del response.headers["Content-Type"]
    return response
