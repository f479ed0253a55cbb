"""The ledger: stores each submission and its document on the disk before it is sent, and detects repeats."""
