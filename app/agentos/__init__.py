"""All calls to AgentOS: their budget, their errors, and the domain objects made from AgentOS's JSON."""
