"""The stand-in AgentOS, tested over real HTTP: what the portal is tested against has to be right itself."""
