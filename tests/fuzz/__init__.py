"""Requests that schemathesis generates from the API description: a few in `make test`, many in `make fuzz`."""
