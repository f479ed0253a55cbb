"""The length of the worker's leases: of the tasks of the schedule, and of the collections that it fetches."""

LEASE_S = 25.0
"""Seconds of a lease. Another worker takes over a killed worker's work within 35 s, with room to spare."""
LONGEST_ATTEMPT_S = 23.0
"""The longest attempt to call AgentOS, in seconds: a lease must outlast it, because no attempt renews the lease."""
