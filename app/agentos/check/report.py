"""The report of a check of AgentOS, as a table and as JSON.

A report contains names of fields and settings, and words of the configuration, but none of AgentOS's text.
"""

import json
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

WIDTH = 100

Outcome = Literal["ok", "warning", "failed", "not tried"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A line of a report.

    `check` is an operation, "setting." with a setting, "recognition." with a kind, "connection" or "key". `documented`
    is None if the check is not a call. `never_came` lists fields that no row had, `always_empty` fields without a value
    in any row, and `change` the lines of the configuration to change.
    """

    check: str
    outcome: Outcome
    says: str
    documented: bool | None = None
    rows: int | None = None
    unreadable: int | None = None
    never_came: tuple[str, ...] = ()
    always_empty: tuple[str, ...] = ()
    change: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """The report on an agency. `base_url` is AgentOS's address, and `calls` the number of calls made."""

    agency: str
    base_url: str
    calls: int
    findings: tuple[Finding, ...]

    @property
    def failed(self) -> bool:
        """True if any finding is a failure; warnings are not failures."""
        return self.count("failed") > 0

    def count(self, outcome: Outcome) -> int:
        """Return the number of findings with this outcome."""
        return sum(finding.outcome == outcome for finding in self.findings)


def as_json(reports: Sequence[Report], faults: Sequence[str] = ()) -> str:
    """Return a JSON document. `faults` say why no check was possible."""
    agencies = [{"ok": not report.failed, **asdict(report)} for report in reports]
    ok = not faults and not any(report.failed for report in reports)
    return json.dumps({"ok": ok, "faults": faults, "agencies": agencies}, indent=2)


def as_table(reports: Sequence[Report]) -> str:
    """Return plain text with a table for each agency."""
    return "\n\n".join("\n".join(_table(report)) for report in reports)


def _table(report: Report) -> Iterator[str]:
    yield f"{report.agency}: {_counted(report.calls, 'call')} of AgentOS at {report.base_url}, nothing changed there"
    column = max(len(_name(finding)) for finding in report.findings)
    for finding in report.findings:
        outcome = "FAILED" if finding.outcome == "failed" else finding.outcome
        head = f"  {outcome:<9}  {_name(finding):<{column}}  "
        first, *more = _lines(finding, WIDTH - len(head))
        yield head + first
        yield from (" " * len(head) + line for line in more)
    if any(finding.documented is False for finding in report.findings):
        yield "  * assumed: not among the calls that AgentOS documents"
    failed, warned = report.count("failed"), report.count("warning")
    yield f"  {failed} failed, {_counted(warned, 'warning')}" if failed or warned else "  All is well."


def _name(finding: Finding) -> str:
    return finding.check + ("*" if finding.documented is False else "")


def _lines(finding: Finding, width: int) -> list[str]:
    texts = [finding.says]
    if finding.never_came:
        texts.append(f"never came: {', '.join(finding.never_came)}")
    if finding.always_empty:
        texts.append(f"empty in every row: {', '.join(finding.always_empty)}")
    texts += [f"change: {place}" for place in finding.change]
    return [line for text in texts for line in textwrap.wrap(text, width, break_long_words=False)]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
