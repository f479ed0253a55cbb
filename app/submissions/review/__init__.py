"""The page on which people of the agency settle a submission in review."""
