"""The ledger: each submission is a row on the disk, with its document, before it is sent. Repeats are detected."""
