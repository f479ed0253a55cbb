"""Which requests the cache answers, and the cache of an application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask

from app.response_cache.store import ResponseStore

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

ENDPOINTS = frozenset(
    (
        "account.get_account",
        "account.list_contacts",
        "jobs.list_jobs",
        "financial.list_historical_statements",
        "financial.list_pending_statements",
        "financial.get_insights",
        "financial.list_invoices",
    )
)
"""The views whose responses, without a query, are cached."""
EXTENSION = "response_cache"
"""The name of the `ResponseStore` among the application's extensions."""
NO_LENGTH = (None, "", "0")


def store_of(app: Flask) -> ResponseStore:
    """Return the cache of `app`."""
    store: ResponseStore = app.extensions[EXTENSION]
    return store


def is_cacheable(environ: WSGIEnvironment) -> bool:
    """Return whether a request to one of `ENDPOINTS` asks for what is cached: it has neither query nor body."""
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and not environ.get("QUERY_STRING")
        and environ.get("CONTENT_LENGTH") in NO_LENGTH
        and "HTTP_TRANSFER_ENCODING" not in environ
    )
