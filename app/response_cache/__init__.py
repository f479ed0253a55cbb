"""The cache of frequent responses, captured from views."""
