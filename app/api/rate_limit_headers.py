"""The headers `RateLimit-Policy` and `RateLimit`, which show a quota before it is used up.

Both are lists of structured fields (RFC 9651) by draft-ietf-httpapi-ratelimit-headers-11: `"submissions";q=10;w=60` is
10 requests in 60 seconds, and `"submissions";r=9;t=60` means that 9 are left, and one more in 60 seconds.
"""

import math
from contextlib import suppress

from flask import Flask, Response, current_app, g, request
from sqlalchemy.exc import SQLAlchemyError

from app.api.blueprint import route_facts, services
from app.store.rate_limit import Quota


def begin() -> None:
    """After the guard and before the view, store the quota of the route, if it has one."""
    quota_of = route_facts(current_app, str(request.endpoint)).quota
    if quota_of is not None:
        show(quota_of())


def show(quota: Quota) -> None:
    """Show this quota with the response, in place of the one that the route has without its body."""
    g.quota = quota


def install(app: Flask) -> None:
    """Add the headers to responses of limited routes of `app`."""

    @app.after_request
    def add_quota(response: Response) -> Response:
        # Other failures to sign in do not count: the request was malformed, or the portal failed.
        if "quota" in g and (
            g.quota.counts_failures or response.status_code < 400 or response.status_code in (401, 429)
        ):
            with suppress(SQLAlchemyError):  # the response is about the request, not about its quota
                _add(response, g.quota)
        return response


def _add(response: Response, quota: Quota) -> None:
    left, more_in_s = services().rate_limit.left(quota)
    if response.status_code == 429 and left:  # another limit refused the request, and `Retry-After` is about that limit
        return
    reset = "" if more_in_s is None else f";t={max(1, math.ceil(more_in_s))}"
    response.headers["RateLimit-Policy"] = f'"{quota.name}";q={quota.most};w={quota.window_s}'
    response.headers["RateLimit"] = f'"{quota.name}";r={left}{reset}'
