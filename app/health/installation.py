"""The state of the whole installation, as its database shows it: the same on all hosts. Metrics and `status` use it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select

from app.agentos.budget import key_id
from app.audit.entries import count_addresses
from app.auth import codes
from app.domain.clock import WRONG_CLOCK_S, age_s, from_optional_text, from_text
from app.health.hosts import faults
from app.ledger.lists import count_unsettled
from app.ledger.queries import open_documents
from app.mail import queue
from app.mirror.overview import Fetches, fetch_times
from app.services import Services
from app.store.engine import Database
from app.store.processes import Process
from app.store.slots import KeyUsage
from app.store.tables import backups

TRIED_WITHIN = timedelta(minutes=5)
"""Longer than Prometheus waits between two requests, so it sees each attack."""
LATE_CODE_S = 60.0
"""The age of a request for a code from which a person must act. `deploy/prometheus/alerts.yml` has the same limits."""
LATE_SUBMISSION_S = 3_600.0
"""The same for a submission that is on its way: AgentOS may be down for a while."""
LATE_REVIEW_S = 86_400.0
"""The same for a submission in review: the office has a day."""
LATE_BACKUP_S = 172_800.0
"""The same for the last backup: `portal-backup.timer` makes one a day, and one may fail."""

FUTURE = "Fetches of {} are in the future: a clock was wrong. Compare the hosts' clocks."

NO_DOCUMENTS = "PDFs of unfinished submissions missing from {}: {}. Is it mounted? Run `portal documents check`."
UNREADABLE = "DOCUMENTS_DIR: {} cannot be read: {}."


class OpenSubmissions(NamedTuple):
    """The unfinished submissions of an agency, of one kind in one state. `oldest_s`: since the oldest was accepted."""

    kind: str
    state: str
    number: int
    oldest_s: float


@dataclass(frozen=True, kw_only=True, slots=True)
class AgencyState:
    """An agency's state. `usage`: of the budget, which has `slots`.

    `refused`: the operations for which AgentOS refuses the key.
    """

    usage: KeyUsage
    slots: int
    refused: tuple[str, ...]
    fetches: Sequence[Fetches]
    submissions: Sequence[OpenSubmissions]


@dataclass(frozen=True, kw_only=True, slots=True)
class Installation:
    """The state of an installation. Ages are in seconds.

    `worker_has_run`: a worker ran since the database was made. `heartbeat_age_s`: since a worker's last heartbeat, or
    since the start of this process. `backed_up_at`: when the last backup began, or None if none is known.
    `backup_age_s`: since then; without a backup, for how long a worker has run, because a new installation needs none
    yet. `sign_in_addresses`: e-mail addresses that were tried within `TRIED_WITHIN`. `codes_waiting`: requests for
    a code that no worker has handled; `oldest_code_s` is 0 without one. `emails_waiting`: unsent e-mails by kind,
    without codes. `agencies`: by short name. `processes`: those that run. `host_faults`: sentences about processes
    that differ, have a wrong clock, or warn, and about missing documents.
    """

    worker_has_run: bool
    worker_is_alive: bool
    heartbeat_age_s: float
    backed_up_at: datetime | None
    backup_age_s: float
    sign_in_addresses: int
    codes_waiting: int
    oldest_code_s: float
    emails_waiting: Mapping[str, int]
    agencies: Mapping[str, AgencyState]
    processes: Sequence[Process]
    host_faults: Sequence[str]


def read_installation(services: Services) -> Installation:
    """Return the state of the installation. Raise SQLAlchemyError if the database cannot be read."""
    database, now, agencies = services.database, services.clock.now(), services.config.agencies
    fetches: dict[str, list[Fetches]] = defaultdict(list)
    for each in fetch_times(services.mirror, agencies.values(), services.reader.ages.limits_s, now):
        fetches[each.agency].append(each)
    from_future = {name for name in fetches if any((each.newest_s or 0.0) < -WRONG_CLOCK_S for each in fetches[name])}
    submissions: dict[str, list[OpenSubmissions]] = defaultdict(list)
    for name, kind, state, number, oldest in count_unsettled(services.database):
        submissions[name].append(OpenSubmissions(kind, state, number, age_s(oldest, now)))
    usage, refused = services.budget.usage(agencies.values()), services.refused_keys.operations()
    waiting = queue.count_waiting(database, agencies)
    codes_waiting, asked_at = waiting.pop(codes.MAIL, (0, None))
    backed_up_at, processes = _backed_up_at(database, now), services.processes.read()
    return Installation(
        processes=processes,
        host_faults=[*faults(processes), *map(FUTURE.format, sorted(from_future)), *_missing_documents(services)],
        worker_is_alive=services.heartbeat.is_alive(),
        worker_has_run=services.heartbeat.has_run(),
        heartbeat_age_s=services.heartbeat.silent_s(),
        backed_up_at=backed_up_at,
        backup_age_s=age_s(backed_up_at, now) if backed_up_at else services.heartbeat.alive_s(),
        sign_in_addresses=count_addresses(database, now - TRIED_WITHIN),
        codes_waiting=codes_waiting,
        oldest_code_s=age_s(from_text(asked_at), now) if asked_at else 0.0,
        emails_waiting={kind: number for kind, (number, _) in waiting.items()},
        agencies={
            name: AgencyState(
                usage=usage[name],
                slots=agency.budget,
                refused=tuple(refused.get(key_id(agency), ())),
                fetches=fetches[name],
                submissions=submissions[name],
            )
            for name, agency in agencies.items()
        },
    )


def _missing_documents(services: Services) -> list[str]:
    """Return a sentence if this host lacks documents that may still be sent."""
    documents, folder = services.ledger.documents, services.config.documents_dir
    with services.database.read() as connection:
        submission_ids = open_documents(connection)
    try:
        missing = sum(documents.is_missing(submission_id) for submission_id in submission_ids)
    except OSError as error:
        return [UNREADABLE.format(folder, error.strerror)]
    return [NO_DOCUMENTS.format(folder, missing)] if missing else []


def _backed_up_at(database: Database, now: datetime) -> datetime | None:
    """Return when the last complete backup began, or None if none is known.

    A time in the future comes from a wrong clock. It would hide for long that backups are missing.
    """
    with database.read() as connection:
        began_at = from_optional_text(connection.scalar(select(backups.c.began_at)))
    return None if began_at is None or began_at > now else began_at
