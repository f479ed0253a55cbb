"""Sign-in: codes by e-mail, sessions, the accounts of a person, and the guard of contractor routes."""
