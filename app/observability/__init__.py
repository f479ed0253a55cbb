"""What the portal tells of itself."""
