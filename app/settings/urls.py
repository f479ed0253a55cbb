"""URLs of servers. A special character that is not escaped in a password must not go unnoticed.

It would end the host. Then the portal would take the user for the host, and print parts of the password.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from sqlalchemy import URL

WITH_AT = {
    "postgresql+psycopg": {
        *("application_name", "fallback_application_name", "host", "options", "passfile", "password", "service"),
        *("sslcert", "sslkey", "sslpassword", "sslrootcert", "user"),
    },
}
"""The options of a URL, by its scheme, whose values may have an `@`."""


def is_mail_server(url: str) -> bool:
    """Return whether a URL names an SMTP server."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("smtp", "smtps") and bool(parts.hostname) and parts.port != 0 and not _is_cut(url)
    except ValueError:
        return False


def is_http_proxy(url: str) -> bool:
    """Return whether a URL names an HTTP proxy, without a path."""
    try:
        parts = urlsplit(url)
        is_proxy = parts.scheme == "http" and bool(parts.hostname) and parts.port != 0 and not _is_cut(url)
        return is_proxy and url.rstrip("/").count("/") == 2
    except ValueError:
        return False


def is_database_cut(url: str, parts: URL) -> bool:
    """Return whether an `@` in a password has cut the URL of a database server.

    Then the host or the database's name could be a part of the password, and both are printed. `parts`: the URL as
    SQLAlchemy reads it.
    """
    return "@" in f"{parts.host}{parts.database}" or "password=" in str(parts.password) or _has_at_in_options(url)


def _is_cut(url: str) -> bool:
    """Return whether an `@` is behind the host, although it is not in the value of an option. Raise ValueError."""
    parts = urlsplit(url)
    return "@" in parts.path + parts.fragment or _has_at_in_options(url)


def _has_at_in_options(url: str) -> bool:
    """Return whether an `@` is behind the first `?`, although it is not in the value of an option of `WITH_AT`."""
    names = {part.partition("=")[0] for part in url.partition("?")[2].split("&") if "@" in part}
    return not names <= WITH_AT.get(url.partition(":")[0].lower(), set())
