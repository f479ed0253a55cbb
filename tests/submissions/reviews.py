"""Submissions in review, and the mails about them."""

from urllib.parse import urlsplit

from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender
from tests.submissions.worker_runs import SETTLED_S

OFFICE = "repairs@acme.example"
HARPER = "office@harper.example"


def in_review(sender: Sender, *, wait_s: float = SETTLED_S, **invoice: object) -> str:
    """Return the id of an invoice in review, because AgentOS does not list invoices. No mail has been sent yet.

    `wait_s`: the time that passes. Before `SETTLED_S`, nobody can say that the invoice did not arrive.
    """
    portal_server = sender.portal_server
    portal_server.simulator.fault(method="GET", path="/invoices/", status=404)
    portal_server.simulator.fault(method="POST", path="invoice/submit", status=503, times=1)
    answer = sender.invoice(**invoice)
    assert answer.headers["Submission-State"] == "review", answer.text
    portal_server.advance_clock(wait_s)
    portal_server.postbox.mails.clear()
    return str(answer.headers["Location"].rpartition("/")[2])


def mails_to(portal_server: PortalServer, address: str) -> list[tuple[str, str]]:
    """Return the subject and text of each mail to an address, oldest first."""
    return [(subject, text) for to, subject, text in portal_server.postbox.mails if to == address]


def link_in(text: str) -> str:
    """Return the path of the link in a mail."""
    (link,) = (line for line in text.splitlines() if line.startswith("http"))
    return urlsplit(link).path


def link_to(sender: Sender, submission_id: str = "") -> str:
    """Return the path of the review page that is mailed to the office, for a given submission or a new one."""
    submission_id = submission_id or in_review(sender)
    sender.portal_server.advance_clock(3_600)  # an office gets one mail an hour
    sender.portal_server.notify()
    return f"{link_in(mails_to(sender.portal_server, OFFICE)[-1][1])}/{submission_id}"
