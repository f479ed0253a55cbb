"""The one list of reviews that an agency's office gets, and what contractors read about it."""

import re
from collections.abc import Callable
from pathlib import Path

from app.store.tables import submissions
from tests.jobs.expected import client_for
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.reviews import HARPER, OFFICE, in_review, link_in, mails_to
from tests.submissions.test_notices import portal_without_office_email

DAY, HOUR, MINUTE = 86_400.0, 3_600.0, 60.0


def test_office_gets_two_mails_about_25_reviews_then_one_a_day(sender: Sender) -> None:
    portal_server = sender.portal_server
    counts = []
    for number in range(25):
        if number % 2:  # three doubts in a row would pause the operation
            assert sender.invoice(amount=100.0 + number, invoiceNumber=f"Y-{number}").status_code == 201
        in_review(sender, wait_s=MINUTE, amount=10.0 + number, invoiceNumber=f"N-{number}")
        portal_server.notify()
        counts.append(len(mails_to(portal_server, OFFICE)))  # `in_review` empties the postbox
    for _ in range(6):
        portal_server.postbox.mails.clear()
        portal_server.advance_clock(10 * MINUTE)
        portal_server.notify()
        counts.append(len(mails_to(portal_server, OFFICE)))
    assert counts[0] == 1, "the first goes at once"
    assert sum(counts) == 2
    for _ in range(13):
        portal_server.postbox.mails.clear()
        portal_server.advance_clock(DAY)
        portal_server.notify()
        [(subject, text)] = mails_to(portal_server, OFFICE)
        assert subject == "Please check: did 25 submissions arrive?"
        assert len(re.findall("^What: ", text, re.MULTILINE)) == 25
    assert "This is the last e-mail about it." in text
    page = portal_server.app.test_client().get(link_in(text)).text
    assert page.count("It is there</button>") == 25
    portal_server.postbox.mails.clear()
    portal_server.advance_clock(2 * DAY)
    portal_server.notify()
    assert mails_to(portal_server, OFFICE) == []


def test_first_review_of_day_is_mailed_at_once_after_a_repeat(sender: Sender) -> None:
    portal_server = sender.portal_server

    def subjects() -> list[str]:
        portal_server.notify()
        return [subject for subject, _ in mails_to(portal_server, OFFICE)]

    in_review(sender)
    assert subjects() == ["Please check: did a submission arrive?"]
    portal_server.advance_clock(DAY)
    assert len(subjects()) == 2
    in_review(sender, amount=77.0, invoiceNumber="B-1")
    assert subjects() == ["Please check: did 2 submissions arrive?"], "within the hour after the repeat"
    assert sender.invoice(amount=88.0, invoiceNumber="B-2").status_code == 201
    in_review(sender, amount=99.0, invoiceNumber="B-3")
    assert subjects() == []
    portal_server.advance_clock(HOUR)
    assert subjects() == ["Please check: did 3 submissions arrive?"]


def test_each_branch_gets_and_sees_its_own_reviews_alone(build: Callable[..., PortalServer], tmp_path: Path) -> None:
    portal_server = portal_without_office_email(build, tmp_path)
    sender, office = Sender(portal_server, client_for(portal_server, "acme/CON-1001")), portal_server.app.test_client()
    leeds, york = "leeds@acme-lettings.example", "york@acme-lettings.example"
    reviews = {leeds: in_review(sender), york: in_review(sender, jobId="JOB-4")}
    portal_server.notify()
    paths = {}
    for address in (leeds, york):
        [(subject, text)] = mails_to(portal_server, address)
        assert subject == "Please check: did a submission arrive?"
        paths[address] = link_in(text)
    for address, other in ((leeds, york), (york, leeds)):
        assert re.findall(r'action="([^"]+)"', office.get(paths[address]).text) == [
            f"{paths[address]}/{reviews[address]}"
        ]
        assert office.post(f"{paths[address]}/{reviews[other]}", data={"answer": "there"}).status_code == 404
    with portal_server.services.database.write() as connection:
        row = dict(connection.execute(submissions.select().where(submissions.c.id == reviews[leeds])).mappings().one())
        row |= {"idempotency_key": None}
        copies = [{**row, "id": f"copy-{number}", "number": -number} for number in range(1_000)]
        connection.execute(submissions.insert(), copies)
    assert reviews[york] in office.get(paths[york]).text, "another branch has many"


