"""8,000 generated histories keep the portal's guarantees: as many as two cores run in 90 s."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.simulation.__main__ import failed, new_tables, run_all
from tests.simulation.agentos import FaultPeriod, WriteOutcome
from tests.simulation.draw import draw
from tests.simulation.history import History, run
from tests.simulation.mutants import ROOT, mutants
from tests.simulation.plan import Answers, ClockStep, Plan, ProcessFault, Request
from tests.simulation.promises import Promises
from tests.simulation.records import Storage
from tests.simulation.shrink import shrink
from tests.simulation.tables import Tables

STEPPED = range(50_000, 50_030)
SEED = 17
HISTORIES, PART = 8_000, 200


@pytest.mark.parametrize("seeds", [range(start, start + PART) for start in range(0, HISTORIES, PART)], ids=str)
def test_histories_keep_every_guarantee(seeds: range) -> None:
    assert failed(run_all(seeds)) == {}


@pytest.mark.parametrize("seconds", [-300.0, 5.0, 300.0])
def test_histories_with_database_clock_step_keep_every_guarantee(seconds: float) -> None:
    """PostgreSQL's clock is a wall clock, which may step."""
    with new_tables() as tables:
        for seed in STEPPED:
            plan = draw(seed)
            step = ClockStep(20.0 + seed % 150, "database", seconds)
            assert run(replace(plan, parts=(*plan.parts, step)), tables).violations == [], f"seed {seed}"


def test_same_seed_produces_the_same_history_in_every_process() -> None:
    """Python's order of a set of texts differs between processes."""
    command = [sys.executable, "-m", "tests.simulation", "--story", "--histories", "3", "--seed", str(SEED)]
    stories = {
        subprocess.run(
            command, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": hash_seed}, capture_output=True, check=True
        ).stdout
        for hash_seed in ("1", "2")
    }
    assert len(stories) == 1


def test_quick_database_gives_the_results_of_sqlalchemy(tmp_path: Path) -> None:
    with new_tables() as quick:
        in_file = Tables(tmp_path)
        for seed in range(SEED, SEED + 8):
            assert run(draw(seed), quick) == run(draw(seed), in_file)


def a_plan(*parts: Request | ProcessFault | Answers | FaultPeriod, fate: WriteOutcome, beyond: bool = False) -> Plan:
    """Return a plan with a fate for the first write."""
    return Plan(SEED, parts, (fate,), ((0.0, Storage()),), True, True, 700.0, beyond)


NOTE = Request(1, 10.0, "note", "JOB-1", later=True, keyed=True)


def test_submission_that_the_worker_has_just_ended_is_not_promised() -> None:
    """A repeat freezes between the look at the row and its lease."""
    repeated = replace(NOTE, number=2, repeats=3, again_after_s=7.0)
    faults = ProcessFault("web2", "crash", 6, 3.0), ProcessFault("web2", "freeze", 8, 15.7)
    with new_tables() as tables:
        result = run(a_plan(repeated, *faults, fate=WriteOutcome()), tables)
    assert (result.violations, result.states["abandoned"], result.answers["not-sent"]) == ([], 1, 1)


def test_row_may_wait_for_the_lease_of_a_frozen_process() -> None:
    """The request froze after AgentOS's 403 made it leave the note to a worker. The worker sends it after the lease."""
    forbidden = replace(NOTE, number=2, job_id="JOB-2", later=False, repeats=0)
    parts = forbidden, replace(NOTE, at=50.0, repeats=0), ProcessFault("web1", "freeze", 12, 69.0)
    with new_tables() as tables:
        result = run(a_plan(*parts, fate=WriteOutcome(403)), tables, with_story=True)
    sent_at = next(moment for moment, _, what in result.story if what.startswith("write 2 (a note for JOB-1)"))
    assert (result.violations, 119 < sent_at < 121) == ([], True)


def test_sender_frozen_before_write_sends_after_its_lease() -> None:
    """The known gap: no clock is compared between the last comparison and the write itself."""
    with new_tables() as tables:
        result = run(a_plan(NOTE, ProcessFault("web1", "gap", 0, 400.0), fate=WriteOutcome()), tables)
    assert (result.raced, result.doubled, result.violations) == (True, 1, [])


def test_effect_later_than_settle_s_is_detected_as_doubled() -> None:
    """The check itself must detect a double."""
    plan = a_plan(NOTE, fate=WriteOutcome(502, 300.0, 0.2))
    with new_tables() as tables:
        assert any(violation.startswith("doubled") for violation in run(plan, tables).violations)


def test_wrong_answer_of_office_lets_only_later_responses_deny_the_note() -> None:
    """AgentOS stores the note in other words, so the office must look. At the repeat, AgentOS is away."""
    sent = replace(NOTE, later=False, style="accented", again_after_s=330.0)
    office, away = Answers(240.0, right=False), FaultPeriod(300.0, 400.0, "away")
    plan = a_plan(sent, office, away, fate=WriteOutcome(504, 5.0))
    changed = (0.0, Storage(frozenset({"question marks"})))
    with new_tables() as tables:
        history = History(replace(plan, storage=(changed,)), tables, with_story=False)
        result = history.run()
        assert (result.violations, result.answers["not-sent"]) == ([], 1)
        history.misled_at.update(dict.fromkeys(history.misled_at, 600.0))
        promises = Promises(history)
        promises.end()
    assert [violation.partition(" for")[0] for violation in promises.violations] == ["told wrong: note 1"]


def test_shrink_keeps_only_parts_needed_for_failure() -> None:
    other = Request(2, 12.0, "invoice", "JOB-3", later=False, keyed=True)
    plan = a_plan(other, NOTE, ProcessFault("web2", "freeze", 3, 20.0), fate=WriteOutcome(502, 300.0, 0.2))
    with new_tables() as tables:
        small = shrink(replace(plan, fates=plan.fates * 3), tables)
    assert len(small.parts) == 1


def test_every_mutant_still_finds_its_line_in_the_code() -> None:
    listed = mutants()
    assert len(listed) >= 30
    for mutant in listed:
        assert mutant.text()


def test_draw_produces_every_kind_of_fault() -> None:
    kinds = {type(part).__name__ for seed in range(200) for part in draw(seed).parts}
    assert kinds >= {"Request", "ProcessFault", "Office", "DiskFull", "ClockStep", "DocumentLost", "FaultPeriod"}
