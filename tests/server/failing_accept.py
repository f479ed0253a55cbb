"""A web server whose first connections fail in the kernel: `GUNICORN_CMD_ARGS=--worker-class=…:Worker`."""

import errno
import socket
from typing import Any

from app.server.worker import ReceivingWorker

ERRORS = (errno.ENOBUFS, errno.ENOMEM, errno.EPROTO, errno.ENOBUFS)
LEFT = list(ERRORS)


class Listener:
    """The listener of the process, but accepting fails once with each of `ERRORS`."""

    def __init__(self, listener: socket.socket) -> None:
        self.getsockname = listener.getsockname
        self._listener = listener

    def accept(self) -> tuple[socket.socket, Any]:
        """Accept a connection. Raise OSError."""
        if LEFT:
            raise OSError(LEFT.pop(0), "accepting fails")
        return self._listener.accept()


class Worker(ReceivingWorker):
    """The portal's worker with such a listener."""

    def accept(self, listener: Any) -> None:
        """Accept the connections that have arrived."""
        super().accept(Listener(listener))
