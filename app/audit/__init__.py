"""The audit: sign-ins and failures, ended sessions, passkeys added and removed, and submissions."""
