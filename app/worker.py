"""The worker process: it refreshes the mirror, mails sign-in codes, and runs other tasks until it must stop."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import structlog

from app.auth.sign_in_mail import send_codes
from app.mail import Mailer
from app.mirror.kinds import AGENCY_LISTS, Kind
from app.services import Services, refresher

if TYPE_CHECKING:
    from app.settings.model import Config

REFRESHER_KINDS = (frozenset(AGENCY_LISTS), frozenset(Kind) - frozenset(AGENCY_LISTS))
"""The kinds of rows of an agency's two refreshers. A long list of the agency must not delay personal lists."""
IDLE_S = 0.25
"""Seconds that a task waits when it has no work."""
AFTER_FAILURE_S = 5.0
"""Seconds that a task waits after a failure."""

log = structlog.get_logger("worker")


def mailer_for(config: Config) -> Mailer:
    """Return the mailer for this configuration."""
    return Mailer(config.smtp_url, config.mail_from, guards_password=config.is_production)


def run(services: Services, more: Iterable[Callable[[], object]], wait: Callable[[], object]) -> None:
    """Run each task in its own thread until `wait` returns, so one agency's failures do not delay other agencies.

    `more`: tasks that need more than `services`. After `wait`, refreshers finish their page, other tasks their run.
    """
    stop = threading.Event()
    mailer = mailer_for(services.config)
    for agency in services.config.agencies.values():
        for warning in services.budget.warnings(agency):
            log.warning("budget_in_doubt", agency=agency.short_name, why=warning)
    tasks: list[Callable[[], object]] = [
        refresher(services, agency, kinds, stop.is_set).run_once
        for agency in services.config.agencies.values()
        for kinds in REFRESHER_KINDS
    ]
    tasks += [services.heartbeat.run_once, lambda: send_codes(services, mailer), *more]
    threads = [threading.Thread(target=_repeat, args=(task, stop)) for task in tasks]
    for thread in threads:
        thread.start()
    wait()
    stop.set()
    for thread in threads:
        thread.join()


def _repeat(task: Callable[[], object], stop: threading.Event) -> None:
    last_error: type[Exception] | None = None
    while not stop.is_set():
        try:
            is_busy = task()
            last_error = None
        except Exception as error:
            # A full disk or a locked database is temporary, and a failure of one task must not end the others.
            write_log = log.error if last_error is type(error) else log.exception
            write_log("task_failed", error=type(error).__name__)
            last_error, is_busy = type(error), False
            stop.wait(AFTER_FAILURE_S)
        if not is_busy:
            stop.wait(IDLE_S)
