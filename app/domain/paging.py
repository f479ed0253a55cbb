"""A slice of a longer list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A slice of a list of `total` items."""

    items: Sequence[T]
    total: int


def cut(items: Sequence[T], offset: int, limit: int | None) -> Page[T]:
    """Return a slice of `limit` items (None: all) from `offset` on. Beyond the end it is empty."""
    return Page(items[offset:] if limit is None else items[offset : offset + limit], len(items))
