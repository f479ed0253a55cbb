"""The records in AgentOS, from its journal of effects and its log of calls."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

State = dict[str, Any]
Call = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class AgentOSState:
    """The state of one agency's AgentOS, before and after, and the calls in between.

    `completed`: its statuses of completed jobs. `settle_s`: later effects count as duplicates.
    """

    before: State
    after: State
    calls: Sequence[Call]
    completed: frozenset[str]
    settle_s: float


@dataclass(frozen=True, kw_only=True)
class AgentOSEffect:
    """One effect of a call: a note or an invoice, with the content as sent, not as stored.

    `place`: its position among all effects of its agency. `late_s`: seconds after its call. `sha256`: of its document.
    `by_office`: staff entered it.
    """

    place: int
    agency: str
    job_id: str
    kind: str
    identity: str
    content: tuple[Any, ...]
    late_s: float = 0.0
    sha256: str | None = None
    by_office: bool = False


def effects_of(agency: str, state: AgentOSState) -> Iterable[AgentOSEffect]:
    """Yield every note and invoice, the oldest first: each effect counts, even if its record was changed or removed."""
    calls = {call["n"]: call for call in state.calls}
    documents = {document.get("InvoiceOID"): document["SHA256"] for document in state.after["documents"]}
    for effect in state.after["effects"][len(state.before["effects"]) :]:
        if effect["kind"] not in ("note", "invoice"):
            continue
        by_office = effect["by"] == "office"
        body = effect["record"] if by_office else calls[effect["call"]]["body"]
        yield AgentOSEffect(
            place=effect["n"],
            agency=agency,
            job_id=effect["job"],
            kind=effect["kind"],
            identity=effect["oid"],
            content=_content(agency, effect, body),
            late_s=effect["late_s"],
            sha256=documents.get(effect["oid"]),
            by_office=by_office,
        )


def _content(agency: str, effect: dict[str, Any], body: dict[str, Any]) -> tuple[Any, ...]:
    if effect["kind"] == "note":
        return agency, "note", effect["job"], body.get("CreatedBy"), body.get("NoteContents")
    sent = body.get("Documents") or [{}]
    content = body.get("Amount"), body.get("Description"), body.get("InvoiceNumber"), sent[0].get("Content")
    return agency, "invoice", effect["job"], effect["contractor"], *content


def most_calls(calls: Iterable[Call], window_s: float) -> dict[str, int]:
    """Return the most calls of each agency's key within any `window_s`, by the simulator's log."""
    most: dict[str, int] = defaultdict(int)
    recent: dict[str, deque[float]] = defaultdict(deque)
    for call in calls:
        agency = call["agency"]
        if agency is None:  # the key belongs to no agency at that time
            continue
        times = recent[agency]
        times.append(call["at"])
        while times[0] <= call["at"] - window_s:
            times.popleft()
        most[agency] = max(most[agency], len(times))
    return dict(most)
