"""The commands `status`, `ready` and `version`: the state of this host and of the whole installation, for a person."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import click
from flask.cli import with_appcontext
from sqlalchemy.exc import SQLAlchemyError

from app.api.blueprint import services
from app.cli.shared import CommandFailed, database_fault
from app.domain.clock import WRONG_CLOCK_S, from_text, to_london
from app.domain.submission import State
from app.domain.version import VERSION
from app.health.host import NEARLY_FULL, disks, look
from app.health.installation import (
    LATE_BACKUP_S,
    LATE_CODE_S,
    LATE_REVIEW_S,
    LATE_SUBMISSION_S,
    AgencyState,
    Installation,
    read_installation,
)
from app.mirror.overview import Fetches
from app.observability.exceptions import error_name
from app.store import migrations
from app.submissions.removed import removed_agencies

LABEL_WIDTH = 14
GIB = 1024**3
PAUSE_S = 0.5
UNITS = (("d", 86_400.0), ("h", 3_600.0), ("min", 60.0))


@click.command("version")
@with_appcontext
def show_version() -> None:
    """Print the version of the portal and the revision of its tables."""
    click.echo(f"Contractor Portal {VERSION}, tables {migrations.newest()}")


@click.command("ready")
@click.option("--wait", "wait_s", type=click.FloatRange(0), default=0.0, metavar="S", help="Wait at most so long.")
@with_appcontext
def check_ready(wait_s: float) -> None:
    """Print the status of the web server at BIND (`/health/ready`), and its warnings.

    Exit status: 0 if it is ready, 2 if it is not, or does not respond.
    """
    bind = services().config.bind
    until = time.monotonic() + wait_s
    while True:
        web_server = look(bind)
        if web_server.is_ready:
            click.echo("\n".join([web_server.status, *(f"warning: {warning}" for warning in web_server.warnings)]))
            return
        if time.monotonic() >= until:
            raise CommandFailed(f"{bind}: {web_server.status} {database_fault() or ''}".rstrip())
        time.sleep(PAUSE_S)


@click.command("status")
@click.pass_context
@with_appcontext
def show_status(context: click.Context) -> None:
    """Print the state of this host and of the whole installation.

    Run it on a host of the web server. Each line under "To do" begins with the name of an entry in docs/at-3-am.md,
    section Alerts. Exit status: 0 if there is nothing to do, 1 if a person must act.
    """
    to_do = [*_host(), *_installation()]
    click.echo("\nTo do (docs/at-3-am.md, section Alerts):" if to_do else "\nNothing to do.")
    for each in to_do:
        click.echo(f"  {each}")
    context.exit(bool(to_do))


def _host() -> Iterator[str]:
    """Print the state of this host. Yield what a person must do: the entry of docs/at-3-am.md, and a sentence."""
    config = services().config
    _line("version", f"{VERSION}, tables {migrations.newest()}")
    web_server = look(config.bind)
    reasons = sorted({*web_server.faults} - {"worker", "hosts"})  # the database shows that too
    but = ", but degraded: " if web_server.status == "ready" else ", "
    _line("web server", f"{config.bind}: {web_server.status}{but if reasons else ''}{', '.join(reasons)}")
    if not web_server.is_ready:
        why = web_server.status.rstrip(".")
        yield f"PortalHostNotReady: The web server at {config.bind} is not ready: {why}."
    for reason in reasons:
        yield f"PortalDegraded: The web server reports: {reason}."
    for disk in disks(config):
        _line(f"{disk.folder} disk", f"{disk.free / GIB:.1f} of {disk.total / GIB:.1f} GiB free, {disk.path}")
        if disk.free < NEARLY_FULL * disk.total:
            yield f"PortalDiskNearlyFull: The disk of {disk.path} is nearly full."


def _installation() -> Iterator[str]:
    """Print what the database shows, or that it cannot be used. Yield what is to do about it."""
    fault = database_fault()
    state = None
    if fault is None:
        try:
            removed = removed_agencies(services())
            state = read_installation(services())
        except SQLAlchemyError as error:
            fault = f"The database cannot be read ({error_name(error)})."
    _line("database", fault or migrations.place(services().config.database_url))
    if state is None:
        yield "PortalDatabaseAway: The database cannot be used, so the rest is unknown."
        return
    age = _age(state.backup_age_s)
    _line("backup", f"{age} ago, {to_london(at):%Y-%m-%d %H:%M}" if (at := state.backed_up_at) else "none was recorded")
    if state.backup_age_s > LATE_BACKUP_S:
        yield "PortalBackupLate: No backup was recorded within two days."
    yield from _people_and_worker(state)
    for each in state.processes:
        read_at = to_london(from_text(each.facts["read_at"]))
        _line(each.service, f"{each.host}, version {each.facts['version']}, settings read {read_at:%Y-%m-%d %H:%M}")
    yield from (f"PortalHostsDiffer: {sentence}" for sentence in state.host_faults)
    for name, agency in state.agencies.items():
        yield from _agency(name, agency)
    for sentence in removed.values():
        yield f"PortalSubmissionsLate: {sentence}"


def _people_and_worker(state: Installation) -> Iterator[str]:
    if not state.worker_has_run:
        worker = "none has run yet"
    else:
        worker = f"{'alive' if state.worker_is_alive else 'away'}, last heartbeat {_age(state.heartbeat_age_s)} ago"
    _line("worker", worker)
    if not (state.worker_is_alive and state.worker_has_run):
        yield "PortalWorkerAway: No worker runs."
    oldest = f", the oldest for {_age(state.oldest_code_s)}" if state.codes_waiting else ""
    _line("codes", f"{state.codes_waiting} waiting{oldest}")
    if state.oldest_code_s > LATE_CODE_S:
        yield "PortalCodesLate: Somebody waits for a sign-in code."
    emails = [f"{number} {kind}" for kind, number in sorted(state.emails_waiting.items())]
    _line("e-mails", f"{', '.join(emails) or 'none'} waiting")


def _agency(name: str, agency: AgencyState) -> Iterator[str]:
    click.echo(f"\n{name}")
    refused = ", ".join(agency.refused)
    rest = f", rests for {_age(agency.usage.rest_s)}" if agency.usage.rest_s > 0 else ""
    _line("  key", f"{f'refused for {refused}' if refused else 'not refused'}{rest}")
    if refused:
        yield f"PortalKeyRefused: AgentOS refuses the key of {name} for {refused}."
    if rest:
        yield f"PortalKeyRests: The key of {name} rests, because AgentOS refused calls (403 or 429)."
    _line("  budget", f"{agency.usage.people} people and {agency.usage.worker} worker, of {agency.slots}")
    _line("  last fetch", _last_fetch(agency.fetches))
    lists = []
    for fetches in agency.fetches:
        age = "not fetched yet" if fetches.age_s is None else _age(fetches.age_s)
        unread = f" ({fetches.unread} not fetched yet)" if fetches.unread and fetches.age_s is not None else ""
        lists.append(f"{fetches.kind} {age}{unread}")
    if late := [fetches.kind for fetches in agency.fetches if fetches.is_late]:
        yield f"PortalDataStale: The copy of these lists of {name} is old or incomplete: {', '.join(late)}."
    _line("  age of lists", ", ".join(lists) or "unknown")
    submissions = []
    for row in agency.submissions:
        submissions.append(f"{row.number} {row.kind} {row.state} (oldest {_age(row.oldest_s)})")
        in_review = row.state == State.REVIEW
        if row.oldest_s > (LATE_REVIEW_S if in_review else LATE_SUBMISSION_S):
            alert = "PortalReviewWaits" if in_review else "PortalSubmissionsLate"
            yield f"{alert}: A submission to {name} ({row.kind}) is {row.state} for {_age(row.oldest_s)}."
    _line("  unfinished", ", ".join(submissions) or "none")


def _last_fetch(fetches: Sequence[Fetches]) -> str:
    """Return when the worker last fetched something from AgentOS, and which kinds of data have failed since when."""
    succeeded = min(((each.newest_s, each.kind) for each in fetches if each.newest_s is not None), default=None)
    success = f"{_age(succeeded[0])} ago ({succeeded[1]})" if succeeded else ""
    failed_s = {str(each.kind): each.failed_s for each in fetches if each.failed_s is not None and each.is_failing}
    if not failed_s:
        return f"succeeded {success}" if success else "none yet"
    failure = f"{', '.join(sorted(failed_s))} failed {_age(min(failed_s.values()))} ago"
    return f"{failure}; {f'last success {success}' if success else 'no success yet'}"


def _line(label: str, text: str) -> None:
    click.echo(f"{label:{LABEL_WIDTH}}  {text}")


def _age(seconds: float) -> str:
    """Return a duration for people: `12 s`, `5 min`, `3 h`, `2 d`. A unit is used from twice its length.

    After a wrong clock, a time may be in the future, and its age is unknown.
    """
    if seconds < -WRONG_CLOCK_S:
        return "an unknown time"
    for unit, length in UNITS:
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{max(seconds, 0.0):.0f} s"
