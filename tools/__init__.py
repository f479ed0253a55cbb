"""Programs for development, run by the Makefile."""
