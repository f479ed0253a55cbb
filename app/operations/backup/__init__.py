"""Backups of the documents and of the tables that AgentOS cannot give back, and their restore."""
