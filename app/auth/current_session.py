"""The session of this request's browser: its start after a sign-in in any way, and its end."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from app.api.blueprint import services
from app.auth import browser, session_store, sessions
from app.auth.guard import require_person
from app.auth.service import Person
from app.auth.sessions import NewSession
from app.domain.digests import lookup_digest

ID_BYTES = 32
"""The random bytes in the id of a session, which only the browser's cookie has."""
SESSION_PATH = "/api/session"
CLEARED = '"cache"'
"""Not "storage": the app deletes its own data, and keeps unsent submissions for the same person. Not "cookies": other
sites of the same domain would lose theirs (https://www.w3.org/TR/clear-site-data/)."""

PROVIDER_PAGE = {
    "description": "The page that ends the session at the identity provider.",
    "required": False,
    "schema": {"type": "string", "format": "uri"},
}
"""The description of the header `Location`."""


def begin_session(sign_in: Callable[[NewSession], None]) -> tuple[Person, dict[str, str]]:
    """Call `sign_in`, which inserts the row of this session, and give the browser the session.

    Return the person, and the headers of the response (201).

    Remember the browser as a device of the person. If an error is raised, the earlier session goes on.
    """
    token, session_id, earlier = (
        browser.device_token(),
        secrets.token_urlsafe(ID_BYTES),
        session_store.current_session(),
    )
    device, row_id = lookup_digest(token), session_store.row_id_of(session_id)
    client, earlier_id = browser.client(device=device), earlier.id if earlier else None
    sign_in(NewSession(id=row_id, client=client, device=device, earlier_id=earlier_id))
    session_store.start(session_id)
    browser.keep_device(token)
    return require_person(), {"Location": SESSION_PATH}


def end_session() -> dict[str, str]:
    """End the session of this request, if there is one. Return the headers of the response (204)."""
    ended = session_store.current_session()
    page = ended and sessions.sign_out(services(), ended.id, browser.client())
    session_store.end()
    return {"Clear-Site-Data": CLEARED, **({"Location": page} if page else {})}
