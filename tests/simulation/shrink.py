"""Shrinking of a failing plan: each piece that the failure does not need is removed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.simulation.agentos import OK
from tests.simulation.history import Result, run
from tests.simulation.plan import Plan
from tests.simulation.records import Storage
from tests.simulation.tables import Tables

MOST_LINES, LAST_LINES = 120, 40


def shrink(plan: Plan, tables: Tables) -> Plan:
    """Return the smallest plan found that breaks the same guarantee."""
    promises = {promise_of(violation) for violation in run(plan, tables).violations[:1]}
    smaller: Plan | None = plan
    while smaller is not None:
        plan = smaller
        smaller = next((each for each in _smaller(plan) if promises & _promises(run(each, tables))), None)
    return plan


def promise_of(violation: str) -> str:
    """Return the guarantee that a violation broke."""
    return violation.partition(":")[0]


def _promises(result: Result) -> set[str]:
    return {promise_of(violation) for violation in result.violations}


def _smaller(plan: Plan) -> Iterator[Plan]:
    """Yield plans with one piece less."""
    for number in range(len(plan.parts)):
        yield replace(plan, parts=plan.parts[:number] + plan.parts[number + 1 :])
    for number, fate in enumerate(plan.fates):
        if fate != OK:
            yield replace(plan, fates=(*plan.fates[:number], OK, *plan.fates[number + 1 :]))
    for plainer in _plainer_storage(plan):
        if plainer.storage != plan.storage:
            yield plainer


def _plainer_storage(plan: Plan) -> Iterator[Plan]:
    yield replace(plan, storage=((0.0, Storage()),))
    yield replace(plan, storage=plan.storage[:1])
    for change in sorted(plan.storage[-1][1].changes):
        at, last = plan.storage[-1]
        yield replace(plan, storage=(*plan.storage[:-1], (at, replace(last, changes=last.changes - {change}))))


Tell = Callable[[str], None]


def tell(plan: Plan, result: Result, say: Tell) -> None:
    """Print a history as a story."""
    for violation in result.violations or ["no promise was broken"]:
        say(f"seed {plan.seed}: {violation}")
    story = [f"{moment:10.2f}  {who:<9} {what}" for moment, who, what in result.story]
    if len(story) > MOST_LINES:
        story[MOST_LINES - LAST_LINES : -LAST_LINES] = [f"           … {len(story) - MOST_LINES} lines more"]
    for line in story:
        say(line)
