"""The table of AgentOS calls, and the search for a request's handler."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

from simulator import reads, writes
from simulator.reads import Call
from simulator.shapes import Answer, Refused
from simulator.writes import Write

Handler = Callable[[Call], Answer | Write]


@dataclass(frozen=True)
class Route:
    """One call: `tier` is the word after /v4/, `path` is the part after the agency's short name."""

    method: str
    tier: str
    path: str
    handler: Handler

    def match(self, segments: list[str]) -> dict[str, str] | None:
        """Return the path's variable parts by name; None if the path does not match."""
        pattern = self.path.split("/")
        if len(pattern) != len(segments):
            return None
        parts: dict[str, str] = {}
        for expected, segment in zip(pattern, segments, strict=True):
            if expected.startswith("{") and segment:
                parts[expected[1:-1]] = segment
            elif expected != segment:
                return None
        return parts


# The first match wins: statusTypes comes before the branch of the same shape.
ROUTES = (
    Route("GET", "maintenance", "company/branches/{offset}/{count}", reads.every("branches", "branches")),
    Route("GET", "maintenance", "contacts/contractors/{branch}/{offset}/{count}", reads.of_branch("contractors")),
    Route("GET", "maintenance", "contacts/contractors/{oid}", reads.single("contractors")),
    Route(
        "GET",
        "maintenance",
        "contacts/contractors/{oid}/statements/historical/{offset}/{count}",
        reads.of_contractor("historical"),
    ),
    Route(
        "GET",
        "maintenance",
        "contacts/contractors/{oid}/statements/pending/{offset}/{count}",
        reads.of_contractor("pending"),
    ),
    Route(
        "GET",
        "maintenance",
        "contacts/contractors/{oid}/invoices/{offset}/{count}",
        reads.of_contractor("invoices"),
    ),
    Route("GET", "maintenance", "contacts/staff/{oid}", reads.single("staff")),
    Route("GET", "maintenance", "contacts/tenants/{oid}", reads.single("tenants")),
    Route("GET", "maintenance", "jobs/statusTypes/{offset}/{count}", reads.every("status_types", "statusTypes")),
    Route("GET", "maintenance", "jobs/{branch}/{offset}/{count}", reads.of_branch("jobs")),
    Route("GET", "maintenance", "jobs/{oid}", reads.job),
    Route("PATCH", "maintenance", "jobs/{oid}", writes.change_status),
    Route("POST", "maintenance", "jobs/{oid}/attachdocument", writes.attach_document),
    Route("POST", "maintenance", "jobs/{oid}/notes", writes.add_note),
    Route("POST", "maintenance", "invoice/submit", writes.submit_invoice),
    Route("GET", "maintenance", "properties/{oid}", reads.single("properties")),
    Route("GET", "advertising", "company/company", reads.company),
    Route("GET", "appointments", "contacts/staff/{offset}/{count}", reads.every("staff", "staff")),
)


def short_name(path: str) -> str | None:
    """Return the agency's short name in a path; None if there is none."""
    segments = _segments(path)
    return segments[2] if len(segments) > 3 and segments[0] == "v4" else None


def find(method: str, path: str) -> tuple[Handler, dict[str, str]]:
    """Return the handler of a request, and the variable parts of its path. Raise Refused with 404 or 405."""
    segments = _segments(path)
    allowed = []
    for route in ROUTES:
        parts = route.match(segments[3:]) if segments[:2] == ["v4", route.tier] else None
        if parts is not None and route.method == method:
            return route.handler, parts
        if parts is not None:
            allowed.append(route.method)
    if allowed:
        raise Refused(405, "Method not allowed", allow=", ".join(dict.fromkeys(allowed)))
    raise Refused(404, "No such path")


def _segments(path: str) -> list[str]:
    return [unquote(each) for each in path.removeprefix("/").split("/")]
