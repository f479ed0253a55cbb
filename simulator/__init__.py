"""A stand-in AgentOS: its own small HTTP server, standard library only, sharing no code with the portal.

Facts come from `3-agentos-contract.md` (what the vendor documents, what is assumed). Run it with
`python -m simulator`, or in a test with `simulator.server.serve`. The calls under `/_control/` are for tests and demos.
They are no part of AgentOS.
"""
