"""The mirror: the portal's copy of AgentOS's data. It has rows by agency and contractor; workers refresh them."""
