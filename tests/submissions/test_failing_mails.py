"""Undeliverable mails about submissions, and hostile text in mails."""

import pytest
from sqlalchemy import Engine, event
from structlog.testing import capture_logs

from app.mail.smtp import Mailer, MailNotSent
from app.submissions import notices
from tests.auth.mail_server import MailServer as MailServer
from tests.jobs.expected import client_for
from tests.mails import sender_of
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import HARPER, OFFICE, in_review, mails_to

HOUR, MINUTE = 3_600.0, 60.0
HOSTILE = "Works\r\nBcc: everybody@evil.example\r\n\r\nPlease go to https://evil.example"


def test_mail_with_hostile_text_has_no_injected_header(portal_server: PortalServer) -> None:
    """The mail passes through a real connection to a mail server."""
    server = MailServer()
    try:
        sender = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
        portal_server.advance_clock(HOUR)
        portal_server.simulator.change(
            "acme/contractors/CON-1001", CompanyName="Harper\r\nBcc: x@evil.example\r\n\r\n<b>"
        )
        portal_server.simulator.change("acme/jobs/JOB-1", Name="Leak\r\nBcc: y@evil.example")
        portal_server.refresh()
        in_review(sender, description=HOSTILE, invoiceNumber="A-7")
        mailer = Mailer(server.url, "portal@portal.example")
        worker = sender_of(portal_server.services, mailer, notices)
        while worker.send_next():
            pass
    finally:
        server.close()
    assert sorted(mail["To"] for mail in server.mails) == [HARPER, OFFICE]
    for mail in server.mails:
        assert mail["Bcc"] is None
        assert mail["From"] == "portal@portal.example"
        assert {"> Bcc: everybody@evil.example", "> Please go to https://evil.example"} <= set(
            mail.get_content().splitlines()
        )


def test_mail_names_job_of_another_contractor_only_by_id(sender: Sender) -> None:
    """The job went to another contractor, and its new title is not for the former contractor."""
    in_review(sender)
    portal_server = sender.portal_server
    portal_server.simulator.change("acme/jobs/JOB-1", ContractorOID="CON-1002", Title="For the next one only")
    portal_server.advance_clock(HOUR)
    portal_server.refresh()
    portal_server.notify()
    assert len(portal_server.postbox.mails) == 2
    for _, subject, text in portal_server.postbox.mails:
        assert "JOB-1" in subject + text
        assert "For the next one only" not in text


def test_refused_address_does_not_block_contractors_other_address(sender: Sender) -> None:
    """The sender is unknown, so each address of the contractor gets one mail."""
    in_review(sender)
    portal_server = sender.portal_server
    with portal_server.services.database.write() as connection:
        connection.exec_driver_sql("UPDATE submissions SET email = NULL")
    portal_server.simulator.change("acme/contractors/CON-1001", EMailAddress="a@harper.example; b@harper.example")
    portal_server.advance_clock(2 * HOUR)
    portal_server.refresh()
    portal_server.postbox.refused = {"a@harper.example"}
    for _ in range(3):
        portal_server.notify()
        portal_server.advance_clock(HOUR)
    assert len(mails_to(portal_server, "b@harper.example")) == 1
    assert len(mails_to(portal_server, OFFICE)) == 1


def test_list_that_fails_after_it_was_taken_is_not_sent_for_each_review(sender: Sender) -> None:
    portal_server = sender.portal_server
    taken: list[str] = []

    def take_and_fail(to: str, *_: str, **__: str) -> None:
        taken.append(to)
        raise MailNotSent("SMTPServerDisconnected")

    in_review(sender)
    in_review(sender, amount=77.0, invoiceNumber="B-1")
    portal_server.postbox.send = take_and_fail  # type: ignore[method-assign]
    portal_server.notify()
    assert taken.count(OFFICE) == 1


@pytest.mark.parametrize("is_erased", [False, True])
def test_review_that_ends_while_the_list_is_written_is_left_out(sender: Sender, is_erased: bool) -> None:
    submission_id, portal_server = in_review(sender), sender.portal_server
    ends = [f"submissions resolve {submission_id} --arrived --by Jo"]
    if is_erased:
        ends.append("contractor erase --agency acme --contractor CON-1001 --yes")

    def end(_: object, __: object, statement: str, *___: object) -> None:
        if statement.endswith("ORDER BY mails.id"):  # the sender reads the mails of the list
            while ends:
                portal_server.run(*ends.pop(0).split())

    event.listen(Engine, "after_cursor_execute", end)
    try:
        with capture_logs() as lines:
            portal_server.notify()
    finally:
        event.remove(Engine, "after_cursor_execute", end)
    assert ends == []
    assert mails_to(portal_server, OFFICE) == []
    assert "mail_failed" not in [line["event"] for line in lines]
