"""Signing in and out, and the guards of requests.

A *sign-in* is the act of a person that begins a session. A *session* is a row that lives until the sign-out: see
`app.auth.session_store`. A *device* is a browser in which the person with an address has signed in. A *try* is a code,
a passkey or a token that a client sends to sign in. A *nonce* ties the steps of a try to one browser.
"""