def test_page_of_reviews_loses_answered_one_and_expires(sender: Sender) -> None:
    portal_server, office = sender.portal_server, sender.portal_server.app.test_client()
    first, second = in_review(sender), in_review(sender, amount=77.0, invoiceNumber="B-1")
    portal_server.notify()
    path = link_in(mails_to(portal_server, OFFICE)[-1][1])
    assert re.findall(r'action="([^"]+)"', office.get(path).text) == [f"{path}/{first}", f"{path}/{second}"]
    assert office.post(f"{path}/{first}", data={"answer": "there"}).status_code == 303
    assert re.findall(r'action="([^"]+)"', office.get(path).text) == [f"{path}/{second}"]
    portal_server.advance_clock(14 * DAY + 1)
    assert [office.get(each).status_code for each in (path, f"{path}/{second}")] == [404, 404]
    assert office.post(f"{path}/{second}", data={"answer": "there"}).status_code == 404


def test_former_address_of_office_loses_access(sender: Sender) -> None:
    portal_server, office = sender.portal_server, sender.portal_server.app.test_client()
    submission_id = in_review(sender)
    portal_server.notify()
    path = link_in(mails_to(portal_server, OFFICE)[-1][1])
    object.__setattr__(portal_server.config.agencies["acme"], "office_email", "other@acme.example")
    assert "There is nothing to check" in office.get(path).text
    assert office.post(f"{path}/{submission_id}", data={"answer": "there"}).status_code == 404


def test_contractor_is_told_to_ring_if_office_has_no_address(
    build: Callable[..., PortalServer], tmp_path: Path
) -> None:
    portal_server = portal_without_office_email(build, tmp_path, with_branches=False)
    sender = Sender(portal_server, client_for(portal_server, "acme/CON-1001"))
    submission_id = in_review(sender)
    portal_server.notify()
    body = sender.client.get(f"/api/contractor/submissions/{submission_id}").json
    [(_, text)] = mails_to(portal_server, HARPER)
    assert body["officeAsked"] is False
    assert re.search(r"Please ring Acme Lettings( on [\d ]+)?\. Only they can check", body["message"])
    assert body["message"] in text
    assert "asked" not in body["message"]


def test_contractor_reads_asked_only_after_mail_to_office_was_sent(sender: Sender) -> None:
    portal_server = sender.portal_server
    path = f"/api/contractor/submissions/{in_review(sender)}"

    def mailed() -> str:
        portal_server.notify()
        [(_, text)] = mails_to(portal_server, HARPER)
        return text

    def read() -> tuple[bool, str]:
        body = sender.client.get(path).json
        return body["officeAsked"], body["message"].partition(" Acme")[0]

    assert read() == (False, "We are asking")
    portal_server.postbox.refused = {OFFICE}
    assert "Please ring Acme" in mailed()
    assert read() == (False, "Please ring")
    portal_server.postbox.refused = set()
    portal_server.advance_clock(HOUR)
    portal_server.notify()
    assert read() == (True, "We asked")
    path = f"/api/contractor/submissions/{in_review(sender, amount=77.0, invoiceNumber='B-1')}"
    assert "We are asking Acme" in mailed(), "the office gets its next list within the hour"
    portal_server.postbox.refused = {OFFICE}
    portal_server.advance_clock(HOUR)
    portal_server.notify()
    assert read() == (False, "Please ring"), "the server has refused the e-mail that was promised"
