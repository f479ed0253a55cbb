"""E-mails about submissions to contractors and to the agency's office."""
