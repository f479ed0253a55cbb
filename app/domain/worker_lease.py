"""The times of a worker's lease: the right to refresh a collection, among all processes."""

LEASE_S = 25.0
"""Seconds of a lease from its last renewal. After a worker's death, its collections wait for so long, 35 s at most."""
LONGEST_ATTEMPT_S = 23.0
"""The longest time between two renewals: one page, with its wait for a slot and all its attempts.

It is less than `LEASE_S`, because a lease must not end during an attempt: another worker would call AgentOS again. The
rest of the lease is for storing the page. The time-outs of AgentOS must fit into it.
"""
