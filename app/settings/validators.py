"""What a setting's value is: a mail server, a sender, a secret that is one."""

import re
from email.utils import parseaddr
from itertools import pairwise
from urllib.parse import urlsplit

from redis.connection import parse_url

VARIETY = 8
"""Different signs, and different steps from one sign to the next: random secrets of 32 have 10 and more of either."""
PLACEHOLDERS = re.compile(
    "changeme|changethis|default|development|example|insecure|notsecret|password|placeholder|replace|secretkey|yoursecret"
)
HIGHEST_PORT = 65_535
TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
HOST = re.compile(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*")


def is_mail_server(url: str) -> bool:
    """Whether a URL names a server that takes mail."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("smtp", "smtps") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def is_address(text: str) -> bool:
    """Whether it is host:port."""
    host, _, port = text.rpartition(":")
    return bool(host) and port.isascii() and port.isdigit() and len(port) <= 5 and int(port) <= HIGHEST_PORT


def is_origin(text: str) -> bool:
    """Whether a browser can come from there: a scheme, a host and perhaps a port, no path. "null" and "*" are none."""
    return bool(re.fullmatch(r"https?://[^/*\s]+/?", text, re.IGNORECASE))


def is_redis(url: str) -> bool:
    """Whether a URL names a Redis server, by its host or by a socket's path."""
    try:
        return not parse_url(url).keys().isdisjoint({"host", "path"})  # type: ignore[no-untyped-call]
    except ValueError:
        return False


def is_sender(text: str) -> bool:
    """Whether mail can come from there: an address, perhaps with a name in front."""
    name, _, domain = parseaddr(text)[1].rpartition("@")
    return bool(name and domain) and text.isprintable()


def looks_random(secret: str) -> bool:
    """Whether nobody could have typed it without thinking: not the same over and over, no sequence, no placeholder."""
    letters = "".join(filter(str.isalnum, secret.lower()))
    steps = {ord(after) - ord(before) for before, after in pairwise(secret)}
    repeats = secret in (secret * 2)[1:-1]
    return not repeats and min(len(set(secret)), len(steps)) >= VARIETY and not PLACEHOLDERS.search(letters)


def is_wide(host: str) -> bool:
    """Whether a name with a dot in front stands for a whole top-level domain."""
    return host.startswith(".") and "." not in host[1:]


def is_everywhere(bind: str) -> bool:
    """Whether host:port means every address of the machine."""
    return not bind.rpartition(":")[0].strip("[]0.:")
