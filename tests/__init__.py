"""The tests. `clock` and `payloads` are for all of them."""
