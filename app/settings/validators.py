"""Validators of settings: mail servers, addresses, origins, secrets."""

import re
from email.utils import parseaddr
from itertools import pairwise
from urllib.parse import urlsplit

from redis.connection import parse_url

VARIETY = 8
"""Minimum of distinct characters, and of distinct steps between neighbours. 32 random characters have 10 or more."""
PLACEHOLDERS = re.compile(
    "changeme|changethis|default|development|example|insecure|notsecret|password|placeholder|replace|secretkey|yoursecret"
)
TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
HOST = re.compile(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*")


def is_mail_server(url: str) -> bool:
    """Return whether a URL names an SMTP server."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("smtp", "smtps") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def is_address(text: str) -> bool:
    """Return whether the text is host:port."""
    host, _, port = text.rpartition(":")
    return bool(host) and port.isascii() and port.isdigit() and len(port) <= 5 and int(port) <= 65_535


def is_origin(text: str) -> bool:
    """Return whether the text is an origin: a scheme, a host, an optional port, no path; not "null" or "*"."""
    return bool(re.fullmatch(r"https?://[^/*\s]+/?", text, re.IGNORECASE))


def is_redis(url: str) -> bool:
    """Return whether a URL names a Redis server, by its host or by the path of a socket."""
    try:
        return not parse_url(url).keys().isdisjoint({"host", "path"})  # type: ignore[no-untyped-call]
    except ValueError:
        return False


def is_sender(text: str) -> bool:
    """Return whether the text is a sender: an e-mail address, optionally after a name."""
    name, _, domain = parseaddr(text)[1].rpartition("@")
    return bool(name and domain) and text.isprintable()


def looks_random(secret: str) -> bool:
    """Return whether a secret looks random: no repetition, no sequence, no placeholder."""
    letters = "".join(filter(str.isalnum, secret.lower()))
    steps = {ord(after) - ord(before) for before, after in pairwise(secret)}
    repeats = secret in (secret * 2)[1:-1]
    return not repeats and min(len(set(secret)), len(steps)) >= VARIETY and not PLACEHOLDERS.search(letters)


def is_wide(host: str) -> bool:
    """Return whether a host name with a leading dot means a whole top-level domain."""
    return host.startswith(".") and "." not in host[1:]


def is_everywhere(bind: str) -> bool:
    """Return whether host:port means every address of the machine."""
    return not bind.rpartition(":")[0].strip("[]0.:")
