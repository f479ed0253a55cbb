"""The decision about a submission, for any row."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.attempt import AttemptResult
from app.domain.delivery import (
    ABSENCES_APART_S,
    PATIENCE_S,
    Evidence,
    GiveUp,
    Send,
    Standing,
    Wait,
    after_look,
    next_step,
)
from app.domain.recognition import Finding, Look, Proof
from app.domain.submission import ABSENCES, MOVES, OPEN, NewNote, State, Submission, SubmissionKind

BEGAN = datetime(2026, 11, 25, tzinfo=UTC)
moments = st.floats(0, 1e6)
seldom = st.floats(0, 2 * PATIENCE_S)
results = st.sampled_from(AttemptResult)


@st.composite
def rows(draw: Any, states: Any = (State.WAITING, State.UNCONFIRMED)) -> Submission:
    """Draw a row that the portal could have written: its counters agree with its state."""
    ended_at = draw(st.none() | moments)
    state = draw(st.sampled_from(states))
    absences = draw(st.integers(0, ABSENCES))
    if state is State.UNCONFIRMED:
        ended_at, absences = ended_at or draw(moments), min(absences, ABSENCES - 1)
    return Submission(
        submission_id="0" * 32,
        kind=draw(st.sampled_from(SubmissionKind)),
        agency="acme",
        contractor_id="CON-1001",
        job_id="JOB-1",
        lane="job JOB-1",
        content=NewNote(text="Part ordered", author="Harper"),
        created_at=BEGAN,
        updated_at=BEGAN,
        state=state,
        promised=draw(st.booleans()),
        attempts=draw(st.integers(0, 5)),
        doubts=draw(st.integers(0, 5)) if ended_at is not None else 0,
        refusals=draw(st.integers(0, 4)),
        refused_at=draw(st.none() | moments),
        last=draw(results) if ended_at is not None else None,
        ended_at=ended_at,
        baseline=draw(st.none() | st.just(frozenset(("N-1",)))),
        looks=draw(st.integers(0, 11)),
        looked_at=draw(st.none() | moments),
        absences=absences if ended_at is not None else 0,
        absent_at=draw(moments) if absences else None,
        tries=draw(st.integers(0, 9)),
        tried_s=draw(seldom),
        tried_at=draw(st.none() | moments),
        attempted_at=draw(st.none() | moments),
    )


looks = st.builds(
    Look,
    finding=st.sampled_from(Finding),
    began_at=moments,
    agentos_id=st.none() | st.just("N-2"),
    has_news=st.booleans(),
)
evidences = st.builds(
    Evidence,
    now=moments,
    settle_s=st.floats(60, 300),
    proof=st.builds(Proof, proven_at=st.none() | moments, lag_s=st.floats(0, 60)),
    requested=st.booleans(),
    promise=st.booleans(),
    look=st.none() | looks,
    failed=st.booleans(),
    blocked=st.booleans(),
    standing=st.sampled_from(Standing),
    objection=st.none() | st.just("This job was cancelled."),
    others_succeed=st.booleans(),
    document_lost=st.booleans(),
    restored=st.booleans(),
)


@given(rows(), evidences)
def test_next_step_after_restore_sends_only_after_look_without_news(row: Submission, evidence: Evidence) -> None:
    """A record that no submission explains may be a submission whose row was lost."""
    if next_step(row, replace(evidence, restored=True)) == Send():
        assert evidence.look is not None
        assert (evidence.look.finding, evidence.look.has_news) == (Finding.ABSENT, False)


@given(rows(states=(*OPEN[:1], State.UNCONFIRMED, State.REVIEW, State.CONFIRMED)), evidences)
def test_next_step_leads_only_to_allowed_states(row: Submission, evidence: Evidence) -> None:
    step = next_step(row, evidence)
    if isinstance(step, GiveUp):
        assert step.state in MOVES[row.state]
    if isinstance(step, Wait) and step.until is None:
        assert row.state is State.CONFIRMED


absent_or_not = st.sampled_from((Finding.ABSENT, *Finding)) | st.just(Finding.ABSENT)


@given(rows(states=(State.UNCONFIRMED,)), absent_or_not, evidences, st.floats(-20, 80), st.floats(0, 20))
def test_after_look_counts_absence_only_after_settle_s_and_lag(
    row: Submission, finding: Finding, evidence: Evidence, late_s: float, apart_s: float
) -> None:
    """The examples are close to the limits: `settle_s` after the attempt, and ten seconds after the first absence."""
    look = Look(finding=finding, began_at=(row.ended_at or 0) + evidence.settle_s + late_s)
    if row.absences:
        row = replace(row, absent_at=look.began_at - apart_s)
    changes = after_look(row, look, evidence)
    if changes.get("absences", row.absences) > row.absences:
        assert look.finding is Finding.ABSENT
        assert look.began_at >= (row.ended_at or 0) + evidence.settle_s + evidence.proof.lag_s
        assert row.absent_at is None or look.began_at - row.absent_at >= ABSENCES_APART_S - 1e-6
    if changes.get("state") is State.WAITING:
        assert (changes["absences"] >= ABSENCES, changes["looks"]) == (True, 0)
