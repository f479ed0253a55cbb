"""The Contractor Portal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from config_settings import Config


def create_app(config: Config, clock: Clock | None = None) -> Flask:
    """The WSGI application for `config`; `clock` is the machine's own unless a test brings another."""
    # Imported here, since `config` itself reads words from the domain and this package must not circle back to it.
    from app import api, blueprints, cli, errors, freshness, portal, preparing
    from app.auth import cross_site, session
    from app.observability import health, logging, metrics, request_log
    from app.proxies import Proxies
    from app.security_headers import SecurityHeaders
    from app.short_way import ShortWay

    count = metrics.counting(config.metrics_dir) if config.metrics_bind else None
    logging.configure(config.log_level, readable=not config.is_production, count=count)
    app = Flask(__name__, static_folder=None)
    app.extensions["portal"] = portal.build(config, clock)
    app.config["TRUSTED_HOSTS"] = list(config.trusted_hosts) or None
    short = ShortWay(app, app.wsgi_app)
    proxied = Proxies(short, hops=config.proxy_hops, trusted_hosts=config.trusted_hosts)
    app.wsgi_app = SecurityHeaders(proxied, https_only=config.is_production)  # type: ignore[method-assign]
    request_log.install(app)
    session.install(app, config)
    rules = api.install(app)
    errors.install(app)
    cross_site.install(app, config)
    freshness.install(app)
    preparing.install(app)
    health.install(app)
    blueprints.register(app, rules)
    cli.register(app)
    return app
