"""`make bench`: measure the promised figures over real processes. `make test` does not run it; see README.md here."""
