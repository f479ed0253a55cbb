"""The worker's part: what no request could finish is delivered, or given up in time and told."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

import structlog
from sqlalchemy.exc import SQLAlchemyError

from app.agentos.asker import Asker
from app.agentos.errors import AgentOSError, Failed, TimedOut, Unreachable
from app.domain.account import Contractor
from app.domain.agency import Agency
from app.domain.attempt import AttemptResult
from app.domain.clock import Deadline
from app.domain.submission import State, Submission
from app.domain.times import to_london
from app.mail import MailFailed
from app.mirror.kinds import Kind
from app.portal import Visit
from app.submissions.delivery import LOOKS, Turn, pause_s
from app.submissions.ledger import Hold, HoldLost
from app.submissions.rows import BESIDE_S, GRACE_S
from app.submissions.sendable import Sendable

if TYPE_CHECKING:
    from app.portal import Portal

AT_ONCE = 20
"""How many rows are worked on before it is looked again which are due."""
PATIENCE = timedelta(hours=72)
"""How long what could not be sent is tried."""
MAIL_PATIENCE = timedelta(hours=1)
"""How much longer it is tried to tell somebody that it was given up: what they send for that job waits meanwhile."""
LOOKS_KEPT = LOOKS // 2
"""How many looks are left at least, however often AgentOS could not be asked."""
SLOT_WAIT_S = 2.0
WAKE_EVERY_S = 30.0
"""How often it is looked whether AgentOS answers again: it may come and go, and each time all that waits is tried."""
AWAY = frozenset({502, 503, 504})
"""Statuses that say that AgentOS is away, and not that it cannot do this one thing."""

SUBJECT = "Your {what} could not be sent"
TEXT = """\
Hello,

the {what} that you sent on {day} could not be passed on to {agency} within three days. It was not sent,
and it will not be.

