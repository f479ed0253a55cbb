"""Passkeys (WebAuthn): signing in with a fingerprint, a face or a screen lock, without a code."""
