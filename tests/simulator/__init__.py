"""Tests of the simulated AgentOS over real HTTP. The portal's tests depend on it."""
