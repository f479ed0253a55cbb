"""Account & Contacts."""
