"""The tasks of the worker, and the worker itself."""

from __future__ import annotations

from collections.abc import Callable

import structlog

from app.auth import codes, security_mail
from app.auth.cleanup import delete_expired
from app.mail.sender import Sender
from app.mail.smtp import Mailer
from app.mirror.kinds import AGENCY_LISTS, Kind
from app.mirror.refresher import Refresher
from app.services import Services, refresher
from app.settings.model import Config
from app.store.invalidation import delete_invalid
from app.store.worker_tasks import Claim, Task, TaskStore
from app.submissions import notices
from app.submissions.cleanup import delete_old
from app.submissions.comparison import compare_accepted
from app.submissions.delivery_worker import DeliveryWorker
from app.submissions.removed import end_unserved, removed_agencies
from app.worker.pool import Pool, Steps

KINDS = {Task.LISTS: frozenset(AGENCY_LISTS), Task.RECORDS: frozenset(Kind) - frozenset(AGENCY_LISTS)}
"""The kinds that each task refreshes. A long list of the agency must not delay personal lists."""
CLEANUP_EVERY_S = 3_600.0
RESTORE_EVERY_S = 60.0

log = structlog.get_logger("worker")


def mailer_for(config: Config) -> Mailer:
    """Return the mailer for this configuration."""
    return Mailer(config.smtp_url, config.mail_from, guards_password=config.is_production, extra_ca=config.extra_ca)


class Tasks:
    """The steps of each task. The objects for an agency are kept between runs, because they know recent failures."""

    def __init__(self, services: Services, store: TaskStore, mailer: Mailer) -> None:
        self._services = services
        self._store = store
        mails = {**codes.kinds(services), **security_mail.kinds(services), **notices.kinds(services)}
        self._sender = Sender(services.database, services.ledger.now, services.config.agencies, mails, mailer)
        self._refreshers: dict[tuple[str, str], Refresher] = {}
        self._delivery_workers: dict[str, DeliveryWorker] = {}
        for name, agency in services.config.agencies.items():
            for task, kinds in KINDS.items():
                self._refreshers[name, task] = refresher(services, agency, kinds)
            self._delivery_workers[name] = DeliveryWorker(services, agency)
        self._restored_at = services.clock.boot()

    def keep_up(self) -> None:
        """Beat, and once in `RESTORE_EVERY_S` add the tasks that are missing, because the database was replaced."""
        self._services.heartbeat.run_once()
        if (now := self._services.clock.boot()) - self._restored_at >= RESTORE_EVERY_S:
            self._store.add_missing()
            self._restored_at = now

    def begin(self, claim: Claim) -> Steps:
        """Return the steps of a claimed task. Nothing runs before the first step."""
        match claim.task:
            case Task.LISTS | Task.RECORDS:
                return self._refresh(claim)
            case Task.DELIVERY:
                return _deliver(self._delivery_workers[claim.agency])
            case Task.MAILS:
                return self._send_mails()
            case Task.CLEANUP:
                return self._delete_old()

    def _refresh(self, claim: Claim) -> Steps:
        next_s = yield from self._refreshers[claim.key].run(only_awaited=claim.is_awaited)
        compare_accepted(self._services, self._services.config.agencies[claim.agency])
        return next_s

    def _send_mails(self) -> Steps:
        while self._sender.send_next():
            yield 0.0
        return self._sender.next_due_s()

    def _delete_old(self) -> Steps:
        delete_old(self._services)
        yield 0.0
        delete_expired(self._services)
        yield 0.0
        delete_invalid(self._services.database, self._services.clock.now())
        yield 0.0
        end_unserved(self._services)
        return CLEANUP_EVERY_S


def _deliver(worker: DeliveryWorker) -> Steps:
    while True:
        is_idle = True
        for _ in worker.batch():
            is_idle = False
            yield 0.0
        if is_idle:
            return worker.next_due_s()


def run(services: Services, wait: Callable[[], object]) -> None:
    """Run all tasks until `wait` returns. Then refreshers finish their page, other tasks their item."""
    agencies = services.config.agencies
    store = TaskStore(services.database, agencies)
    tasks = Tasks(services, store, mailer_for(services.config))
    tasks.keep_up()
    store.make_all_due()
    threads = services.config.worker_threads
    for sentence in removed_agencies(services).values():
        log.warning(sentence, do="Add the agency again, or use `submissions list` and `submissions resolve`.")
    log.info("worker_started", agencies=len(agencies), threads=threads)
    Pool(store, services.clock, tasks.begin, threads=threads, after_look=tasks.keep_up).run(wait)
    log.info("worker_ended")
