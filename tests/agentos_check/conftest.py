"""An AgentOS with a certificate of its own, as the gateway's tests have it, and a budget as a real one has."""

import pytest

from tests.agentos.conftest import certificate, tls, trusted

__all__ = ["certificate", "tls", "trusted"]


@pytest.fixture
def settings(settings: dict[str, str]) -> dict[str, str]:
    return {**settings, "AGENTOS_BUDGET": "45"}
