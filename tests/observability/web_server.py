"""The web server of a portal in this process, at its BIND."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from werkzeug.serving import make_server

from tests.portal_server import PortalServer


@contextmanager
def serving(portal_server: PortalServer) -> Iterator[str]:
    """Serve the portal at its BIND. Yield the URL, without a slash at the end."""
    host, _, port = portal_server.config.bind.rpartition(":")
    server = make_server(host, int(port), portal_server.app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://{host}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
