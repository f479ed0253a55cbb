"""An AgentOS with its own certificate, as in the gateway's tests, and with a real budget."""

import pytest

from tests.agentos.conftest import certificate, tls, trusted

__all__ = ["certificate", "tls", "trusted"]


@pytest.fixture
def settings(settings: dict[str, str]) -> dict[str, str]:
    return {**settings, "AGENTOS_BUDGET": "45"}
