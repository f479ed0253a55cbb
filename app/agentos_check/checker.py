"""What a deployer runs on day one: every reading call of AgentOS once, and whether the configuration fits the answers.

It asks for one short page of a list, and takes the ids for the next calls from what came. Nothing is written.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from app.agentos import parse
from app.agentos.budget import Budget
from app.agentos.endpoints import ENDPOINTS
from app.agentos.errors import AgentOSError, Malformed, NotFound
from app.agentos.parse import Kind
from app.agentos.transport import Transport
from app.agentos.upstream_fields import Reference
from app.agentos_check.advice import budget, changes, connection, key, office, recognition, sentence
from app.agentos_check.calls import Line, Tell
from app.agentos_check.report import Finding, Outcome, Report
from app.agentos_check.sample import RECORD, Sample, sample
from app.domain.account import Branch, Contractor
from app.domain.agency import Agency
from app.domain.clock import Clock
from app.domain.job import Job, StatusType
from app.domain.words import JobStatuses

SAMPLE_ROWS = 100
"""Rows asked for of a list: enough to see every field, and no load on anybody."""
MOST_NAMED = 20
"""Of what there is, where a setting names something else."""
TRIES = 2
"""With how many ids a call is tried, where the first is not found or has an empty list."""
INDISPENSABLE = {"branches", "status_types"}
"""No agency is without these: the portal takes an empty list of them for a failure."""
DISPENSABLE = {"staff", "tenant", "property"}
"""Named by jobs. An archived one answers 404, and the portal does without it."""
SWITCHED_OFF = "switched off by not_offered"
WRITES = "it would change something"

T = TypeVar("T")


class Checker:
    """Checks agencies, one after the other.

    `unrecognised` returns the kinds of submissions that the portal does not find again at an agency, by its short name.
    """

    def __init__(
        self, transport: Transport, budget: Budget, clock: Clock, unrecognised: Callable[[str], Sequence[str]]
    ) -> None:
        self._transport = transport
        self._budget = budget
        self._clock = clock
        self._unrecognised = unrecognised

    def check(self, agency: Agency, tell: Tell) -> Report:
        """Everything there is to find out about `agency`. `tell` is called with a sentence before any long wait."""
        line = Line(self._transport, self._budget, self._clock, agency, tell)
        warnings = self._budget.warnings(agency)
        findings = [budget(warnings, agency)] if warnings else []
        findings += [recognition(kind) for kind in self._unrecognised(agency.short_name)]
        return _Check(agency, line, findings).report()


class _Check:
    def __init__(self, agency: Agency, line: Line, findings: Sequence[Finding]) -> None:
        self._agency = agency
        self._line = line
        self._findings = [*findings]
        self._any_job = False

    def report(self) -> Report:
        """Make the calls; each notes what was found."""
        branches = self._read("branches", parse.BRANCH)
        if branches and branches.sent:
            self._compare_branches(branches)
        status_types = self._read("status_types", parse.STATUS_TYPE)
        if status_types and status_types.sent:
            self._compare_words(status_types)
        ours = self._ours(branches.rows) if branches else None
        taking_part = [branch for branch in (branches.rows if branches else ()) if branch.branch_id in (ours or ())]
        if finding := office(self._agency, taking_part):
            self._findings.append(finding)
        contractors = self._read("contractors", parse.CONTRACTOR, "branch", ours)
        jobs = self._read("jobs", parse.JOB, "branch", ours)
        known = contractors.rows if contractors else ()
        listed = jobs.rows if jobs else ()
        self._any_job = bool(listed)
        people = _people(known, listed) if contractors or jobs else None

        def of_jobs(ids: Iterable[str | None]) -> list[str] | None:
            return _distinct(ids) if jobs else None

        self._read("contractor", parse.CONTRACTOR, "contractor", people)
        self._read("job", parse.JOB, "job", of_jobs(job.job_id for job in listed))
        self._read("staff", parse.STAFF, "staff", of_jobs(job.staff_id for job in listed))
        self._read("tenant", RECORD, "tenant", of_jobs(_tenants(jobs.raw) if jobs else ()))
        self._read("property", parse.PROPERTY, "property", of_jobs(job.property_id for job in listed))
        for operation in ("historical", "pending"):
            self._read(operation, parse.STATEMENT, "contractor", people)
        self._read("invoices", parse.INVOICE, "contractor", people)
        for operation, endpoint in ENDPOINTS.items():
            if endpoint.method != "GET":
                self._note_call(operation, "not tried", WRITES)
        about = (connection(self._line), key(self._line, self._agency))
        cause = next((each.check for each in about if each.outcome == "failed"), None)
        return Report(
            agency=self._agency.short_name,
            base_url=self._line.base_url,
            calls=self._line.calls,
            findings=(*about, *(_because_of(cause, each) if cause else each for each in self._findings)),
        )

    def _read(self, operation: str, kind: Kind[T], noun: str = "", ids: Sequence[str] | None = ()) -> Sample[T] | None:
        """Make one call, for one of the `ids` where it needs that of a `noun`. None if it told nothing.

        `ids` is None where they could not be read.
        """
        offer = ENDPOINTS[operation].offer
        if offer and not self._agency.offers(offer):
            self._note_call(operation, "not tried", SWITCHED_OFF)
        elif ids is None:
            self._note_call(operation, "not tried", f"it needs a {noun}, and none could be read")
        elif noun and not ids:
            unnamed = self._any_job and noun in DISPENSABLE
            says = f"the jobs read name no {noun} by id" if unnamed else f"no {noun} found"
            self._note_call(operation, "not tried", says)
        elif self._line.silent:
            self._note_call(operation, "not tried", "AgentOS has not answered several times in a row")
        else:
            return self._try(operation, kind, [{f"{noun}_id": each} for each in ids[:TRIES]] if noun else [{}])
        return None

    def _try(self, operation: str, kind: Kind[T], places: list[dict[str, str]]) -> Sample[T] | None:
        """Make the call with one id after the other, until one tells something."""
        found: Sample[T] | None = None
        for place in places:
            try:
                found, finding = self._ask(operation, kind, place)
            except AgentOSError as error:
                finding = self._failure(operation, error)
                if not isinstance(error, NotFound):
                    break
            else:
                if found.sent:
                    break
        self._findings.append(finding)
        return found

    def _ask(self, operation: str, kind: Kind[T], place: dict[str, str]) -> tuple[Sample[T], Finding]:
        """One call, and what its answer tells. Raises any AgentOSError."""
        if "{count}" not in ENDPOINTS[operation].path:
            one: Sample[T] = self._line.ask(operation, lambda value: _one(kind, value, *place.values()), **place)
            return one, _finding(operation, one, "answers", [])
        found: Sample[T]
        found, total = self._line.ask(
            operation, lambda value: _several(kind, value), offset=0, count=SAMPLE_ROWS, **place
        )
        warnings = []
        if found.sent != min(found.sent if total is None else total, SAMPLE_ROWS):
            warnings.append("not as many rows as Count, or the count asked for, says")
        if not found.sent:
            warnings.append("a key short of rights may get an empty list in place of an error")
        says = "answers with 1 row" if found.sent == 1 else f"answers with {found.sent} rows"
        if found.at_fault:
            how_many = f"{found.unreadable} of them" if found.unreadable else "in parts"
            says += f", {how_many} unreadable ({', '.join(found.at_fault)})"
        return found, _finding(operation, found, says, warnings)

    def _failure(self, operation: str, error: AgentOSError) -> Finding:
        spared = isinstance(error, NotFound) and operation in DISPENSABLE
        return Finding(
            check=operation,
            outcome="warning" if spared else "failed",
            says=sentence(self._agency, operation, error) + (", as an archived one is" if spared else ""),
            documented=ENDPOINTS[operation].documented,
            change=changes(self._agency, operation, error),
        )

    def _note_call(self, operation: str, outcome: Outcome, says: str) -> None:
        documented = ENDPOINTS[operation].documented
        self._findings.append(Finding(check=operation, outcome=outcome, says=says, documented=documented))

    def _compare_branches(self, branches: Sample[Branch]) -> None:
        if not self._agency.branches:
            return
        there = [branch.branch_id for branch in branches.rows]
        unknown = [f'"{branch_id}"' for branch_id in self._agency.branches if branch_id not in there]
        self._compare("branches", "branch", unknown, there, whole=branches.sent < SAMPLE_ROWS, written=True)

    def _compare_words(self, status_types: Sample[StatusType]) -> None:
        lacking: dict[str, list[str]] = {setting: [] for setting in JobStatuses.SETTINGS}
        for setting, word in JobStatuses(self._agency, status_types.rows).lacking():
            lacking[setting].append(f'"{word}"')
        for setting, words in lacking.items():
            written = setting in self._agency.written
            whole = status_types.sent < SAMPLE_ROWS
            self._compare(
                setting, "status", words, [row.name for row in status_types.rows], whole=whole, written=written
            )

    def _compare(
        self, setting: str, noun: str, unknown: list[str], there: list[str], *, whole: bool, written: bool
    ) -> None:
        """Whether AgentOS has what a setting names: a default that it lacks may never be needed."""
        where = f"[agencies.{self._agency.short_name}] {setting} = …"
        check = f"setting.{setting}"
        if not unknown:
            self._findings.append(Finding(check=check, outcome="ok", says="AgentOS has what it names"))
            return
        says = f"AgentOS has no {noun} {', '.join(unknown)}" + ("" if whole else f" among its first {SAMPLE_ROWS}")
        known = "; it has " + ", ".join(f'"{one}"' for one in there[:MOST_NAMED])
        outcome: Outcome = "failed" if whole and written else "warning"
        self._findings.append(
            Finding(
                check=check,
                outcome=outcome,
                says=(says if written else f"{says}, the default") + known,
                change=(where,),
            )
        )

    def _ours(self, branches: Iterable[Branch]) -> list[str]:
        """The branches that take part."""
        wanted = self._agency.branches
        return [branch.branch_id for branch in branches if not wanted or branch.branch_id in wanted]


def _because_of(cause: str, finding: Finding) -> Finding:
    """A call that failed, or found nothing to ask about, once it is told why all do."""
    if finding.outcome not in ("failed", "not tried") or finding.says in (SWITCHED_OFF, WRITES):
        return finding
    says = f"nothing can be read without the {cause}"
    return Finding(check=finding.check, outcome="not tried", says=says, documented=finding.documented)


def _one(kind: Kind[T], value: Any, identity: str) -> Sample[T]:
    """The record of that id. Raises Malformed."""
    record = parse.record(kind, value)
    if kind.id_of(record) != identity:
        raise Malformed("another record than the one asked for")
    return sample(kind, [value])


def _several(kind: Kind[T], value: Any) -> tuple[Sample[T], int | None]:
    """A page's rows, and how many the list has. Raises Malformed where the portal could read no row."""
    sent, total = parse.unwrapped(value)
    found = sample(kind, sent)
    if sent and not found.rows:
        raise Malformed(f"a list without a readable row ({', '.join(found.at_fault)})")
    return found, total


