"""A slice of a longer list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of `total` things."""

    items: Sequence[T]
    total: int


def cut(things: Sequence[T], offset: int, limit: int | None) -> Page[T]:
    """`limit` of them (None: all) from `offset` on; past the end is empty."""
    return Page(things[offset:] if limit is None else things[offset : offset + limit], len(things))
