"""Every route of the portal, from its own map, and what the contract asks at its door."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import Flask

from tests.contract.api_calls import CHANGING, INVOICE

CONTRACTOR, SESSION, PUBLIC, PAGE = "contractor", "session", "public", "page"
ACCESS_BY_PREFIX = {
    "/api/session": SESSION,
    "/api/openapi.json": PUBLIC,
    "/api/docs": PUBLIC,
    "/health": PUBLIC,
}
"""Who may enter, as the contract page says it; whatever is not below one of these is the contractor's alone."""

LIMITS = {("POST", "/api/contractor/invoices"): 15 * 1024 * 1024}
"""Bytes of a body where it is not 64 KiB."""
JSON_LIMIT = 64 * 1024

ACCOUNT = {"agency": "acme", "contractorId": "CON-1001"}
EXAMPLES: dict[tuple[str, str], dict[str, Any]] = {
    ("PATCH", "/api/contractor/jobs/<id:job_id>/complete"): {"completed": True},
    ("POST", "/api/contractor/jobs/<id:job_id>/notes"): {"note": "Part ordered"},
    ("POST", "/api/contractor/invoices"): {"jobId": "JOB-1", "statementId": "S-8", **INVOICE},
    ("PATCH", "/api/session"): ACCOUNT,
    ("POST", "/api/session/code"): {"email": "office@harper.example"},
    ("POST", "/api/session"): {"email": "office@harper.example", "code": "000000"},
}
"""A good body of every route that takes one, for acme/CON-1001; of the last only the code is not good."""


@dataclass(frozen=True)
class Route:
    """One method of one rule, with what the contract says of such a route."""

    method: str
    rule: str
    is_page: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.rule}"

    @property
    def access(self) -> str:
        """Who may enter."""
        if self.is_page:
            return PAGE
        below = (
            door for place, door in ACCESS_BY_PREFIX.items() if self.rule == place or self.rule.startswith(f"{place}/")
        )
        return next(below, CONTRACTOR)

    @property
    def needs_session(self) -> bool:
        """Asking for a code, signing in and signing out are anybody's; looking and switching are not."""
        return self.access == CONTRACTOR or (self.access == SESSION and self.method not in ("POST", "DELETE"))

    @property
    def changes(self) -> bool:
        """Whether it may change something."""
        return self.method in CHANGING

    @property
    def takes_body(self) -> bool:
        """Whether it reads a body that a program sends; a page reads its own form."""
        return self.method in ("POST", "PUT", "PATCH") and not self.is_page

    @property
    def limit(self) -> int:
        """The largest body, in bytes."""
        return LIMITS.get((self.method, self.rule), JSON_LIMIT)

    @property
    def example(self) -> dict[str, Any]:
        """A good body, if it takes one."""
        return EXAMPLES.get((self.method, self.rule), {})

    @property
    def ids(self) -> list[str]:
        """The ids of objects that a caller names in its path."""
        return re.findall(r"<id:(\w+)>", self.rule)

    def path(self, identity: str = "JOB-1") -> str:
        """An address; every id in it is this one, anything else is a name of nothing."""
        return re.sub(r"<[^>]+>", "nothing", re.sub(r"<id:\w+>", identity, self.rule))

    def request(self, identity: str = "JOB-1", **changes: Any) -> dict[str, Any]:
        """A good request, as the test client takes it, with what is `given` besides or instead."""
        body = {"json": self.example} if self.takes_body and not changes.keys() & {"data", "environ_overrides"} else {}
        return {"path": self.path(identity), "method": self.method, **body, **changes}


def routes(app: Flask) -> list[Route]:
    """Every route; DELETE last, for one of them ends the session."""
    all_routes = [
        Route(method, rule.rule, is_page=rule.endpoint.startswith(("web.", "review.")))
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"OPTIONS"}
    ]
    return sorted(all_routes, key=lambda route: (route.method == "DELETE", route.rule, route.method))


def methods_by_rule(every: Iterable[Route]) -> dict[str, set[str]]:
    """What each address takes."""
    methods: dict[str, set[str]] = {}
    for route in every:
        methods.setdefault(route.rule, set()).add(route.method)
    return methods


def addresses(app: Flask, identity: str = "JOB-1") -> list[tuple[str, str]]:
    """Method and path of every route, without HEAD; every id in it is this one."""
    return [(route.method, route.path(identity)) for route in routes(app) if route.method != "HEAD"]
