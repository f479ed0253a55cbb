"""Does an agency's AgentOS fit the portal and its configuration? What `flask agentos check` does."""
