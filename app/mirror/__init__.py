"""The mirror of AgentOS data: rows by agency and contractor, which workers refresh."""
