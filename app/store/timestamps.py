"""Moments as text, so that the order of the texts is the order in time."""

from datetime import UTC, datetime


def text(moment: datetime) -> str:
    """`moment` as ISO 8601 in UTC, always with microseconds: one length, or comparing would not work."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(written: str) -> datetime:
    """The moment that `text` wrote."""
    return datetime.fromisoformat(written)
