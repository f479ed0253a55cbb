"""Differences between the processes of one portal, as sentences with a cause and a cure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.store.processes import Process

WRONG_CLOCK_S = 10.0
"""Seconds by which a clock may be wrong. A time service keeps it within a fraction of a second."""
SAME = (
    ("agencies", "agencies.toml", "people of some agencies are refused. Copy it, and reload {}."),
    ("documents", "DOCUMENTS_DIR", "documents of submissions are missing. Share one folder, and restart {}."),
    ("version", "version", "requests may fail. Upgrade {}."),
)
"""The facts that must be equal: the name of each, the words for it, its effect, and the cure."""


def faults(processes: Sequence[Process]) -> list[str]:
    """Return a sentence for each fault, without repeats."""
    return list(dict.fromkeys(_faults(processes)))


def _faults(processes: Sequence[Process]) -> Iterator[str]:
    for each in processes:
        yield from _differences(processes[0], each)
        if abs(each.ahead_s) > WRONG_CLOCK_S:
            way = "ahead" if each.ahead_s > 0 else "behind"
            yield (
                f"The clock of {each.host}'s {each.service} is {abs(each.ahead_s):.0f} s {way}: ages and times are "
                f"wrong. Start the time service of {each.host}."
            )
        yield from (f"{each.host}'s {each.service}: {warning}" for warning in each.facts["warnings"])


def _differences(first: Process, other: Process) -> Iterator[str]:
    is_same_host = first.host == other.host
    one, two = (f"{each.host}'s {each.service}" if is_same_host else each.host for each in (first, other))
    if set(first.facts["secrets"]).isdisjoint(other.facts["secrets"]):
        yield f"{two}'s SECRET_KEY differs from {one}'s: sign-ins fail. Copy it, and restart {two}."
    for name, words, cure in SAME:
        if first.facts[name] != other.facts[name]:
            yield f"{two}'s {words} differs from {one}'s: {cure.format(two)}"
