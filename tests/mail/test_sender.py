"""The mail queue: order, claims, waits, and what becomes of mails that cannot be sent."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update
from structlog.testing import capture_logs

from app.mail import queue
from app.mail.queue import Urgency
from app.mail.sender import (
    CLAIM_S,
    DAY_S,
    FIRST_PAUSE_S,
    LEAST_TRIES,
    Dropped,
    Kind,
    Letter,
    NotYet,
    Sender,
    pause_s,
)
from app.mail.smtp import AddressRefused, MailNotSent
from app.store import migrations
from app.store.engine import Database
from app.store.steady_clock import SteadyClock
from app.store.tables import mails, metadata
from tests.clock import FakeClock

HOUR, WEEK = 3_600.0, 7 * DAY_S
AT = "2026-11-25T09:00:00.000000Z"


@dataclass
class Recorder:
    """Replaces the mail server. `error`: raised for each mail, or None."""

    sent: list[str] = field(default_factory=list)
    explained: list[str] = field(default_factory=list)
    error: BaseException | None = None

    def send(self, to: str, subject: str, text: str, *, kind: str) -> None:
        if self.error is not None:
            raise self.error
        self.sent.append(to)

    def explain(self, why: str) -> None:
        self.explained.append(why)


@dataclass
class Office:
    """A queue with two kinds of mail, and a sender for the agency acme. `writes`: the result of writing any mail."""

    database: Database
    clock: FakeClock
    mailer: Recorder = field(default_factory=Recorder)
    ended: list[str | None] = field(default_factory=list)
    writes: Callable[[Any], Letter] = lambda mail: Letter([mail.email or "office"], "Subject", "Text")

    def add(self, email: str | None = "a", urgency: Urgency = Urgency.NOTICE, kind: str = "news", **about: Any) -> None:
        with self.database.write() as connection:
            queue.add(self.database, connection, kind, urgency, at=AT, email=email, **about)

    def sender(self) -> Sender:
        news = Kind(write=lambda mail: self.writes(mail), tried_s=WEEK, ended=lambda _, __, why: self.ended.append(why))
        kinds = {"news": news, "daily": Kind(write=self._write_daily, tried_s=WEEK)}
        steady = SteadyClock(self.database)

        def now() -> float:
            with self.database.read() as connection:
                return steady.seconds(connection)

        return Sender(self.database, now, ["acme"], kinds, self.mailer)  # type: ignore[arg-type]

    def _write_daily(self, mail: Any) -> Letter:
        return replace(self.writes(mail), repeated=frozenset([mail.id] if mail.sent < 13 else []))

    def send(self) -> list[str]:
        """Send all due mails. Return their recipients."""
        before, sender = len(self.mailer.sent), self.sender()
        while sender.send_next():
            pass
        return self.mailer.sent[before:]

    def rows(self) -> list[Any]:
        with self.database.read() as connection:
            return list(connection.execute(select(mails).order_by(mails.c.id)))


@pytest.fixture
def office(database_url: str) -> Office:
    clock = FakeClock()
    migrations.make_file(database_url)
    database = Database(database_url, clock)
    with database.write() as connection:
        metadata.create_all(connection)
    return Office(database, clock)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_most_urgent_mail_is_sent_first(office: Office) -> None:
    for urgency in reversed(Urgency):
        office.add(urgency.name, urgency)
        office.clock.advance(1)
    assert office.send() == [urgency.name for urgency in Urgency]
    assert office.rows() == []


def test_sources_of_equal_urgency_take_turns(office: Office) -> None:
    for _ in range(3):
        office.add("busy", source="busy")
    office.clock.advance(1)
    for other in ("b", "c"):
        office.add(other, source=other)
    office.clock.advance(1)
    assert office.send() == ["busy", "b", "c", "busy", "busy"]


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_submission_gets_one_mail_of_a_kind_which_is_kept(office: Office) -> None:
    for _ in range(2):
        office.add(None, agency="acme", submission_id="1")
    office.add(None, agency="acme", submission_id="2")
    assert office.send() == ["office", "office"]
    office.add(None, agency="acme", submission_id="1")
    assert office.send() == []
    assert queue.mails_about(office.database, "1") == [{"kind": "news", "sent": 1, "failed": 0, "due": False}]


def test_mail_of_an_unknown_agency_or_kind_is_left_to_other_workers(office: Office) -> None:
    office.add("a", agency="bolt")
    office.add("a", kind="from a later release")
    assert office.send() == []
    assert office.sender().next_due_s() is None
    assert [row.tries for row in office.rows()] == [0, 0]
    assert queue.count_waiting(office.database, ["acme"]) == {"from a later release": (1, AT)}


@given(kept_s=st.floats(60.0, 1e8), tries=st.integers(0, 5_000))
def test_pauses_double_up_to_a_fortieth_of_the_time(kept_s: float, tries: int) -> None:
    first, second = pause_s(tries, kept_s), pause_s(tries + 1, kept_s)
    assert second == min(2 * first, kept_s / LEAST_TRIES)
    assert first == min(FIRST_PAUSE_S, kept_s / LEAST_TRIES) or first > FIRST_PAUSE_S


def test_failing_mail_is_tried_again_for_a_week(office: Office) -> None:
    office.mailer.error = MailNotSent("TimeoutError")
    office.add("a")
    began, waits = office.clock.boot(), []
    with capture_logs() as lines:
        while office.send() == [] and office.rows():
            wait_s = office.sender().next_due_s()
            assert wait_s is not None
            waits.append(wait_s)
            office.clock.advance(wait_s)
    assert waits[:4] == [FIRST_PAUSE_S * 2**number for number in range(4)]
    assert max(waits) <= 4.3 * HOUR
    assert WEEK - 5 * HOUR < office.clock.boot() - began <= WEEK
    assert [line["event"] for line in lines] == ["mail_given_up"]
    assert office.ended == ["too late"]


def test_daily_mail_is_sent_14_times_and_its_reminders_do_not_count_as_waiting(office: Office) -> None:
    office.add(None, kind="daily", submission_id="1")
    assert queue.count_waiting(office.database, ["acme"]) == {"daily": (1, AT)}
    for number in range(14):
        assert (office.send(), office.send()) == (["office"], []), number
        assert queue.count_waiting(office.database, ["acme"]) == {}
        office.clock.advance(DAY_S)
    assert office.send() == []
    assert office.sender().next_due_s() is None


@pytest.mark.parametrize(("email", "why"), [("a", ["address refused"]), (None, [])])
def test_refused_address_ends_a_mail_unless_its_recipient_may_be_corrected(
    office: Office, email: str | None, why: list[str]
) -> None:
    office.mailer.error = AddressRefused("SMTPRecipientsRefused")
    office.add(email, submission_id=None if email else "1")
    office.send()
    assert office.ended == why
    assert (office.sender().next_due_s() is None) == bool(why)


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_mail_claimed_by_a_killed_worker_is_sent_after_the_claim(office: Office) -> None:
    office.mailer.error = SystemExit()
    office.add("a")
    with pytest.raises(SystemExit):
        office.send()
    office.mailer.error = None
    office.clock.advance(CLAIM_S - 1)
    assert office.send() == []
    office.clock.advance(1)
    assert office.send() == ["a"]


def raising(error: Exception) -> Callable[[Any], Letter]:
    def write(_mail: Any) -> Letter:
        raise error

    return write


def test_mail_whose_reason_has_passed_is_dropped(office: Office) -> None:
    office.writes = raising(Dropped("the review is over"))
    office.add("a")
    assert (office.send(), office.rows(), office.ended) == ([], [], ["the review is over"])
    assert office.mailer.explained == ["No news for a: the review is over."]


@pytest.mark.parametrize(
    ("write", "event"), [(raising(KeyError("a fault")), "mail_failed"), (lambda _: Letter([], "", ""), "no_address")]
)
def test_mail_with_a_fault_or_without_address_is_logged_and_delays_no_other(
    office: Office, write: Callable[[Any], Letter], event: str
) -> None:
    office.writes = lambda mail: write(mail) if mail.email == "a" else Letter(["b"], "Subject", "Text")
    office.add("a")
    office.add("b")
    with capture_logs() as lines:
        assert office.send() == ["b"]
    assert [line["event"] for line in lines] == [event, "mail_sent"]
    assert [row.tries for row in office.rows()] == [1]


def test_mail_that_was_replaced_while_it_was_sent_is_sent_too(office: Office) -> None:
    """A removed row must not come back."""
    office.add("a")

    def write(mail: Any) -> Letter:
        with office.database.write() as connection:
            assert [row.id for row in queue.remove(connection, mails.c.email == "a")] == [mail.id]
            connection.execute(update(mails).values(tries=9))
        return Letter([mail.email], "Subject", "Text")

    office.writes = write
    assert (office.send(), office.rows()) == (["a"], [])


@pytest.mark.parametrize("error", [NotYet(7.0), MailNotSent("TimeoutError")])
def test_mail_that_was_removed_and_is_not_sent_ends(office: Office, error: Exception) -> None:
    office.add("a")

    def write(_mail: Any) -> Letter:
        with office.database.write() as connection:
            queue.remove(connection, mails.c.email == "a")
        raise error

    office.writes = write
    assert (office.send(), office.rows(), office.ended) == ([], [], ["removed meanwhile"])


def test_mail_is_marked_as_claimed_only_while_it_is_sent(office: Office) -> None:
    office.add("a")
    during: list[bool] = []

    def write(_mail: Any) -> Letter:
        during.extend(row.claimed for row in office.rows())
        raise MailNotSent("TimeoutError")

    office.writes = write
    office.send()
    assert (during, [row.claimed for row in office.rows()]) == ([True], [False])
