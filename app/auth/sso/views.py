"""`/api/session/oidc`, `/api/session/handover`, `/api/session/methods`: single sign-on.

Browsers navigate to the first route and to its callback, so these respond with redirects, also after any failure of the
view or of its parameters. Programs that do not accept HTML get JSON, and the API's usual errors.
"""

import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode

from flask import current_app, g, redirect, request
from marshmallow import EXCLUDE
from werkzeug.wrappers import Response as BaseResponse

from app.api.blueprint import Blueprint, RouteFacts, portal_origin, services
from app.api.error_responses import status_of
from app.api.faults import InvalidValues
from app.auth import browser, limits
from app.auth.current_session import begin_session
from app.auth.schemas import SessionSchema
from app.auth.service import Person
from app.auth.sessions import Method
from app.auth.sso import handover, openid
from app.auth.sso.issuers import Issuers
from app.auth.sso.schemas import CallbackSchema, HandoverSchema, MethodsSchema, ProviderPageSchema, StartSchema
from app.domain.digests import lookup_digest
from app.domain.errors import NoAccount, NotFound, PortalError, ProviderAway, SignInRefused, TooMany

if TYPE_CHECKING:
    from app.auth.sso.provider import Provider

FAILED = "failed"
"""The query parameter that tells the web app why a sign-in failed."""
CODES = {NoAccount: "no-account", TooMany: "busy", InvalidValues: "refused"}
"""The values of `FAILED` for errors without a code of their own. Others are "away"."""
NOT_OFFERED = NotFound("way to sign in")
AWAY = ProviderAway("")
REDIRECT = {
    "302": {
        "description": "For a browser, which accepts HTML: the next page. After a failure, a page of the web app.",
        "headers": {"Location": {"description": "The page.", "required": True, "schema": {"type": "string"}}},
    }
}

blueprint = Blueprint("sso", __name__, description="Single sign-on: an identity provider, and other front ends.")


def navigation(view: Callable[..., Any]) -> Callable[..., Any]:
    """For a browser, turn each failure into a redirect to the web app, which shows a sentence about it.

    This decorator comes before those that parse the request, so it handles their errors too.
    """

    @wraps(view)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        if not _is_browser():
            return view(*args, **kwargs)
        try:
            return view(*args, **kwargs)
        except PortalError as error:
            status_of(error)  # logs it
            code = error.code if isinstance(error, SignInRefused) else CODES.get(type(error), "away")
        except Exception:  # a person waits in a tab, and cannot read JSON
            current_app.log_exception(sys.exc_info())
            code = "away"
        page = g.get("next_path", "/")
        return redirect(f"{page}{'&' if '?' in page else '?'}{urlencode({FAILED: code})}")

    return wrapper


@blueprint.route("/methods", methods=["GET"])
@blueprint.response(200, MethodsSchema)
def get_sign_in_methods() -> dict[str, Any]:
    """List the ways to sign in

    For a sign-in page. The answer is the same for everybody.
    """
    config = services().config
    methods = [Method.CODE, Method.PASSKEY, *([Method.OIDC] if config.oidc_issuer else [])]
    return {"methods": methods, "oidc_name": config.oidc_name or None}


@blueprint.route(
    "/oidc",
    methods=["GET"],
    facts=RouteFacts(
        failures={404: NOT_OFFERED, 429: None, 500: AWAY},
        quota=browser.network_quota(limits.SINGLE_SIGN_ONS),
        navigation_only=True,
    ),
)
@navigation
@blueprint.arguments(StartSchema, location="query")
@blueprint.response(200, ProviderPageSchema)
@blueprint.doc(responses=REDIRECT)
def start_openid(query: dict[str, str]) -> BaseResponse | dict[str, str]:
    """Sign in with the identity provider

    A page for browsers: follow a link to it. It leads to the identity provider, and from there to `finishOpenid`. A
    program gets the address of the provider's page in JSON. The browser must go there, with the cookie of this answer.
    Frames, images and scripts of pages of other sites get 403.
    """
    g.next_path = query["next"]
    nonce = browser.nonce()
    url = openid.start(
        services(),
        _provider(),
        origin=portal_origin(),
        next_path=query["next"],
        nonce_digest=lookup_digest(nonce),
        client=browser.client(),
    )
    browser.keep_nonce(nonce)
    return redirect(url) if _is_browser() else {"url": url}


@blueprint.route(
    "/oidc/callback",
    methods=["GET"],
    facts=RouteFacts(
        failures={401: SignInRefused("expired", openid.SENTENCES["expired"]), 404: NOT_OFFERED, 429: None, 500: AWAY},
        navigation_only=True,
    ),
)
@navigation
@blueprint.arguments(CallbackSchema, location="query", unknown=EXCLUDE)
@blueprint.response(200, SessionSchema)
@blueprint.doc(responses=REDIRECT)
def finish_openid(query: dict[str, Any]) -> BaseResponse | Person:
    """Finish signing in with the identity provider

    The identity provider redirects browsers to this page. It sets the cookie `portal_session` if the provider has
    verified the person's e-mail address. The sign-in must have begun in the same browser, and works once. As at
    `startOpenid`, pages of other sites can only lead here.
    """
    provider, state, nonce_digest = _provider(), query["state"] or "", browser.nonce_digest()
    g.next_path = openid.use_up(services(), state, nonce_digest, browser.client())
    person, _ = begin_session(
        lambda session: openid.sign_in(services(), provider, state, query, portal_origin(), session)
    )
    return redirect(g.next_path) if _is_browser() else person


@blueprint.route(
    "/handover",
    methods=["POST"],
    facts=RouteFacts(
        failures={401: SignInRefused("refused", handover.REFUSED), 404: NOT_OFFERED, 429: None, 500: AWAY},
        quota=browser.network_quota(limits.SIGN_INS),
    ),
)
@blueprint.arguments(HandoverSchema)
@blueprint.response(201, SessionSchema)
def hand_over(body: dict[str, str]) -> tuple[Person, dict[str, str]]:
    """Sign in with a token of another front end

    For a front end in which the contractor is signed in already. Its server signs a token with the claims `iss`, `aud`
    (this portal alone), `iat`, `exp` (at most 5 minutes after `iat`), `jti`, `email` and, optionally, `email_verified`
    (must be true) and `agency`. The browser sends the token here, once. The answer is that of `signIn`. Only
    tokens that sign nobody in count towards `RateLimit`, and get 429.
    """
    keys = _issuers().handover_keys
    return begin_session(lambda session: handover.sign_in(services(), keys, body["token"], session))


def _issuers() -> Issuers:
    return cast(Issuers, current_app.extensions["issuers"])


def _provider() -> "Provider":
    """Return the identity provider. Raise NotFound if this installation has none."""
    provider = _issuers().provider
    if provider is None:
        raise NOT_OFFERED
    return provider


def _is_browser() -> bool:
    """Return whether the sender of the request prefers a page to JSON."""
    return request.accept_mimetypes.best_match(("application/json", "text/html")) == "text/html"
