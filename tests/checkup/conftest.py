"""An AgentOS with a certificate of its own, as the gateway's tests have it."""

from tests.agentos.conftest import certificate, tls, trusted

__all__ = ["certificate", "tls", "trusted"]
