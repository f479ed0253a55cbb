"""Signing in and out, and the guards of requests.

A *sign-in* is the act of a person and its row, which lives until the sign-out. A *session* is that row for the person:
in the API, in the cookie and in commands. A *device* is a browser in which the person with an address has signed in. A
*try* is a code, a passkey or a token that a client sends to sign in. A *nonce* ties the steps of a try to one browser.
"""
