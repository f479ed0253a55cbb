"""Requests for a code, and their processing in the worker."""

import pytest
from flask.testing import FlaskClient

from app.services import Services
from app.store.tables import codes, mails
from tests.auth.conftest import HARPER, MakeApp, MirrorRecords, SignInSteps
from tests.auth.mail_server import MailServer
from tests.clock import FakeClock


def ask(client: FlaskClient, email: str = HARPER) -> None:
    assert client.post("/api/session/code", json={"email": email}).status_code == 204


@pytest.mark.parametrize("email", [HARPER, "stranger@nowhere.example"])
def test_code_request_for_any_address_has_the_same_response(
    client: FlaskClient, records: MirrorRecords, postbox: MailServer, email: str
) -> None:
    answer = client.post("/api/session/code", json={"email": email, "agency": "acme"})
    assert (answer.status_code, answer.data) == (204, b"")
    assert "Content-Type" not in answer.headers
    [cookie] = answer.headers.getlist("Set-Cookie")
    assert cookie.startswith("portal_attempt=")
    assert [row.email for row in records.rows(mails)] == [email]
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
def test_malformed_code_request_returns_400_with_field(
    client: FlaskClient, records: MirrorRecords, body: dict[str, object], field: str
) -> None:
    answer = client.post("/api/session/code", json=body)
    assert answer.status_code == 400
    assert answer.json["error"].startswith(f"{field}: ")
    assert not records.rows(mails)


def test_known_address_gets_six_digits_once(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords
) -> None:
    ask(client, "  OFFICE@Harper.Example ")
    assert sign_in_steps.work() == 1
    assert sign_in_steps.work() == 0
    [mail] = sign_in_steps.postbox.mails
    assert mail["To"] == HARPER
    assert sign_in_steps.postbox.codes[0] not in str(mail["Subject"])
    assert not records.rows(mails)


def test_code_is_stored_as_keyed_hash(client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords) -> None:
    code = sign_in_steps.code(client)
    [row] = records.rows(codes)
    assert code not in row.digest
    assert len(row.digest) == 64


def test_every_email_address_of_a_contractor_is_known(client: FlaskClient, sign_in_steps: SignInSteps) -> None:
    sign_in_steps.ask(client, "jo@harper.example")
    assert len(sign_in_steps.postbox.mails) == 1


def test_request_for_unknown_email_is_deleted_if_all_agencies_are_fetched(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords
) -> None:
    sign_in_steps.ask(client, "stranger@nowhere.example")
    assert not sign_in_steps.postbox.mails
    assert not records.rows(mails)


def test_archived_contractor_is_unknown(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords
) -> None:
    records.put("acme", "CON-3", email="old@old.example", archived=True)
    sign_in_steps.ask(client, "old@old.example")
    assert not sign_in_steps.postbox.mails


def test_contractor_of_unconfigured_agency_is_unknown(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords
) -> None:
    records.put("gone", "G-1", email="g@gone.example")
    sign_in_steps.ask(client, "g@gone.example")
    assert not sign_in_steps.postbox.mails


class TestBeforeEveryAgencyIsFetched:
    @pytest.fixture
    def records(self, services: Services) -> MirrorRecords:
        records = MirrorRecords(services)
        records.mark_as_read("acme")
        return records

    def test_code_is_mailed_once_after_agency_of_the_email_is_fetched(
        self, client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
    ) -> None:
        sign_in_steps.ask(client)
        for _ in range(30):
            clock.advance(1)
            sign_in_steps.work()
        assert not sign_in_steps.postbox.mails
        records.put("bolt", "B-7")
        records.mark_as_read("bolt")
        clock.advance(5)
        assert sign_in_steps.work() == 1
        clock.advance(5)
        assert sign_in_steps.work() == 0

    def test_unknown_email_is_looked_up_every_five_seconds(
        self, client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
    ) -> None:
        sign_in_steps.ask(client)
        records.put("acme", "CON-1")
        clock.advance(4.5)
        assert sign_in_steps.work() == 0
        clock.advance(0.5)
        assert sign_in_steps.work() == 1

    def test_request_for_unknown_email_ends_after_ten_minutes(
        self, client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
    ) -> None:
        sign_in_steps.ask(client)
        clock.advance(599)
        sign_in_steps.work()
        assert records.rows(mails)
        clock.advance(5)
        sign_in_steps.work()
        assert not records.rows(mails)

    def test_request_for_unknown_email_ends_after_last_agency_is_fetched(
        self, client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
    ) -> None:
        sign_in_steps.ask(client)
        records.mark_as_read("bolt")
        clock.advance(5)
        sign_in_steps.work()
        assert not records.rows(mails)

    def test_unfetched_agency_does_not_delay_codes_of_other_agencies(
        self, client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords
    ) -> None:
        records.put("acme", "CON-1")
        sign_in_steps.ask(client)
        assert len(sign_in_steps.postbox.mails) == 1


def test_malformed_code_request_is_not_counted(make_app: MakeApp) -> None:
    client = make_app(SIGNIN_PER_ADDRESS="1").test_client()
    ask(client)
    assert client.post("/api/session/code", json={}).status_code == 400
