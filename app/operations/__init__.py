"""Work that operators do on the tables: backup and restore, export and erasure of personal data."""
