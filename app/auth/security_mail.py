"""E-mails to a person about the security of their sign-in. A sign-in never waits for one."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row

from app.domain.client import Client
from app.domain.clock import from_text, to_london
from app.mail import queue
from app.mail.queue import Urgency
from app.mail.sender import Kind, Letter
from app.services import Services

TRIED_S = 86_400.0
"""Seconds for which the worker tries to send an e-mail. After that, the news is too old."""


class SecurityMail(StrEnum):
    """The events of which a person is told by e-mail."""

    NEW_DEVICE = "new device"
    NEW_PASSKEY = "new passkey"
    PASSKEY_REMOVED = "passkey removed"


SUBJECTS = {
    SecurityMail.NEW_DEVICE: "New sign-in to the Contractor Portal",
    SecurityMail.NEW_PASSKEY: "New passkey for the Contractor Portal",
    SecurityMail.PASSKEY_REMOVED: "Passkey removed from the Contractor Portal",
}
FIRST_SENTENCES = {
    SecurityMail.NEW_DEVICE: (
        "Somebody has signed in to the Contractor Portal with your e-mail address, on a device that\n"
        "the portal did not know."
    ),
    SecurityMail.NEW_PASSKEY: (
        "Somebody has added a passkey for your e-mail address to the Contractor Portal. It signs in\n"
        "without a code, by the fingerprint, face or screen lock of a device."
    ),
    SecurityMail.PASSKEY_REMOVED: (
        "Somebody has removed a passkey for your e-mail address from the Contractor Portal. Nobody can\n"
        "sign in with it now."
    ),
}
TEXT = """{first}

    When:    {at:%-d %B %Y at %H:%M}
    Device:  {software}
    Network: {network}

If it was you, you need not do anything.

If it was not you:
1. Open the portal: {url}/account
2. Remove each passkey that is not yours.
3. Choose "Where you are signed in", then "Sign out everywhere else".
4. Change the password of your e-mail account, because the portal sends your sign-in codes there.

If you cannot sign in, ask your agency to sign you out everywhere and to remove your passkeys.
"""


def add(services: Services, connection: Connection, kind: SecurityMail, email: str, client: Client, *, at: str) -> None:
    """Within the transaction of an event, queue a mail about it. `at`: the time of the event as text (`to_text`)."""
    details = {"software": client.software, "network": client.prefix}
    queue.add(services.database, connection, kind, Urgency.SECURITY, at=at, email=email, source=email, details=details)


def kinds(services: Services) -> dict[str, Kind]:
    """Return the kinds of these mails, for the sender."""
    return {kind: Kind(write=partial(_write, services, kind), tried_s=TRIED_S) for kind in SecurityMail}


def _write(services: Services, kind: SecurityMail, mail: Row[Any]) -> Letter:
    details = queue.details_of(mail)
    text = TEXT.format(
        first=FIRST_SENTENCES[kind],
        at=to_london(from_text(mail.created_at)),
        software=details["software"] or "unknown",
        network=details["network"] or "unknown",
        url=services.config.public_url,
    )
    return Letter([mail.email], SUBJECTS[kind], text)
