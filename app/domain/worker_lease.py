"""The times of a worker's lease: the right to run a task of the schedule, or to refresh a collection."""

LEASE_S = 25.0
"""Seconds of a lease from its last renewal. After a worker's death, its work waits for so long, 35 s at most."""
LONGEST_ATTEMPT_S = 23.0
"""The longest time between two renewals of a collection's lease: one page, with all its attempts.

It is less than `LEASE_S`, because a lease must not end during an attempt: another worker would call AgentOS again. The
rest of the lease is for storing the page. The time-outs of AgentOS must fit into it.
"""
