"""Running `flask agentos check` as a deployer does, and what must hold of every run."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import KEYS
from tests.portal_server import PortalServer

MOST_CALLS = 20
READS = {
    "branches": "company/branches/",
    "status_types": "jobs/statusTypes/",
    "contractors": r"contractors/BR-\d+/",
    "jobs": r"jobs/BR-\d+/",
    "contractor": r"contractors/[^/]+$",
    "job": r"jobs/JOB-\d+$",
    "staff": "contacts/staff/",
    "tenant": "contacts/tenants/",
    "property": "properties/",
    "historical": "statements/historical/",
    "pending": "statements/pending/",
    "invoices": r"contractors/[^/]+/invoices/",
}
"""Where each reading call is made."""
WRITES = {"set_status", "submit_invoice", "add_note"}
WORDS = {"Status", "StatusOID", "Name"}
"""What an agency configures, and so may stand in a report: status words, and its branches' ids (an OID)."""


@dataclass
class Checked:
    """One run: its exit status, what it printed, what it said meanwhile, the seconds it took, AgentOS's log of it."""

    status: int
    text: str
    told: str
    seconds: float
    calls: list[dict[str, Any]]

    @property
    def findings(self) -> dict[str, dict[str, Any]]:
        """Of the one agency of a run with --json, by their names."""
        (agency,) = json.loads(self.text)["agencies"]
        return {finding["check"]: finding for finding in agency["findings"]}

    def outcomes(self, *outcomes: str) -> dict[str, str]:
        """What each finding with such an outcome says."""
        return {name: each["says"] for name, each in self.findings.items() if each["outcome"] in outcomes}


def run(portal_server: PortalServer, *arguments: str) -> Checked:
    """The command. Whatever AgentOS does, it changes nothing, stays short and tells nothing of anybody."""
    portal_server.simulator.control("DELETE", "calls")
    began = portal_server.clock.boot()
    result = portal_server.app.test_cli_runner().invoke(args=["agentos", "check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    calls = portal_server.simulator.calls()
    assert {call["method"] for call in calls} <= {"GET"}
    assert not any(call["key_in_url"] for call in calls)
    for agency in portal_server.config.agencies:
        assert len([call for call in calls if f"/{agency}/" in call["path"]]) <= MOST_CALLS
    shown = result.output
    assert [secret for secret in (*KEYS.values(), "SECRET-", "0.00077") if secret in shown] == []
    asked_about = set(arguments) & portal_server.config.agencies.keys() or portal_server.config.agencies
    held = {text for agency in asked_about for text in texts(portal_server.simulator.state(agency))}
    assert [text for text in held if text in shown] == []
    seconds = portal_server.clock.boot() - began
    portal_server.advance_clock(61)  # the next one has its slots back
    return Checked(result.exit_code, result.stdout, result.stderr, seconds, calls)


def check(portal_server: PortalServer, agency: str = "acme") -> Checked:
    """One agency, for machines: its exit status fits its findings, and every call and no other stands there."""
    checked = run(portal_server, "--agency", agency, "--json")
    assert checked.status == bool(checked.outcomes("failed")), checked.text
    assert READS.keys() | WRITES | {"connection", "key"} <= checked.findings.keys()
    not_tried = checked.outcomes("not tried")
    assert {not_tried[name] for name in WRITES} <= {"it would change something", "switched off by not_offered"}
    return checked


def texts(held: Any, name: str = "") -> Iterator[str]:
    """Every text that an agency's AgentOS holds of anybody or anything."""
    if isinstance(held, dict):
        for key, value in held.items():
            yield from texts(value, key)
    elif isinstance(held, list):
        for value in held:
            yield from texts(value, name)
    elif isinstance(held, str) and len(held) > 4 and name not in WORDS and not held.startswith("BR-"):
        yield held


def with_agency(folder: Path, *lines: str) -> str:
    """An AGENCIES_FILE in `folder` with acme alone and these lines."""
    path = folder / "agencies.toml"
    head = ("[agencies.acme]", 'name = "Acme Lettings"', 'api_key_env = "AGENTOS_API_KEY_ACME"')
    path.write_text("\n".join((*head, *lines)), "utf-8")
    return str(path)
