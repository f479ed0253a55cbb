"""A list of AgentOS, read page by page, so that a long list is never in memory as a whole."""

from collections.abc import Callable
from typing import Generic, TypeVar

from app.agentos import parse
from app.agentos.caller import Caller
from app.agentos.endpoints import PAGE_SIZE
from app.agentos.errors import Malformed
from app.agentos.parse import Kind, Row

MAX_PAGES = 1_000
"""Most pages of a list. A longer list has no end: no agency has a million jobs."""

T = TypeVar("T")
Ask = Callable[[int, Caller], bytes]
"""Requests the page that begins at an offset from AgentOS."""


class Listing(Generic[T]):
    """A list that is being read. After a call that failed, the same page can be requested again.

    `ids` are the ids of all rows so far. After the last page, `complete` says whether a missing row is gone upstream.
    """

    def __init__(self, kind: Kind[T], ask: Ask, caller: Caller) -> None:
        self._kind = kind
        self._ask = ask
        self._caller = caller
        self._offset = 0
        self._pages = 0
        self._ended = False
        self._unreadable = 0
        self._bad: set[str] = set()
        self._totals: set[int | None] = set()
        self.ids: set[str] = set()

    def next_page(self, caller: Caller | None = None) -> list[Row] | None:
        """Return the rows of the next page that have an id, or None after the last page.

        Raise any `AgentOSError`, and Malformed if the list does not end. `caller` replaces the gateway's caller.
        """
        if self._ended:
            return None
        page = parse.page(self._kind, parse.decode(self._ask(self._offset, caller or self._caller)))
        known = len(self.ids)
        self.ids.update(row.identity for row in page.rows)
        self._unreadable += page.length - len(page.rows)
        self._totals.add(page.total)
        self._offset += page.length
        self._pages += 1
        self._ended = page.length < PAGE_SIZE if page.total is None else self._offset >= page.total or not page.length
        if not self._ended and len(self.ids) == known:
            raise Malformed("a list that repeats itself")
        if not self._ended and self._pages == MAX_PAGES:
            raise Malformed("a list without an end")
        return page.rows

    def read(self, row: Row) -> T | None:
        """Return the domain object of a row. Return None if it cannot be read; the list is incomplete then."""
        record = parse.readable(self._kind, row.value)
        if record is None:
            self._unreadable += 1
            self._bad.add(row.identity)
        return record

    @property
    def complete(self) -> bool:
        """True if the whole list was read: it has as many distinct ids as AgentOS said on every page."""
        return self._ended and not self._unreadable and self._totals in ({None}, {len(self.ids)})

    def check(self) -> None:
        """Raise Malformed if there were rows and none of them could be read."""
        if self._unreadable and not self.ids - self._bad:
            raise Malformed("a list without a readable row")

    def whole(self) -> tuple[T, ...]:
        """Return all records, each once; for short lists. Raise any `AgentOSError`."""
        records: dict[str, T] = {}
        while (rows := self.next_page()) is not None:
            for row in rows:
                record = self.read(row)
                if record is not None:
                    records[row.identity] = record
        self.check()
        return tuple(records.values())
