"""The cache of frequent responses, captured from views or rendered in advance."""
