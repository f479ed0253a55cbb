"""WSGI middleware around Flask: values from trusted proxies, and security headers."""