def _finding(operation: str, found: Sample[Any], says: str, warnings: list[str]) -> Finding:
    outcome: Outcome = "warning" if warnings or found.at_fault or found.never_came else "ok"
    return Finding(
        check=operation,
        outcome="failed" if operation in INDISPENSABLE and not found.sent else outcome,
        says="; ".join([says, *warnings]),
        documented=ENDPOINTS[operation].documented,
        rows=found.sent,
        unreadable=found.unreadable,
        never_came=found.never_came,
        always_empty=found.always_empty,
    )


def _people(known: Iterable[Contractor], jobs: Iterable[Job]) -> list[str]:
    """Contractors worth asking about: the known ones with most jobs first; not the archived, who are not found."""
    archived = {contractor.contractor_id: contractor.archived for contractor in known}
    busy = Counter(job.contractor_id for job in jobs if job.contractor_id)
    found = [one for one in dict.fromkeys([*archived, *busy]) if not archived.get(one)]
    return sorted(found, key=lambda one: (one not in archived, -busy[one]))


def _tenants(jobs: Iterable[dict[str, Any]]) -> Iterator[str | None]:
    """The portal reads no tenant, so its own records name none."""
    reference = Reference("TenantOID")
    return (reference.read(job.get(name)) for job in jobs for name in ("TenantOID", "TenantID"))


def _distinct(ids: Iterable[str | None]) -> list[str]:
    return [each for each in dict.fromkeys(ids) if each]
