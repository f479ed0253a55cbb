"""The Contractor Portal."""

from __future__ import annotations

from flask import Flask

from app.domain.clock import Clock
from app.settings.model import Config


def create_app(config: Config, clock: Clock | None = None) -> Flask:
    """Return the WSGI application for `config`. Tests pass a `clock` of their own."""
    # Imported here, because `config` imports `app.domain`, so imports at the top would be circular.
    from app import blueprints, errors, services
    from app.api import blueprint, conditional_get, rate_limit_headers
    from app.api.proxies import Proxies
    from app.api.security_headers import SecurityHeaders
    from app.auth import guard, session_store
    from app.auth.sso import issuers
    from app.cli import commands
    from app.health import views
    from app.observability import logging, request_log
    from app.response_cache import middleware as response_cache

    logging.configure(config.log_level, readable=logging.is_read_by_people(config.environment))
    app = Flask(__name__, static_folder=None)
    app.extensions["services"] = services.build(config, blueprints.RESPONSE_SCHEMAS, clock)
    app.extensions["issuers"] = issuers.build(config, app.extensions["services"].clock)
    app.config["TRUSTED_HOSTS"] = list(config.trusted_hosts) or None
    app.extensions["proxies"] = proxied = Proxies(
        response_cache.CacheShortcut(app, app.wsgi_app),
        hops=config.proxy_hops,
        trusted_hosts=config.trusted_hosts,
        https_only=config.is_production,
        clock=app.extensions["services"].clock.boot,
    )
    app.extensions["services"].processes.doubts = proxied.faults
    app.wsgi_app = SecurityHeaders(proxied, https_only=config.is_production)  # type: ignore[method-assign]
    request_log.install(app)
    session_store.install(app, config)
    blueprint.install(app)
    errors.install(app)
    guard.install(app, config)
    conditional_get.install(app)
    rate_limit_headers.install(app)
    response_cache.install(app)
    views.install(app)
    blueprints.register(app)
    commands.register(app)
    return app
