"""Submissions: the notes, completions and invoices that contractors send to their agency."""
