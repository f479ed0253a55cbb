"""The gateway, tested at the HTTP boundary and against real sockets."""
