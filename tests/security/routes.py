"""Every route of the portal, from its URL map, with the access rules of the contract."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import Flask

from tests.contract.api_calls import CHANGING, INVOICE

CONTRACTOR, PERSON, SESSION, PUBLIC, PAGE = "contractor", "person", "session", "public", "page"
ACCESS_BY_PREFIX = {
    "/api/session/methods": PUBLIC,
    "/api/session/oidc": PUBLIC,
    "/api/session/handover": PUBLIC,
    "/api/session/passkeys": PERSON,
    "/api/session/devices": PERSON,
    "/api/session/activity": PERSON,
    "/api/session": SESSION,
    "/api/openapi.json": PUBLIC,
    "/api/docs": PUBLIC,
    "/api/problems": PUBLIC,
    "/health": PUBLIC,
}
"""The caller of a route by the prefix of its path, from the contract page. All other routes are the contractor's.

The first prefix that fits decides.
"""

LIMITS = {("POST", "/api/contractor/invoices"): 15 * 1024 * 1024}
"""The maximum size of a body in bytes, if it is not 64 KiB."""
JSON_LIMIT = 64 * 1024

ASSERTION = {"clientDataJSON": "e30", "authenticatorData": "e30", "signature": "e30", "userHandle": "e30"}
PASSKEY = {"id": "e30", "rawId": "e30", "type": "public-key"}
ACCOUNT = {"agency": "acme", "contractorId": "CON-1001"}
EXAMPLES: dict[tuple[str, str], dict[str, Any]] = {
    ("PATCH", "/api/contractor/jobs/<id:job_id>/complete"): {"completed": True},
    ("POST", "/api/contractor/jobs/<id:job_id>/notes"): {"note": "Part ordered"},
    ("PUT", "/api/contractor/jobs/<id:job_id>/invoicing"): {"state": "no-charge"},
    ("POST", "/api/contractor/invoices"): {"jobId": "JOB-1", "statementId": "S-8", **INVOICE},
    ("PATCH", "/api/session"): ACCOUNT,
    ("POST", "/api/session/code"): {"email": "office@harper.example"},
    ("POST", "/api/session"): {"email": "office@harper.example", "code": "000000"},
    ("POST", "/api/session/handover"): {"token": "e30.e30.e30"},
    ("POST", "/api/session/passkeys/registration/options"): {},
    ("POST", "/api/session/passkeys"): {**PASSKEY, "response": {"clientDataJSON": "e30", "attestationObject": "e30"}},
    ("POST", "/api/session/passkey/options"): {},
    ("POST", "/api/session/passkey"): {**PASSKEY, "response": ASSERTION},
}
"""A valid body for each route that takes one, for acme/CON-1001. See also `REFUSED_EXAMPLES`."""
REFUSED_EXAMPLES = {
    "POST /api/session": 401,
    "POST /api/session/handover": 401,
    "POST /api/session/passkeys": 400,
    "POST /api/session/passkey": 401,
}
"""The status for each route whose example is well-formed, but no proof of identity."""
FOREIGN_QUERY = "/api/session/oidc/callback"
"""The identity provider may add query parameters, which clients must ignore (RFC 6749, 4.1.2)."""


@dataclass(frozen=True)
class Route:
    """One method of a URL rule, with the contract's rules for it."""

    method: str
    rule: str
    is_page: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.rule}"

    @property
    def access(self) -> str:
        """Return who may call the route."""
        if self.is_page:
            return PAGE
        below = (
            door for place, door in ACCESS_BY_PREFIX.items() if self.rule == place or self.rule.startswith(f"{place}/")
        )
        return next(below, CONTRACTOR)

    @property
    def needs_session(self) -> bool:
        """Return whether the route needs a session. Requesting a code, signing in and signing out do not."""
        return self.access in (CONTRACTOR, PERSON) or (self.access == SESSION and self.method not in ("POST", "DELETE"))

    @property
    def changes(self) -> bool:
        """Return whether the route may change something."""
        return self.method in CHANGING

    @property
    def takes_body(self) -> bool:
        """Return whether the route reads a JSON body. A page reads its own form."""
        return self.method in ("POST", "PUT", "PATCH") and not self.is_page

    @property
    def limit(self) -> int:
        """Return the maximum size of the body in bytes."""
        return LIMITS.get((self.method, self.rule), JSON_LIMIT)

    @property
    def example(self) -> dict[str, Any]:
        """Return a valid body, or an empty one if the route takes none."""
        return EXAMPLES.get((self.method, self.rule), {})

    @property
    def ids(self) -> list[str]:
        """Return the names of the ids in the path."""
        return re.findall(r"<id:(\w+)>", self.rule)

    def path(self, identity: str = "JOB-1") -> str:
        """Return the path with this id for each id, and "nothing" for each other variable."""
        return re.sub(r"<[^>]+>", "nothing", re.sub(r"<id:\w+>", identity, self.rule))

    def request(self, identity: str = "JOB-1", **changes: Any) -> dict[str, Any]:
        """Return a valid request as arguments of the test client, with these changes."""
        body = (
            {"json": self.example}
            if self.takes_body and not changes.keys() & {"data", "json", "environ_overrides"}
            else {}
        )
        return {"path": self.path(identity), "method": self.method, **body, **changes}


def routes(app: Flask) -> list[Route]:
    """Return every route. DELETE is last, and signing out is the very last, because it ends the session."""
    all_routes = [
        Route(method, rule.rule, is_page=rule.endpoint.startswith(("web.", "review.")))
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"OPTIONS"}
    ]
    return sorted(
        all_routes,
        key=lambda route: (route.method == "DELETE", str(route) == "DELETE /api/session", route.rule, route.method),
    )


def methods_by_rule(every: Iterable[Route]) -> dict[str, set[str]]:
    """Return the methods of each URL rule."""
    methods: dict[str, set[str]] = {}
    for route in every:
        methods.setdefault(route.rule, set()).add(route.method)
    return methods


def addresses(app: Flask, identity: str = "JOB-1") -> list[tuple[str, str]]:
    """Return the method and path of every route but HEAD, with this id for each id."""
    return [(route.method, route.path(identity)) for route in routes(app) if route.method != "HEAD"]
