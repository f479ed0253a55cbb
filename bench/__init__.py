"""`make bench`: what is promised, measured over real processes. No part of `make test`; see README.md here."""
