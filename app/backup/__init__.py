"""Backups of the database and the documents, and their restore."""
