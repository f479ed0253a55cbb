"""`make chaos`: real processes, failing calls, kills, stepped clocks, and a check of AgentOS's records at the end."""
