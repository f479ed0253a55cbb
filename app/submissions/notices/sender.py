"""The worker's task that mails the rows of `notices`.

A notice is written in the transaction of the change that it reports. It is marked as sent after the mail server has
accepted the e-mail. If the process dies between these two steps, the e-mail is sent twice. A notice that cannot be sent
does not delay the others.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy import Row, and_, func, or_, select, update

from app.domain.account import Branch, Contractor
from app.domain.agency import Agency
from app.domain.delivery import DAY_S, HOUR_S, MINUTE_S
from app.domain.slots import ROUNDING_S
from app.domain.submission import State, Submission
from app.mail import Mailer, MailNotSent
from app.mirror.kinds import Kind
from app.store.engine import Database
from app.store.tables import notices
from app.submissions.notices.emails import DAYS, Mail, duplicate_found, to_contractor, to_office
from app.submissions.notices.summary import summarise
from app.submissions.review_link import link

if TYPE_CHECKING:
    from app.services import Services

OFFICE, TWIN, REVIEW = "office", "twin", "review"
CLAIM_S = 2 * MINUTE_S
"""Seconds for which other workers leave a notice alone: longer than sending can take."""
PAUSE_LEAST_S, PAUSE_MOST_S = MINUTE_S, 4 * HOUR_S
"""Shortest and longest wait after a failure. The wait doubles each time."""
GIVEN_UP_AFTER_S = 7 * DAY_S

log = structlog.get_logger("mail")


class NoAddress(Exception):
    """The portal has no address for the e-mail."""


class Notices:
    """The worker's task that mails due notices of all agencies."""

    def __init__(self, services: Services, mailer: Mailer) -> None:
        self._services = services
        self._mailer = mailer

    def run_once(self) -> bool:
        """Send the notice that has been due longest; return False if none is due."""
        notice = self._claim()
        if notice is None:
            return False
        row = self._services.ledger.find(notice.submission_id)
        # Once a review is over, these notices are out of date.
        if row is None or (notice.kind in (OFFICE, REVIEW) and row.state is not State.REVIEW):
            self._change(notice, next_at=None)
            return True
        try:
            self._send(notice, row)
        except Exception as error:  # a fault in one notice must neither recur for ever nor delay the others
            if not isinstance(error, MailNotSent | NoAddress):
                log.exception("notice_failed", submission_id=row.submission_id)
            self._failed(notice, row, error)
        else:
            again = notice.kind == OFFICE and notice.sent + 1 < DAYS
            self._change(notice, sent=notice.sent + 1, tries=0, next_at=self._in(DAY_S) if again else None)
            log.info("notice_sent", kind=notice.kind, agency=row.agency, submission_id=row.submission_id)
        return True

    def next_due_s(self) -> float | None:
        """Return the seconds until the next notice is due, or None if there is none."""
        with self._services.database.read() as connection:
            own = notices.c.agency.in_(tuple(self._services.config.agencies))
            next_at: float | None = connection.scalar(select(func.min(notices.c.next_at)).where(own))
        return None if next_at is None else next_at - self._services.ledger.now()

    def _claim(self) -> Row[Any] | None:
        """Claim the notice that has been due longest, for `CLAIM_S`, and return it. Return None if no notice is due.

        A time further ahead than any wait was written before the machine restarted. Such a notice is due now.
        """
        now = self._services.ledger.now()
        with self._services.database.write() as connection:
            is_due = or_(notices.c.next_at <= now, notices.c.next_at > now + DAY_S + ROUNDING_S)
            notice = connection.execute(
                select(notices)
                .where(notices.c.agency.in_(tuple(self._services.config.agencies)), is_due)
                .order_by(notices.c.next_at, notices.c.id)
                .limit(1)
            ).one_or_none()
            if notice is not None:
                claimed = update(notices).where(notices.c.id == notice.id).values(next_at=now + CLAIM_S)
                connection.execute(claimed)
        return notice

    def _send(self, notice: Row[Any], row: Submission) -> None:
        """Mail the notice to all its recipients. It counts as sent if at least one of them gets it.

        Raise `NoAddress` if there is no recipient, or `MailNotSent` if none gets it.
        """
        services = self._services
        agency = services.config.agencies[row.agency]
        office = office_addresses(services, agency, row)
        summary = summarise(services, row)
        mail: Mail
        if notice.kind == OFFICE:
            review_link = link(services.config, row.submission_id)
            mail = to_office(row, summary, agency.name, review_link, number=notice.sent + 1)
        elif notice.kind == TWIN:
            mail = duplicate_found(row, summary)
        else:
            mail = to_contractor(notice.kind, row, summary, agency.name, office_is_asked=bool(office))
        recipients = office if notice.kind in (OFFICE, TWIN) else contractor_addresses(services, row)
        if not recipients:
            raise NoAddress
        failures = []
        for address in recipients:
            try:
                self._mailer.send(address, mail.subject, mail.text, kind=notice.kind)
            except MailNotSent as error:
                failures.append(error)
        if len(failures) == len(recipients):
            raise failures[0]

    def _failed(self, notice: Row[Any], row: Submission, error: Exception) -> None:
        """Schedule another attempt after a wait that grows each time; give up after about a week."""
        fields = {"kind": notice.kind, "agency": row.agency, "submission_id": row.submission_id}
        if isinstance(error, NoAddress) and not notice.tries:
            log.warning("no_address_for_review" if notice.kind == OFFICE else "no_address", **fields)
        pause_s = _pause_s(notice.tries)
        is_over = sum(map(_pause_s, range(notice.tries + 1))) > GIVEN_UP_AFTER_S
        if is_over:
            log.error("notice_given_up", error=type(error).__name__, **fields)
        self._change(notice, tries=notice.tries + 1, next_at=None if is_over else self._in(pause_s))

    def _in(self, seconds: float) -> float:
        return self._services.ledger.now() + seconds

    def _change(self, notice: Row[Any], **values: Any) -> None:
        with self._services.database.write() as connection:
            connection.execute(update(notices).where(notices.c.id == notice.id).values(values))


