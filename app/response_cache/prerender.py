"""The worker's task that renders invalidated responses again before they are requested."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import structlog
from flask import Flask, g

from app.agentos.caller import Caller
from app.domain.agency import Agency
from app.domain.clock import Deadline
from app.domain.errors import PortalError
from app.mirror.kept_fresh import RECENT_SIGN_IN
from app.mirror.kinds import Kind
from app.response_cache.middleware import ENDPOINTS, keep, store_of
from app.response_cache.store import CacheKey
from app.services import RequestContext

if TYPE_CHECKING:
    from app.services import Services

BATCH = 20
"""Maximum number of responses in one run."""

log = structlog.get_logger("portal")


class Prerenderer:
    """Calls the views to render invalidated responses, for people of one agency who signed in recently."""

    def __init__(self, app: Flask, agency: Agency) -> None:
        self._app = app
        self._agency = agency
        self._services: Services = app.extensions["services"]
        self._store = store_of(app)

    def batch(self) -> Iterator[CacheKey]:
        """Render a batch of due responses. Yield the key of each."""
        now = self._services.clock.now()
        for key, version, is_wanted in self._store.due(self._agency.short_name, now, now - RECENT_SIGN_IN, BATCH):
            if not (is_wanted and self._render(key, version)):
                self._store.forget(key, version)
            yield key

    def next_due_s(self) -> float | None:
        """Return the seconds until a response of the agency must be rendered again, or None if there is none."""
        return self._store.next_due_s(self._agency.short_name)

    def _render(self, key: CacheKey, version: int) -> bool:
        """Render and store a response. Return False if it was not stored, as when a source was never fetched."""
        caller = Caller(role="background", deadline=Deadline(self._services.clock, 0.0))
        with self._app.test_request_context():
            try:
                contractor = self._services.mirror.get_record(key.agency, Kind.CONTRACTOR, key.contractor_id)
                if contractor is None or key.kind not in ENDPOINTS:
                    return False
                g.context = RequestContext(self._agency, contractor, caller)
                response: Any = self._app.view_functions[key.kind]()
            except PortalError:
                return False
            except Exception:  # a failing response must not delay the responses after it
                log.exception("response_not_rendered")
                return False
            return keep(self._store, key, version, self._app.make_response(response), patient=True)
