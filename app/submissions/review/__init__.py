"""The page on which the agency's office settles a submission in review."""
