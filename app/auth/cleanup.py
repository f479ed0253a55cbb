"""Deletion of expired sign-ins, codes, requests for codes, counted attempts and session files."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import delete, or_

from app.auth import devices
from app.auth.browser import DEVICE_LIFETIME
from app.auth.passkeys import challenges
from app.auth.session import SessionFiles
from app.auth.sign_in_mail import REQUEST_LIFETIME
from app.auth.sso import handover, openid
from app.domain.clock import to_text
from app.store.tables import code_requests, codes, sign_ins

if TYPE_CHECKING:
    from app.services import Services

ENDED_KEPT = timedelta(days=30)
"""Time for which an ended sign-in is kept, because it records the account that was used last."""
DAY = timedelta(days=1)

log = structlog.get_logger("cleaning")


def delete_expired(services: Services) -> dict[str, int]:
    """Delete expired rows and files. Return the number of each kind."""
    now, config = services.clock.now(), services.config
    ended = or_(
        sign_ins.c.revoked_at <= to_text(now - ENDED_KEPT),
        sign_ins.c.created_at <= to_text(now - ENDED_KEPT - timedelta(hours=config.session_max_hours)),
        sign_ins.c.seen_at <= to_text(now - ENDED_KEPT - timedelta(hours=config.session_idle_hours)),
    )
    with services.database.write() as connection:
        counts = {
            "sign_ins": connection.execute(delete(sign_ins).where(ended)).rowcount,
            "codes": connection.execute(delete(codes).where(codes.c.created_at <= to_text(now - DAY))).rowcount,
            "code_requests": connection.execute(
                delete(code_requests).where(code_requests.c.asked_at <= to_text(now - REQUEST_LIFETIME))
            ).rowcount,
            "passkey_challenges": challenges.forget(connection, now),
            "audit_entries": services.audit.forget(connection, now),
            "openid": openid.forget(connection, now, timedelta(hours=config.session_max_hours)),
            "handovers": handover.forget(connection, now),
            "devices": devices.forget(connection, to_text(now - DEVICE_LIFETIME)),
        }
    counts["hits"] = services.rate_limit.forget(DAY.total_seconds())
    in_files = config.session_type == "cachelib"  # Redis deletes expired sessions itself
    counts["session_files"] = SessionFiles(config.session_file_dir).remove_expired() if in_files else 0
    log.info("cleaned", **counts)
    return counts
