"""The sockets that listen, when the server stops.

The kernel accepts connections for them. When the last process closes such a socket, the kernel resets the connections
that no process has taken, and a proxy cannot repeat a POST after that. A process can take all of them first, but others
arrive between its last look and the end of the socket.
"""

from __future__ import annotations

import ctypes
import socket
import struct
import sys
from contextlib import suppress

SO_ATTACH_FILTER = 26
"""The option's number on Linux (asm-generic/socket.h), which Python's `socket` lacks."""
DROP_SYN = (
    (0x30, 0, 0, 13),  # load the flags: byte 13 of the TCP header (RFC 9293, section 3.1)
    (0x54, 0, 0, 0x12),  # keep SYN and ACK
    (0x15, 0, 1, 0x02),  # SYN alone?
    (0x06, 0, 0, 0),  # drop the packet
    (0x06, 0, 0, 0xFFFF_FFFF),  # let it pass
)
"""A filter in classic BPF, as in socket(7): code, jump if true, jump if false, constant."""


def drop_new_connections(listener: socket.socket) -> None:
    """Ignore attempts to connect, in all processes that share this socket. Connections that have begun can be accepted.

    A client tries again after a second (RFC 6298), when the socket is closed, so its connection is refused. On systems
    other than Linux, and for other sockets than TCP's, do nothing.
    """
    if sys.platform != "linux" or listener.family not in (socket.AF_INET, socket.AF_INET6):
        return
    program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in DROP_SYN))
    with suppress(OSError):  # a sandbox may forbid it
        listener.setsockopt(
            socket.SOL_SOCKET, SO_ATTACH_FILTER, struct.pack("HP", len(DROP_SYN), ctypes.addressof(program))
        )
