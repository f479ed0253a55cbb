"""Export and erasure of what the portal keeps about a contractor, an e-mail address or an agency."""
