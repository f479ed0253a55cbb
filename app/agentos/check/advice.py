"""Sentences for the failures of a check, and the lines of the configuration to change."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from app.agentos.check.calls import CheckCalls
from app.agentos.check.report import Finding
from app.agentos.endpoints import ENDPOINTS, VENDOR_URL
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
from app.domain.account import Branch
from app.domain.agency import Agency
from app.http_client import WhyUnreachable, certificate_end

_OUTAGE = "nothing, if this has worked before: AgentOS or the network to it is down, so wait and check again"
"""The first advice, because an outage is more likely than a wrong address once the portal is in use."""
_BASE_URL = "AGENTOS_BASE_URL, if this has never worked"
_CERTIFICATE = (
    "EXTRA_CA_FILE, if a proxy of your network replaces certificates (its authority needs keyUsage); or this machine's "
    "clock"
)
_CERTIFICATE_S = 5.0
"""Time-out in seconds for reading an expired certificate."""
_NETWORK = "this machine's name server or firewall, or HTTPS_PROXY if its network needs a proxy"
"""The change if the vendor's own address, which is right, cannot be reached."""


def sentence(agency: Agency, operation: str, error: AgentOSError) -> str:
    """Return a sentence about a failure. If the call is assumed, end with its path, which can be corrected."""
    text = str(error).removeprefix(f"{operation}: ")
    if isinstance(error, NotFound):
        text = "answers 404, not found"
    elif isinstance(error, OperationRests):
        text = f"answers 403 while other calls are answered; {text}"
    elif isinstance(error, RateLimited):
        text = f"answers 403 or 429; {text}"
    elif isinstance(error, Rejected) and error.status == 401:
        text += ": the key, or a tier that is not open to it"
    endpoint = ENDPOINTS[operation]
    return text if endpoint.documented else f"{text}, at {agency.agentos_paths.get(operation, endpoint.path)}"


def changes(agency: Agency, operation: str, error: AgentOSError) -> tuple[str, ...]:
    """Return changes of the configuration that may help. Only assumed calls can be moved or switched off."""
    endpoint = ENDPOINTS[operation]
    table = f"agencies.{agency.short_name}"
    if isinstance(error, RateLimited) and not isinstance(error, OperationRests):
        return (f"[{table}] budget = … lower, if other software uses the same key",)
    if endpoint.documented or isinstance(error, Unreachable | TimedOut | Busy):
        return ()
    switched_off = ", ".join(f'"{offer}"' for offer in (*agency.not_offered, endpoint.offer))
    return (
        f'[{table}.agentos_paths] {operation} = "…", if the call is elsewhere',
        f"[{table}] not_offered = [{switched_off}], if there is none",
    )


def connection(calls: CheckCalls) -> Finding:
    """Return a finding on the connection to AgentOS, judged by all calls."""
    if calls.answered:
        tls = "TLS holds" if calls.base_url.startswith("https:") else "no TLS is asked for"
        return Finding(check="connection", outcome="ok", says=f"its name resolves, {tls}, it answers")
    if isinstance(calls.first_error, Busy):
        return Finding(check="connection", outcome="failed", says="not one call of the budget came free")
    says = str(calls.first_error).partition(": ")[2]
    slow = ("AGENTOS_READ_TIMEOUT_S, if it is slow",) if isinstance(calls.first_error, TimedOut) else ()
    where = _NETWORK if calls.base_url == VENDOR_URL else _BASE_URL
    change: tuple[str, ...] = (_OUTAGE, where, *slow)
    why = calls.first_error.why if isinstance(calls.first_error, Unreachable) else None
    if why in (WhyUnreachable.PROXY_REFUSED, WhyUnreachable.PROXY_AWAY):
        change = ("HTTPS_PROXY",)
    elif why is WhyUnreachable.EXPIRED:
        host, end = urlsplit(calls.base_url).hostname, certificate_end(calls.base_url, _CERTIFICATE_S)
        when = f"expired on {end.day} {end:%B %Y}" if end else "has expired"
        says = f"The certificate of {host} {when}."
        renewal = f"nothing here: the operator of {host} must renew it; or this machine's clock, if that day is to come"
        change = (renewal, where)
    elif why is WhyUnreachable.CERTIFICATE:
        change = (_CERTIFICATE, where)
    return Finding(check="connection", outcome="failed", says=says, change=change)


def budget(warnings: Sequence[str], agency: Agency) -> Finding:
    """Return a finding with `warnings` about the agency's number of calls."""
    change = (f"AGENTOS_BUDGET, AGENTOS_WORKER_SHARE, or [agencies.{agency.short_name}] budget = …",)
    return Finding(check="setting.budget", outcome="warning", says="; ".join(warnings), change=change)


def office(agency: Agency, branches: Sequence[Branch]) -> Finding | None:
    """Return a warning if review may reach nobody: `office_email` is not set, and a branch has no e-mail address.

    `branches` are the readable branches that take part.
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
    """Return a warning that the portal did not recognise its own submission of this kind in AgentOS's list."""
    return Finding(
        check=f"recognition.{kind}",
        outcome="warning",
        says=f"the portal did not find its last {kind} again in AgentOS, which may store {kind}s otherwise than they "
        "are sent; each one in doubt goes to manual review instead of being sent again",
    )


def key(calls: CheckCalls, agency: Agency) -> Finding:
    """Return a finding on the agency's key, judged by all calls."""
    table = f"[agencies.{agency.short_name}]"
    if calls.accepted:
        return Finding(check="key", outcome="ok", says="accepted")
    if calls.refused:
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
    if isinstance(calls.first_error, RateLimited):
        says = "it rests: AgentOS answers 403 or 429"
        return Finding(check="key", outcome="failed", says=says, change=changes(agency, "branches", calls.first_error))
    if calls.answered:
        says = "not known: no call got a valid answer"
        return Finding(check="key", outcome="failed", says=says, change=(_OUTAGE, _BASE_URL))
    return Finding(check="key", outcome="not tried", says="AgentOS was not reached")
