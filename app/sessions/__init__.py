"""A person's own sessions and activity: where they are signed in, and what the audit knows of them."""
