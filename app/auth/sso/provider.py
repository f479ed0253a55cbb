"""A relying party of OpenID Connect Core 1.0: the authorization code flow with PKCE (RFC 7636), S256, and a nonce.

Metadata comes from OpenID Connect Discovery 1.0. Authlib makes the request for authorization and checks the claims of
ID tokens; joserfc, by the same author, checks signatures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus, urlencode, urlsplit

from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken

from app.auth.schemas import email_of_claim
from app.auth.sso.cached_document import KEPT_S, CachedDocument
from app.auth.sso.errors import EmailUnverified, TokenRefused, loggable
from app.auth.sso.signed_tokens import refusal_of, verify
from app.domain.errors import ProviderAway
from app.settings.public_keys import JOSERFC_ERRORS, usable_keys

if TYPE_CHECKING:
    from joserfc.jwk import KeySet

    from app.auth.sso.http import JsonClient
    from app.domain.clock import Clock

SCOPE = "openid email"
LEEWAY_S = 60
"""Seconds by which the provider's clock may differ."""
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
OPTIONAL_ENDPOINTS = ("userinfo_endpoint", "end_session_endpoint")
MOST_TOKEN_CHARACTERS = 3_000
"""The longest ID token that becomes a part of an address: proxies accept few KiB of headers."""


class Provider:
    """An OpenID Connect provider. `secret` may be empty for a public client. All threads share the object.

    `documents`: the provider's metadata and keys.
    """

    def __init__(self, issuer: str, client_id: str, secret: str, client: JsonClient, clock: Clock) -> None:
        self.issuer = issuer
        self.client_id = client_id
        self._secret = secret
        self._client = client
        self._clock = clock
        self.documents = CachedDocument(self._fetch_documents, clock)

    def authorization_url(self, *, redirect_uri: str, state: str, nonce: str, verifier: str) -> str:
        """Return the page at which the person signs in. `verifier`: the secret of PKCE. Raise ProviderAway."""
        with self._session(redirect_uri) as session:
            url, _ = session.create_authorization_url(
                self._metadata()["authorization_endpoint"], state=state, nonce=nonce, code_verifier=verifier
            )
        return str(url)

    def check_response_issuer(self, issuer: str | None) -> None:
        """Check the parameter `iss` of a response (RFC 9207, 2.4). Raise TokenRefused or ProviderAway."""
        sends_issuer = self._metadata().get("authorization_response_iss_parameter_supported") is True
        if issuer != self.issuer and (issuer is not None or sends_issuer):
            raise TokenRefused("iss of the response")

    def identify(self, code: str, *, redirect_uri: str, nonce: str, verifier: str) -> tuple[str, str]:
        """Exchange the code of a response for the person's verified address, as `normal_email` writes it, and ID token.

        Raise TokenRefused if the provider refuses the code or its ID token is not valid (OpenID Connect Core, 3.1.3.7),
        EmailUnverified, or ProviderAway.
        """
        tokens = self._exchange(code, redirect_uri, verifier)
        id_token, access_token = tokens.get("id_token"), tokens.get("access_token")
        if not isinstance(id_token, str) or not isinstance(access_token, str):
            raise TokenRefused("no ID token or no access token")
        claims = self._claims(id_token, nonce=nonce, access_token=access_token)
        return self._verified_email(claims, access_token), id_token

    def sign_out_url(self, id_token: str, return_to: str) -> str | None:
        """Return the page that ends the session at the provider (OpenID Connect RP-Initiated Logout 1.0, 2), if any.

        `return_to`: the page to show then. The provider must know it. The address contains the ID token, with all its
        claims, because some providers, such as Okta, refuse to sign out without it. Raise ProviderAway.
        """
        endpoint = self._metadata().get("end_session_endpoint")
        if endpoint is None:
            return None
        query = {"client_id": self.client_id, "post_logout_redirect_uri": return_to}
        if len(id_token) <= MOST_TOKEN_CHARACTERS:
            query["id_token_hint"] = id_token
        return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{urlencode(query)}"

    def _metadata(self) -> dict[str, Any]:
        return self.documents.get(KEPT_S)[0]

    def _fetch_documents(self) -> tuple[dict[str, Any], KeySet]:
        """Return the provider's metadata (OpenID Connect Discovery 1.0, 3 and 4.3) and keys. Raise ProviderAway."""
        metadata = self._client.get(f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        if metadata.get("issuer") != self.issuer:
            raise ProviderAway("the metadata is of another issuer than OIDC_ISSUER")
        offered = [name for name in OPTIONAL_ENDPOINTS if metadata.get(name) is not None]
        for name in (*ENDPOINTS, *offered):
            if not str(metadata.get(name)).startswith(f"{urlsplit(self.issuer).scheme}://"):
                raise ProviderAway(f"{name} in the metadata is no address with the scheme of OIDC_ISSUER")
        self._client_auth(metadata)
        return metadata, usable_keys(self._client.get(metadata["jwks_uri"]))

    def _client_auth(self, metadata: dict[str, Any]) -> str:
        """Return the method of client authentication. The default is client_secret_basic (Discovery 1.0, 3)."""
        if not self._secret:
            return "none"
        methods = metadata.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        for method in ("client_secret_basic", "client_secret_post"):
            if isinstance(methods, list) and method in methods:
                return method
        raise ProviderAway("it accepts neither client_secret_basic nor client_secret_post")

    def _session(self, redirect_uri: str | None = None) -> OAuth2Session:
        return self._client.sessions.set_up(
            OAuth2Session(
                self.client_id,
                self._secret or None,
                scope=SCOPE,
                redirect_uri=redirect_uri,
                code_challenge_method="S256",
            )
        )

    def _exchange(self, code: str, redirect_uri: str, verifier: str) -> dict[str, Any]:
        """Return the response of the token endpoint."""
        metadata, session = self._metadata(), self._session()
        method = self._client_auth(metadata)
        auth = session.client_auth(method)
        if method == "client_secret_basic":  # encoded as in a form (RFC 6749, 2.3.1), which Authlib omits
            auth = quote_plus(self.client_id), quote_plus(self._secret)
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": verifier,
        }
        status, body = self._client.call(session, "POST", metadata["token_endpoint"], data=form, auth=auth)
        if status == 400 and body.get("error") == "invalid_grant":
            raise TokenRefused("the provider refuses the code")
        if status != 200:  # such as invalid_client: the secret is wrong
            raise ProviderAway(f"the token endpoint: status {status}, {loggable(body.get('error'))}")
        return body

    def _claims(self, id_token: str, *, nonce: str, access_token: str) -> CodeIDToken:
        """Return the claims of a valid ID token."""
        token = verify(id_token, lambda max_age_s: self.documents.get(max_age_s)[1])
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
        email = email_of_claim(source.get("email"))
        if email is None:
            raise EmailUnverified("email: no address")
        if source.get("email_verified") is not True:
            raise EmailUnverified(f"email_verified: {'not true' if 'email_verified' in source else 'missing'}")
        return email

    def _user_information(self, subject: str, access_token: str) -> dict[str, Any]:
        """Return the claims about the person from the provider (OpenID Connect Core, 5.3)."""
        endpoint, session = self._metadata().get("userinfo_endpoint"), self._session()
        if endpoint is None:
            return {}
        session.token = {"access_token": access_token, "token_type": "Bearer"}
        status, body = self._client.call(session, "GET", endpoint)
        if status != 200:
            raise ProviderAway(f"the userinfo endpoint: status {status}")
        if body.get("sub") != subject:
            raise TokenRefused("sub of the user information")
        return body
