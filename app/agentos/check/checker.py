"""The check of an agency's AgentOS: it makes every read call once, and compares the configuration with the responses.

It requests a short page of each list, and takes the ids for later calls from earlier responses. It writes
nothing but the slots of its calls.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from app.agentos import responses
from app.agentos.budget import Budget
from app.agentos.check.advice import budget, changes, connection, key, office, recognition, sentence
from app.agentos.check.calls import MOST_UNANSWERED, CheckCalls, Progress
from app.agentos.check.report import Finding, Outcome, Report
from app.agentos.check.sample import Sample, sample
from app.agentos.endpoints import ENDPOINTS
from app.agentos.errors import AgentOSError, Malformed, NotFound
from app.agentos.records import Kind
from app.agentos.transport import Transport
from app.domain.account import Branch, Contractor
from app.domain.agency import Agency
from app.domain.clock import Clock
from app.domain.job import Job, StatusType
from app.domain.job_status import JobStatuses

SAMPLE_ROWS = 100
"""Rows per page: enough to see every field, with little load for AgentOS."""
MOST_NAMED = 20
"""A sentence about an unknown branch or status lists at most so many known branches or statuses."""
TRIES = 2
"""Most ids with which a call is tried, while AgentOS does not find an id or returns an empty list."""
INDISPENSABLE = {"branches", "status_types"}
"""Lists that every agency has. The portal treats an empty list as a failure."""
DISPENSABLE = {"staff", "property"}
"""Records to which jobs refer. AgentOS responds 404 if they are archived; the portal can do without them."""
SWITCHED_OFF = "switched off by not_offered"
WRITES = "it would change something"

T = TypeVar("T")


@dataclass(frozen=True)
class Checker:
    """Checks agencies. `unrecognised` returns kinds of submissions that the portal did not recognise at an agency."""

    transport: Transport
    budget: Budget
    clock: Clock
    unrecognised: Callable[[str], Sequence[str]]

    def check(self, agency: Agency, progress: Progress) -> Report:
        """Return the report on `agency`. `progress` is called with a sentence before any long wait."""
        warnings = self.budget.warnings(agency)
        findings = [budget(warnings, agency)] if warnings else []
        findings += [recognition(kind) for kind in self.unrecognised(agency.short_name)]
        return _Check(agency, CheckCalls(self.transport, self.budget, self.clock, agency, progress), findings).report()


@dataclass
class _Check:
    _agency: Agency
    _calls: CheckCalls
    _findings: list[Finding]
    _any_job: bool = False

    def report(self) -> Report:
        """Make the calls, and return the report."""
        branches = self._read("branches", responses.BRANCH)
        if branches and branches.sent:
            self._compare_branches(branches)
        status_types = self._read("status_types", responses.STATUS_TYPE)
        if status_types and status_types.sent:
            self._compare_words(status_types)
        chosen = self._agency.branches
        taking_part = [
            branch for branch in (branches.rows if branches else ()) if not chosen or branch.branch_id in chosen
        ]
        if finding := office(self._agency, taking_part):
            self._findings.append(finding)
        branch_ids = [branch.branch_id for branch in taking_part] if branches else None
        contractors = self._read("contractors", responses.CONTRACTOR, "branch", branch_ids)
        jobs = self._read("jobs", responses.JOB, "branch", branch_ids)
        known = contractors.rows if contractors else ()
        listed = jobs.rows if jobs else ()
        self._any_job = bool(listed)
        people = _people(known, listed) if contractors or jobs else None

        def of_jobs(ids: Iterable[str | None]) -> list[str] | None:
            return [each for each in dict.fromkeys(ids) if each] if jobs else None

        self._read("contractor", responses.CONTRACTOR, "contractor", people)
        self._read("job", responses.JOB, "job", of_jobs(job.job_id for job in listed))
        self._read("staff", responses.STAFF, "staff", of_jobs(job.staff_id for job in listed))
        self._read("property", responses.PROPERTY, "property", of_jobs(job.property_id for job in listed))
        for operation in ("historical", "pending"):
            self._read(operation, responses.STATEMENT, "contractor", people)
        self._read("invoices", responses.INVOICE, "contractor", people)
        for operation, endpoint in ENDPOINTS.items():
            if endpoint.method != "GET":
                self._note_untried(operation, WRITES)
        general = (connection(self._calls), key(self._calls, self._agency))
        cause = next((finding.check for finding in general if finding.outcome == "failed"), None)
        return Report(
            agency=self._agency.short_name,
            base_url=self._calls.base_url,
            calls=self._calls.calls,
            findings=(*general, *(_because_of(cause, finding) if cause else finding for finding in self._findings)),
        )

    def _read(self, operation: str, kind: Kind[T], noun: str = "", ids: Sequence[str] | None = ()) -> Sample[T] | None:
        """Make a call, with one of the `ids` if it needs the id of a `noun`. Return None if there was no response.

        `ids` is None if the portal could not fetch or read the response with the ids.
        """
        offer = ENDPOINTS[operation].offer
        if offer and not self._agency.offers(offer):
            self._note_untried(operation, SWITCHED_OFF)
        elif ids is None:
            self._note_untried(operation, f"it needs a {noun}, and none could be read")
        elif noun and not ids:
            unnamed = self._any_job and noun in DISPENSABLE
            says = f"the jobs read name no {noun} by id" if unnamed else f"no {noun} found"
            self._note_untried(operation, says)
        elif self._calls.unanswered >= MOST_UNANSWERED:
            self._note_untried(operation, "AgentOS has not answered several times in a row")
        else:
            return self._try(operation, kind, [{f"{noun}_id": each} for each in ids[:TRIES]] if noun else [{}])
        return None

    def _try(self, operation: str, kind: Kind[T], places: list[dict[str, str]]) -> Sample[T] | None:
        """Make the call with one id after another, until a response has rows."""
        rows: Sample[T] | None = None
        for place in places:
            try:
                rows, finding = self._ask(operation, kind, place)
            except AgentOSError as error:
                finding = self._failure(operation, error)
                if not isinstance(error, NotFound):
                    break
            else:
                if rows.sent:
                    break
        self._findings.append(finding)
        return rows

    def _ask(self, operation: str, kind: Kind[T], place: dict[str, str]) -> tuple[Sample[T], Finding]:
        """Make a call, and return its rows and the finding. Raise AgentOSError."""
        if "{count}" not in ENDPOINTS[operation].path:
            record: Sample[T] = self._calls.ask(operation, lambda value: _record(kind, value, *place.values()), **place)
            return record, _finding(operation, record, "answers", [])
        rows: Sample[T]
        rows, total = self._calls.ask(operation, lambda value: _page(kind, value), offset=0, count=SAMPLE_ROWS, **place)
        warnings = []
        if rows.sent != min(rows.sent if total is None else total, SAMPLE_ROWS):
            warnings.append("not as many rows as Count, or the count asked for, says")
        if not rows.sent:
            warnings.append("a key short of rights may get an empty list in place of an error")
        says = "answers with 1 row" if rows.sent == 1 else f"answers with {rows.sent} rows"
        if rows.at_fault:
            how_many = f"{rows.unreadable} of them" if rows.unreadable else "in parts"
            says += f", {how_many} unreadable ({', '.join(rows.at_fault)})"
        return rows, _finding(operation, rows, says, warnings)

    def _failure(self, operation: str, error: AgentOSError) -> Finding:
        is_archived = isinstance(error, NotFound) and operation in DISPENSABLE
        return Finding(
            check=operation,
            outcome="warning" if is_archived else "failed",
            says=sentence(self._agency, operation, error) + (", as an archived one is" if is_archived else ""),
            documented=ENDPOINTS[operation].documented,
            change=changes(self._agency, operation, error),
        )

    def _note_untried(self, operation: str, says: str) -> None:
        documented = ENDPOINTS[operation].documented
        self._findings.append(Finding(check=operation, outcome="not tried", says=says, documented=documented))

    def _compare_branches(self, branches: Sample[Branch]) -> None:
        if not self._agency.branches:
            return
        there = [branch.branch_id for branch in branches.rows]
        unknown = [branch_id for branch_id in self._agency.branches if branch_id not in there]
        self._compare("branches", "branch", unknown, there, whole=branches.sent < SAMPLE_ROWS, written=True)

    def _compare_words(self, status_types: Sample[StatusType]) -> None:
        statuses = JobStatuses(self._agency, status_types.rows)
        there = [status.name for status in status_types.rows]
        whole = status_types.sent < SAMPLE_ROWS
        for setting in statuses.SETTINGS:
            written = setting in self._agency.written
            self._compare(setting, "status", statuses.lacking(setting), there, whole=whole, written=written)

    def _compare(
        self, setting: str, noun: str, unknown: list[str], there: list[str], *, whole: bool, written: bool
    ) -> None:
        """Add a finding on a setting with these `unknown` names. Unknown defaults only warn: they may be unused."""
        check = f"setting.{setting}"
        if not unknown:
            self._findings.append(Finding(check=check, outcome="ok", says="AgentOS has what it names"))
            return
        says = f"AgentOS has no {noun} {_quoted(unknown)}" + ("" if whole else f" among its first {SAMPLE_ROWS}")
        says += ("" if written else ", the default") + f"; it has {_quoted(there[:MOST_NAMED])}"
        outcome: Outcome = "failed" if whole and written else "warning"
        change = (f"[agencies.{self._agency.short_name}] {setting} = …",)
        self._findings.append(Finding(check=check, outcome=outcome, says=says, change=change))


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _because_of(cause: str, finding: Finding) -> Finding:
    """Return the finding. If the call failed or was not possible, return a finding that blames `cause` instead."""
    if finding.outcome not in ("failed", "not tried") or finding.says in (SWITCHED_OFF, WRITES):
        return finding
    says = f"nothing can be read without the {cause}"
    return Finding(check=finding.check, outcome="not tried", says=says, documented=finding.documented)


def _record(kind: Kind[T], value: Any, identity: str) -> Sample[T]:
    """Return a sample of one record. Raise Malformed if it is unreadable or has another id."""
    responses.record(kind, value)
    if responses.own_id(value) != identity:
        raise Malformed("another record than the one asked for")
    return sample(kind, [value])


def _page(kind: Kind[T], value: Any) -> tuple[Sample[T], int | None]:
    """Return a page's rows and the list's length. Raise Malformed if all rows are unreadable."""
    sent, total = responses.unwrapped(value)
    rows = sample(kind, sent)
    if sent and not rows.rows:
        raise Malformed(f"a list without a readable row ({', '.join(rows.at_fault)})")
    return rows, total


def _finding(operation: str, rows: Sample[Any], says: str, warnings: list[str]) -> Finding:
    outcome: Outcome = "warning" if warnings or rows.at_fault or rows.never_came else "ok"
    return Finding(
        check=operation,
        outcome="failed" if operation in INDISPENSABLE and not rows.sent else outcome,
        says="; ".join([says, *warnings]),
        documented=ENDPOINTS[operation].documented,
        rows=rows.sent,
        unreadable=rows.unreadable,
        never_came=rows.never_came,
        always_empty=rows.always_empty,
    )


def _people(known: Iterable[Contractor], jobs: Iterable[Job]) -> list[str]:
    """Return the ids of unarchived contractors: listed contractors first, and the most jobs first within each group."""
    archived = {contractor.contractor_id: contractor.archived for contractor in known}
    busy = Counter(job.contractor_id for job in jobs if job.contractor_id)
    ids = [contractor_id for contractor_id in dict.fromkeys([*archived, *busy]) if not archived.get(contractor_id)]
    return sorted(ids, key=lambda contractor_id: (contractor_id not in archived, -busy[contractor_id]))
