"""Submissions in review, and the mails about them."""

import base64
from urllib.parse import urlsplit

from app.submissions.review_link import link
from tests.portal_server import PortalServer
from tests.submissions.conftest import Sender

OFFICE = "repairs@acme.example"
HARPER = "office@harper.example"


def document_as_json(content: bytes) -> dict[str, str]:
    """A document inside JSON."""
    return {"name": "a.pdf", "content": base64.b64encode(content).decode()}


def in_review(sender: Sender, **invoice: object) -> str:
    """The id of an invoice that only people can look for: AgentOS does not list invoices. No mail was sent yet."""
    portal_server = sender.portal_server
    portal_server.simulator.fault(method="GET", path="/invoices/", status=404)
    portal_server.simulator.fault(method="POST", path="invoice/submit", status=503, times=1)
    answer = sender.invoice(**invoice)
    assert answer.headers["Submission-State"] == "review", answer.text
    portal_server.advance_clock(portal_server.config.settle_s)  # before that, nobody can say that it did not arrive
    portal_server.postbox.mails.clear()
    return str(answer.headers["Location"].rpartition("/")[2])


def mails_to(portal_server: PortalServer, address: str) -> list[tuple[str, str]]:
    """Subject and text of each mail to an address, oldest first."""
    return [(subject, text) for to, subject, text in portal_server.postbox.mails if to == address]


def link_in(text: str) -> str:
    """The path of the link in a mail."""
    (link,) = (line for line in text.splitlines() if line.startswith("http"))
    return urlsplit(link).path


def link_to(sender: Sender, submission_id: str = "") -> str:
    """The path of the page about a submission, new or given, as the office is mailed it."""
    address = link(sender.portal_server.config, submission_id or in_review(sender))
    sender.portal_server.notify()
    assert any(address in text for _, text in mails_to(sender.portal_server, OFFICE))
    return urlsplit(address).path
