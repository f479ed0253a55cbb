"""URLs of servers. A special character that is not escaped in a password must not go unnoticed.

It would end the host. Then the portal would take the user for the host, and print parts of the password.
"""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from sqlalchemy import URL


def is_mail_server(url: str) -> bool:
    """Return whether a URL names an SMTP server."""
    return _is_server(url, ("smtp", "smtps"))


def is_http_proxy(url: str) -> bool:
    """Return whether a URL names an HTTP proxy, without a path."""
    return _is_server(url, ("http",)) and url.rstrip("/").count("/") == 2


def is_database_cut(url: str, parts: URL) -> bool:
    """Return whether an `@` in a password has cut the URL of a database server.

    Then the host, the database's name or an option could be a part of the password, and the first two are printed.
    `parts`: the URL as SQLAlchemy reads it.
    """
    return "@" in f"{parts.host}{parts.database}{url.partition('?')[2]}"


def _is_server(url: str, schemes: Collection[str]) -> bool:
    """Return whether a URL has one of the schemes, and a host without an `@` behind it."""
    try:
        parts = urlsplit(url)
        is_server = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return is_server and parts.scheme in schemes and "@" not in parts.path + parts.query + parts.fragment
