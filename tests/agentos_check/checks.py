"""Runs of `flask agentos check`, with checks that apply to every run."""

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
    "property": "properties/",
    "historical": "statements/historical/",
    "pending": "statements/pending/",
    "invoices": r"contractors/[^/]+/invoices/",
}
"""The path of each call that reads."""
WRITES = {"set_status", "submit_invoice", "add_note"}
WORDS = {"Status", "StatusOID", "Name"}
"""The fields of an agency's configuration: status words and ids of branches. A report may contain them."""


@dataclass
class Checked:
    """A run with its exit status, output, messages, duration in seconds, and AgentOS's log."""

    status: int
    text: str
    stderr: str
    seconds: float
    calls: list[dict[str, Any]]

    @property
    def findings(self) -> dict[str, dict[str, Any]]:
        """Return the findings of a run with --json for a single agency, by name."""
        (agency,) = json.loads(self.text)["agencies"]
        return {finding["check"]: finding for finding in agency["findings"]}

    def outcomes(self, *outcomes: str) -> dict[str, str]:
        """Return the text of each finding with one of these outcomes, by name."""
        return {name: each["says"] for name, each in self.findings.items() if each["outcome"] in outcomes}


def run(portal_server: PortalServer, *arguments: str) -> Checked:
    """Run the command. In every case it changes nothing, makes few calls, and prints no secrets or personal data."""
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
    values = {text for agency in asked_about for text in texts(portal_server.simulator.state(agency))}
    assert [text for text in values if text in shown] == []
    seconds = portal_server.clock.boot() - began
    portal_server.advance_clock(61)  # until the next run, all slots are free again
    return Checked(result.exit_code, result.stdout, result.stderr, seconds, calls)


def check(portal_server: PortalServer, agency: str = "acme") -> Checked:
    """Check one agency with --json. The exit status agrees with the findings, and every call has a finding."""
    checked = run(portal_server, "--agency", agency, "--json")
    assert checked.status == bool(checked.outcomes("failed")), checked.text
    assert READS.keys() | WRITES | {"connection", "key"} <= checked.findings.keys()
    not_tried = checked.outcomes("not tried")
    assert {not_tried[name] for name in WRITES} <= {"it would change something", "switched off by not_offered"}
    return checked


def texts(stored: Any, name: str = "") -> Iterator[str]:
    """Yield every text that an agency's AgentOS stores about people or records."""
    if isinstance(stored, dict):
        for key, value in stored.items():
            yield from texts(value, key)
    elif isinstance(stored, list):
        for value in stored:
            yield from texts(value, name)
    elif isinstance(stored, str) and len(stored) > 4 and name not in WORDS and not stored.startswith("BR-"):
        yield stored


def with_agency(folder: Path, *lines: str) -> str:
    """Write an AGENCIES_FILE in `folder` that has only acme and these lines, and return its path."""
    path = folder / "agencies.toml"
    head = ("[agencies.acme]", 'name = "Acme Lettings"', 'api_key_env = "AGENTOS_API_KEY_ACME"')
    path.write_text("\n".join((*head, *lines)), "utf-8")
    return str(path)