def count_waiting(services: Services) -> dict[str, int]:
    """Return the number of unsent notices of each kind. A reminder that is due on another day does not count."""
    own = notices.c.agency.in_(tuple(services.config.agencies))
    is_unsent = and_(notices.c.next_at.is_not(None), or_(notices.c.sent == 0, notices.c.tries > 0))
    with services.database.read() as connection:
        rows = connection.execute(select(notices.c.kind, func.count()).where(own, is_unsent).group_by(notices.c.kind))
        return dict(rows.all())


def notices_of(database: Database, submission_id: str) -> list[dict[str, Any]]:
    """Return the notices about a submission. `sent` and `failed` are counts. `due`: another e-mail is to be sent."""
    query = select(notices).where(notices.c.submission_id == submission_id).order_by(notices.c.id)
    with database.read() as connection:
        rows = connection.execute(query).all()
    return [{"kind": row.kind, "sent": row.sent, "failed": row.tries, "due": row.next_at is not None} for row in rows]


def office_addresses(services: Services, agency: Agency, row: Submission) -> list[str]:
    """Return the addresses for questions about a submission: the agency's `office_email`, or else those of a branch.

    Use the job's branch. If it has no address, use the contractor's branch.
    """
    if agency.office_email:
        return [agency.office_email]
    mirror, name = services.mirror, agency.short_name
    job_lists = mirror.lists_containing(name, Kind.JOB, row.job_id) if row.job_id else []
    lists = [*job_lists, *mirror.lists_containing(name, Kind.CONTRACTOR, row.contractor_id)]
    branches: dict[str, Branch] = {branch.branch_id: branch for branch in mirror.list_records(name, Kind.BRANCH)}
    addresses = (branches[listing.scope].emails for listing in lists if listing.scope in branches)
    return sorted(next((emails for emails in addresses if emails), ()))


def contractor_addresses(services: Services, row: Submission) -> Collection[str]:
    """Return the address of the submission's sender. If it is unknown, return all addresses of the contractor."""
    if row.email:
        return [row.email]
    contractor: Contractor | None = services.mirror.get_record(row.agency, Kind.CONTRACTOR, row.contractor_id)
    return sorted(contractor.emails) if contractor is not None else []


def _pause_s(tries: int) -> float:
    return float(min(PAUSE_LEAST_S * 2.0 ** min(tries, 8), PAUSE_MOST_S))
