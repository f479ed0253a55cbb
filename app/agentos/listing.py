"""A list of AgentOS, read page by page: nobody ever holds a long one whole."""

from collections.abc import Callable
from typing import Generic, TypeVar

from app.agentos import parse
from app.agentos.caller import Caller
from app.agentos.endpoints import PAGE_SIZE
from app.agentos.errors import Malformed
from app.agentos.parse import Kind, Row

MAX_PAGES = 1_000
"""A list longer than this many pages has no end; no agency has a million jobs."""

T = TypeVar("T")
Ask = Callable[[int, Caller], bytes]
"""Asks AgentOS for the page that begins at an offset."""


class Listing(Generic[T]):
    """One list on its way in. A call that fails leaves it where it is: the same page can be asked for again.

    `ids` are those of every row so far. Once the last page is in, `complete` says whether a row's absence means that
    it is gone upstream; until then nothing does.
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
        """The next page's rows that have an id; None after the last page.

        Raises any `AgentOSError`; Malformed if the list does not end. `caller` asks in place of the gateway's.
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
        """The domain object in one of the rows; None if it cannot be read, and the list is not complete then."""
        thing = parse.readable(self._kind, row.value)
        if thing is None:
            self._unreadable += 1
            self._bad.add(row.identity)
        return thing

    @property
    def complete(self) -> bool:
        """Whether all of the list was read: the distinct ids are as many as AgentOS said on every page."""
        return self._ended and not self._unreadable and self._totals in ({None}, {len(self.ids)})

    def check(self) -> None:
        """Raise Malformed if there were rows and not one of them could be read."""
        if self._unreadable and not self.ids - self._bad:
            raise Malformed("a list without a readable row")

    def whole(self) -> tuple[T, ...]:
        """All of it at once, each row once; for short lists. Raises any `AgentOSError`."""
        found: dict[str, T] = {}
        while (rows := self.next_page()) is not None:
            for row in rows:
                thing = self.read(row)
                if thing is not None:
                    found[row.identity] = thing
        self.check()
        return tuple(found.values())
