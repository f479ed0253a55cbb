"""Differences between the processes of one portal, as sentences with a cause and a cure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.clock import WRONG_CLOCK_S
from app.store.processes import Process


def faults(processes: Sequence[Process]) -> list[str]:
    """Return a sentence for each fault, without repeats."""
    return list(dict.fromkeys(_faults(processes)))


def _faults(processes: Sequence[Process]) -> Iterator[str]:
    for each in processes:
        yield from _differences(processes[0], each)
        if abs(each.ahead_s) > WRONG_CLOCK_S:
            way = "ahead of" if each.ahead_s > 0 else "behind"
            yield (
                f"The clock of {each.host}'s {each.service} is {abs(each.ahead_s):.0f} s {way} the database's: ages "
                "and times are wrong. Start the time services of both machines."
            )
        yield from (f"{each.host}: {warning}" for warning in each.facts["warnings"])


def _differences(first: Process, other: Process) -> Iterator[str]:
    known, facts = first.facts, other.facts
    is_same_host = first.host == other.host
    its, here = (f"{each.host}'s {each.service}" if is_same_host else each.host for each in (first, other))
    if known["version"] != facts["version"]:  # other facts of two versions cannot be compared
        yield f"{here} has version {facts['version']}, {its} {known['version']}. Upgrade or restart the older one."
        return
    if known["secrets"][0] not in facts["secrets"] or facts["secrets"][0] not in known["secrets"]:
        yield f"{here}'s SECRET_KEY differs from {its}'s: sign-ins fail. Correct the wrong one, and restart that host."
    elif set(known["agencies"]).isdisjoint(facts["agencies"]):  # a fingerprint has the secret as its key
        yield (
            f"{here}'s agencies.toml differs from {its}'s: some people are refused. Correct the wrong one, and reload "
            "that host."
        )
    if known["documents"] != facts["documents"]:
        yield (
            f"{here}'s DOCUMENTS_DIR differs from {its}'s ({facts['documents']}, {known['documents']}): documents of "
            "submissions are missing. Share one folder, and restart the host with the wrong one."
        )
