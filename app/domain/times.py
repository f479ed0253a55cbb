"""Times as the portal shows and reads them: Europe/London."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def to_utc(moment: datetime) -> datetime:
    """`moment` in UTC; one without a zone is London's.

    In the repeated autumn hour the first of the two is meant; a time in the spring gap comes out one hour later
    (PEP 495, fold 0, gives both).
    """
    return (moment if moment.tzinfo else moment.replace(tzinfo=LONDON, fold=0)).astimezone(UTC)


def to_london(moment: datetime) -> datetime:
    """`moment` in London, with London's offset."""
    return to_utc(moment).astimezone(LONDON)


def london_date(moment: datetime) -> date:
    """The date on London's calendars at `moment`."""
    return to_london(moment).date()