Please send it again, or contact the agency.
"""

log = structlog.get_logger("submissions")


class Posts(Protocol):
    """Sends mail."""

    def send(self, to: str, subject: str, text: str) -> None:
        """Send one mail. Raises MailFailed."""


class Deliverer:
    """Delivers one agency's open submissions."""

    def __init__(self, portal: Portal, agency: Agency, sendables: Mapping[str, Sendable], mailer: Posts) -> None:
        self._portal = portal
        self._agency = agency
        self._sendables = sendables
        self._mailer = mailer
        self._away_at: datetime | None = None
        self._look_again_at = 0.0

    def step(self) -> bool:
        """Work on some of what is due, and give up what has waited for too long; False if there was nothing."""
        ledger, name = self._portal.ledger, self._agency.short_name
        self._wake()
        late = ledger.overdue(name, self._portal.clock.now() - PATIENCE, AT_ONCE)
        resting = self._portal.budget.resting(self._agency) > 0
        due = late + ([] if resting else [one for one in ledger.due(name, AT_ONCE) if one not in late])
        for submission_id in due:
            self._work_on(submission_id)
        return bool(due)

    def _wake(self) -> None:
        """Let nothing sit out its pause once AgentOS, which was away, has answered a reading."""
        if self._away_at is None or self._portal.clock.boot() < self._look_again_at:
            return
        self._look_again_at = self._portal.clock.boot() + WAKE_EVERY_S
        if self._portal.mirror.has_read_since(self._agency.short_name, self._away_at):
            self._portal.ledger.wake(self._agency.short_name)
            self._away_at = None

    def _work_on(self, submission_id: str) -> None:
        seconds = self._portal.config.agentos_upload_timeout_s + BESIDE_S
        hold = self._portal.ledger.take(submission_id, lease_s=seconds + GRACE_S, in_turn=False)
        submission = self._portal.ledger.find(submission_id)
        if not isinstance(hold, Hold) or submission is None:
            return
        asker = Asker(role="worker", deadline=Deadline(self._portal.clock, seconds), wait_s=SLOT_WAIT_S)
        visit = Visit(self._agency, self._contractor(submission), asker)
        turn = Turn(self._portal, visit, self._sendables[submission.kind], hold)
        try:
            after = self._turn(turn, submission, hold, visit)
            in_doubt = turn.cause is not None and turn.cause.result is AttemptResult.IN_DOUBT
            if turn.cause is not None and not in_doubt:  # what fails at writes may answer readings all the while
                self._note(turn.cause)
            if not after.state.is_final:
                hold.release(pause_s=pause_s(after, turn.cause))
        except HoldLost:
            log.info("hold_lost", agency=submission.agency, kind=submission.kind)
            return
        except Exception as error:  # whatever is wrong with one must not keep all that come after it
            if not isinstance(error, AgentOSError | MailFailed):
                log.exception("not_delivered")
            self._note(error)
            self._leave(submission, hold)
            return
        log.info(
            "worked_on",
            agency=submission.agency,
            kind=submission.kind,
            state=after.state,
            attempts=after.attempts,
            submission_id=submission.submission_id,
        )

    def _leave(self, submission: Submission, hold: Hold) -> None:
        """To its next turn, after one that came to nothing; where even that cannot be noted, its lease runs out."""
        with suppress(HoldLost, SQLAlchemyError):
            now = self._portal.ledger.find(submission.submission_id) or submission  # it may have moved in this turn
            tries = now.tries + 1
            if now.state is State.UNCONFIRMED:
                tries = min(tries, max(now.tries, LOOKS - LOOKS_KEPT))
            hold.release(pause_s=pause_s(submission), tries=tries)

    def _note(self, error: Exception) -> None:
        is_away = isinstance(error, Failed) and error.status in AWAY
        if is_away or isinstance(error, TimedOut | Unreachable):
            self._away_at = self._portal.clock.now()

    def _turn(self, turn: Turn, submission: Submission, hold: Hold, visit: Visit) -> Submission:
        """One thing at a time: look, or send. What a look has not found waits for its next turn."""
        if submission.state is State.UNCONFIRMED:
            # Since it was seen to be due, another worker may have sent it where nobody can look.
            return turn.look(submission)[0] if submission.lookable else submission
        if submission.content is None or not (submission.promised or submission.attempts):
            # Its request died, and nobody was told that it would be sent.
            return hold.move(State.ABANDONED)
        if self._portal.clock.now() - submission.created_at >= PATIENCE:
            return self._expired(submission, hold, visit.contractor)
        if hold.is_blocked():
            return submission
        job = turn.read_job(submission) if submission.job_id is not None else None
        return turn.send(submission, job)

    def _expired(self, submission: Submission, hold: Hold, contractor: Contractor) -> Submission:
        """Told first, then given up: who is told twice is better off than who is not told.

        One address that takes no mail keeps nobody from it. Raises `MailFailed` where none did, and one soon may.
        """
        what, day = self._sendables[submission.kind].what, to_london(submission.created_at)
        text = TEXT.format(what=what, day=f"{day.day} {day:%B}", agency=self._agency.name)
        failures = []
        for address in contractor.emails:
            try:
                self._mailer.send(address, SUBJECT.format(what=what), text)
            except MailFailed as failure:
                failures.append(failure)
        tried_since = max(submission.created_at + PATIENCE, self._portal.started_at)
        is_in_vain = bool(failures) and len(failures) == len(contractor.emails)
        if is_in_vain and self._portal.clock.now() - tried_since < MAIL_PATIENCE:
            raise failures[0]
        return hold.move(State.EXPIRED)

    def _contractor(self, submission: Submission) -> Contractor:
        """Whose it is; what one sent whom the mirror has no more is delivered too, if the job is still theirs."""
        known: Contractor | None = self._portal.mirror.thing(
            submission.agency, Kind.CONTRACTOR, submission.contractor_id
        )
        return known or Contractor(contractor_id=submission.contractor_id)
