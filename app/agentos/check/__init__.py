"""`flask agentos check`: a check that an agency's AgentOS fits the portal and its configuration."""
