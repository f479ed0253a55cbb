"""Times as the portal shows and reads them: Europe/London."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def to_utc(moment: datetime) -> datetime:
    """Return `moment` in UTC. A moment without a zone is in London.

    In the repeated autumn hour, it is the first of the two. A time in the spring gap becomes one hour later (PEP 495,
    fold 0, defines both).
    """
    return (moment if moment.tzinfo else moment.replace(tzinfo=LONDON, fold=0)).astimezone(UTC)


def to_london(moment: datetime) -> datetime:
    """Return `moment` in London, with London's offset."""
    return to_utc(moment).astimezone(LONDON)


def london_date(moment: datetime) -> date:
    """Return the date in London at `moment`."""
    return to_london(moment).date()


def to_text(moment: datetime) -> str:
    """Return `moment` as ISO 8601 in UTC, always with microseconds, because all texts need the same length."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def to_optional_text(moment: datetime | None) -> str | None:
    """Return the text of a moment, or None."""
    return to_text(moment) if moment else None


def to_former_text(moment: datetime | None) -> str | None:
    """Return the text that releases before API 2.1 wrote, without the microseconds of a whole second; or None."""
    return moment.astimezone(UTC).isoformat() if moment else None


def from_text(text: str) -> datetime:
    """Return the moment that `to_text` wrote."""
    return datetime.fromisoformat(text)


def from_optional_text(text: str | None) -> datetime | None:
    """Return the moment that a text tells; None if it is None or empty."""
    return from_text(text) if text else None
