"""What contractors send to their agency."""
