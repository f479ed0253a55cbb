"""The start of a session, after a person has proved their e-mail address in any of the ways to sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.auth import browser, session
from app.auth.guard import require_person
from app.auth.sign_ins import NewSession
from app.domain.digests import lookup_digest

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.auth.service import Person

SESSION_PATH = "/api/session"


def begin_session(sign_in: Callable[[NewSession], str]) -> tuple[Person, dict[str, str]]:
    """Call `sign_in`, which stores a sign-in with this session and returns its id, and start the session.

    Return the person, and the headers of the response (201).

    Remember the browser as a device of the person. If an error is raised, the earlier session goes on.
    """
    token, session_id = browser.device_token(), session.new_id()
    client, earlier_id = browser.client(device=lookup_digest(token)), session.sign_in_id()
    new_session = NewSession(client=client, digest=session.digest_of(session_id), earlier_id=earlier_id)
    session.start(session_id, sign_in(new_session))
    browser.keep_device(token)
    return require_person(), {"Location": SESSION_PATH}
