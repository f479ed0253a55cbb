"""Sites: a browser sends the session cookie (SameSite=Lax) only with requests from pages of the portal's own site.

Two addresses are of one site if their schemes and their registrable domains are the same. Ports do not matter (HTML
standard, "same site"). The package `publicsuffixlist` contains the list of publicsuffix.org, so nothing is fetched.
"""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList

from app.settings.model import Config, is_everywhere, is_ip_address, is_loopback


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


def is_public_suffix(host: str) -> bool:
    """Return whether anybody may register names below this host, such as `example`, `co.uk` or `github.io`."""
    return not is_ip_address(host) and _suffixes().privatesuffix(host) is None


def site_of(host: str) -> str:
    """Return the registrable domain of a host: `agency.example` for `app.agency.example`.

    An IP address, `localhost` and a public suffix have none, so the host itself is returned.
    """
    return host if is_ip_address(host) else _suffixes().privatesuffix(host) or host


def foreign_origins(config: Config) -> list[str]:
    """Return the allowed origins on other sites than the portal, whose pages get no session cookie.

    The portal's hosts are those of `TRUSTED_HOSTS`. In development, they may be missing, and the host is that of
    `public_url`; if the portal is at every address of the machine, only its loopback addresses are foreign.
    """
    hosts = [host.lstrip(".") for host in config.trusted_hosts] or [urlsplit(config.public_url).hostname or ""]
    sites = {site_of(host) for host in hosts}
    has_any_host = not config.trusted_hosts and is_everywhere(config.bind)
    schemes = {"https"} if config.is_production else {"http", "https"} if config.proxy_hops else {"http"}

    def is_foreign(origin: str) -> bool:
        address = urlsplit(origin.lower())
        host = address.hostname or ""
        is_own = site_of(host) in sites or (has_any_host and not is_loopback(host))
        return address.scheme not in schemes or not is_own

    return list(filter(is_foreign, config.allowed_origins))
