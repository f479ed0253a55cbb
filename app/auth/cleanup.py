"""Deletion of expired sessions, codes, passkeys and counted attempts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import Column, or_

from app.audit.excess import delete_excess
from app.auth.browser import DEVICE_LIFETIME
from app.auth.passkeys import service as passkeys
from app.auth.sessions import forget_sign_out_urls
from app.auth.sso import openid
from app.domain.clock import to_text
from app.services import Services
from app.store.engine import delete_rows
from app.store.tables import codes, handovers, known_devices, openid_attempts, passkey_challenges, sessions

ENDED_KEPT = timedelta(days=30)
"""Time for which an ended session is kept. It records the account that was used last, and proves an earlier sign-in.

After this time, a person whose devices are all forgotten signs in as if for the first time, so without an e-mail.
"""
DAY = timedelta(days=1)

log = structlog.get_logger("cleaning")


def delete_expired(services: Services) -> dict[str, int]:
    """Delete expired rows, and log and return the number of each kind. The worker does this."""
    database, now, config = services.database, services.clock.now(), services.config
    idle = timedelta(hours=config.session_idle_hours)
    ended = or_(
        sessions.c.ended_at <= to_text(now - ENDED_KEPT),
        sessions.c.ends_at <= to_text(now - ENDED_KEPT),
        sessions.c.seen_at <= to_text(now - ENDED_KEPT - idle),
    )

    def delete_older(moment: Column[Any], age: timedelta) -> int:
        return delete_rows(database, moment.table, moment <= to_text(now - age))

    forget_sign_out_urls(services)
    counts = {
        "sessions": delete_rows(database, sessions, ended),
        "codes": delete_older(codes.c.created_at, DAY),
        "passkey_challenges": delete_older(passkey_challenges.c.created_at, passkeys.CHALLENGE_LIFETIME),
        "passkeys": passkeys.forget(services),
        "audit_entries": services.audit.forget(database, now) + delete_excess(database, now),
        "openid": delete_older(openid_attempts.c.started_at, openid.LIFETIME),
        "handovers": delete_older(handovers.c.expires_at, timedelta(0)),
        "devices": delete_older(known_devices.c.seen_at, DEVICE_LIFETIME),
        "hits": services.rate_limit.forget(),
    }
    log.info("cleaned", **counts)
    return counts
