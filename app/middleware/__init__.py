"""WSGI middleware around Flask: addresses of trusted proxies, security headers."""
