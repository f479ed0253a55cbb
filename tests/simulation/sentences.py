"""The sentences of the portal to contractors and offices, each compared with the truth when it is written.

A sentence that no rule knows is a violation, so a new sentence needs a rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.submission import State, Submission
from app.submissions.notices import with_office

if TYPE_CHECKING:
    from tests.simulation.history import History

Truth = Callable[["History", Submission], bool]


def _is_absent(history: History, row: Submission) -> bool:
    """Return whether AgentOS lacks a submission, or the history broke page 4's rules.

    AgentOS had said that it did not accept it, or a frozen process sent it after its lease.
    """
    is_wrongly_refused = history.plan.beyond and history.agentos.refused[row.submission_id] > 0
    return not history.is_there(row) or is_wrongly_refused or history.agentos.raced


def _was_refused(history: History, row: Submission) -> bool:
    return history.agentos.refused[row.submission_id] > 0


def _is_given_away(history: History, row: Submission) -> bool:
    return history.agentos.jobs[row.job_id or ""].given_away_at is not None


def _was_never_sent(history: History, row: Submission) -> bool:
    return history.agentos.begun[row.submission_id] == 0


def _document_is_lost(history: History, row: Submission) -> bool:
    return row.submission_id not in history.files


def _is_office_to_be_asked(history: History, row: Submission) -> bool:
    return (row.submission_id, "office") in history.tables.notices()


def _has_no_office(history: History, row: Submission) -> bool:
    return history.agency.office_email is None or history.is_removed


def _is_in_review(history: History, row: Submission) -> bool:
    return row.state is State.REVIEW


MESSAGES: dict[str, Truth] = {
    r"Acme Lettings's system refused this\. We will try again until \d\d:\d\d\.": _was_refused,
    r"Acme Lettings's system did not accept the \w+\. Please contact the agency\.": _was_refused,
    r"This job is no longer yours\.": _is_given_away,
    r"We are asking Acme Lettings to check whether it arrived\.": _is_office_to_be_asked,
    r"Please ring Acme Lettings\. Only they can check whether it arrived\.": _has_no_office,
    r"It could not be sent for two weeks\. Please ring Acme Lettings\.": _was_never_sent,
    r"The portal lost the document of this \w+\. Please send it again\.": _document_is_lost,
}
"""The messages of submissions in the app, as patterns, and the condition under which each is true."""
MAILS: dict[str, Truth] = {
    "rejected": _is_absent,
    "expired": _is_absent,
    "lost": _is_absent,
    "absent": lambda history, row: row.submission_id in history.answered or _is_absent(history, row),
    "review": _is_in_review,
    "office": _is_in_review,
    "twin": lambda history, row: history.agentos.records_of(row) > 1,
}
"""The e-mails by their kind, and the condition under which each is true."""


class Sentences:
    """The checker of the sentences of a history."""

    def __init__(self, history: History) -> None:
        self.violations: list[str] = []
        self._history = history
        self._known: set[tuple[str, str]] = set()

    def check(self) -> None:
        """Check the sentences that are new since the last check."""
        for submission_id, sentence in self._history.tables.sentences():
            if (submission_id, sentence) not in self._known:
                self._known.add((submission_id, sentence))
                self._check(submission_id, sentence)

    def _check(self, submission_id: str, sentence: str) -> None:
        row = next(each for each in self._history.tables.rows() if each.submission_id == submission_id)
        if sentence == "review":
            self._history.liveness.review(row)
            # the e-mail has the sentence of the app
            read = with_office(self._history.portals["web1"], self._history.agency, row)
            self._check(submission_id, read.message or "")
        truths = [MAILS[sentence]] if sentence in MAILS else []
        truths += [truth for pattern, truth in MESSAGES.items() if re.fullmatch(pattern, sentence)]
        if not truths or not truths[0](self._history, row):
            self.violations.append(f"untrue: submission {submission_id} ({row.kind}, {row.state}) says {sentence!r}")
