"""Events while the mail with a code is on its way: the person asks again or signs in, or the machine reboots."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.mail.smtp import Mailer, MailNotSent
from app.mirror.mirror import Mirror
from app.services import Services
from app.store.tables import audit_entries, codes, mails
from app.store.worker_tasks import Task, TaskStore
from tests.auth.conftest import MakeApp, MirrorRecords, SignInSteps, same_browser
from tests.auth.test_codes import ask
from tests.auth.test_sign_in import try_code
from tests.clock import FakeClock
from tests.mailed_codes import codes_in
from tests.mails import send_codes, sender_of

on_both_databases = pytest.mark.parametrize("engine", ["sqlite", "postgresql"])


class EventfulMailer(Mailer):
    """A mailer during whose first mails these events happen. A mail whose event raises an error is not sent."""

    def __init__(self, *events: Callable[["EventfulMailer"], object]) -> None:
        super().__init__("console:", "portal@portal.example")
        self.codes: list[str] = []
        self._events = iter(events)

    def send(self, to: str, subject: str, text: str, *, kind: str) -> None:
        self.codes.append(codes_in(text)[0][1])
        event = next(self._events, None)
        if event is not None:
            event(self)


def fail(_mailer: EventfulMailer) -> None:
    raise MailNotSent("TimeoutError")


def asking(client: FlaskClient) -> Callable[[EventfulMailer], None]:
    return lambda _: ask(same_browser(client))


def test_waiting_mail_is_sent_soon_after_a_reboot(
    client: FlaskClient, sign_in_steps: SignInSteps, services: Services, make_app: MakeApp, clock: FakeClock
) -> None:
    """The worker's first run of the mails precedes the ledger's first look, and finds no due mail."""
    services.ledger.due("acme", 1)
    ask(client)
    clock.reboot("second boot")
    after: Services = make_app().extensions["services"]
    tasks = TaskStore(after.database, after.config.agencies)
    tasks.make_all_due()
    [first] = tasks.claim(1, [Task.MAILS], most_deliveries=0)
    assert send_codes(after, sign_in_steps.mailer) == 0
    tasks.finish(first, sender_of(after, sign_in_steps.mailer).next_due_s())
    after.ledger.due("acme", 1)
    assert Task.MAILS in [claim.task for claim in tasks.claim(9)]
    assert send_codes(after, sign_in_steps.mailer) == 1


@on_both_databases
def test_code_whose_mail_fails_after_a_newer_request_does_not_count(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords
) -> None:
    def ask_and_fail(mailer: EventfulMailer) -> None:
        ask(same_browser(client))
        fail(mailer)

    ask(client)
    mailer = EventfulMailer(ask_and_fail)
    assert send_codes(sign_in_steps.services, mailer) == 1
    assert len(records.rows(codes)) == 1
    assert try_code(client, mailer.codes[-1]) == 201


@on_both_databases
def test_code_of_a_second_try_is_valid_after_a_newer_request(
    client: FlaskClient, sign_in_steps: SignInSteps, clock: FakeClock
) -> None:
    ask(client)
    mailer = EventfulMailer(fail, asking(client))
    assert send_codes(sign_in_steps.services, mailer) == 0
    clock.advance(15)
    assert send_codes(sign_in_steps.services, mailer) == 2
    assert try_code(client, mailer.codes[1]) == 201


@on_both_databases
def test_used_code_is_not_mailed_again(
    client: FlaskClient, sign_in_steps: SignInSteps, records: MirrorRecords, clock: FakeClock
) -> None:
    """The mail server delivers the mail, but its reply is lost."""

    def sign_in_and_fail(mailer: EventfulMailer) -> None:
        assert try_code(same_browser(client), mailer.codes[-1]) == 201
        fail(mailer)

    ask(client)
    mailer = EventfulMailer(sign_in_and_fail)
    for _ in range(2):
        assert send_codes(sign_in_steps.services, mailer) == 0
        clock.advance(15)
    assert (len(mailer.codes), records.rows(mails)) == (1, [])
    assert records.rows(audit_entries)[-1].detail == "signed in meanwhile"


def test_mail_to_a_known_address_reads_no_agencys_collections(
    client: FlaskClient, sign_in_steps: SignInSteps, monkeypatch: pytest.MonkeyPatch
) -> None:
    """These reads take seconds with a thousand agencies."""
    monkeypatch.delattr(Mirror, "branch_lists")
    ask(client)
    assert sign_in_steps.work() == 1
