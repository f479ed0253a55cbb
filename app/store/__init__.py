"""The database: engines, tables, and the small stores that only count things."""
