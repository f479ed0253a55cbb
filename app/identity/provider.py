"""A relying party of OpenID Connect Core 1.0: the authorization code flow with PKCE (RFC 7636), S256, and a nonce.

Metadata comes from OpenID Connect Discovery 1.0. Authlib makes the request for authorization and checks the claims of
ID tokens; joserfc, by the same author, checks signatures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus, urlencode, urlsplit

from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken

from app.domain.errors import ProviderAway
from app.identity.cached_document import CachedDocument
from app.identity.errors import EmailUnverified, TokenRefused
from app.identity.public_keys import JOSERFC_ERRORS, PublicKeys, refusal_of

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from app.domain.clock import Clock
    from app.identity.http import JsonClient

SCOPE = "openid email"
LEEWAY_S = 60
"""Seconds by which the provider's clock may differ."""
KEPT_S = 3600.0
"""Seconds for which the provider's metadata is used."""
WAIT_S = 2.0
"""Seconds for which the end of a sign-in may wait until it may call. At a healthy provider, the calls of all threads
take less."""
ADDRESS = re.compile(r'[!"$-~]+')
"""The characters of an endpoint: printable ASCII without a space and "#"."""
MOST_TOKEN_CHARACTERS = 3_000
"""The longest ID token that becomes a part of an address: proxies accept few KiB of headers."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The provider's endpoints and abilities. `sends_issuer`: responses have the parameter `iss` (RFC 9207)."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str | None
    end_session_endpoint: str | None
    client_auth: str
    sends_issuer: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """A person who has signed in at the provider.

    `email`: the verified address, as the provider writes it. `id_token`: the proof, for `Provider.sign_out_url`.
    """

    email: str
    id_token: str


class Provider:
    """An OpenID Connect provider. `secret` may be empty for a public client. All threads share the object."""

    def __init__(self, issuer: str, client_id: str, secret: str, client: JsonClient, clock: Clock) -> None:
        self.issuer = issuer
        self.client_id = client_id
        self._secret = secret
        self._client = client
        self._clock = clock
        self._metadata = CachedDocument(self._fetch_metadata, clock)
        self._keys = PublicKeys(lambda: client.get(self.metadata().jwks_uri), clock)

    def prepare(self) -> None:
        """Fetch the metadata and the keys, so that no request waits for them. Raise ProviderAway."""
        self._keys.prepare()

    def metadata(self) -> Metadata:
        """Return the metadata, fetched at most `KEPT_S` ago. Raise ProviderAway."""
        return self._metadata.get(KEPT_S)

    def acquire_call(self) -> AbstractContextManager[None]:
        """Return a context in which the thread may call the provider.

        The context raises ProviderBusy if too many threads have one for longer than `WAIT_S`.
        """
        return self._client.bulkhead.acquire(wait_s=WAIT_S)

    def authorization_url(self, *, redirect_uri: str, state: str, nonce: str, verifier: str) -> str:
        """Return the page at which the person signs in. `verifier`: the secret of PKCE. Raise ProviderAway."""
        metadata = self.metadata()
        with self._session(metadata, redirect_uri) as session:
            url, _ = session.create_authorization_url(
                metadata.authorization_endpoint, state=state, nonce=nonce, code_verifier=verifier
            )
        return str(url)

    def check_response_issuer(self, issuer: str | None) -> None:
        """Check the parameter `iss` of a response (RFC 9207, 2.4). Raise TokenRefused or ProviderAway."""
        if issuer != self.issuer and (issuer is not None or self.metadata().sends_issuer):
            raise TokenRefused("iss of the response")

    def identify(self, code: str, *, redirect_uri: str, nonce: str, verifier: str) -> Identity:
        """Exchange the code of a response for the person's identity.

        Raise TokenRefused if the provider refuses the code or its ID token is not valid (OpenID Connect Core, 3.1.3.7),
        EmailUnverified, or ProviderAway.
        """
        tokens = self._exchange(code, redirect_uri, verifier)
        id_token, access_token = tokens.get("id_token"), tokens.get("access_token")
        if not isinstance(id_token, str) or not isinstance(access_token, str):
            raise TokenRefused("no ID token or no access token")
        claims = self._claims(id_token, nonce=nonce, access_token=access_token)
        return Identity(email=self._verified_email(claims, access_token), id_token=id_token)

    def sign_out_url(self, id_token: str, return_to: str) -> str | None:
        """Return the page that ends the session at the provider (OpenID Connect RP-Initiated Logout 1.0, 2), if any.

        `return_to`: the page to show then. The provider must know it. The address contains the ID token, with all its
        claims, because some providers, such as Okta, refuse to sign out without it. Raise ProviderAway.
        """
        endpoint = self.metadata().end_session_endpoint
        if endpoint is None:
            return None
        query = {"client_id": self.client_id, "post_logout_redirect_uri": return_to}
        if len(id_token) <= MOST_TOKEN_CHARACTERS:
            query["id_token_hint"] = id_token
        return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{urlencode(query)}"

    def _fetch_metadata(self) -> Metadata:
        """Return the provider's metadata now (OpenID Connect Discovery 1.0, 3 and 4.3)."""
        document = self._client.get(f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        if document.get("issuer") != self.issuer:
            raise ProviderAway("the metadata is of another issuer than OIDC_ISSUER")
        return Metadata(
            authorization_endpoint=self._endpoint(document, "authorization_endpoint"),
            token_endpoint=self._endpoint(document, "token_endpoint"),
            jwks_uri=self._endpoint(document, "jwks_uri"),
            userinfo_endpoint=self._optional_endpoint(document, "userinfo_endpoint"),
            end_session_endpoint=self._optional_endpoint(document, "end_session_endpoint"),
            client_auth=self._client_auth(document),
            sends_issuer=document.get("authorization_response_iss_parameter_supported") is True,
        )

    def _endpoint(self, document: dict[str, Any], name: str) -> str:
        """Return an endpoint. Raise ProviderAway if there is none."""
        endpoint = self._optional_endpoint(document, name)
        if endpoint is None:
            raise ProviderAway(f"the metadata has no {name}")
        return endpoint

    def _optional_endpoint(self, document: dict[str, Any], name: str) -> str | None:
        """Return an endpoint, or None without one. It must use TLS if the issuer does. Else raise ProviderAway."""
        endpoint = document.get(name)
        if endpoint is not None and not _is_address(endpoint, urlsplit(self.issuer).scheme):
            raise ProviderAway(f"{name} in the metadata is no address with the scheme of OIDC_ISSUER")
        return endpoint

    def _client_auth(self, document: dict[str, Any]) -> str:
        """Return the method of client authentication. The default is client_secret_basic (Discovery 1.0, 3)."""
        if not self._secret:
            return "none"
        methods = document.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        for method in ("client_secret_basic", "client_secret_post"):
            if isinstance(methods, list) and method in methods:
                return method
        raise ProviderAway("it accepts neither client_secret_basic nor client_secret_post")

    def _session(self, metadata: Metadata, redirect_uri: str | None = None) -> OAuth2Session:
        session = OAuth2Session(
            self.client_id,
            self._secret or None,
            token_endpoint_auth_method=metadata.client_auth,
            scope=SCOPE,
            redirect_uri=redirect_uri,
            code_challenge_method="S256",
        )
        return self._client.sessions.set_up(session)

    def _authentication(self, session: OAuth2Session, method: str) -> Any:
        """Return the argument `auth` of requests that authenticates the client at the token endpoint."""
        if method == "client_secret_basic":  # encoded as in a form (RFC 6749, 2.3.1), which Authlib omits
            return quote_plus(self.client_id), quote_plus(self._secret)
        return session.client_auth(method)

    def _exchange(self, code: str, redirect_uri: str, verifier: str) -> dict[str, Any]:
        """Return the response of the token endpoint."""
        metadata = self.metadata()
        session = self._session(metadata)
        answer = self._client.call(
            session,
            "POST",
            metadata.token_endpoint,
            data={
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": redirect_uri,
                "code_verifier": verifier,
            },
            auth=self._authentication(session, metadata.client_auth),
        )
        if answer.status == 400 and answer.body.get("error") == "invalid_grant":
            raise TokenRefused("the provider refuses the code")
        if answer.status != 200:  # such as invalid_client: the secret is wrong
            raise ProviderAway(f"the token endpoint: status {answer.status}, {_error_code(answer.body)}")
        return answer.body

    def _claims(self, id_token: str, *, nonce: str, access_token: str) -> CodeIDToken:
        """Return the claims of a valid ID token."""
        token = self._keys.verify(id_token)
        claims = CodeIDToken(
            token.claims,
            token.header,
            options={
                "iss": {"essential": True, "value": self.issuer},
                "aud": {"essential": True, "value": self.client_id},
                "nonce": {"essential": True},
            },
            params={"nonce": nonce, "client_id": self.client_id, "access_token": access_token},
        )
        try:
            claims.validate(now=int(self._clock.now().timestamp()), leeway=LEEWAY_S)
        except JOSERFC_ERRORS as error:
            raise refusal_of(error) from None
        if not isinstance(claims["sub"], str) or not claims["sub"]:  # Authlib accepts these
            raise TokenRefused("sub: no text")
        return claims

    def _verified_email(self, claims: CodeIDToken, access_token: str) -> str:
        """Return the address in the ID token or, if it has no such claims, in the provider's user information."""
        source: dict[str, Any] = claims
        if not {"email", "email_verified"} <= claims.keys():
            source = self._user_information(claims["sub"], access_token)
        email = source.get("email")
        if not isinstance(email, str):
            raise EmailUnverified("email: missing, or no text")
        if source.get("email_verified") is not True:
            raise EmailUnverified(f"email_verified: {'not true' if 'email_verified' in source else 'missing'}")
        return email

    def _user_information(self, subject: str, access_token: str) -> dict[str, Any]:
        """Return the claims about the person from the provider (OpenID Connect Core, 5.3)."""
        metadata = self.metadata()
        if metadata.userinfo_endpoint is None:
            return {}
        session = self._session(metadata)
        session.token = {"access_token": access_token, "token_type": "Bearer"}
        answer = self._client.call(session, "GET", metadata.userinfo_endpoint)
        if answer.status != 200:
            raise ProviderAway(f"the userinfo endpoint: status {answer.status}")
        if answer.body.get("sub") != subject:
            raise TokenRefused("sub of the user information")
        return answer.body


def _is_address(value: object, scheme: str) -> bool:
    """Return whether a value is an address with this scheme and a host, without a fragment (RFC 6749, 3.1 and 3.2)."""
    if not isinstance(value, str) or not ADDRESS.fullmatch(value):
        return False
    try:
        parts = urlsplit(value)
        return parts.scheme == scheme and bool(parts.hostname) and parts.port != 0
    except ValueError:  # half of an IPv6 address, or a port that is no number
        return False


def _error_code(body: dict[str, Any]) -> str:
    """Return the code of an OAuth error (RFC 6749, 5.2), if it has the form of one of the standard's."""
    code = body.get("error")
    return code if isinstance(code, str) and code.isidentifier() and len(code) <= 40 else "no error code"
