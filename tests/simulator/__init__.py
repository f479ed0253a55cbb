"""Tests of the stand-in AgentOS over real HTTP: the portal's tests depend on it."""
