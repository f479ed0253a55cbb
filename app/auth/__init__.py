"""Signing in: codes by e-mail, who has which accounts, and the guard at the door."""
