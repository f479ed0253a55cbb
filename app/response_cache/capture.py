"""Capture the responses of views into the cache."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import structlog
from flask import Flask, Response, current_app, g, request
from sqlalchemy.exc import SQLAlchemyError

from app.api.conditional_get import digest_of, split_freshness, vary_on
from app.api.context import context
from app.response_cache.fingerprint import fingerprints
from app.response_cache.lookup import ENDPOINTS, EXTENSION, is_cacheable, store_of
from app.response_cache.store import Body, CacheKey, ResponseStore
from app.store.engine import DatabaseBusy

if TYPE_CHECKING:
    from app.domain.reading import Reading
    from app.services import Services


log = structlog.get_logger("portal")


def begin() -> None:
    """Behind the guard, note the version of the response that the view is going to make."""
    if request.endpoint in ENDPOINTS and is_cacheable(request.environ):
        account = context()
        key = CacheKey(account.agency.short_name, account.contractor_id, request.endpoint)
        with _undisturbed():
            g.capture = key, store_of(current_app).begin(key, patient=False)


def install(app: Flask) -> None:
    """Give `app` a cache of responses, and capture what its views return after `begin`."""
    services: Services = app.extensions["services"]
    prints = fingerprints(services.config)
    app.extensions[EXTENSION] = ResponseStore(services.database, services.clock, services.reader.ages, prints)

    @app.after_request
    def capture(response: Response) -> Response:
        if "capture" in g and response.status_code == 200:
            vary_on(response, "Accept-Encoding")
            with _undisturbed():
                key, version = g.capture
                keep(store_of(app), key, version, response, patient=False)
        return response


def keep(store: ResponseStore, key: CacheKey, version: int, response: Response, *, patient: bool) -> bool:
    """Keep a view's response if all its sources were read and have not changed since. Return whether it was kept."""
    reading: Reading[Any] | None = g.get("reading")
    if response.status_code != 200 or reading is None or not reading.sources:
        return False
    body, dated = split_freshness(response.get_data(), reading)
    kept = Body(body, dated, digest_of(body))
    return store.keep(key, version, kept, reading.good_until, reading.sources, patient=patient)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Do without the cache while the database fails or is written to: the response does not need it."""
    try:
        yield
    except DatabaseBusy:
        pass
    except SQLAlchemyError:
        log.exception("answer_not_kept")
