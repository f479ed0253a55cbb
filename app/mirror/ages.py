"""How old what was read may be: worked out from its states the same way, whoever holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.mirror.kinds import SINGLES, Kind
from app.mirror.mirror import LastRead

NEVER = datetime.max.replace(tzinfo=UTC)
ALWAYS = datetime.min.replace(tzinfo=UTC)
STATEMENTS = (Kind.HISTORICAL, Kind.PENDING, Kind.INVOICE)
STATEMENTS_BEHIND_VIEW_S = 600.0
"""From which age on a view of statements has them read again, though their age limit is higher."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """The oldest reading of what a value is judged by, and the moments from which on something is to be done or said.

    `ask_from`: a look has something read again. `old_from`: past its age. `failed_from`: that, and the last attempt to
    read it failed.
    """

    as_of: datetime | None
    ask_from: datetime
    old_from: datetime
    failed_from: datetime


class Ages:
    """The age limits, in seconds."""

    def __init__(self, limits_s: Mapping[Kind, float]) -> None:
        self.limits_s = limits_s

    def of(self, states: Iterable[tuple[Kind, bool, LastRead]]) -> Freshness:
        """The freshness of a value made of collections of these kinds, judged by or not, in these states."""
        states = list(states)
        # A thing that AgentOS does not give makes nothing stale; a list that is left out does.
        judged = [
            (kind, state) for kind, is_judged, state in states if is_judged and (state.read_at or kind not in SINGLES)
        ]
        old = [(self._old_from(kind, state), state) for kind, state in judged]
        return Freshness(
            as_of=min((state.read_at for _, state in judged if state.read_at), default=None),
            ask_from=min((self.ask_from(kind, state) for kind, _, state in states), default=NEVER),
            old_from=min((moment for moment, _ in old), default=NEVER),
            failed_from=min((moment for moment, state in old if state.failed_at), default=NEVER),
        )

    def ask_from(self, kind: Kind, state: LastRead) -> datetime:
        """From when on a look at it has it read again, if nobody has asked for that yet."""
        if state.asked_at:
            return NEVER
        if state.read_at is None:
            return ALWAYS if kind in SINGLES else NEVER
        most_s = STATEMENTS_BEHIND_VIEW_S if kind in STATEMENTS else self.limits_s[kind]
        return state.read_at + timedelta(seconds=min(most_s, self.limits_s[kind]))

    def _old_from(self, kind: Kind, state: LastRead) -> datetime:
        return (state.read_at or ALWAYS) + timedelta(seconds=self.limits_s[kind])
