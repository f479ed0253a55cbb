"""The start of a session, after a person has proved their e-mail address in any of the ways to sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redis import RedisError

from app.api.blueprint import services
from app.auth import browser, service, session, sign_ins
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

    End the sign-ins that this one replaces, and remember the browser as a device of the person. If `sign_in` raises an
    error, or the new session cannot be stored, the earlier session goes on. If sessions cannot be stored at all,
    `sign_in` is not called, so that no code is used up.
    """
    token = browser.device_token()
    client = browser.client(device=lookup_digest(token))
    session.check_store()
    earlier_id = session.sign_in_id()
    sign_in_id = sign_in(client)
    try:
        session.start(sign_in_id)
    except (RedisError, OSError):
        service.sign_out(services(), sign_in_id, client)
        raise
    sign_ins.replace(services(), earlier_id, sign_in_id, client)
    browser.keep_device(token)
    return require_person(), {"Location": SESSION_PATH}
