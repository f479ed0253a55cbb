"""`make comparison`: the portal, a plain queue, Procrastinate and DBOS before one AgentOS without idempotency."""
