"""The database: engines, tables, and small stores for counts and times."""
