"""The pause of an operation: page 4 of the specification, section 2, as pure functions.

An operation is an agency's submissions of one kind. Its writes may all end in doubt, or AgentOS may forbid them (403).
The portal then sends none of them but a *trial* from time to time, until AgentOS accepts or refuses a trial.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.attempt import AttemptResult

MOST_DOUBTFUL = 3
"""The number of different submissions in doubt, in a row, that pause their operation."""
TRIALS_APART_S = (60.0, 120.0, 240.0, 300.0)
"""Seconds from the beginning of a pause to its first trial, and from each trial to the next. The last repeats."""
RETRY_AFTER_S = 1_800.0
"""Seconds from the beginning of a pause until a trial may be a retry, because no other submission is left to try."""
TURN_AGAIN_S = 10.0
"""Seconds until the next turn of a submission that waits for another to become the trial."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OperationPause:
    """The state of an operation. Times are seconds of the steady clock.

    `doubtful`: the submissions whose attempts ended in doubt in a row, at most `MOST_DOUBTFUL`. `began_at`: the
    beginning of the pause, or None without a pause. `trials`: the number of trials so far. `trial_at`: the earliest
    time of the next trial.
    """

    doubtful: frozenset[str] = frozenset()
    began_at: float | None = None
    trials: int = 0
    trial_at: float = 0.0

    def after_attempt(
        self, submission_id: str, result: AttemptResult, now: float, rest_s: float | None = None
    ) -> OperationPause:
        """Return the state after an attempt. `rest_s`: AgentOS forbids the operation, which rests for so long."""
        if rest_s is not None:
            return replace(self, began_at=now if self.began_at is None else self.began_at, trial_at=now + rest_s)
        if result in (AttemptResult.DONE, AttemptResult.REFUSED):
            return NO_PAUSE
        if self.began_at is not None or result is AttemptResult.NOT_SENT:
            return self
        if result is not AttemptResult.IN_DOUBT:
            return NO_PAUSE
        doubtful = self.doubtful | {submission_id}
        if len(doubtful) < MOST_DOUBTFUL:
            return replace(self, doubtful=doubtful)
        return OperationPause(doubtful=doubtful, began_at=now, trial_at=now + TRIALS_APART_S[0])

    def after_trial_began(self, now: float) -> OperationPause:
        """Return the state with the time of the next trial, so that no other process makes this one."""
        trials = self.trials + 1
        return replace(self, trials=trials, trial_at=now + TRIALS_APART_S[min(trials, len(TRIALS_APART_S) - 1)])

    def waits_until(self, now: float, *, is_retry: bool, goes_first: bool) -> float | None:
        """Return the time before which a submission is not sent, or None if it may be sent now.

        `goes_first`: no other submission should be the trial instead.
        """
        if self.began_at is None:
            return None
        due = max(self.trial_at, self.began_at + RETRY_AFTER_S) if is_retry else self.trial_at
        if due > now:
            return due
        return None if goes_first else now + TURN_AGAIN_S


NO_PAUSE = OperationPause()
