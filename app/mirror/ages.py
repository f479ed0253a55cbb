"""Age limits of mirrored data, and the freshness of a value made from several collections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.mirror.kinds import SINGLES, Kind
from app.mirror.mirror import CollectionState

FAR_FUTURE = datetime.max.replace(tzinfo=UTC)
FAR_PAST = datetime.min.replace(tzinfo=UTC)
STATEMENTS = (Kind.HISTORICAL, Kind.PENDING, Kind.INVOICE)
STATEMENTS_BEHIND_VIEW_S = 600.0
"""The age in seconds from which a view of statements requests a refresh, although the age limit is higher."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """The time of the oldest fetch that a value depends on, and the times at which the value becomes stale.

    From `refresh_from`, a view requests a refresh. From `over_age_from`, the value is past its age limit. From
    `failed_from`, it is past its age limit and the last attempt to fetch it failed.
    """

    as_of: datetime | None
    refresh_from: datetime
    over_age_from: datetime
    failed_from: datetime


@dataclass(frozen=True)
class AgeLimits:
    """The age limits, in seconds."""

    limits_s: Mapping[Kind, float]

    def freshness_of(self, states: Iterable[tuple[Kind, bool, CollectionState]]) -> Freshness:
        """Return the freshness of a value.

        `states`: for each collection behind the value, its kind, True if its age counts for the value, and its state.
        """
        states = list(states)
        # A missing single record does not make the value stale. A missing list does.
        judged = [
            (kind, state) for kind, is_judged, state in states if is_judged and (state.read_at or kind not in SINGLES)
        ]
        over_age = [
            ((state.read_at or FAR_PAST) + timedelta(seconds=self.limits_s[kind]), state) for kind, state in judged
        ]
        return Freshness(
            as_of=min((state.read_at for _, state in judged if state.read_at), default=None),
            refresh_from=min((self.refresh_from(kind, state) for kind, _, state in states), default=FAR_FUTURE),
            over_age_from=min((moment for moment, _ in over_age), default=FAR_FUTURE),
            failed_from=min((moment for moment, state in over_age if state.failed_at), default=FAR_FUTURE),
        )

    def refresh_from(self, kind: Kind, state: CollectionState) -> datetime:
        """Return the time from which a view requests a refresh, or `FAR_FUTURE` if a refresh has been requested."""
        if state.asked_at:
            return FAR_FUTURE
        if state.read_at is None:
            return FAR_PAST if kind in SINGLES else FAR_FUTURE
        limit_s = STATEMENTS_BEHIND_VIEW_S if kind in STATEMENTS else self.limits_s[kind]
        return state.read_at + timedelta(seconds=min(limit_s, self.limits_s[kind]))
