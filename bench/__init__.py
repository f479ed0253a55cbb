"""Measurements: run by hand, each over real processes. No part of `make test`."""
