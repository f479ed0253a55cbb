"""The sender of the mail queue: the worker's task that sends due mails, the most urgent first.

Each area registers a `Kind` for its mails, whose function writes the text. A mail is claimed for `CLAIM_S`, then
written, sent and settled. If the process dies between sending and settling, the mail is sent twice. A mail that cannot
be sent does not delay the others: it is tried again, first after `FIRST_PAUSE_S`, then after waits that double each
time, and it is given up after the time that its kind sets. Mails of a kind or an agency that this worker does not know
are left to other workers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from sqlalchemy import Connection, Row, delete, func, select, update

from app.mail.queue import waiting
from app.mail.smtp import AddressRefused, Mailer, MailNotSent
from app.observability.database_log import is_away
from app.store.engine import Database
from app.store.tables import mails

CLAIM_S = 120.0
"""Seconds for which other workers leave a mail alone: longer than sending can take."""
FIRST_PAUSE_S = 15.0
LEAST_TRIES = 40
"""Tries, at least, before a mail is given up: no pause is longer than a fortieth of the time for which it is tried."""
DAY_S = 86_400.0
ORDER = (mails.c.urgency, mails.c.next_at, mails.c.id)
"""The most urgent mails first, then those that have been due longest."""

log = structlog.get_logger("mail")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail that is ready to be sent. It counts as sent if at least one recipient gets it.

    `others`: further mails for which it counts. `repeated`: the ids of the mails that are due again in a day.
    """

    recipients: Sequence[str]
    subject: str
    text: str
    others: Sequence[Row[Any]] = ()
    repeated: frozenset[str] = frozenset()


class NotYet(Exception):
    """A mail cannot be written before `wait_s` seconds have passed."""

    def __init__(self, wait_s: float) -> None:
        super().__init__(wait_s)
        self.wait_s = wait_s


class Dropped(Exception):
    """A mail will not be sent, because its reason has passed or a limit forbids it. The text says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """The handling of the mails of a kind.

    `write`: return the letter for a row of `mails`; raise NotYet or Dropped. `tried_s`: seconds for which a failing
    mail is tried. `ended`: called in the transaction that ends a mail, with the
    reason why it was not sent, or None.
    """

    write: Callable[[Row[Any]], Letter]
    tried_s: float
    ended: Callable[[Connection, Row[Any], str | None], None] = lambda *_: None


class Sender:
    """Sends the mails of `kinds` and `agencies`. `now`: the steady clock."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], float],
        agencies: Collection[str],
        kinds: Mapping[str, Kind],
        mailer: Mailer,
    ) -> None:
        self._database = database
        self._now = now
        self._own = (waiting(agencies), mails.c.kind.in_(tuple(kinds)))
        self._kinds = kinds
        self._mailer = mailer

    def send_next(self) -> bool:
        """Send the most urgent due mail; return False if none is due. Raise an error if the database is away."""
        mail = self._claim()
        if mail is None:
            return False
        kind = self._kinds[mail.kind]
        group = [mail]
        try:
            letter = kind.write(mail)
            group += letter.others
            self._send(mail, letter)
        except NotYet as early:
            self._postpone(mail, kind, early.wait_s)
        except Dropped as reason:
            self._end(mail, kind, str(reason))
        except Exception as error:  # a fault in one mail must neither recur for ever nor delay the others
            if is_away(error):
                raise
            for each in group:
                self._fail(each, kind, error)
        else:
            log.info("mail_sent", **_about(mail))
            for each in group:
                if each.id in letter.repeated:
                    self._postpone(each, kind, DAY_S, sent=each.sent + 1, tries=0)
                else:
                    self._end(each, kind, None)
        return True

    def next_due_s(self) -> float | None:
        """Return the seconds until the next mail is due, or None if there is none."""
        with self._database.read() as connection:
            next_at: float | None = connection.scalar(select(func.min(mails.c.next_at)).where(*self._own))
        return None if next_at is None else next_at - self._now()

    def _claim(self) -> Row[Any] | None:
        """Claim the next mail. The due mails of the same source go behind those of the others."""
        now = self._now()
        until = now + CLAIM_S
        is_due = (*self._own, mails.c.next_at <= now)
        with self._database.write() as connection:
            mail = connection.execute(select(mails).where(*is_due).order_by(*ORDER).limit(1)).one_or_none()
            if mail is not None:
                if mail.source is not None:
                    same_source = (mails.c.urgency == mail.urgency, mails.c.source == mail.source)
                    connection.execute(update(mails).where(*is_due, *same_source).values(next_at=now))
                connection.execute(update(mails).where(mails.c.id == mail.id).values(next_at=until, claimed=True))
        return mail

    def _send(self, mail: Row[Any], letter: Letter) -> None:
        """Raise MailNotSent if no recipient gets the letter."""
        failures = []
        for address in letter.recipients:
            try:
                self._mailer.send(address, letter.subject, letter.text, kind=mail.kind)
            except MailNotSent as error:
                failures.append(error)
        if not letter.recipients:
            if not mail.tries:
                log.warning("no_address", **_about(mail))
            raise MailNotSent("no address")
        if len(failures) == len(letter.recipients):
            raise failures[0]

    def _fail(self, mail: Row[Any], kind: Kind, error: Exception) -> None:
        """Schedule another try after a wait, or give up."""
        if not isinstance(error, MailNotSent):  # the mailer has logged the others
            log.exception("mail_failed", **_about(mail))
        pauses = [pause_s(tries, kind.tried_s) for tries in range(mail.tries + 1)]
        if isinstance(error, AddressRefused) and mail.email is not None:  # a submission's recipients may be corrected
            self._end(mail, kind, "address refused")
        elif sum(pauses) > kind.tried_s:
            log.error("mail_given_up", error=type(error).__name__, **_about(mail))
            self._end(mail, kind, "too late")
        else:
            self._postpone(mail, kind, pauses[-1], tries=mail.tries + 1)

    def _end(self, mail: Row[Any], kind: Kind, why: str | None) -> None:
        """End a mail that was sent, or was not for the reason `why`."""
        is_mail = mails.c.id == mail.id
        kept = update(mails).where(is_mail).values(next_at=None, claimed=False, sent=mail.sent + (why is None))
        with self._database.write() as connection:
            connection.execute(kept if mail.submission_id else delete(mails).where(is_mail))
            kind.ended(connection, mail, why)
        if mail.email and why:
            self._mailer.explain(f"No {mail.kind} for {mail.email}: {why}.")

    def _postpone(self, mail: Row[Any], kind: Kind, wait_s: float, **values: Any) -> None:
        """End the claim of a mail that is due again after `wait_s`. If the mail was removed meanwhile, it has ended."""
        values |= {"next_at": self._now() + wait_s, "claimed": False}
        later = update(mails).where(mails.c.id == mail.id).values(values)
        with self._database.write() as connection:
            if connection.execute(later).rowcount == 0:
                kind.ended(connection, mail, "removed meanwhile")


def pause_s(tries: int, tried_s: float) -> float:
    """Return the seconds to wait after so many failures before."""
    return float(min(FIRST_PAUSE_S * 2.0 ** min(tries, 20), tried_s / LEAST_TRIES))


def _about(mail: Row[Any]) -> dict[str, Any]:
    """Return the fields of a log entry. They contain no address."""
    return {"kind": mail.kind, "agency": mail.agency, "submission_id": mail.submission_id}
