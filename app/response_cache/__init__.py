"""Cached responses: the bytes of the reads that every contractor makes, captured from views or pre-rendered."""
