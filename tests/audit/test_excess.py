"""The worker keeps a limited number of the entries that strangers cause."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from app.audit.audit import Event
from app.audit.excess import MOST_ENTRIES
from app.domain.clock import to_text
from app.store.tables import audit_entries
from tests.log_lines import Lines
from tests.mirror.virtual_worker import VirtualWorker
from tests.portal_server import PortalServer

HARPER, SAM = "office@harper.example", "sam@obrien.example"
ASKED, FAILED, NOT_MAILED = Event.CODE_REQUESTED, Event.SIGN_IN_FAILED, Event.CODE_NOT_MAILED


def write(portal_server: PortalServer, hours_ago: float, number: int, email: str | None, event: str = ASKED) -> None:
    """Write entries as strangers in many networks cause them. An address may contain the number of the entry."""
    at = to_text(portal_server.clock.now() - timedelta(hours=hours_ago))
    rows: list[dict[str, Any]] = [
        {"at": at, "event": event, "email": email and email.format(each)} for each in range(number)
    ]
    with portal_server.services.database.write() as connection:
        connection.execute(insert(audit_entries), rows)


def entries(portal_server: PortalServer) -> Counter[tuple[str, str | None]]:
    """Let the worker run. Return the number of entries by time and address."""
    VirtualWorker(portal_server).work()
    with portal_server.services.database.read() as connection:
        rows = connection.execute(select(audit_entries.c.at, audit_entries.c.email)).all()
    return Counter((row.at[:13], row.email) for row in rows)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_entries_of_strangers_are_kept_up_to_a_limit_an_hour(portal_server: PortalServer, lines: Lines) -> None:
    """It is 9:00. The first entries of each hour are kept, whatever their address, and all of contractors."""
    write(portal_server, 2, MOST_ENTRIES - 2, "stranger{}@x.example")
    write(portal_server, 1.5, 1, None, FAILED)
    write(portal_server, 1.5, MOST_ENTRIES, HARPER)
    write(portal_server, 1.5, 1, SAM, FAILED)
    write(portal_server, 1.5, 1, "last@x.example", FAILED)
    write(portal_server, 1.01, 300, "excess{}@x.example", FAILED)
    write(portal_server, 1.01, 300, "excess{}@x.example", NOT_MAILED)
    write(portal_server, 1.01, 1, SAM)
    write(portal_server, 1, 2, "next@x.example")
    counts = entries(portal_server)
    of_strangers = {key: number for key, number in counts.items() if key[1] not in (HARPER, SAM)}
    assert sum(of_strangers.values()) == MOST_ENTRIES + 2
    assert not [email for _, email in of_strangers if email and email.startswith("excess")]
    assert (counts["2026-11-25T07", "last@x.example"], counts["2026-11-25T08", "next@x.example"]) == (1, 2)
    assert (counts["2026-11-25T07", HARPER], counts["2026-11-25T07", SAM]) == (MOST_ENTRIES, 2)
    [warning] = [line for line in lines() if line["event"] == "audit_entries_not_kept"]
    assert (warning["entries"], warning["hour"][:13]) == (600, "2026-11-25T07")


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_entries_about_one_contractor_have_a_limit_of_their_own(portal_server: PortalServer) -> None:
    write(portal_server, 1, MOST_ENTRIES + 1, HARPER)
    write(portal_server, 1, MOST_ENTRIES, SAM)
    write(portal_server, 1, MOST_ENTRIES, "stranger@x.example")
    counts = entries(portal_server)
    assert {email: counts["2026-11-25T08", email] for email in (HARPER, SAM, "stranger@x.example")} == {
        HARPER: MOST_ENTRIES,
        SAM: MOST_ENTRIES,
        "stranger@x.example": MOST_ENTRIES,
    }


def test_entries_of_this_hour_and_of_other_events_are_kept(portal_server: PortalServer) -> None:
    portal_server.advance_clock(3_000)
    write(portal_server, 0.5, MOST_ENTRIES + 1, "stranger@x.example")
    write(portal_server, 2, MOST_ENTRIES + 1, HARPER, Event.SUBMITTED)
    assert sum(entries(portal_server).values()) == 2 * MOST_ENTRIES + 2


def test_worker_that_was_away_checks_the_last_day(portal_server: PortalServer) -> None:
    write(portal_server, 24, MOST_ENTRIES + 1, "stranger@x.example")
    write(portal_server, 3, MOST_ENTRIES - 1, "stranger@x.example")
    write(portal_server, 2, MOST_ENTRIES + 1, "stranger@x.example")
    counts = entries(portal_server)
    assert [counts[hour, "stranger@x.example"] for hour in ("2026-11-24T09", "2026-11-25T06", "2026-11-25T07")] == [
        MOST_ENTRIES,
        MOST_ENTRIES - 1,
        MOST_ENTRIES,
    ]
