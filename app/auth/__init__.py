"""Sign-in: codes by e-mail, sessions, a person's accounts, and the guard on contractor routes."""
