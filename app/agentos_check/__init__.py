"""`flask agentos check`: whether an agency's AgentOS fits the portal and its configuration."""
