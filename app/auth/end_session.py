"""The end of this browser's session, on the server and in the browser."""

from __future__ import annotations

from app.api.blueprint import services
from app.auth import browser, service, session, sign_ins

CLEARED = '"cache"'
"""Not "storage": the app deletes its own data, and keeps unsent submissions for the same person. Not "cookies": other
sites of the same domain would lose theirs (https://www.w3.org/TR/clear-site-data/)."""

PROVIDER_PAGE = {
    "description": "The page that ends the session at the identity provider.",
    "required": False,
    "schema": {"type": "string", "format": "uri"},
}
"""The description of the header `Location`."""


def end_session() -> dict[str, str]:
    """End the session of this request, if there is one. Return the headers of the response (204)."""
    provider_page = sign_ins.sign_out_url_of(services(), session.sign_in_id())
    service.sign_out(services(), session.sign_in_id(), browser.client())
    session.end()
    return {"Clear-Site-Data": CLEARED, **({"Location": provider_page} if provider_page else {})}
