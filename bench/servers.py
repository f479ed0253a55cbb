"""The peers of the warm rows: `gunicorn -c gunicorn.conf.py bench.servers:same_app()` and `…:bare()`.

Both answer with the bytes of the file that BENCH_BODY names.
"""

from __future__ import annotations

import os
from pathlib import Path

import flask

import config
from app import create_app

CONSTANT = "/api/contractor/constant"
"""The path of the constant view in both apps."""


def _body() -> bytes:
    return Path(os.environ["BENCH_BODY"]).read_bytes()


def same_app() -> flask.Flask:
    """Return the portal with one more view, which returns the bytes: every hook, but neither session nor store."""
    body, app = _body(), create_app(config.load())
    # The endpoint's name puts it into a blueprint that needs no sign-in.
    app.add_url_rule(CONSTANT, "docs.constant", lambda: flask.Response(body, mimetype="application/json"))
    return app


def bare() -> flask.Flask:
    """Return a Flask app that has only the constant view."""
    body, app = _body(), flask.Flask(__name__, static_folder=None)
    app.add_url_rule(CONSTANT, view_func=lambda: flask.Response(body, mimetype="application/json"))
    return app
