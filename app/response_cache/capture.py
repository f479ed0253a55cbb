"""Keeping what views answer for those who look next, and having views answer before anybody looks."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import structlog
from flask import Flask, Response, g, request
from sqlalchemy.exc import SQLAlchemyError

from app.agentos.caller import Caller
from app.api.conditional_get import cut, digest
from app.api.context import services
from app.domain.agency import Agency
from app.domain.clock import Deadline
from app.domain.errors import PortalError
from app.mirror.kinds import Kind
from app.mirror.schedule import RECENT_SIGN_IN
from app.response_cache import gzip_member
from app.response_cache.middleware import ENDPOINTS, is_plain
from app.response_cache.store import Body, Key
from app.services import RequestContext, Services
from app.store.engine import DatabaseBusy

if TYPE_CHECKING:
    from app.domain.reading import Reading

WORTH_ZIPPING = 1_024
"""Bytes of a body from which on it is kept gzipped as well."""
AT_ONCE = 20
"""How many answers the worker prepares before it looks again which are due."""

log = structlog.get_logger("portal")


def begin() -> None:
    """After the guard: note which version of the answer the view is going to work out."""
    if request.endpoint in ENDPOINTS and is_plain(request.environ):
        with _undisturbed():
            g.version = services().answers.begin(_key(g.context), patient=False)


def install(app: Flask) -> None:
    """Let what views answer be kept."""

    @app.after_request
    def keep(response: Response) -> Response:
        if (version := g.get("version")) is not None and response.status_code == 200:
            response.vary.add("Accept-Encoding")
            with _undisturbed():
                _keep(services(), _key(g.context), version, response, patient=False)
        return response


def _key(context: RequestContext) -> Key:
    """Which answer this request is for."""
    return Key(context.agency.short_name, context.contractor_id, str(request.endpoint))


def _keep(parts: Services, key: Key, version: int, response: Response, *, patient: bool) -> bool:
    """Keep what a view answered, if all it is made of was there and has not changed since; whether it was kept."""
    reading: Reading[Any] | None = g.get("reading")
    if response.status_code != 200 or reading is None or not reading.sources:
        return False
    body, dated = cut(response.get_data(), reading)
    zipped = gzip_member.beginning(body) if len(body) > WORTH_ZIPPING else None
    kept = Body(body, dated, digest(body), zlib.crc32(body), len(body), zipped)
    return parts.answers.keep(key, version, kept, reading.good_until, reading.sources, patient=patient)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let a database that fails, or is written to, not hold up an answer that is there: it is kept another time."""
    try:
        yield
    except DatabaseBusy:
        pass
    except SQLAlchemyError:
        log.exception("answer_not_kept")


class Prerenderer:
    """Has the views answer anew what was outdated, for one agency's people who signed in lately."""

    def __init__(self, app: Flask, agency: Agency) -> None:
        self._app = app
        self._agency = agency
        self._services: Services = app.extensions["services"]
        self._services.answers.outdate_other_recipes(agency.short_name)

    def run_once(self) -> bool:
        """Prepare some of what is due; False if nothing was."""
        now = self._services.clock.now()
        due = self._services.answers.due(self._agency.short_name, now, now - RECENT_SIGN_IN, AT_ONCE)
        for key in due:
            version = self._services.answers.begin(key)
            if not self._prepare(key, version):
                self._services.answers.forget(key, version)
        return bool(due)

    def _prepare(self, key: Key, version: int) -> bool:
        """Whether the answer is there now: if not all it is made of was read, it is left to the next look."""
        contractor = self._services.mirror.get_record(key.agency, Kind.CONTRACTOR, key.contractor_id)
        if contractor is None or key.kind not in ENDPOINTS:
            return False
        caller = Caller(role="background", deadline=Deadline(self._services.clock, 0.0))
        context = RequestContext(self._agency, contractor, caller)
        with self._app.test_request_context():
            g.context = context
            try:
                response: Any = self._app.view_functions[key.kind]()
            except PortalError:
                return False
            except Exception:  # whatever is wrong with one must not keep all that come after it
                log.exception("answer_not_prepared")
                return False
            return _keep(self._services, key, version, self._app.make_response(response), patient=True)
