"""The tests. All of them may use `clock` and `payloads`."""
