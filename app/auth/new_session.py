"""The start of a session, after a person has proved their e-mail address in any of the ways to sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.api.blueprint import services
from app.auth import browser, session, sign_ins
from app.auth.guard import require_person
from app.domain.digests import lookup_digest

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.auth.service import Person
    from app.domain.client import Client


SESSION_PATH = "/api/session"


def begin_session(sign_in: Callable[[Client], str]) -> tuple[Person, dict[str, str]]:
    """Call `sign_in`, which returns the id of a new sign-in, and start its session.

    Return the person, and the headers of the response (201).

    End the sign-ins that this one replaces, and remember the browser as a device of the person. If an error is raised,
    the earlier session goes on.
    """
    token = browser.device_token()
    client = browser.client(device=lookup_digest(token))
    earlier_id = session.sign_in_id()
    sign_in_id, session_id = sign_in(client), session.new_id()
    sign_ins.replace(services(), earlier_id, sign_in_id, client, session.digest_of(session_id))
    session.start(session_id, sign_in_id)
    browser.keep_device(token)
    return require_person(), {"Location": SESSION_PATH}
