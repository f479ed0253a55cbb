"""What a check says of a failure, and which line of the configuration it says to change."""

from collections.abc import Sequence

from app.agentos.endpoints import ENDPOINTS
from app.agentos.errors import (
    AgentOSError,
    Busy,
    NotFound,
    OperationRests,
    RateLimited,
    Rejected,
    TimedOut,
    Unreachable,
)
from app.agentos_check.calls import Line
from app.agentos_check.report import Finding
from app.domain.account import Branch
from app.domain.agency import Agency

_BASE_URL = "AGENTOS_BASE_URL"


def sentence(agency: Agency, operation: str, error: AgentOSError) -> str:
    """What went wrong; of an assumed call also where it was asked for, to be copied and mended."""
    said = str(error).removeprefix(f"{operation}: ")
    if isinstance(error, NotFound):
        said = "answers 404, not found"
    elif isinstance(error, OperationRests):
        said = f"answers 403 while other calls are answered; {said}"
    elif isinstance(error, RateLimited):
        said = f"answers 403 or 429; {said}"
    elif isinstance(error, Rejected) and error.status == 401:
        said += ": the key, or a tier that is not open to it"
    endpoint = ENDPOINTS[operation]
    return said if endpoint.documented else f"{said}, at {agency.agentos_paths.get(operation, endpoint.path)}"


def changes(agency: Agency, operation: str, error: AgentOSError) -> tuple[str, ...]:
    """What might help against it. Only an assumed call can be told to be elsewhere, or not at all."""
    endpoint = ENDPOINTS[operation]
    table = f"agencies.{agency.short_name}"
    if isinstance(error, RateLimited) and not isinstance(error, OperationRests):
        return (f"[{table}] budget = … lower, if other software uses the same key",)
    if endpoint.documented or isinstance(error, Unreachable | TimedOut | Busy):
        return ()
    switched_off = ", ".join(f'"{each}"' for each in (*agency.not_offered, endpoint.offer))
    return (
        f'[{table}.agentos_paths] {operation} = "…", if the call is elsewhere',
        f"[{table}] not_offered = [{switched_off}], if there is none",
    )


def connection(line: Line) -> Finding:
    """Whether AgentOS can be reached at all, from all calls together."""
    if line.answered:
        tls = "TLS holds" if line.uses_tls else "no TLS is asked for"
        return Finding(check="connection", outcome="ok", says=f"its name resolves, {tls}, it answers")
    if isinstance(line.first, Busy):
        return Finding(check="connection", outcome="failed", says="not one call of the budget came free")
    says = str(line.first).partition(": ")[2]
    change = (_BASE_URL, "AGENTOS_READ_TIMEOUT_S, if it is slow") if isinstance(line.first, TimedOut) else (_BASE_URL,)
    return Finding(check="connection", outcome="failed", says=says, change=change)


def budget(warnings: Sequence[str], agency: Agency) -> Finding:
    """That AgentOS or people cannot live with how many calls may be made; `warnings` are the budget's own."""
    change = (f"AGENTOS_BUDGET, AGENTOS_WORKER_SHARE, or [agencies.{agency.short_name}] budget = …",)
    return Finding(check="setting.budget", outcome="warning", says="; ".join(warnings), change=change)


def office(agency: Agency, branches: Sequence[Branch]) -> Finding | None:
    """That nobody can be asked to check a submission by hand: there is no `office_email`, and a branch has no address.

    `branches` are those that take part, as far as they could be read. None if there is somebody everywhere.
    """
    without = [branch for branch in branches if not branch.emails]
    if agency.office_email or not without:
        return None
    return Finding(
        check="setting.office_email",
        outcome="warning",
        says=f"no address for manual review: it is not set, and {len(without)} of the branches have no e-mail address",
        change=(f'[agencies.{agency.short_name}] office_email = "…"',),
    )


def recognition(kind: str) -> Finding:
    """That the portal did not find its own submission of a kind again in AgentOS's list."""
    return Finding(
        check=f"recognition.{kind}",
        outcome="warning",
        says=f"the portal did not find its last {kind} again in AgentOS, which may store {kind}s otherwise than they "
        "are sent; each one in doubt goes to manual review instead of being sent again",
    )


def key(line: Line, agency: Agency) -> Finding:
    """Whether AgentOS takes the key, from all calls together."""
    table = f"[agencies.{agency.short_name}]"
    if line.accepted:
        return Finding(check="key", outcome="ok", says="accepted")
    if line.refused:
        return Finding(
            check="key",
            outcome="failed",
            says="refused with 401: wrong key, wrong header, wrong agency, or no tier is open to it",
            change=(
                f"the variable that api_key_env in {table} names",
                "AGENTOS_KEY_HEADER",
                f"the name of the table {table}, which must be the short name",
            ),
        )
    if isinstance(line.first, RateLimited):
        says = "it rests: AgentOS answers 403 or 429"
        return Finding(check="key", outcome="failed", says=says, change=changes(agency, "branches", line.first))
    if line.answered:
        says = "nothing that answers there answers as AgentOS does"
        return Finding(check="key", outcome="failed", says=says, change=(_BASE_URL,))
    return Finding(check="key", outcome="not tried", says="AgentOS was not reached")
