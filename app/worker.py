"""What runs beside the web processes: refreshes the mirror and mails sign-in codes, until it is told to stop."""

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
"""What an agency's two refreshers read: a long list of the agency's must hold up nobody who waits for their own."""
IDLE_S = 0.25
"""How long an errand with nothing to do waits before it looks again."""
AFTER_FAILURE_S = 5.0
"""How long an errand that failed is left alone."""

log = structlog.get_logger("worker")


def mailer_for(config: Config) -> Mailer:
    """What sends mail as configured."""
    return Mailer(config.smtp_url, config.mail_from, guards_password=config.is_production)


def run(services: Services, more: Iterable[Callable[[], object]], wait: Callable[[], object]) -> None:
    """Run every errand in a thread of its own, so that one agency's trouble holds nobody else up, until `wait` returns.

    `more` are errands that need what is not known here. A page that an errand is in the middle of is finished first.
    """
    stop = threading.Event()
    mailer = mailer_for(services.config)
    for agency in services.config.agencies.values():
        for doubt in services.budget.warnings(agency):
            log.warning("budget_in_doubt", agency=agency.short_name, why=doubt)
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
    failing: type[Exception] | None = None
    while not stop.is_set():
        try:
            busy = task()
            failing = None
        except Exception as error:
            # A full disk or a locked database passes, and one agency's surprise must not end the others' errands.
            tell = log.error if failing is type(error) else log.exception
            tell("task_failed", error=type(error).__name__)
            failing, busy = type(error), False
            stop.wait(AFTER_FAILURE_S)
        if not busy:
            stop.wait(IDLE_S)
