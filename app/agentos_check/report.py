"""What a check of AgentOS found, and how people and machines read it.

Names of fields and settings stand here, and the words of the configuration; nothing that AgentOS said.
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
    """One line of a check.

    `check` is a call's operation name, "setting." and a setting's, "connection" or "key"; `documented` is None for what
    is no call. `never_came` and `always_empty` are fields that no row had, or none had a value in, `change` what to
    change where.
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
    """One agency's check; `base_url` is where AgentOS was sought, `calls` how many calls were made."""

    agency: str
    base_url: str
    calls: int
    findings: tuple[Finding, ...]

    @property
    def failed(self) -> bool:
        """Whether anything did; warnings are no failures."""
        return self.count("failed") > 0

    def count(self, outcome: Outcome) -> int:
        """How many findings came out so."""
        return sum(finding.outcome == outcome for finding in self.findings)


def as_json(reports: Sequence[Report], faults: Sequence[str] = ()) -> str:
    """One JSON document; `faults` are why there could be no check."""
    agencies = [{"ok": not report.failed, **asdict(report)} for report in reports]
    ok = not faults and not any(report.failed for report in reports)
    return json.dumps({"ok": ok, "faults": faults, "agencies": agencies}, indent=2)


def as_table(reports: Sequence[Report]) -> str:
    """Plain text, a table an agency."""
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
    told = [finding.says]
    if finding.never_came:
        told.append(f"never came: {', '.join(finding.never_came)}")
    if finding.always_empty:
        told.append(f"empty in every row: {', '.join(finding.always_empty)}")
    told += [f"change: {place}" for place in finding.change]
    return [line for each in told for line in textwrap.wrap(each, width, break_long_words=False)]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
