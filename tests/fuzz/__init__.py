"""The portal under calls that schemathesis makes up from its description: a few in `make test`, many in `make fuzz`."""
