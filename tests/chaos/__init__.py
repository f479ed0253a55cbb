"""`make chaos`: real processes, failing calls, kills, a stepped clock; and what stands in AgentOS in the end."""
