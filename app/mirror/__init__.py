"""The mirror: the portal's copy of AgentOS's data, with rows by agency and contractor, which workers refresh."""
