"""The worker's mails that are due."""

from dataclasses import replace
from typing import Any

from app.auth import codes, security_mail
from app.mail.sender import Kind, Sender
from app.services import Services
from app.submissions import notices


def sender_of(services: Services, mailer: Any, *areas: Any) -> Sender:
    """Return a sender of the mails of these areas; by default all: `codes`, `security_mail` and `notices`."""
    kinds: dict[str, Kind] = {}
    for area in areas or (codes, security_mail, notices):
        kinds |= area.kinds(services)
    return Sender(services.database, services.ledger.now, services.config.agencies, kinds, mailer)


def send_codes(services: Services, mailer: Any) -> int:
    """Let the worker handle all due requests for a code. Return the number of mailed codes."""
    sent = []

    def note(connection: Any, mail: Any, why: str | None) -> None:
        sent.append(why is None)
        kind.ended(connection, mail, why)

    [(name, kind)] = codes.kinds(services).items()
    kinds = {name: replace(kind, ended=note)}
    sender = Sender(services.database, services.ledger.now, services.config.agencies, kinds, mailer)
    while sender.send_next():
        pass
    return sum(sent)
