"""Moments as text in the database. The order of the texts is the order in time."""

from datetime import UTC, datetime


def to_text(moment: datetime) -> str:
    """Return `moment` as ISO 8601 in UTC, always with microseconds, because all texts need the same length."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def to_optional_text(moment: datetime | None) -> str | None:
    """Return the text of a moment, or None."""
    return to_text(moment) if moment else None


def from_text(text: str) -> datetime:
    """Return the moment that `to_text` wrote."""
    return datetime.fromisoformat(text)


def from_optional_text(text: str | None) -> datetime | None:
    """Return the moment that a text tells; None if it is None or empty."""
    return from_text(text) if text else None
