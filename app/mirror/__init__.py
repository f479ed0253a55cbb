"""Our own store of what was read from AgentOS: rows by agency and contractor, refreshed behind the views."""
