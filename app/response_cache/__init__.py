"""Cached responses: bytes of the reads that every contractor makes, prepared before anybody asks."""
