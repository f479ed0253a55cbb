"""Asking for a code, and what becomes of it in the worker."""

import pytest
from flask.testing import FlaskClient

from app.services import Services
from app.store.tables import code_requests, codes
from tests.auth.conftest import HARPER, MakeApp, People, Records
from tests.auth.postbox import Postbox
from tests.clock import FakeClock


def ask(client: FlaskClient, email: str = HARPER) -> None:
    assert client.post("/api/session/code", json={"email": email}).status_code == 204


@pytest.mark.parametrize("email", [HARPER, "stranger@nowhere.example"])
def test_code_request_for_any_address_has_the_same_response(
    client: FlaskClient, records: Records, postbox: Postbox, email: str
) -> None:
    answer = client.post("/api/session/code", json={"email": email, "agency": "acme"})
    assert (answer.status_code, answer.data) == (204, b"")
    assert "Content-Type" not in answer.headers
    assert "Set-Cookie" not in answer.headers
    assert [row.email for row in records.rows(code_requests)] == [email]
    assert not records.rows(codes)
    assert not postbox.mails


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "email"),
        ({"email": "no address"}, "email"),
        ({"email": "a@b"}, "email"),
        ({"email": None}, "email"),
        ({"email": 7}, "email"),
        ({"email": "x" * 250 + "@a.example"}, "email"),
        ({"email": "a@b.example\r\nBcc: c@d.example"}, "email"),
        ({"email": HARPER, "agency": "no id!"}, "agency"),
        ({"email": HARPER, "mobile": "1"}, "mobile"),
    ],
)
def test_code_request_malformed_returns_400_with_field(
    client: FlaskClient, records: Records, body: dict[str, object], field: str
) -> None:
    answer = client.post("/api/session/code", json=body)
    assert answer.status_code == 400
    assert answer.json["error"].startswith(f"{field}: ")
    assert not records.rows(code_requests)


def test_code_request_without_json_is_refused(client: FlaskClient, records: Records) -> None:
    assert client.post("/api/session/code", data={"email": HARPER}).status_code == 400


def test_known_address_gets_six_digits_once(client: FlaskClient, people: People, records: Records) -> None:
    ask(client, "  OFFICE@Harper.Example ")
    assert people.work() == 1
    assert people.work() == 0
    [mail] = people.postbox.mails
    assert mail["To"] == HARPER
    assert people.postbox.codes[0] not in str(mail["Subject"])
    assert not records.rows(code_requests)


def test_code_is_stored_as_keyed_hash(client: FlaskClient, people: People, records: Records) -> None:
    code = people.code(client)
    [row] = records.rows(codes)
    assert code not in row.digest
    assert len(row.digest) == 64


def test_any_address_of_a_record_is_known(client: FlaskClient, people: People) -> None:
    people.ask(client, "jo@harper.example")
    assert len(people.postbox.mails) == 1


def test_unknown_address_is_dropped_when_everything_was_read(
    client: FlaskClient, people: People, records: Records
) -> None:
    people.ask(client, "stranger@nowhere.example")
    assert not people.postbox.mails
    assert not records.rows(code_requests)


def test_archived_contractor_is_unknown(client: FlaskClient, people: People, records: Records) -> None:
    records.put("acme", "CON-3", email="old@old.example", archived=True)
    people.ask(client, "old@old.example")
    assert not people.postbox.mails


def test_contractor_of_unconfigured_agency_is_unknown(client: FlaskClient, people: People, records: Records) -> None:
    records.put("gone", "G-1", email="g@gone.example")
    people.ask(client, "g@gone.example")
    assert not people.postbox.mails


class TestWhileSomeAgencyWasNeverRead:
    @pytest.fixture
    def records(self, services: Services) -> Records:
        records = Records(services)
        records.were_read("acme")
        return records

    def test_it_is_looked_up_again_and_mailed_once(
        self, client: FlaskClient, people: People, records: Records, clock: FakeClock
    ) -> None:
        people.ask(client)
        for _ in range(30):
            clock.advance(1)
            people.work()
        assert not people.postbox.mails
        records.put("bolt", "B-7")
        records.were_read("bolt")
        clock.advance(1)
        assert people.work() == 1
        clock.advance(1)
        assert people.work() == 0

    def test_it_is_not_looked_up_more_than_once_a_second(
        self, client: FlaskClient, people: People, records: Records, clock: FakeClock
    ) -> None:
        people.ask(client)
        records.put("acme", "CON-1")
        clock.advance(0.5)
        assert people.work() == 0
        clock.advance(0.5)
        assert people.work() == 1

    def test_it_is_dropped_after_ten_minutes(
        self, client: FlaskClient, people: People, records: Records, clock: FakeClock
    ) -> None:
        people.ask(client)
        clock.advance(599)
        people.work()
        assert records.rows(code_requests)
        clock.advance(1)
        people.work()
        assert not records.rows(code_requests)

    def test_it_is_dropped_once_everything_was_read(
        self, client: FlaskClient, people: People, records: Records, clock: FakeClock
    ) -> None:
        people.ask(client)
        records.were_read("bolt")
        clock.advance(1)
        people.work()
        assert not records.rows(code_requests)

    def test_an_agency_whose_reading_fails_holds_nobody_else_up(
        self, client: FlaskClient, people: People, records: Records
    ) -> None:
        records.put("acme", "CON-1")
        people.ask(client)
        assert len(people.postbox.mails) == 1


def test_sixth_code_in_an_hour_is_not_mailed_and_last_stays_valid(
    client: FlaskClient, people: People, records: Records, clock: FakeClock
) -> None:
    for _ in range(7):
        people.ask(client)
        clock.advance(1)
    assert len(people.postbox.mails) == 5
    assert not records.rows(code_requests)
    answer = client.post("/api/session", json={"email": HARPER, "code": people.postbox.codes[-1]})
    assert answer.status_code == 201


def test_eleventh_code_in_a_day_is_not_mailed(client: FlaskClient, people: People, clock: FakeClock) -> None:
    for _ in range(14):
        people.ask(client)
        clock.advance(1801)
    assert len(people.postbox.mails) == 10
    clock.advance(86_400)
    people.ask(client)
    assert len(people.postbox.mails) == 11


def test_codes_are_counted_per_email_address(client: FlaskClient, people: People, clock: FakeClock) -> None:
    for _ in range(6):
        people.ask(client)
    people.ask(client, "jo@harper.example")
    assert people.postbox.mails[-1]["To"] == "jo@harper.example"


def test_code_requests_are_limited_per_ip_address(make_app: MakeApp, clock: FakeClock) -> None:
    client = make_app(SIGNIN_PER_ADDRESS="3").test_client()
    for _ in range(3):
        ask(client, "a@b.example")
    answer = client.post("/api/session/code", json={"email": "other@b.example"})
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "3600"
    clock.advance(3600)
    ask(client)


def test_malformed_code_request_is_not_counted(make_app: MakeApp) -> None:
    client = make_app(SIGNIN_PER_ADDRESS="1").test_client()
    ask(client)
    assert client.post("/api/session/code", json={}).status_code == 400
