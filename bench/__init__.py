"""`make bench`: measure the promised figures over real processes. See README.md here; no test runs it as a whole."""
