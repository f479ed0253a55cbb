"""Pages of a list. A page can begin after an item, so items that are added before it move nothing."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

EPOCH = datetime.fromtimestamp(0, UTC)
FIRST, LAST = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
UNDATED = 10**18
"""The rank of items without a time, which come last."""


class Position(NamedTuple):
    """The place of an item in a list that is sorted newest first. It stays valid if the item disappears."""

    rank: int
    item_id: str

    @property
    def moment(self) -> datetime:
        """The item's time. If no time has this rank, return the first or the last time of all."""
        try:
            return EPOCH - timedelta(microseconds=self.rank)
        except OverflowError:
            return FIRST if self.rank > 0 else LAST


@dataclass(frozen=True, slots=True)
class PageQuery:
    """The selection of a page: `limit` items (None: all), beginning `offset` items after `after` (None: the start)."""

    after: Position | None = None
    offset: int = 0
    limit: int | None = None


WHOLE = PageQuery()
"""Selects the whole list."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A page of a list of `total` items. `next`: the position after which the next page begins, None at the end."""

    items: Sequence[T]
    total: int
    next: Position | None = None


def position_of(moment: datetime | date | None, item_id: str) -> Position:
    """Return the position of an item: newest first, undated last, then by id."""
    if moment is None:
        return Position(UNDATED, item_id)
    if isinstance(moment, datetime):
        return Position(-round(moment.timestamp() * 1_000_000), item_id)
    return Position(-moment.toordinal(), item_id)


def page_of(items: Iterable[T], position: Callable[[T], Position], query: PageQuery) -> Page[T]:
    """Sort items by position, and return a page. Beyond the end it is empty."""
    ordered = sorted(items, key=position)
    start = query.offset
    if query.after is not None:
        start += bisect_right(ordered, query.after, key=position)
    end = len(ordered) if query.limit is None else start + query.limit
    page = ordered[start:end]
    return Page(page, len(ordered), position(page[-1]) if page and end < len(ordered) else None)
