"""Submissions in review, and the mails about them."""

import base64
from urllib.parse import urlsplit

from app.submissions.review.links import link
from tests.house import House
from tests.submissions.conftest import Sender

OFFICE = "repairs@acme.example"
HARPER = "office@harper.example"


def in_json(content: bytes) -> dict[str, str]:
    """A document inside JSON."""
    return {"name": "a.pdf", "content": base64.b64encode(content).decode()}


def in_review(sender: Sender, **invoice: object) -> str:
    """The id of an invoice that only people can look for: AgentOS does not list invoices. No mail was sent yet."""
    house = sender.house
    house.simulator.fault(method="GET", path="/invoices/", status=404)
    house.simulator.fault(method="POST", path="invoice/submit", status=503, times=1)
    answer = sender.invoice(**invoice)
    assert answer.headers["Submission-State"] == "review", answer.text
    house.tomorrow(house.config.settle_s)  # before that, nobody can say that it did not arrive
    house.postbox.mails.clear()
    return str(answer.headers["Location"].rpartition("/")[2])


def mails_to(house: House, address: str) -> list[tuple[str, str]]:
    """Subject and text of each mail to an address, oldest first."""
    return [(subject, text) for to, subject, text in house.postbox.mails if to == address]


def link_in(text: str) -> str:
    """The path of the link in a mail."""
    (link,) = (line for line in text.splitlines() if line.startswith("http"))
    return urlsplit(link).path


def link_to(sender: Sender, submission_id: str = "") -> str:
    """The path of the page about a submission, new or given, as the office is mailed it."""
    address = link(sender.house.config, submission_id or in_review(sender))
    sender.house.notify()
    assert any(address in text for _, text in mails_to(sender.house, OFFICE))
    return urlsplit(address).path
