"""Maintenance Jobs."""
