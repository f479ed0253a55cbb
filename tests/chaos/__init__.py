"""`make chaos`: real processes, failing calls, kills and stepped clocks, and a final check of AgentOS's records."""
