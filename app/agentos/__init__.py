"""The one door to AgentOS: every call, its budget, its failures, and its JSON made into domain objects."""
