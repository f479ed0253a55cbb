"""A fake OpenID Connect provider on a real socket. Tests change its answers to make it wrong in one way."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote_plus, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwa import JWS_ALGORITHMS
from joserfc.jwk import ECKey, KeySet

from app.domain.clock import Clock

PATH = "/identity"
CLIENT_ID, SECRET = "portal: 100%+&1", "a secret: with %, + and &/signs"
"""With each sign that HTTP's basic authentication or a form encodes. The real provider, in server.js, has the same."""
FRONT_END, AUDIENCE = "https://myprop.example", "https://portal.example"
HARPER = "office@harper.example"

Answer = Callable[[BaseHTTPRequestHandler], None]


def json_answer(body: object, status: int = 200) -> Answer:
    """Return an answer with this JSON."""
    return raw_answer(json.dumps(body).encode(), status, "application/json")


def raw_answer(body: bytes, status: int = 200, content_type: str = "text/html", **headers: str) -> Answer:
    """Return an answer with these bytes."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Type": content_type, "Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


@dataclass
class FakeProvider:
    """The provider. `claims` and `metadata` are added to ID tokens and to the metadata; None removes a value."""

    issuer: str
    clock: Clock
    secret: str = SECRET
    keys: list[ECKey] = field(default_factory=lambda: [new_key("first")])
    claims: dict[str, Any] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    user_information: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    """Replaces the answer at a path."""
    make_id_token: Callable[[dict[str, Any]], str] | None = None
    requests: list[tuple[str, str]] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def sign_in(self, location: str) -> dict[str, str]:
        """Act as a person who signs in at the page `location`. Return the parameters for the portal's callback."""
        parts = urlsplit(location)
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{self.issuer}/authorize"
        request = dict(parse_qsl(parts.query))
        assert request["client_id"] == CLIENT_ID
        assert request["response_type"] == "code"
        assert request["code_challenge_method"] == "S256"
        assert set(request["scope"].split()) == {"openid", "email"}
        code = secrets.token_urlsafe(8)
        self.codes[code] = request
        return {"code": code, "state": request["state"], "iss": self.issuer}

    def called(self, path: str) -> int:
        """Return the number of requests for this path."""
        return [where for _, where in self.requests].count(path)

    def id_token(self, nonce: str) -> str:
        """Return an ID token for Harper."""
        now = int(self.clock.now().timestamp())
        usual = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "sub": "person-1",
            "sid": "session-1",
            "nonce": nonce,
            "iat": now,
            "exp": now + 300,
            "email": HARPER,
            "email_verified": True,
        }
        changed = {name: value for name, value in {**usual, **self.claims}.items() if value is not None}
        return self.make_id_token(changed) if self.make_id_token else sign(changed, self.keys[-1])

    def answer(self, handler: BaseHTTPRequestHandler) -> Answer:
        """Return the answer to a request."""
        path = urlsplit(handler.path).path.removeprefix(PATH)
        self.requests.append((handler.command, path))
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0)).decode()
        if path in self.answers:
            return self.answers[path]
        if path == "/.well-known/openid-configuration":
            return json_answer(self.all_metadata())
        if path == "/jwks":
            return json_answer(KeySet(self.keys).as_dict())
        if path == "/userinfo" and handler.headers["Authorization"] == "Bearer token-1":
            return json_answer({"sub": "person-1", **self.user_information})
        if path == "/token":
            return self._token(dict(parse_qsl(body)), handler.headers.get("Authorization"))
        return raw_answer(b"nothing here", 404)

    def all_metadata(self) -> dict[str, Any]:
        """Return the provider's metadata."""
        usual = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
            "end_session_endpoint": f"{self.issuer}/end",
            "authorization_response_iss_parameter_supported": True,
        }
        return {name: value for name, value in {**usual, **self.metadata}.items() if value is not None}

    def _token(self, form: dict[str, str], authorization: str | None) -> Answer:
        request = self.codes.pop(form["code"], None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).rstrip(b"=")
        if request is None or request["code_challenge"] != challenge.decode():
            return json_answer({"error": "invalid_grant"}, 400)
        assert form["grant_type"] == "authorization_code"
        assert form["redirect_uri"] == request["redirect_uri"]
        if self._client_secret(form, authorization) != self.secret:
            return json_answer({"error": "invalid_client"}, 401)
        id_token = self.id_token(request["nonce"])
        return json_answer({"access_token": "token-1", "token_type": "Bearer", "id_token": id_token})

    def _client_secret(self, form: dict[str, str], authorization: str | None) -> str:
        if authorization is None:
            assert form["client_id"] == CLIENT_ID
            return form.get("client_secret", "")
        client_id, _, secret = base64.b64decode(authorization.removeprefix("Basic ")).decode("ascii").partition(":")
        assert unquote_plus(client_id) == CLIENT_ID
        return unquote_plus(secret)  # RFC 6749, 2.3.1: encoded as in a form


def settings(provider: FakeProvider, folder: Path) -> dict[str, str]:
    """Return the settings of a portal with this provider. A front end whose key is the provider's may hand over."""
    keys = folder / "handover-keys.json"
    keys.write_text(json.dumps(KeySet(provider.keys).as_dict()), "utf-8")
    return {
        "OIDC_ISSUER": provider.issuer,
        "OIDC_CLIENT_ID": CLIENT_ID,
        "OIDC_CLIENT_SECRET": SECRET,
        "OIDC_NAME": "Acme Group",
        "HANDOVER_ISSUER": FRONT_END,
        "HANDOVER_AUDIENCE": AUDIENCE,
        "HANDOVER_KEYS": str(keys),
    }


def handover_token(provider: FakeProvider, **changes: str) -> str:
    """Return a token that hands Harper over from the front end, with these changes of its claims."""
    now = int(provider.clock.now().timestamp())
    claims = {"iss": FRONT_END, "aud": AUDIENCE, "iat": now, "exp": now + 60, "email": HARPER}
    return sign({**claims, "jti": secrets.token_hex(8), **changes}, provider.keys[0])


def new_key(kid: str) -> ECKey:
    """Return a new key of this id."""
    return ECKey.generate_key("P-256", {"kid": kid, "use": "sig", "alg": "ES256"})


def sign(claims: dict[str, Any], key: Any, alg: str = "ES256", **header: Any) -> str:
    """Return a signed token."""
    return jwt.encode({"alg": alg, "kid": key.kid, **header}, claims, key, algorithms=[alg])


def sign_anything(header: dict[str, Any], claims: dict[str, Any], key: ECKey) -> str:
    """Return a token, signed with ES256, with a header or claims that joserfc would not write."""
    (es256,) = [algorithm for algorithm in JWS_ALGORITHMS if algorithm.name == "ES256"]
    parts = ({**header, "alg": "ES256", "kid": key.kid}, claims)
    text = b".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in parts)
    return (text + b"." + base64.urlsafe_b64encode(es256.sign(text, key)).rstrip(b"=")).decode()


def callback(parameters: dict[str, Any]) -> str:
    """Return the path of the callback with these parameters."""
    return f"/api/session/oidc/callback?{urlencode(parameters)}"


@contextmanager
def running_provider(clock: Clock) -> Iterator[FakeProvider]:
    """Run a provider."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            provider.answer(self)(self)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    provider = FakeProvider(f"http://127.0.0.1:{server.server_address[1]}{PATH}", clock)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield provider
    server.shutdown()
    server.server_close()
    thread.join()
