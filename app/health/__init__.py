"""Liveness, readiness, and the metrics server."""
